import { CodedError, type Context, Opens, StatTable } from '@throughline/subgraph';
import { Arg, Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { CaseFilter } from '../case/case.filter';
import { descriptionCounts } from './description.queries';
import { CaseDimension, CaseMeasure } from './measures';
import { descriptionTable, statTable } from './statistics';
import { countTable } from './statistics.queries';

@ArgsType()
class StatisticsArgs {
  @Field(() => CaseMeasure, { description: 'What is counted.' })
  measure!: CaseMeasure;

  @Field(() => CaseDimension, { description: 'What the rows are.' })
  rows!: CaseDimension;

  @Field(() => CaseDimension, {
    nullable: true,
    description: 'What the columns are; one column of totals where it is not given.',
  })
  columns?: CaseDimension;

  @Field(() => CaseFilter, {
    nullable: true,
    description: 'Which cases; for crimes and decisions also which of these.',
  })
  filter?: CaseFilter;
}

@Resolver()
export class StatisticsResolver {
  @Opens('case:read')
  @Query(() => StatTable, { description: 'A table of counts over casework.' })
  async caseStatistics(
    @Args() { measure, rows, columns, filter }: StatisticsArgs,
    @Ctx() { db, codes }: Context,
  ): Promise<StatTable> {
    const counts = await countTable(db, codes, measure, rows, columns, filter);
    if (!counts) {
      throw new CodedError(
        'LIMIT_EXCEEDED',
        'The table has too many cells. Narrow the filter, or take other rows or columns.',
      );
    }
    return statTable(counts, measure, rows, columns, codes);
  }

  @Opens('case:read')
  @Query(() => StatTable, {
    description:
      'How consistently conduct with acts of stalking is described by the crimes recorded, the decisions and the charges.',
  })
  async descriptionConsistency(
    @Arg('by', () => CaseDimension, { description: 'By what cases are compared; of each, one value counts.' })
    by: CaseDimension,
    @Arg('filter', () => CaseFilter, { nullable: true, description: 'Which cases; all unless given.' })
    filter: CaseFilter | null,
    @Ctx() { db, codes }: Context,
  ): Promise<StatTable> {
    return descriptionTable(await descriptionCounts(db, codes, by, filter ?? undefined), by, codes);
  }
}
