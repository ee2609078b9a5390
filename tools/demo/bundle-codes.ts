/** The closed lists of codes of the interchange bundle. */
import type { BehaviourCode, OffenceFamily } from '@throughline/reference';

export type Behaviour = `${BehaviourCode}`;
export type Family = `${OffenceFamily}`;

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
export type CaseStage =
  | 'INVESTIGATION'
  | 'EARLY_ADVICE'
  | 'REFERRED'
  | 'CHARGED'
  | 'NFA'
  | 'DISCONTINUED'
  | 'CONVICTED'
  | 'ACQUITTED'
  | 'CLOSED';
export type ClosedReason =
  'VICTIM_WITHDREW' | 'EVIDENTIAL' | 'PUBLIC_INTEREST' | 'ADMINISTRATIVE' | 'CONCLUDED' | 'OTHER';
export type FileAvailability = 'AVAILABLE' | 'PARTIAL' | 'ARCHIVED' | 'DESTROYED' | 'NOT_FOUND';
export type Channel =
  'IN_PERSON' | 'PHONE' | 'TEXT' | 'EMAIL' | 'SOCIAL_MEDIA' | 'POST' | 'GIFT' | 'THIRD_PARTY' | 'DEVICE' | 'OTHER';
export type DayToDayEffect =
  | 'CHANGED_ROUTINE'
  | 'MOVED_HOME'
  | 'CHANGED_WORK'
  | 'SLEEP_LOSS'
  | 'COUNSELLING'
  | 'SECURITY_MEASURES'
  | 'SOCIAL_WITHDRAWAL'
  | 'CHANGED_CONTACT_DETAILS'
  | 'OTHER';
export type Basis = 'FACT' | 'ALLEGATION' | 'OPINION';
export type Evidence = 'ACCEPTED' | 'UNVERIFIED' | 'DISPROVED';
export type Verdict = 'GUILTY' | 'NOT_GUILTY' | 'GUILTY_OF_ALTERNATIVE' | 'NO_VERDICT';
export type DecisionKind =
  'EARLY_ADVICE' | 'CHARGE' | 'REVIEW' | 'DISCONTINUANCE' | 'PLEA_ACCEPTED' | 'VICTIM_RIGHT_TO_REVIEW';
export type DecisionOutcome =
  'CHARGE' | 'NFA_EVIDENTIAL' | 'NFA_PUBLIC_INTEREST' | 'ACTION_PLAN' | 'OUT_OF_COURT' | 'CONTINUE' | 'STOP';
export type OrderConsidered = 'YES' | 'NO' | 'NOT_RECORDED';
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
export type BreachState =
  'REPORTED' | 'CRIMED' | 'INVESTIGATED' | 'REFERRED' | 'CHARGED' | 'NFA' | 'CONVICTED' | 'ACQUITTED';
export type AssessmentTrigger = 'INITIAL' | 'BREACH' | 'NEW_INCIDENT' | 'ORDER' | 'RELEASE' | 'REVIEW' | 'FORUM';
export type Grade = 'STANDARD' | 'MEDIUM' | 'HIGH';
export type Forum = 'MARAC' | 'MAPPA' | 'MATAC' | 'STAC' | 'FTAC' | 'OTHER';
export type Rating = 'FULLY_MEETING' | 'PARTIALLY_MEETING' | 'NOT_MEETING' | 'NOT_APPLICABLE';
export type RecommendationStatus = 'ACCEPTED' | 'IN_PROGRESS' | 'COMPLETE' | 'REJECTED' | 'SUPERSEDED';
