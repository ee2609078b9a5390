import type { Batch, Context, Group } from '@throughline/subgraph';

/** First and last day of the decisions on a case. */
export interface Days {
  first: string;
  last: string;
}

const FIGURES = `query ($figure: String!, $groups: JSON!, $by: String, $split: Boolean) {
  fileFigures(figure: $figure, groups: $groups, by: $by, split: $split) }`;

/** How many files there are of which the caller may see the case, and the first and last day on which these were opened. */
export interface Span {
  size: number;
  from: string | null;
  to: string | null;
}

/** A figure over files, and the span of these files. */
interface FileFigure<Of> {
  figure: Of;
  span: Span;
}

/** What the cases say about files, as the caller may see it, and the span of these files: see their `fileFigures`. */
export async function askCases<Answer>(
  context: Context,
  figure: string,
  groups: readonly Group[],
  more: { by?: string | null; split?: boolean } = {},
): Promise<FileFigure<Answer>> {
  const { fileFigures } = await context.ask<{ fileFigures: FileFigure<Answer> }>('cases', FIGURES, {
    figure,
    groups,
    ...more,
  });
  return fileFigures;
}

/** Files as one group. */
export function groupOf(key: string, ids: readonly string[]): Group {
  return { key, ids: ids.join(','), size: ids.length };
}

const batches = new WeakMap<Context, Batch<string, Days | null>>();

/** The days of the decisions on a case; null where there is none that the caller may see. One call for many cases. */
export function decisionDays(context: Context, caseId: string): Promise<Days | null> {
  let batch = batches.get(context);
  if (!batch) {
    batch = async (_db, ids) => {
      const { figure: found } = await askCases<{ ids: string; first: string; last: string }>(context, 'DECISION_DAYS', [
        groupOf('', [...new Set(ids)]),
      ]);
      const [cases, first, last] = [found.ids, found.first, found.last].map((array) => array.slice(1, -1).split(','));
      const days = new Map(cases!.map((id, n) => [id, { first: first![n]!, last: last![n]! }]));
      return ids.map((id) => days.get(id) ?? null);
    };
    batches.set(context, batch);
  }
  return context.load(batch, caseId);
}
