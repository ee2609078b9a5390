import { recordingChanges } from '@throughline/reference';
import { type ComparabilityBreak, type Context, Opens, StatTable, invalidInput, isUuid } from '@throughline/subgraph';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Span } from '../files';
import { Inspection } from '../inspection/inspection.model';
import { Asked } from './asked';
import {
  availability,
  outcomeByReason,
  policeFileQuality,
  protectiveOrders,
  riskAssessment,
  timeliness,
} from './casework.figures';
import { chargedByAppropriate, ratings } from './examined.figures';
import { type Figure, tableOf } from './figure';
import type { About } from './files.queries';
import { FilesBehind, InspectionTableBy, InspectionTableKind } from './inspection-table.model';

const kinds: Record<InspectionTableKind, About & { figure: (asked: Asked) => Promise<Figure> }> = {
  QUESTION_BY_RATING: { figure: ratings, examinedOnly: true },
  CHARGED_BY_APPROPRIATE: { figure: chargedByAppropriate, examinedOnly: true },
  OUTCOME_BY_REASON: { figure: outcomeByReason },
  PROTECTIVE_ORDERS: { figure: protectiveOrders },
  POLICE_FILE_QUALITY: { figure: policeFileQuality },
  TIMELINESS: { figure: timeliness },
  RISK_ASSESSMENT: { figure: riskAssessment },
  AVAILABILITY: { figure: availability, apart: true },
};

@ArgsType()
class TableArgs {
  @Field(() => InspectionTableKind, { description: 'What it shows.' })
  kind!: InspectionTableKind;

  @Field(() => InspectionTableBy, {
    nullable: true,
    description: 'By what it is taken apart; not at all unless given.',
  })
  by?: InspectionTableBy | null;
}

@ArgsType()
class FilesBehindArgs extends TableArgs {
  @Field(() => String, { description: 'Key of the row.' })
  row!: string;

  @Field(() => String, { description: 'Key of the column.' })
  column!: string;

  @Field(() => Int, { defaultValue: 20, description: 'How many, from 1 to 100.' })
  first!: number;
}

@Resolver(() => Inspection)
export class InspectionTables {
  @Opens('inspection:read')
  @FieldResolver(() => StatTable, {
    description:
      'A table over its files: those drawn for it, and those examined. Whoever may not read every case among them sees no count from which one below five would follow.',
  })
  async table(
    @Root() inspection: Inspection,
    @Args() { kind, by = null }: TableArgs,
    @Ctx() context: Context,
  ): Promise<StatTable> {
    const { figure: drawn, ...about } = kinds[kind];
    const asked = await Asked.of(context, inspection, by, about);
    const figure = await drawn(asked);
    const { notes, breaks } = surroundings(asked, await asked.span());
    const open = asked.files.every((files) => files.open);
    return tableOf({ ...figure, notes: (count) => [...figure.notes(count), ...notes(count)] }, breaks, !open);
  }

  @Opens('inspection:read', 'case:read')
  @FieldResolver(() => FilesBehind, { description: 'The files behind a cell of a table, for who may read them.' })
  async filesBehind(
    @Root() inspection: Inspection,
    @Args() { kind, by = null, row, column, first }: FilesBehindArgs,
    @Arg('after', () => String, { nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<FilesBehind> {
    if (first < 1 || first > 100)
      throw invalidInput([{ field: 'first', reason: `must be from 1 to 100, not ${first}` }]);
    if (after && !isUuid(after)) throw invalidInput([{ field: 'after', reason: 'is not a cursor of this list' }]);
    const { figure, ...about } = kinds[kind];
    const { rows, columns } = await figure(await Asked.of(context, inspection, by, { ...about, split: true }));
    const at = columns.findIndex(({ key }) => key === column);
    if (at === -1) throw invalidInput([{ field: 'column', reason: 'is not a column of this table' }]);
    const found = rows.find(({ key }) => key === row);
    if (!found) throw invalidInput([{ field: 'row', reason: 'is not a row of this table' }]);
    const { ids, measured } = found.cells[at]!;
    if (measured) throw invalidInput([{ field: 'column', reason: 'measures files and does not count them' }]);
    const all = ids ? ids.split(',').sort() : [];
    const rest = after ? all.filter((id) => id > after) : all;
    const page = rest.slice(0, first);
    return {
      total: all.length,
      cases: page.map((id) => ({ id })),
      endCursor: rest.length > first ? page.at(-1)! : null,
    };
  }
}

/** What every table says of its files: where they come from, which are not counted, and what changed meanwhile. */
function surroundings(
  asked: Asked,
  { size, from, to }: Span,
): {
  notes: (count: (n: number) => string) => string[];
  breaks: ComparabilityBreak[];
} {
  const sum = (of: 'all' | 'drawn' | 'examined' | 'lost') => asked.files.reduce((total, files) => total + files[of], 0);
  const unseen = asked.size - size;
  const notes = (count: (n: number) => string) => [
    `The inspection is about ${count(sum('all'))} files: ${count(sum('drawn'))} drawn at random, of which ${count(sum('lost'))} were destroyed or could not be found; ${count(sum('examined'))} were examined, drawn or not.`,
    ...(unseen > 0
      ? [`The cases of ${count(unseen)} files cannot be read, or are not held; they count only as examined.`]
      : []),
  ];
  const breaks = recordingChanges
    .filter((change) => from !== null && to !== null && from < change.from && change.from <= to)
    .map((change) => ({ from: change.from, text: change.verified ? change.text : `${change.text} (Not verified.)` }));
  return { notes, breaks };
}
