/** CountedTable from 0 to one below this are not shown to those who may only count. */
export const SMALL = 5;

/** 97.5th centile of the normal distribution: both sides together leave 5 per cent. */
const Z = 1.959963984540054;

/** A share of `n` in per cent with its 95 per cent interval, rounded to a tenth. */
export interface Share {
  percent: number;
  low: number;
  high: number;
}

/**
 * The share that `k` of `n` are, with the interval of Wilson (1927, Journal of the American Statistical Association
 * 22:209–212), which also holds for few cases and for shares near 0 and 100. Null where nothing is counted.
 */
export function shareOf(k: number, n: number): Share | null {
  if (n === 0) return null;
  const p = k / n;
  const spread = 1 + (Z * Z) / n;
  const centre = (p + (Z * Z) / (2 * n)) / spread;
  const half = (Z / spread) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return {
    percent: tenth(100 * p),
    low: tenth(100 * Math.max(0, centre - half)),
    high: tenth(100 * Math.min(1, centre + half)),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** CountedTable with their totals, each null where nothing was counted there. */
export interface CountedTable {
  rows: { cells: (number | null)[]; total: number | null }[];
  columnTotals: (number | null)[];
  total: number | null;
}

/** Which counts are to be hidden: as `CountedTable`, with a truth in the place of each. */
export interface HiddenTable {
  rows: { cells: boolean[]; total: boolean }[];
  columnTotals: boolean[];
  total: boolean;
}

/**
 * Hides every count below `SMALL`, and then as many others, the smallest first, as it takes that none of them follows
 * from what is shown: in a row or column with its total, what is hidden is two counts at least, of `SMALL` together.
 */
export function hideSmall({ rows, columnTotals, total }: CountedTable): HiddenTable {
  const counts = [...rows.map((row) => [...row.cells, row.total]), [...columnTotals, total]];
  const hidden = counts.map((line) => line.map((count) => count !== null && count < SMALL));
  const width = columnTotals.length + 1;
  const across = counts.map((_line, r) => Array.from({ length: width }, (_cell, c) => [r, c] as const));
  const down = Array.from({ length: width }, (_cell, c) => counts.map((_line, r) => [r, c] as const));
  for (let changed = true; changed;) {
    changed = false;
    for (const line of [...across, ...down]) {
      const next = leaking(line, counts, hidden);
      if (!next) continue;
      hidden[next[0]]![next[1]] = true;
      changed = true;
    }
  }
  const last = hidden.pop()!;
  return {
    rows: hidden.map((line) => ({ cells: line.slice(0, -1), total: line.at(-1)! })),
    columnTotals: last.slice(0, -1),
    total: last.at(-1)!,
  };
}

type Place = readonly [row: number, column: number];

/** The count to be hidden next in a line whose hidden counts would follow from the others; none where they do not. */
function leaking(line: readonly Place[], counts: (number | null)[][], hidden: boolean[][]): Place | undefined {
  const held = line.filter(([r, c]) => counts[r]![c] !== null);
  const kept = held.filter(([r, c]) => hidden[r]![c]);
  if (kept.length === 0) return undefined;
  const together = kept.reduce((sum, [r, c]) => sum + counts[r]![c]!, 0);
  if (kept.length > 1 && together >= SMALL) return undefined;
  return held
    .filter(([r, c]) => !hidden[r]![c])
    .reduce<Place | undefined>(
      (least, place) => (least && counts[least[0]]![least[1]]! <= counts[place[0]]![place[1]]! ? least : place),
      undefined,
    );
}
