import { StatTablePlot, type SubgraphDefinition } from '@throughline/subgraph';
import { Case } from './case/case.model';
import { CaseMutations } from './case/case.mutations';
import { CaseResolver } from './case/case.resolver';
import { Charge } from './charge/charge.model';
import { ChargeMutations } from './charge/charge.mutations';
import { ChargingDecision, ConsideredFamily, GuidanceCited } from './decision/charging-decision.model';
import { ChargingDecisionMutations } from './decision/charging-decision.mutations';
import { ChargingDecisionResolver } from './decision/charging-decision.resolver';
import { Breach } from './elsewhere';
import { concerns } from './facts/concerns.queries';
import { SuspectFacts } from './facts/facts.resolver';
import { ActionPlan, ActionPlanItem } from './file/action-plan.model';
import { ActionPlanMutations } from './file/action-plan.mutations';
import { ActionPlanResolver } from './file/action-plan.resolver';
import { EarlyAdvice } from './file/early-advice.model';
import { EarlyAdviceMutations } from './file/early-advice.mutations';
import { FileQualityCheck } from './file/file-quality-check.model';
import { PossibleDuplicate } from './identity/duplicate.model';
import { DuplicateResolver } from './identity/duplicate.resolver';
import { IdentityLink } from './identity/identity-link.model';
import { IdentityLinkMutations } from './identity/identity-link.mutations';
import { Incident } from './incident/incident.model';
import { IncidentMutations } from './incident/incident.mutations';
import { IncidentResolver } from './incident/incident.resolver';
import { InspectedCases } from './inspected/inspected.resolver';
import { migrations } from './migrations';
import { OffenceResolver } from './offence/offence.resolver';
import { loadStandingCodes, standingModels } from './offence/standing.model';
import { RecordedCrime, checkRecordedCrime } from './recorded-crime/recorded-crime.model';
import { searchPolicies } from './search/search.policies';
import { WorkListResolver } from './search/work-list.resolver';
import { StatisticsResolver } from './statistics/statistics.resolver';
import { Identifier, Suspect } from './suspect/suspect.model';
import { SuspectMutations } from './suspect/suspect.mutations';
import { PersonName } from './suspect/person-name';
import { SuspectResolver } from './suspect/suspect.resolver';
import { Victim } from './victim/victim.model';
import { VictimMutations } from './victim/victim.mutations';
import { VictimResolver } from './victim/victim.resolver';

/** Who is suspected of what against whom, what was recorded, charged and decided, and how often. */
export const cases: SubgraphDefinition = {
  name: 'cases',
  port: 4001,
  records: [
    Suspect,
    Victim,
    Case,
    Incident,
    RecordedCrime,
    Charge,
    ChargingDecision,
    EarlyAdvice,
    FileQualityCheck,
    ActionPlan,
    IdentityLink,
  ],
  types: [PersonName, Identifier, PossibleDuplicate, ConsideredFamily, GuidanceCited, ActionPlanItem, Breach],
  resolvers: [
    SuspectResolver,
    SuspectMutations,
    SuspectFacts,
    DuplicateResolver,
    IdentityLinkMutations,
    VictimResolver,
    VictimMutations,
    CaseResolver,
    CaseMutations,
    IncidentResolver,
    IncidentMutations,
    ChargingDecisionResolver,
    ChargingDecisionMutations,
    ChargeMutations,
    ActionPlanResolver,
    ActionPlanMutations,
    EarlyAdviceMutations,
    OffenceResolver,
    StatisticsResolver,
    StatTablePlot,
    InspectedCases,
    WorkListResolver,
  ],
  codeRecords: standingModels,
  loadCodes: loadStandingCodes,
  checks: { recordedCrime: checkRecordedCrime },
  concerns,
  migrations,
  policies: searchPolicies,
};
