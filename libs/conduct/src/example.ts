import type {
  AssessmentFact,
  BreachFact,
  CaseFact,
  ChargeFact,
  DecisionFact,
  GuidanceFact,
  IncidentFact,
  OrderFact,
  RecordedCrimeFact,
  SuspectFacts,
} from './facts';
import { startOfLondonDay } from './london';

/** Facts that show what a rule does, invented, and a moment to look at them. */
export interface Example {
  readonly story: string;
  readonly asAt: string;
  readonly facts: SuspectFacts;
}

/** Facts about one suspect S, one victim V, one case C and one order O, until something else is laid over them. */
export const someFacts = (given: Partial<SuspectFacts> = {}): SuspectFacts => ({
  suspectIds: ['S'],
  cases: [aCase('C')],
  incidents: [],
  recordedCrimes: [],
  charges: [],
  decisions: [],
  orders: [],
  breaches: [],
  assessments: [],
  guidanceVersions: [],
  examinations: [],
  ...given,
});

/** A moment as facts carry it: a day alone is one whose time is unknown. */
export const moment = (when: string): { at: string; timeKnown: boolean } =>
  when.length === 10
    ? { at: new Date(startOfLondonDay(when)).toISOString(), timeKnown: false }
    : { at: when, timeKnown: true };

export const aCase = (id: string, given: Partial<CaseFact> = {}): CaseFact => ({
  id,
  urn: `urn-${id}`,
  force: '06',
  victimIds: ['V'],
  relationship: 'STRANGER',
  ...given,
});

export function anIncident(id: string, when: string, given: Partial<IncidentFact> = {}): IncidentFact {
  const { at, timeKnown } = moment(when);
  return {
    id,
    caseId: 'C',
    suspectId: 'S',
    victimId: 'V',
    occurredFrom: at,
    timeKnown,
    behaviours: ['S2A_B'],
    evidence: 'UNVERIFIED',
    fearOfViolence: false,
    seriousAlarmOrDistress: false,
    dayToDayEffects: [],
    ...given,
  };
}

export const aCrime = (
  id: string,
  recordedOn: string,
  principalFamily: RecordedCrimeFact['principalFamily'],
  given: Partial<RecordedCrimeFact> = {},
): RecordedCrimeFact => ({ id, caseId: 'C', recordedOn, principalFamily, includedFamilies: [], ...given });

export const aCharge = (
  id: string,
  chargedOn: string,
  family: ChargeFact['family'],
  given: Partial<ChargeFact> = {},
): ChargeFact => ({
  id,
  caseId: 'C',
  suspectId: 'S',
  victimId: 'V',
  family,
  chargedOn,
  breachIds: [],
  verdict: null,
  disposedOn: null,
  ...given,
});

export const aDecision = (id: string, decidedOn: string, given: Partial<DecisionFact> = {}): DecisionFact => ({
  id,
  caseId: 'C',
  suspectId: 'S',
  decidedOn,
  kind: 'REVIEW',
  considered: [],
  guidanceCited: [],
  ...given,
});

export const anOrder = (id: string, given: Partial<OrderFact> = {}): OrderFact => ({
  id,
  suspectId: 'S',
  caseId: 'C',
  kind: 'RO_CONVICTION',
  breachBehaviour: 'BREACH_RO',
  protectedPersonIds: ['V'],
  madeOn: '2020-01-01',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
  state: 'IN_FORCE',
  events: [],
  ...given,
});

export function aBreach(id: string, when: string, given: Partial<BreachFact> = {}): BreachFact {
  const { at, timeKnown } = moment(when);
  return {
    id,
    orderId: 'O',
    occurredAt: at,
    timeKnown,
    incidentId: null,
    reportedAt: at,
    state: 'INVESTIGATED',
    ...given,
  };
}

export function anAssessment(
  id: string,
  when: string,
  grade: AssessmentFact['grade'],
  given: Partial<AssessmentFact> = {},
): AssessmentFact {
  const { at, timeKnown } = moment(when);
  return { id, suspectId: 'S', victimId: 'V', assessedAt: at, timeKnown, grade, respondsTo: [], ...given };
}

export const aVersion = (version: string, inForceFrom: string, given: Partial<GuidanceFact> = {}): GuidanceFact => ({
  id: `G-${version}`,
  key: 'k',
  version,
  inForceFrom,
  inForceTo: null,
  datePrecision: 'DAY',
  ...given,
});
