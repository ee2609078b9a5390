import fc from 'fast-check';
import { type Constraint, type OptimizationDirection, solve } from 'yalps';
import { type CountedTable, type HiddenTable, hideSmall, tellsByItsHeadings } from './suppression';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const tableOf = (cells: number[][]): CountedTable => ({
  rows: cells.map((row) => ({ cells: row, total: sum(row) })),
  columnTotals: cells[0]!.map((_cell, c) => sum(cells.map((row) => row[c]!))),
  total: sum(cells.flat()),
});
/** As one grid, totals last. */
const counts = ({ rows, columnTotals, total }: CountedTable) => [
  ...rows.map((row) => [...row.cells, row.total] as number[]),
  [...columnTotals, total] as number[],
];
const marks = ({ rows, columnTotals, total }: HiddenTable) => [
  ...rows.map((row) => [...row.cells, row.total]),
  [...columnTotals, total],
];

describe('small counts', () => {
  test('are hidden with the cheapest others from which they would follow', () => {
    const hidden = hideSmall(
      tableOf([
        [3, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ]),
    );
    expect(hidden.rows.map(({ cells }) => cells)).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ]);
    expect(hidden.rows.map(({ total }) => total)).toEqual([false, false, false]);
    expect(hidden.total).toBe(false);
  });

  test('leave a table without any as it is', () => {
    expect(marks(hideSmall(tableOf([[5, 6], [7, 8]]))).flat()).toEqual(Array(9).fill(false)); // prettier-ignore
  });

  test('take a total that is small with them, and another that it would follow from', () => {
    const hidden = hideSmall(tableOf([[1, 1], [50, 60], [70, 90]])); // prettier-ignore
    expect(hidden.rows.map(({ total }) => total)).toEqual([true, true, false]);
    expect(hidden.columnTotals).toEqual([false, false]);
  });

  test('are not told by a chain of lines that each have two hidden counts, either', () => {
    // Two squares of hidden counts with one between them: that one would follow from all the rest together.
    const cells = [
      [3, 9, 50, 50, 50],
      [9, 3, 50, 50, 50],
      [50, 50, 4, 50, 50],
      [50, 50, 50, 3, 9],
      [50, 50, 50, 9, 3],
    ];
    const hidden = hideSmall(tableOf(cells));
    expect(feasible(cells, marks(hidden), 0).every(({ low, high }) => high - low >= 4)).toBe(true);
  });

  test('leave nothing of a table that is small as a whole', () => {
    expect(marks(hideSmall(tableOf([[2, 1], [0, 1]]))).flat()).toEqual(Array(9).fill(true)); // prettier-ignore
  });

  test.each([
    [[1, 1, 1, 1, 1], true],
    [[2, 1, 1, 1], true],
    [[3, 2], false],
    [[1, 1, 6], false],
    [[4], false],
    [[1, 1, 1, 1], true],
    [[20], false],
  ])('totals of %j follow from there being rows at all: %s', (totals, expected) =>
    expect(tellsByItsHeadings(totals)).toBe(expected),
  );
});

interface Range {
  place: string;
  low: number;
  high: number;
}

/** How the cells of a line, and the lines of totals, add up. */
interface Sums {
  rows: 'EXACTLY' | 'AT_LEAST';
  columns: 'EXACTLY' | 'AT_LEAST';
}

/**
 * From what to what each hidden count can be, given everything that is shown: two linear programs a count. Where one
 * record can count in several columns, the cells of a row come to its total or more, and none is more than it.
 */
function feasible(
  cells: number[][],
  hidden: boolean[][],
  least: number,
  sums: Sums = { rows: 'EXACTLY', columns: 'EXACTLY' },
  grid: number[][] = counts(tableOf(cells)),
): Range[] {
  const [height, width] = [grid.length - 1, grid[0]!.length - 1];
  const constraints: Record<string, Constraint> = {};
  const variables: Record<string, Record<string, number>> = {};
  const line = (name: string, places: [number, number][], [tr, tc]: [number, number], kind: Sums['rows']) => {
    const total = `${tr},${tc}`;
    for (const [r, c] of places) variables[`${r},${c}`]![name] = 1;
    variables[total]![name] = -1;
    constraints[name] = kind === 'EXACTLY' ? { equal: 0 } : { min: 0 };
    if (kind === 'EXACTLY') return;
    for (const [r, c] of places) {
      variables[`${r},${c}`]![`${name} ${r},${c}`] = 1;
      variables[total]![`${name} ${r},${c}`] = -1;
      constraints[`${name} ${r},${c}`] = { max: 0 };
    }
  };
  for (let r = 0; r <= height; r += 1) {
    for (let c = 0; c <= width; c += 1) {
      const isTotal = r === height || c === width;
      variables[`${r},${c}`] = { [`value ${r},${c}`]: 1 };
      constraints[`value ${r},${c}`] = hidden[r]![c] ? { min: isTotal ? least : 0 } : { equal: grid[r]![c]! };
    }
  }
  for (let r = 0; r <= height; r += 1) {
    line(`row ${r}`, grid[r]!.slice(0, -1).map((_n, c) => [r, c]), [r, width], sums.rows); // prettier-ignore
  }
  for (let c = 0; c <= width; c += 1) {
    line(`column ${c}`, grid.slice(0, -1).map((_n, r) => [r, c]), [height, c], sums.columns); // prettier-ignore
  }
  const best = (place: string, direction: OptimizationDirection) => {
    const solution = solve({ direction, objective: `value ${place}`, constraints, variables }, { precision: 1e-7 });
    if (solution.status === 'unbounded') return Infinity;
    expect(solution.status).toBe('optimal');
    return Math.round(solution.result);
  };
  return grid.flatMap((row, r) =>
    row.flatMap((_n, c) => {
      if (!hidden[r]![c]) return [];
      const place = `${r},${c}`;
      return [{ place, low: best(place, 'minimize'), high: best(place, 'maximize') }];
    }),
  );
}

