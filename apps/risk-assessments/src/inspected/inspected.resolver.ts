import { type Context, GraphQLJSON, Opens, invalidInput, isGroups, isUuid } from '@throughline/subgraph';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { type CaseAssessment, type RiskCount, assessmentsOfCases, riskCounts } from './risk-figures.queries';

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

  @Opens('risk:read')
  @Directive('@inaccessible')
  @Query(() => GraphQLJSON, { description: 'Assessments that name cases.' })
  async assessmentsOfCases(
    @Arg('ids', () => [ID], { description: 'Ids of the cases.' }) ids: string[],
    @Ctx() { db }: Context,
  ): Promise<CaseAssessment[]> {
    return assessmentsOfCases(db, ids.filter(isUuid));
  }
}
