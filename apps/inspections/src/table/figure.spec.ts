import { type Figure, type FigureCell, tableOf } from './figure';

const count = (n: number) => ({ n });
const row = (key: string, cells: FigureCell[], total: number) => ({ key, title: key, cells, total });
const figure = (rows: Figure['rows'], more: Partial<Figure> = {}): Figure => ({
  title: 'A table',
  columns: rows[0]!.cells.map((_cell, c) => ({ key: `c${c}`, title: `Column ${c}` })),
  rows,
  additive: true,
  files: 100,
  notes: (write) => [`There are ${write(3)} and ${write(1234)}.`],
  ...more,
});
const valuesOf = (shown: ReturnType<typeof tableOf>) => shown.rows.map(({ cells }) => cells.map(({ value }) => value));

describe('a figure', () => {
  const counts = figure([
    row('a', [{ n: 3, of: 53 }, { n: 20, of: 53 }, { n: 30, of: 53 }], 53), // prettier-ignore
    row('b', [{ n: 40, of: 150 }, { n: 50, of: 150 }, { n: 60, of: 150 }], 150), // prettier-ignore
  ]);

  test('is shown whole to who may read every case', () => {
    const shown = tableOf(counts, [], false);
    expect(valuesOf(shown)).toEqual([[3, 20, 30], [40, 50, 60]]); // prettier-ignore
    expect(shown).toMatchObject({ columnTotals: [43, 70, 90], total: 203, denominator: 100 });
    expect(shown.rows[0]!.cells[1]).toMatchObject({ of: 53, percent: 37.7, suppressed: false });
    expect(shown.notes).toEqual(['There are 3 and 1,234.']);
  });

  test('is shown to others without small counts, those they would follow from, and percentages beside them', () => {
    const shown = tableOf(counts, [], true);
    expect(valuesOf(shown)).toEqual([[null, null, 30], [null, null, 60]]); // prettier-ignore
    expect(shown.rows[0]!.cells.map(({ of, percent, low }) => [of, percent, low])).toEqual(Array(3).fill([null, null, null])); // prettier-ignore
    expect(shown.rows[0]!.cells[0]!.suppressed).toBe(true);
    expect(shown).toMatchObject({ columnTotals: [43, 70, 90], total: 203 });
    expect(shown.notes).toEqual(['There are fewer than 5 and 1,234.']);
  });

  test('that does not add up hides a count by the difference to which it is small', () => {
    const shown = tableOf(
      figure([row('a', [count(20), { n: 18, of: 20 }, { n: 10, of: 20 }], 20)], { additive: false }), // prettier-ignore
      [],
      true,
    );
    expect(valuesOf(shown)).toEqual([[20, null, 10]]);
    expect(shown.rows[0]!.cells[2]).toMatchObject({ of: null, percent: null });
  });

  test('hides what is tied to what is hidden, and what is measured of few', () => {
    const tied = figure(
      [row('a', [count(30), { n: 4, of: 20, tie: 'g' }, { n: 8, of: 20, tie: 'g' }, { n: 8, of: 20, tie: 'g' }], 30)], // prettier-ignore
      { additive: false },
    );
    expect(valuesOf(tableOf(tied, [], true))).toEqual([[30, null, null, null]]);
    const measured = figure(
      [
        row('a', [{ n: 4, of: 30 }, { n: 12, measured: true }, { n: 3, measured: true }], 4), // prettier-ignore
        row('b', [{ n: 10, of: 30 }, { n: 3, measured: true }, { n: 4, measured: true }], 10), // prettier-ignore
      ],
      { additive: false },
    );
    expect(valuesOf(tableOf(measured, [], true))).toEqual([[null, null, null], [10, 3, 4]]); // prettier-ignore
  });

  test('tells no denominator that is small', () => {
    const shown = tableOf(figure([row('a', [count(2), count(1)], 3)], { files: 3 }), [], true);
    expect(shown).toMatchObject({ denominator: null, total: null, columnTotals: [null, null] });
  });
});
