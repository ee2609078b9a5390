/** Guidance, inspections and registers as the interchange bundle writes them. A misspelt field fails to compile. */
import type { Family, Rating, RecommendationStatus } from './bundle-codes';
import type { Reference, RecordOf, GuidanceCitation } from './bundle-shape';

export interface GuidanceRecord extends RecordOf<'guidance'> {
  key: string;
  version: string;
  title: string;
  publisher: string;
  inForceFrom: string;
  inForceTo?: string;
  datePrecision?: 'DAY' | 'MONTH';
  topics?: string[];
}

export interface InspectionRecord extends RecordOf<'inspection'> {
  title: string;
  body: string;
  openedOn: string;
  themes: {
    key: string;
    title: string;
    questions: { key: string; text: string; kind: 'RATING' | 'YES_NO' | 'FAMILY' }[];
  }[];
}

export interface ExaminationAnswer {
  question: string;
  rating?: Rating;
  yes?: boolean;
  family?: Family;
  comment?: string;
  guidance?: GuidanceCitation;
}

export interface FileExaminationRecord extends RecordOf<'fileExamination'> {
  inspection: Reference;
  case: Reference;
  examinedOn: string;
  answers: ExaminationAnswer[];
  codeCompliant?: 'YES' | 'NO' | 'NOT_ASSESSED';
  appropriateFamily?: Family;
}

export interface RecommendationRecord extends RecordOf<'recommendation'> {
  report: string;
  number: string;
  text: string;
  owner: string;
  dueOn?: string;
  history: { on: string; status: RecommendationStatus; note?: string }[];
  topics?: string[];
}

export interface DefinitionRecord extends RecordOf<'definition'> {
  key: string;
  version: string;
  title: string;
  publisher: string;
  inForceFrom: string;
  inForceTo?: string;
  combine: 'ALL' | 'ANY';
  criteria: {
    key: string;
    measure: 'VICTIMS' | 'FORCES' | 'BREACHES' | 'OCCASIONS' | 'CONVICTIONS' | 'CHARGES' | 'RISK_GRADE';
    families?: Family[];
    atLeast: number;
    withinMonths?: number;
  }[];
}

export interface ProtocolRecord extends RecordOf<'protocol'> {
  key: string;
  version: string;
  title: string;
  publisher: string;
  inForceFrom: string;
  inForceTo?: string;
  checks: { key: string; text: string; test: string }[];
}

export interface StalkingLeadRecord extends RecordOf<'stalkingLead'> {
  force?: string;
  area?: string;
  organisation: string;
  role: string;
  contact?: string;
  from: string;
  to?: string;
}

export interface IdentityLinkRecord extends RecordOf<'identityLink'> {
  a: Reference;
  b: Reference;
  decision: 'SAME' | 'DIFFERENT';
  decidedBy: string;
  reason: string;
}