/** Counts as they are in tables: many small ones, some large. */
const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }));
const anyCells = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

describe('whatever the table', () => {
  test('no hidden count can be told from all that is shown: each can still be any of five numbers', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const table = tableOf(cells);
        const hidden = marks(hideSmall(table));
        for (const [r, row] of counts(table).entries()) {
          for (const [c, n] of row.entries()) if (!hidden[r]![c]) expect(n).toBeGreaterThanOrEqual(5);
        }
        if (table.total! < 5) return;
        for (const { place, low, high } of feasible(cells, hidden, 0)) {
          expect([place, high - low >= 4]).toEqual([place, true]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('nor where every row and column is known to count something', () => {
    const counted = anyCells
      .map((cells) => cells.filter((row) => sum(row) > 0))
      .filter((cells) => cells.length > 0)
      .map((cells) => cells.map((row) => row.filter((_n, c) => sum(cells.map((other) => other[c]!)) > 0)))
      .filter((cells) => {
        const { rows, columnTotals } = tableOf(cells);
        return ![rows.map(({ total }) => total!), columnTotals as number[]].some(tellsByItsHeadings);
      });
    fc.assert(
      fc.property(counted, (cells) => {
        const table = tableOf(cells);
        if (table.total! < 5) return;
        const hidden = marks(hideSmall(table, 1));
        for (const { place, low, high } of feasible(cells, hidden, 1)) {
          expect([place, high - low >= 3]).toEqual([place, true]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the totals of a table and those of each of its dimensions alone are hidden alike', () => {
    fc.assert(
      fc.property(anyCells, fc.constantFrom(0 as const, 1 as const), (cells, least) => {
        const { rows, columnTotals, total } = tableOf(cells);
        const both = hideSmall({ rows, columnTotals, total }, least);
        const alone = (totals: (number | null)[]) =>
          hideSmall({ rows: totals.map((n) => ({ cells: [n], total: n })), columnTotals: [total], total }, least);
        const byRow = alone(rows.map((row) => row.total));
        expect(byRow.rows.map((row) => row.total)).toEqual(both.rows.map((row) => row.total));
        expect(byRow.rows.map((row) => row.cells[0])).toEqual(both.rows.map((row) => row.total));
        expect(alone(columnTotals).rows.map((row) => row.total)).toEqual(both.columnTotals);
        expect(byRow.total).toBe(both.total);
      }),
      { numRuns: 200 },
    );
  });

  test('where records count in several columns, no small count can be told either', () => {
    const record = fc.record({
      row: fc.integer({ min: 0, max: 3 }),
      columns: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(record, { minLength: 5, maxLength: 120 }), (records) => {
        const of = (r: number | undefined, c: number | undefined) =>
          records.filter(
            ({ row, columns }) => (r === undefined || row === r) && (c === undefined || columns.includes(c)),
          ).length;
        const rows = [0, 1, 2, 3].filter((r) => of(r, undefined) > 0);
        const columns = [0, 1, 2, 3].filter((c) => of(undefined, c) > 0);
        const table: CountedTable = {
          rows: rows.map((r) => ({ cells: columns.map((c) => of(r, c)), total: of(r, undefined) })),
          columnTotals: columns.map((c) => of(undefined, c)),
          total: records.length,
        };
        const totals = [table.rows.map(({ total }) => total!), table.columnTotals as number[]];
        if (totals.some(tellsByItsHeadings)) return;
        const grid = counts(table);
        const shown = { rows: 'AT_LEAST', columns: 'EXACTLY' } as const;
        for (const { place, low, high } of feasible([], marks(hideSmall(table, 1)), 1, shown, grid)) {
          const [r = 0, c = 0] = place.split(',').map(Number);
          // That everybody counts in a column says how many do in each row: nothing small.
          if (grid[r]![c]! < 5) expect([place, high > low]).toEqual([place, true]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
