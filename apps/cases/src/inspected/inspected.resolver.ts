import {
  CaseDimension,
  CaseFilter,
  type Context,
  GraphQLDate,
  GraphQLJSON,
  Opens,
  invalidInput,
  isGroups,
  isUuid,
} from '@throughline/subgraph';
import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { FileFigures, type GroupBy, isCellFigure } from './figures.queries';
import { type FrameStratum, frameOf } from './frame.queries';
import { type ProtocolFacts, protocolFacts } from './protocol-facts.queries';
import { type TrendMonth, isTrend, trend } from './trends.queries';

const GROUPS_BY: readonly string[] = ['AREA', 'FORCE', 'FAMILY'];

/** What inspections ask about the files that they are about: never in the schema that callers see. */
@Resolver()
export class InspectedCases {
  @Opens('case:read')
  @Directive('@inaccessible')
  @Query(() => GraphQLJSON, { description: 'The cases of a sampling frame, by strata and in the order of drawing.' })
  samplingFrame(
    @Arg('filter', () => CaseFilter, { description: 'Which cases.' }) filter: CaseFilter,
    @Arg('seed', () => String, { description: 'What the order follows from.' }) seed: string,
    @Arg('most', () => Int, { description: 'How many of each stratum are given.' }) most: number,
    @Arg('stratifyBy', () => CaseDimension, { nullable: true, description: 'What makes the strata.' })
    stratifyBy: CaseDimension | null,
    @Ctx() { db, codes }: Context,
  ): Promise<FrameStratum[]> {
    return frameOf(db, codes, filter, stratifyBy ?? null, seed, most);
  }

  @Opens('case:read')
  @Directive('@inaccessible')
  @Query(() => GraphQLJSON, { description: 'A figure over files, by groups of them.' })
  async fileFigures(
    @Arg('figure', () => String, { description: 'Which figure.' }) figure: string,
    @Arg('groups', () => GraphQLJSON, { description: 'The files: see `Group`.' }) groups: unknown,
    @Arg('by', () => String, { nullable: true, description: 'AREA, FORCE or FAMILY, to take the groups apart.' })
    by: string | null,
    @Arg('split', () => Boolean, { defaultValue: false, description: 'Whether the files of each cell are given.' })
    split: boolean,
    @Ctx() { db, codes }: Context,
  ): Promise<unknown> {
    if (!isGroups(groups)) throw invalidInput([{ field: 'groups', reason: 'are not groups of files' }]);
    const found = new FileFigures(db, codes, groups, by && GROUPS_BY.includes(by) ? (by as GroupBy) : null);
    if (isCellFigure(figure)) return found.counts(figure, split);
    if (figure === 'GROUPS') return found.groups();
    if (figure === 'SPAN') return found.span();
    if (figure === 'DECISION_DAYS') return found.decisionDays();
    if (figure === 'TIMELINESS') return found.days(split);
    throw invalidInput([{ field: 'figure', reason: 'is none of those that there are' }]);
  }

  @Opens('case:read')
  @Directive('@inaccessible')
  @Query(() => GraphQLJSON, { description: 'What the checks of a joint protocol look at in cases.' })
  async protocolFacts(
    @Arg('most', () => Int, { description: 'How many cases at most.' }) most: number,
    @Arg('ids', () => [ID], { nullable: true, description: 'Of which cases; else of those that the filter finds.' })
    ids: string[] | null,
    @Arg('filter', () => CaseFilter, { nullable: true, description: 'Which cases, where no ids are given.' })
    filter: CaseFilter | null,
    @Arg('after', () => ID, { nullable: true, description: 'Id of the case behind which to go on.' })
    after: string | null,
    @Ctx() { db, codes }: Context,
  ): Promise<ProtocolFacts[]> {
    if (after && !isUuid(after)) throw invalidInput([{ field: 'after', reason: 'is not the id of a case' }]);
    return protocolFacts(db, codes, { ids: ids ? ids.filter(isUuid) : null, filter, after: after ?? null, most });
  }

  @Opens('case:read')
  @Directive('@inaccessible')
  @Query(() => GraphQLJSON, { description: 'Something followed month by month.' })
  async caseTrend(
    @Arg('name', () => String, { description: 'What is followed.' }) name: string,
    @Arg('from', () => GraphQLDate, { description: 'From the month of this day.' }) from: string,
    @Arg('to', () => GraphQLDate, { description: 'To this day.' }) to: string,
    @Ctx() { db, codes }: Context,
  ): Promise<TrendMonth[]> {
    if (!isTrend(name)) throw invalidInput([{ field: 'name', reason: 'is nothing that is followed' }]);
    return trend(db, codes, name, from, to);
  }
}
