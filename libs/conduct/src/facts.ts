/**
 * What the rules read about one person, and nothing more. Moments are ISO 8601 with a zone (`2024-02-20T18:00:00Z`); where
 * `timeKnown` is false only the London day in which the moment lies is meant. Days are `YYYY-MM-DD` in London. Ids are
 * those of the bundle's records. The order of records means nothing.
 */
export interface SuspectFacts {
  /** Every suspect record that a person has decided is the same man or woman; at least one. */
  readonly suspectIds: readonly string[];
  readonly cases: readonly CaseFact[];
  readonly incidents: readonly IncidentFact[];
  /** Of the cases above. */
  readonly recordedCrimes: readonly RecordedCrimeFact[];
  readonly charges: readonly ChargeFact[];
  readonly decisions: readonly DecisionFact[];
  readonly orders: readonly OrderFact[];
  readonly breaches: readonly BreachFact[];
  readonly assessments: readonly AssessmentFact[];
  /** The registry: every version of every document that anything here cites, later ones too. */
  readonly guidanceVersions: readonly GuidanceFact[];
  readonly examinations: readonly ExaminationFact[];
  /** Kinds of record that the caller may not see at all, so that none here does not mean that there is none. */
  readonly unseen?: readonly FactKind[];
}

export type FactKind = 'CASES' | 'ORDERS' | 'RISK_ASSESSMENTS' | 'INSPECTIONS';

export interface CaseFact {
  readonly id: string;
  readonly urn: string;
  /** One code for each force: the aliases of the standing data are resolved before. */
  readonly force: string;
  readonly victimIds: readonly string[];
  readonly relationship: Relationship;
}

export interface IncidentFact {
  readonly id: string;
  readonly caseId: string;
  readonly suspectId: string;
  readonly victimId: string;
  readonly occurredFrom: string;
  readonly timeKnown: boolean;
  /** Behaviour codes of the bundle, such as `S2A_A`. */
  readonly behaviours: readonly string[];
  readonly evidence: 'ACCEPTED' | 'UNVERIFIED' | 'DISPROVED';
  readonly fearOfViolence: boolean;
  readonly seriousAlarmOrDistress: boolean;
  readonly dayToDayEffects: readonly string[];
}

export interface RecordedCrimeFact {
  readonly id: string;
  readonly caseId: string | null;
  readonly recordedOn: string;
  /** Family of the principal offence; null where the source gave no Home Office code. */
  readonly principalFamily: OffenceFamily | null;
  readonly includedFamilies: readonly OffenceFamily[];
}

export interface ChargeFact {
  readonly id: string;
  readonly caseId: string;
  readonly suspectId: string;
  /** Whom the charge names; without one it covers its case. */
  readonly victimId: string | null;
  /** Of the offence charged. Aggravated forms and attempts have the family of their base. */
  readonly family: OffenceFamily;
  readonly chargedOn: string;
  readonly breachIds: readonly string[];
  readonly verdict: 'GUILTY' | 'NOT_GUILTY' | 'GUILTY_OF_ALTERNATIVE' | 'NO_VERDICT' | null;
  readonly disposedOn: string | null;
}

export interface DecisionFact {
  readonly id: string;
  readonly caseId: string;
  readonly suspectId: string;
  readonly decidedOn: string;
  readonly kind: DecisionKind;
  readonly considered: readonly ConsideredFamily[];
  readonly guidanceCited: readonly GuidanceReference[];
}

export interface ConsideredFamily {
  readonly family: OffenceFamily;
  readonly accepted: boolean;
  /** Whether a rationale is recorded. Its words are not needed, so that they need not be disclosed. */
  readonly reasoned: boolean;
}

export interface OrderFact {
  readonly id: string;
  readonly suspectId: string;
  readonly caseId: string | null;
  readonly kind: OrderKind;
  /** What a breach of an order of this kind is, as a behaviour code. */
  readonly breachBehaviour: string;
  readonly protectedPersonIds: readonly string[];
  readonly madeOn: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly state: OrderState;
  readonly events: readonly OrderEventFact[];
}

export interface OrderEventFact {
  readonly id: string;
  readonly on: string;
  readonly kind: OrderEventKind;
}

