import { type SubgraphDefinition, loadForces, standingForce } from '@throughline/subgraph';
import { ActivityResolver } from './activity/activity.resolver';
import {
  CriterionAnswer,
  CriterionFigure,
  DefinitionAnswer,
  SuspectMeetingConnection,
  SuspectMeetingEdge,
} from './definition/answer.model';
import { checkDefinition } from './definition/definition.import';
import { Definition, DefinitionCriterion } from './definition/definition.model';
import { DefinitionResolver, SuspectMeets } from './definition/definition.resolver';
import { Case, Suspect, Victim } from './elsewhere';
import { FlagConnection } from './flag/flag.model';
import { FlagMutations } from './flag/flag.mutations';
import { FlagResolver } from './flag/flag.resolver';
import { flagIndexPolicies } from './flag-index/flag-index.policies';
import { FlagIndexResolver } from './flag-index/flag-index.resolver';
import { FlagIndex } from './flag-index/flag-index.service';
import { indexStateResolver } from './index-state/index-state.resolver';
import { migrations } from './migrations';
import { BehaviourProfile } from './profile/profile.model';
import { ProfileTimeline, SuspectBehaviour } from './profile/profile.resolver';

/** What the facts of the other subgraphs show: profiles, flags and people's reviews of them, definitions. */
export const behaviour: SubgraphDefinition = {
  name: 'behaviour',
  port: 4005,
  records: [Definition],
  types: [
    DefinitionCriterion,
    CriterionFigure,
    CriterionAnswer,
    DefinitionAnswer,
    SuspectMeetingEdge,
    SuspectMeetingConnection,
    BehaviourProfile,
    Suspect,
    Victim,
    Case,
  ],
  resolvers: [
    SuspectBehaviour,
    ProfileTimeline,
    FlagResolver,
    FlagMutations,
    FlagIndexResolver,
    ActivityResolver,
    DefinitionResolver,
    SuspectMeets,
    indexStateResolver(FlagConnection),
    indexStateResolver(SuspectMeetingConnection),
  ],
  checks: { definition: checkDefinition },
  codeRecords: [standingForce('behaviour')],
  loadCodes: loadForces,
  migrations,
  policies: flagIndexPolicies,
  background: (db, ports) => new FlagIndex(db, ports),
};
