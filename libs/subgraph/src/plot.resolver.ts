import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from './cost';
import { enumeration } from './enumeration';
import { Opens } from './model';
import { type PlotForm, plotOf } from './plot';
import { StatTable } from './stat-table';

export const PlotKind = enumeration('PlotKind', 'How a table is drawn.', {
  BARS: 'Bars by row, with 95 per cent intervals where the table has percentages.',
  LINES: 'Lines over the rows, for tables whose rows are periods.',
});

/** Tables as pictures, in every subgraph that gives tables. */
@Resolver(() => StatTable)
export class StatTablePlot {
  @Opens('open')
  @Costs(20)
  @FieldResolver(() => String, {
    description:
      'The table as an SVG picture of up to eight columns and 120 rows, legible in black and white and to who cannot tell colours; what is hidden in the table is hidden in it.',
  })
  svg(
    @Root() table: StatTable,
    @Arg('kind', () => PlotKind, { defaultValue: PlotKind.BARS, description: 'How it is drawn.' }) kind: PlotForm,
    @Arg('columns', () => [String], {
      nullable: true,
      description: 'Keys of the columns to be drawn; the first eight that count anything unless given.',
    })
    columns?: string[] | null,
  ): string {
    return plotOf(table, kind, columns);
  }
}
