import type { Reference, Located } from './bundle-shape';
import type {
  SuspectRecord,
  VictimRecord,
  CaseRecord,
  RecordedCrimeRecord,
  IncidentRecord,
  ChargeRecord,
  ChargingDecisionRecord,
  EarlyAdviceRecord,
  FileQualityCheckRecord,
  ActionPlanRecord,
} from './casework-record';
import type {
  OrderRecord,
  OrderEventRecord,
  BreachRecord,
  RiskInstrumentRecord,
  RiskAssessmentRecord,
  ReferralRecord,
} from './protection-record';
import type {
  GuidanceRecord,
  InspectionRecord,
  FileExaminationRecord,
  RecommendationRecord,
  DefinitionRecord,
  ProtocolRecord,
  StalkingLeadRecord,
  IdentityLinkRecord,
} from './register-record';

export * from './bundle-codes';
export * from './bundle-shape';
export * from './casework-record';
export * from './protection-record';
export * from './register-record';

/** Any line of a bundle. */
export type BundleRecord =
  | SuspectRecord
  | VictimRecord
  | CaseRecord
  | RecordedCrimeRecord
  | IncidentRecord
  | ChargeRecord
  | ChargingDecisionRecord
  | EarlyAdviceRecord
  | FileQualityCheckRecord
  | ActionPlanRecord
  | OrderRecord
  | OrderEventRecord
  | BreachRecord
  | RiskInstrumentRecord
  | RiskAssessmentRecord
  | ReferralRecord
  | GuidanceRecord
  | InspectionRecord
  | FileExaminationRecord
  | RecommendationRecord
  | DefinitionRecord
  | ProtocolRecord
  | StalkingLeadRecord
  | IdentityLinkRecord;

/** How `from` has to write a reference to `target`: the bare ref inside one source, both parts across sources. */
export function referTo(from: string, target: Located): Reference {
  return target.source === from ? target.ref : { source: target.source, ref: target.ref };
}
