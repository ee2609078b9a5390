import {
  CaseDimension,
  CaseFilter,
  type Context,
  GraphQLJSON,
  Opens,
  invalidInput,
  isGroups,
} from '@throughline/subgraph';
import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { FileFigures, type GroupBy, isCellFigure } from './figures.queries';
import { type FrameStratum, frameOf } from './frame.queries';

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
}
