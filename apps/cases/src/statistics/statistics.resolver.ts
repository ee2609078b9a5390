import { type Context, Opens, OpensByAny, StatTable, byId, invalidInput, isUuid } from '@throughline/subgraph';
import { Arg, Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { CaseFilter } from '../case/case.filter';
import { Case } from '../case/case.model';
import { countedTable } from './counted';
import { descriptionCounts } from './description.queries';
import { CaseDimension, CaseMeasure } from './measures';
import { NOT_RECORDED, descriptionTable } from './statistics';
import { casesBehind } from './statistics.queries';

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

@ArgsType()
class CasesBehindArgs extends StatisticsArgs {
  @Field(() => String, { nullable: true, description: 'Key of the row; all of them unless given.' })
  row?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the column; all of them unless given.' })
  column?: string | null;

  @Field(() => Int, { defaultValue: 20, description: 'How many, from 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  after?: string | null;
}

@Opens('case:read')
@ObjectType({ description: 'Cases behind a cell of a table.', simpleResolvers: true })
class CasesBehind {
  @Field(() => Int, { description: 'How many there are.' })
  total!: number;

  @Field(() => [Case], { description: 'A page of them, in the order of their ids.' })
  cases!: Case[];

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as `after` for the next page; null where none follows.',
  })
  endCursor!: string | null;
}

@Resolver()
export class StatisticsResolver {
  @OpensByAny('case:read', 'statistics:read')
  @Query(() => StatTable, {
    description:
      'A table of counts over casework. Whoever may count more than they may read sees no count from which one below five would follow.',
  })
  caseStatistics(@Args() asked: StatisticsArgs, @Ctx() context: Context): Promise<StatTable> {
    return countedTable(context, asked);
  }

  @Opens('case:read')
  @Query(() => CasesBehind, {
    description: 'The cases behind a cell of `caseStatistics`, a row, a column or all of it, for who may read them.',
  })
  async casesBehind(
    @Args() { measure, rows, columns, filter, row, column, first, after }: CasesBehindArgs,
    @Ctx() context: Context,
  ): Promise<CasesBehind> {
    if (first < 1 || first > 100)
      throw invalidInput([{ field: 'first', reason: `must be from 1 to 100, not ${first}` }]);
    if (after && !isUuid(after)) throw invalidInput([{ field: 'after', reason: 'is not a cursor of this list' }]);
    if (column && !columns) throw invalidInput([{ field: 'column', reason: 'needs columns to be given' }]);
    const valueOf = (dimension: CaseDimension, key: string | null | undefined) =>
      key === null || key === undefined ? [] : [{ dimension, value: key === NOT_RECORDED.key ? null : key }];
    const { total, ids } = await casesBehind(context.db, context.codes, measure, filter, {
      values: [...valueOf(rows, row), ...(columns ? valueOf(columns, column) : [])],
      after: after ?? null,
      most: first + 1,
    });
    const page = ids.slice(0, first);
    const cases = await Promise.all(page.map((id) => context.load(byId(Case), id)));
    return {
      total,
      cases: cases.filter((one) => one !== null),
      endCursor: ids.length > first ? page.at(-1)! : null,
    };
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