export interface BreachFact {
  readonly id: string;
  readonly orderId: string;
  readonly occurredAt: string;
  readonly timeKnown: boolean;
  /** The incident that the breach was, where one is recorded. */
  readonly incidentId: string | null;
  readonly reportedAt: string;
  readonly state: 'REPORTED' | 'CRIMED' | 'INVESTIGATED' | 'REFERRED' | 'CHARGED' | 'NFA' | 'CONVICTED' | 'ACQUITTED';
}

export interface AssessmentFact {
  readonly id: string;
  readonly suspectId: string;
  readonly victimId: string;
  readonly assessedAt: string;
  readonly timeKnown: boolean;
  readonly grade: RiskGrade;
  readonly respondsTo: readonly { readonly type: 'incident' | 'breach' | 'order'; readonly id: string }[];
}

export interface GuidanceReference {
  readonly key: string;
  readonly version: string;
}

export interface GuidanceFact extends GuidanceReference {
  readonly id: string;
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
  /** `MONTH`: it came into force on an unknown day of the month of `inForceFrom`. */
  readonly datePrecision: 'DAY' | 'MONTH';
}

/** The file examination of a case, as far as it judges the decisions of that case by guidance. */
export interface ExaminationFact {
  readonly id: string;
  readonly caseId: string;
  readonly examinedOn: string;
  readonly guidance: readonly GuidanceReference[];
}

export type OffenceFamily = CourseFamily | BreachFamily | OtherFamily;

/** Families that a course of conduct can be charged as. */
export type CourseFamily = 'HARASSMENT' | 'STALKING' | 'HARASSMENT_FEAR' | 'STALKING_FEAR' | 'STALKING_SERIOUS_ALARM';

export type BreachFamily =
  'BREACH_RESTRAINING_ORDER' | 'BREACH_SPO' | 'BREACH_NMO' | 'BREACH_DAPO' | 'BREACH_CIVIL_INJUNCTION' | 'BREACH_DVPO';

export type OtherFamily =
  | 'MALICIOUS_COMMUNICATIONS'
  | 'PUBLIC_ORDER'
  | 'CRIMINAL_DAMAGE'
  | 'COERCIVE_CONTROL'
  | 'THREATS_TO_KILL'
  | 'WITNESS_INTIMIDATION'
  | 'STRANGULATION'
  | 'ASSAULT'
  | 'INTIMATE_IMAGES'
  | 'BURGLARY'
  | 'PERVERTING_JUSTICE'
  | 'OTHER';

export type Relationship =
  | 'STRANGER'
  | 'ACQUAINTANCE'
  | 'NEIGHBOUR'
  | 'COLLEAGUE'
  | 'FAMILY'
  | 'PARTNER'
  | 'FORMER_PARTNER'
  | 'PUBLIC_FIGURE'
  | 'OTHER'
  | 'UNKNOWN';

export type DecisionKind =
  'EARLY_ADVICE' | 'CHARGE' | 'REVIEW' | 'DISCONTINUANCE' | 'PLEA_ACCEPTED' | 'VICTIM_RIGHT_TO_REVIEW';

export type OrderKind =
  | 'SPO'
  | 'INTERIM_SPO'
  | 'RO_CONVICTION'
  | 'RO_ACQUITTAL'
  | 'NMO'
  | 'DVPN'
  | 'DVPO'
  | 'DAPN'
  | 'DAPO'
  | 'CIVIL_INJUNCTION'
  | 'BAIL_CONDITIONS';

export type OrderState =
  | 'DRAFT'
  | 'APPLIED'
  | 'MADE'
  | 'IN_FORCE'
  | 'VARIED'
  | 'EXPIRED'
  | 'DISCHARGED'
  | 'QUASHED'
  | 'SUPERSEDED'
  | 'REFUSED'
  | 'WITHDRAWN';

export type OrderEventKind =
  | 'APPLICATION'
  | 'INTERIM'
  | 'MADE'
  | 'SERVED'
  | 'VARIATION'
  | 'RENEWAL_APPLIED'
  | 'RENEWED'
  | 'DISCHARGE'
  | 'APPEAL'
  | 'EXPIRY';

export type RiskGrade = 'STANDARD' | 'MEDIUM' | 'HIGH';
