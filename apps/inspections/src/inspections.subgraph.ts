import { StatTablePlot, type SubgraphDefinition, loadForces, standingForce } from '@throughline/subgraph';
import { InspectionAgreement } from './agreement/agreement.resolver';
import { Case, ChargingDecision, Suspect } from './elsewhere';
import { checkAnswers } from './examination/examination.import';
import {
  ExaminationAnswer,
  ExaminationGuidance,
  ExaminationQuestion,
  FileExamination,
} from './examination/examination.model';
import { ExaminationMutations } from './examination/examination.mutations';
import { AnswerResolver, CaseExaminations, ExaminationResolver } from './examination/examination.resolver';
import { SuspectFacts } from './facts/facts.resolver';
import { Guidance } from './guidance/guidance.model';
import { GuidanceMutations } from './guidance/guidance.mutations';
import { DecisionGuidance, GuidanceResolver } from './guidance/guidance.resolver';
import { checkKeys } from './inspection/inspection.import';
import { Inspection, InspectionQuestion, InspectionTheme } from './inspection/inspection.model';
import { InspectionMutations } from './inspection/inspection.mutations';
import { InspectionResolver } from './inspection/inspection.resolver';
import { migrations } from './migrations';
import { Protocol, ProtocolCheck } from './protocol/protocol.model';
import { ProtocolResolver } from './protocol/protocol.resolver';
import { Recommendation, RecommendationUpdate } from './recommendation/recommendation.model';
import { RecommendationMutations } from './recommendation/recommendation.mutations';
import { RecommendationResolver } from './recommendation/recommendation.resolver';
import { SampleMutations } from './sample/sample.mutations';
import { samplePolicies } from './sample/sample.policies';
import { InspectionSamples, SampleResolver } from './sample/sample.resolver';
import { IndicatorTable, RecommendationIndicators } from './indicator/indicator.resolver';
import { CaseProtocol, ProtocolTables } from './protocol/protocol-check.resolver';
import { InspectionTables } from './table/inspection-table.resolver';
import { checkPlace } from './stalking-lead/stalking-lead.import';
import { StalkingLead } from './stalking-lead/stalking-lead.model';
import { StalkingLeadResolver } from './stalking-lead/stalking-lead.resolver';

/** Inspections and what they judge by and lead to: guidance, examinations, recommendations, protocols, leads. */
export const inspections: SubgraphDefinition = {
  name: 'inspections',
  port: 4004,
  records: [Guidance, Inspection, FileExamination, Recommendation, Protocol, StalkingLead],
  types: [
    InspectionTheme,
    InspectionQuestion,
    ExaminationAnswer,
    ExaminationQuestion,
    ExaminationGuidance,
    RecommendationUpdate,
    ProtocolCheck,
    Suspect,
    Case,
    ChargingDecision,
  ],
  resolvers: [
    GuidanceResolver,
    GuidanceMutations,
    DecisionGuidance,
    InspectionResolver,
    InspectionMutations,
    ExaminationResolver,
    AnswerResolver,
    CaseExaminations,
    ExaminationMutations,
    InspectionAgreement,
    RecommendationResolver,
    RecommendationMutations,
    ProtocolResolver,
    StalkingLeadResolver,
    SampleResolver,
    SampleMutations,
    InspectionSamples,
    InspectionTables,
    CaseProtocol,
    ProtocolTables,
    RecommendationIndicators,
    IndicatorTable,
    StatTablePlot,
    SuspectFacts,
  ],
  checks: { inspection: checkKeys, fileExamination: checkAnswers, stalkingLead: checkPlace },
  // An examination names a case, of which only the cases subgraph knows whose it is.
  concerns: { guidance: { guidance: ['key'] }, fileExamination: { cases: ['caseId'] } },
  codeRecords: [standingForce('inspections')],
  loadCodes: loadForces,
  migrations,
  policies: samplePolicies,
  // The files that an inspection is about lie there, with what was decided, ordered and assessed.
  asks: ['cases', 'orders', 'risk-assessments'],
};
