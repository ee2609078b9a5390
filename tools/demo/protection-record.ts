/** Orders, breaches and risk as the interchange bundle writes them. A misspelt field fails to compile. */
import type {
  OrderKind,
  OrderState,
  OrderEventKind,
  BreachState,
  AssessmentTrigger,
  Grade,
  Forum,
} from './bundle-codes';
import type { Reference, RecordOf } from './bundle-shape';

export interface OrderCondition {
  ref: string;
  kind: 'PROHIBITION' | 'REQUIREMENT';
  text: string;
  from?: string;
  to?: string;
}

export interface OrderRecord extends RecordOf<'order'> {
  suspect: Reference;
  case?: Reference;
  force?: string;
  kind: OrderKind;
  protectedPersons: Reference[];
  court?: string;
  appliedOn?: string;
  madeOn?: string;
  servedOn?: string;
  effectiveFrom?: string;
  effectiveTo?: string;
  untilFurtherOrder?: boolean;
  state: OrderState;
  conditions?: OrderCondition[];
}

export interface OrderEventRecord extends RecordOf<'orderEvent'> {
  order: Reference;
  on: string;
  kind: OrderEventKind;
  resultCode?: string;
  note?: string;
}

export interface BreachRecord extends RecordOf<'breach'> {
  order: Reference;
  occurredAt: string;
  incident?: Reference;
  conditions?: string[];
  reportedAt: string;
  state: BreachState;
  reason?: string;
}

export interface RiskInstrumentRecord extends RecordOf<'riskInstrument'> {
  key: string;
  version: string;
  title: string;
  rightsHolder?: string;
  licence?: string;
  items: { code: string; domain?: string; highRisk?: boolean }[];
  answers: string[];
  grades: string[];
  grading?: 'PROFESSIONAL_JUDGEMENT' | 'COUNT' | 'WEIGHTED';
}

export interface RiskAssessmentRecord extends RecordOf<'riskAssessment'> {
  suspect: Reference;
  victim: Reference;
  case?: Reference;
  instrument: string;
  instrumentVersion: string;
  assessedAt: string;
  trigger: AssessmentTrigger;
  answers?: { item: string; answer: string }[];
  grade: Grade;
  computedGrade?: Grade;
  overrideReason?: string;
  assessorRole?: string;
  respondsTo?: { type: 'incident' | 'breach' | 'order'; ref: Reference }[];
}

export interface ReferralRecord extends RecordOf<'referral'> {
  forum: Forum;
  suspect?: Reference;
  victim?: Reference;
  case?: Reference;
  referredOn: string;
  reason?: string;
  heardOn?: string;
  outcome?: string;
}
