import type { SubgraphDefinition } from '@throughline/subgraph';
import { checkOverride } from './assessment/assessment.import';
import { RespondsTo, RiskAnswer, RiskAssessment } from './assessment/assessment.model';
import { RiskAssessmentMutations } from './assessment/assessment.mutations';
import {
  CaseRiskAssessments,
  RiskAssessmentResolver,
  SuspectRiskAssessments,
  VictimRiskAssessments,
} from './assessment/assessment.resolver';
import { Case, Suspect, Victim } from './elsewhere';
import { SuspectFacts } from './facts/facts.resolver';
import { InspectedRisk } from './inspected/inspected.resolver';
import { RiskInstrument, RiskInstrumentItem } from './instrument/instrument.model';
import { InstrumentResolver } from './instrument/instrument.resolver';
import { migrations } from './migrations';
import { Referral } from './referral/referral.model';
import { ReferralMutations } from './referral/referral.mutations';
import { CaseReferrals, ReferralResolver, SuspectReferrals } from './referral/referral.resolver';

/** Risk: the instruments it is assessed by, the assessments, and referrals to multi-agency forums. */
export const riskAssessments: SubgraphDefinition = {
  name: 'risk-assessments',
  port: 4003,
  records: [RiskInstrument, RiskAssessment, Referral],
  types: [RiskInstrumentItem, RiskAnswer, RespondsTo, Suspect, Victim, Case],
  resolvers: [
    InstrumentResolver,
    RiskAssessmentResolver,
    RiskAssessmentMutations,
    ReferralResolver,
    ReferralMutations,
    SuspectRiskAssessments,
    VictimRiskAssessments,
    CaseRiskAssessments,
    SuspectReferrals,
    CaseReferrals,
    SuspectFacts,
    InspectedRisk,
  ],
  checks: { riskAssessment: checkOverride },
  concerns: { riskAssessment: { suspects: ['suspectId'] } },
  migrations,
};
