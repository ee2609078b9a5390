import fc from 'fast-check';
import { type CountedTable, hideSmall, shareOf } from './small-numbers';

describe('a share', () => {
  // Worked by hand; 81 of 263 is an example of Newcombe (1998, Statistics in Medicine 17:857–872).
  test.each([
    [0, 10, { percent: 0, low: 0, high: 27.8 }],
    [10, 10, { percent: 100, low: 72.2, high: 100 }],
    [5, 10, { percent: 50, low: 23.7, high: 76.3 }],
    [1, 3, { percent: 33.3, low: 6.1, high: 79.2 }],
    [81, 263, { percent: 30.8, low: 25.5, high: 36.6 }],
  ])('of %i of %i', (k, n, expected) => expect(shareOf(k, n)).toEqual(expected));

  test('of nothing is none', () => expect(shareOf(0, 0)).toBeNull());
});

const tableOf = (cells: number[][]): CountedTable => ({
  rows: cells.map((row) => ({ cells: row, total: sum(row) })),
  columnTotals: cells[0]!.map((_cell, c) => sum(cells.map((row) => row[c]!))),
  total: sum(cells.flat()),
});
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('small counts', () => {
  test('are hidden with the smallest others from which they would follow', () => {
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
    const hidden = hideSmall(tableOf([[5, 6], [7, 8]])); // prettier-ignore
    expect(hidden.rows.flatMap(({ cells, total }) => [...cells, total])).toEqual(Array(6).fill(false));
    expect([...hidden.columnTotals, hidden.total]).toEqual(Array(3).fill(false));
  });

  test('take a total that is small with them', () => {
    const hidden = hideSmall(tableOf([[1, 1], [50, 60]])); // prettier-ignore
    expect(hidden.rows[0]).toEqual({ cells: [true, true], total: true });
  });

  test('never follow from a line and its total, whatever the table', () => {
    const anyTable = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(anyTable, (cells) => {
        const table = tableOf(cells);
        const hidden = hideSmall(table);
        const counts = [...table.rows.map((row) => [...row.cells, row.total!]), [...table.columnTotals, table.total!]];
        const marks = [...hidden.rows.map((row) => [...row.cells, row.total]), [...hidden.columnTotals, hidden.total]];
        const lines = [...marks.map((mark, r) => mark.map((hide, c) => ({ hide, n: counts[r]![c]! })))];
        const all = [...lines, ...lines[0]!.map((_cell, c) => lines.map((line) => line[c]!))];
        for (const line of all) {
          for (const { hide, n } of line) if (!hide) expect(n).toBeGreaterThanOrEqual(5);
          const kept = line.filter(({ hide }) => hide);
          if (kept.length > 0 && kept.length < line.length) {
            expect(kept.length).toBeGreaterThan(1);
            expect(sum(kept.map(({ n }) => n))).toBeGreaterThanOrEqual(5);
          }
        }
      }),
    );
  });
});
