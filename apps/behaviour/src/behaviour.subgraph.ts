import type { SubgraphDefinition } from '@throughline/subgraph';
import { Definition, DefinitionCriterion } from './definition/definition.model';
import { DefinitionResolver } from './definition/definition.resolver';
import { migrations } from './migrations';

/** What the facts of the other subgraphs show: profiles, flags and people's reviews of them, definitions. */
export const behaviour: SubgraphDefinition = {
  name: 'behaviour',
  port: 4005,
  records: [Definition],
  types: [DefinitionCriterion],
  resolvers: [DefinitionResolver],
  migrations,
};
