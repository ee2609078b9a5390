/** People, cases and decisions as the interchange bundle writes them. A misspelt field fails to compile. */
import type {
  Behaviour,
  Family,
  Relationship,
  CaseStage,
  ClosedReason,
  FileAvailability,
  Channel,
  DayToDayEffect,
  Basis,
  Evidence,
  Verdict,
  DecisionKind,
  DecisionOutcome,
  OrderConsidered,
} from './bundle-codes';
import type { Reference, RecordOf, PersonName, GuidanceCitation } from './bundle-shape';

export interface SuspectRecord extends RecordOf<'suspect'> {
  names: PersonName[];
  dateOfBirth?: string;
  sex?: string;
  pncId?: string;
  identifiers?: { scheme: string; value: string }[];
}

export interface VictimRecord extends RecordOf<'victim'> {
  names: PersonName[];
  dateOfBirth?: string;
  sex?: string;
}

export interface CaseRecord extends RecordOf<'case'> {
  urn: string;
  crimeReferences?: string[];
  force: string;
  area: string;
  openedOn: string;
  stage: CaseStage;
  suspects: Reference[];
  victims: Reference[];
  relationship: Relationship;
  domestic: boolean;
  flags?: string[];
  classification?: 'OFFICIAL' | 'OFFICIAL_SENSITIVE';
  restricted?: boolean;
  fileAvailability?: FileAvailability;
  victimPersonalStatementOn?: string;
  policeInformationNoticeOn?: string;
  reportedOn?: string;
  referredOn?: string;
  closedOn?: string;
  closedReason?: ClosedReason;
}

export interface RecordedCrimeRecord extends RecordOf<'recordedCrime'> {
  reference: string;
  force: string;
  recordedOn: string;
  principalOffence?: string;
  crimeType?: string;
  includedClassifications?: string[];
  case?: Reference;
  outcomeCode?: string;
  outcome?: string;
  outcomeOn?: string;
}

export interface IncidentRecord extends RecordOf<'incident'> {
  case: Reference;
  suspect: Reference;
  victim: Reference;
  occurredFrom: string;
  occurredTo?: string;
  reportedAt?: string;
  behaviours: Behaviour[];
  channel?: Channel;
  cyber?: boolean;
  narrative?: string;
  basis: Basis;
  evidence: Evidence;
  fearOfViolence?: boolean;
  seriousAlarmOrDistress?: boolean;
  dayToDayEffects?: DayToDayEffect[];
}

export interface ChargeRecord extends RecordOf<'charge'> {
  case: Reference;
  suspect: Reference;
  victim?: Reference;
  offence: string;
  chargedOn: string;
  incidents?: Reference[];
  breaches?: Reference[];
  plea?: string;
  verdict?: Verdict;
  disposedOn?: string;
}

export interface ConsideredFamily {
  family: Family;
  accepted: boolean;
  rationale?: string;
}

export interface ChargingDecisionRecord extends RecordOf<'chargingDecision'> {
  case: Reference;
  suspect: Reference;
  decidedOn: string;
  kind: DecisionKind;
  test?: 'FULL_CODE' | 'THRESHOLD';
  evidentialStageMet?: boolean;
  publicInterestStageMet?: boolean;
  outcome: DecisionOutcome;
  considered?: ConsideredFamily[];
  guidanceCited?: GuidanceCitation[];
  rationale?: string;
  orderConsidered?: OrderConsidered;
  decidedBy: 'CPS' | 'POLICE';
}

export interface EarlyAdviceRecord extends RecordOf<'earlyAdvice'> {
  case: Reference;
  requestedAt: string;
  requestedBy: string;
  respondedAt?: string;
  topics?: string[];
  advice?: string;
}

export interface FileQualityCheckRecord extends RecordOf<'fileQualityCheck'> {
  case: Reference;
  checkedOn: string;
  standard: string;
  compliant: boolean;
  gaps?: string[];
}

export interface ActionPlanRecord extends RecordOf<'actionPlan'> {
  case: Reference;
  issuedOn: string;
  dueOn: string;
  items: { text: string; doneOn?: string }[];
}
