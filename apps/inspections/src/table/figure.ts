import {
  type ComparabilityBreak,
  SMALL,
  type StatColumn,
  type StatRow,
  type StatTable,
  hideSmall,
  shareOf,
} from '@throughline/subgraph';

/** What a table shows before anything is hidden. */
export interface Figure {
  title: string;
  columns: StatColumn[];
  rows: FigureRow[];
  /** Whether the cells of a row add up to its total, and those of a column to that of the column. */
  additive: boolean;
  /** How many files it is about. */
  files: number;
  /** Sentences for its reader; numbers in them are written by `count`, which hides small ones. */
  notes: (count: (n: number) => string) => string[];
}

export interface FigureRow extends StatColumn {
  cells: FigureCell[];
  total: number | null;
  score?: number | null;
}

export interface FigureCell {
  n: number | null;
  /** What a percentage is taken of. */
  of?: number | null;
  /** How many of `of`, where these are not simply `n`. */
  share?: number;
  label?: string;
  /** Cells of a table with the same tie add up to something shown: where one is hidden, so are the others. */
  tie?: string;
  /** Not a count of files but something measured of those that the first cell of the row counts. */
  measured?: boolean;
  /** Ids of the files, separated by commas, where they were asked for. */
  ids?: string;
}

/** Adds up counts of files, and their ids where these were asked for. */
export function sumOf(counts: readonly { n: number; ids?: string | null }[]): { n: number; ids: string } {
  return {
    n: counts.reduce((sum, { n }) => sum + n, 0),
    ids: counts.flatMap(({ ids }) => (ids ? [ids] : [])).join(','),
  };
}

/** The table of a figure; with `hide`, without any number from which a small count would follow. */
export function tableOf(figure: Figure, breaks: ComparabilityBreak[], hide: boolean): StatTable {
  const totals = totalsOf(figure);
  const hidden = hide ? hiddenOf(figure, totals) : undefined;
  const few = (n: number) => (hide && n < SMALL ? `fewer than ${SMALL}` : n.toLocaleString('en-GB'));
  const shown = (n: number | null, hiding: boolean | undefined) => (hiding ? null : n);
  return {
    title: figure.title,
    columns: figure.columns,
    rows: figure.rows.map((row, r) => rowOf(row, hidden?.rows[r])),
    columnTotals: totals.columnTotals.map((n, c) => shown(n, hidden?.columnTotals[c])),
    total: shown(totals.total, hidden?.total),
    denominator: shown(figure.files, hide && figure.files < SMALL),
    notes: figure.notes(few),
    comparabilityBreaks: breaks,
  };
}

const NONE = { percent: null, low: null, high: null };

function percentages(share: number | null, of: number | null) {
  return share !== null && of !== null ? (shareOf(share, of) ?? NONE) : NONE;
}

function rowOf({ key, title, cells, total, score }: FigureRow, hidden: HiddenRow | undefined): StatRow {
  // What a percentage is taken of could tell what is hidden beside it.
  const whole = !hidden?.cells.includes(true);
  return {
    key,
    title,
    total: hidden?.total ? null : total,
    score: whole ? (score ?? null) : null,
    cells: cells.map(({ n, of = null, share, label }, c) => ({
      value: hidden?.cells[c] ? null : n,
      suppressed: hidden?.cells[c] ?? false,
      of: whole ? of : null,
      ...percentages(whole ? (share ?? n) : null, of),
      label: label ?? null,
    })),
  };
}

interface Totals {
  columnTotals: (number | null)[];
  total: number | null;
}

function totalsOf({ columns, rows, additive, files }: Figure): Totals {
  if (!additive) return { columnTotals: columns.map(() => null), total: files };
  const sum = (of: (row: FigureRow) => number | null) => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    columnTotals: columns.map((_column, c) => sum(({ cells }) => cells[c]!.n)),
    total: sum(({ total }) => total),
  };
}

interface HiddenRow {
  cells: boolean[];
  total: boolean;
}

function hiddenOf(figure: Figure, totals: Totals): { rows: HiddenRow[]; columnTotals: boolean[]; total: boolean } {
  const { rows, columns, additive } = figure;
  if (additive) {
    return hideSmall({ ...totals, rows: rows.map(({ cells, total }) => ({ cells: cells.map(({ n }) => n), total })) });
  }
  const small = (n: number | null) => n !== null && n < SMALL;
  // Who is not counted in a cell is counted by the difference.
  const alone = ({ n, of = null, share, measured }: FigureCell) => {
    const part = share ?? n;
    return !measured && (small(n) || small(part) || (of !== null && part !== null && small(of - part)));
  };
  const tied = new Set(
    rows.flatMap(({ cells }) => cells.filter(alone).flatMap(({ tie }) => (tie === undefined ? [] : [tie]))),
  );
  return {
    rows: rows.map(({ cells, total }) => {
      const hidden = cells.map((cell) => alone(cell) || (cell.tie !== undefined && tied.has(cell.tie)));
      return { cells: hidden.map((one, c) => one || (cells[c]!.measured === true && hidden[0]!)), total: small(total) };
    }),
    columnTotals: columns.map(() => false),
    total: small(totals.total),
  };
}
