import { type Context, GraphQLJSON, Opens, invalidInput, isGroups } from '@throughline/subgraph';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { type RiskCount, riskCounts } from './risk-figures.queries';

/** What inspections ask about the files that they are about: never in the schema that callers see. */
@Resolver()
export class InspectedRisk {
  @Opens('risk:read')
  @Directive('@inaccessible')
  @Query(() => GraphQLJSON, { description: 'What was done about the risk in files, by groups of them.' })
  async riskFigures(
    @Arg('groups', () => GraphQLJSON, { description: 'The files: see `Group`.' }) groups: unknown,
    @Arg('split', () => Boolean, { defaultValue: false, description: 'Whether the files of each cell are given.' })
    split: boolean,
    @Ctx() { db }: Context,
  ): Promise<RiskCount[]> {
    if (!isGroups(groups)) throw invalidInput([{ field: 'groups', reason: 'are not groups of files' }]);
    return riskCounts(db, groups, split);
  }
}
