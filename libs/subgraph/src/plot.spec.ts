import { plotOf } from './plot';
import { shareOf } from './small-numbers';
import type { StatCell, StatTable } from './stat-table';

const cell = (value: number | null, of: number | null = null): StatCell => ({
  value,
  suppressed: value === null,
  of,
  ...(value !== null && of !== null ? shareOf(value, of) : {}),
});
const table = (rows: [title: string, cells: StatCell[]][], more: Partial<StatTable> = {}): StatTable => ({
  title: 'Files <by> area & "kind"',
  columns: rows[0]![1].map((_cell, c) => ({ key: `C${c}`, title: `Column ${c}` })),
  rows: rows.map(([title, cells]) => ({ key: title, title, cells, total: null })),
  columnTotals: [],
  total: null,
  denominator: null,
  notes: ['A note.'],
  comparabilityBreaks: [],
  ...more,
});
/** Every tag that is opened is closed, in order: an XML reader takes it. */
function refuseTorn(svg: string): void {
  const open: string[] = [];
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!self) open.push(name!);
  }
  expect(open).toEqual([]);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
}

describe('the plot of a table', () => {
  test('has a bar and an interval for each percentage, and words for who cannot see it', () => {
    const svg = plotOf(table([['North', [cell(3, 10), cell(7, 10)]], ['South', [cell(5, 10), cell(5, 10)]]]), 'BARS'); // prettier-ignore
    refuseTorn(svg);
    expect(svg.match(/fill="url\(#hatch\d\)" stroke="#000" stroke-width="0.5"\/><path/g)).toHaveLength(4);
    expect(svg).toContain('30% (3)');
    expect(svg).toContain('<title id="title">Files &lt;by&gt; area &amp; &quot;kind&quot;</title>');
    expect(svg).toContain('2 rows by Column 0, Column 1. A note.');
    expect(svg).toContain('Per cent, with 95 per cent intervals');
  });

  test('draws counts where there are no percentages, and says what is hidden', () => {
    const svg = plotOf(table([['North', [cell(40)]], ['South', [cell(null)]]]), 'BARS'); // prettier-ignore
    refuseTorn(svg);
    expect(svg).toContain('>40</text>');
    expect(svg).toContain('>hidden</text>');
    expect(svg).toContain('>Number</text>');
  });

  test('draws lines over periods, broken where a value is hidden, with the changes of rules between them', () => {
    const months: [string, StatCell[]][] = ['2020-02', '2020-03', '2020-04', '2020-05'].map((month, n) => [
      month,
      [cell(n === 1 ? null : 10 + n, 20)],
    ]);
    const svg = plotOf(table(months, { comparabilityBreaks: [{ from: '2020-04-01', text: 'Rules.' }] }), 'LINES');
    refuseTorn(svg);
    expect(svg).toContain('rules changed 2020-04-01');
    // One point, a gap, and a line of two.
    expect(/<path d="(M[^L"]*M[^L"]*L[^L"]*)" fill="none" stroke-dasharray/.exec(svg)).not.toBeNull();
  });

  test('draws the columns that are asked for, and tells every column apart without colour', () => {
    const cells = Array.from({ length: 12 }, (_one, n) => cell(n + 1));
    const all = plotOf(table([['Row', cells]]), 'BARS');
    refuseTorn(all);
    expect(all).toContain('>Column 7</text>');
    expect(all).not.toContain('>Column 8</text>');
    const two = plotOf(table([['Row', cells]]), 'BARS', ['C9', 'C11']);
    expect(two).toContain('>Column 9</text>');
    expect(two).not.toContain('>Column 0</text>');
    expect(new Set([...all.matchAll(/<pattern .*?<path d="([^"]*)"/g)].map(([, hatch]) => hatch)).size).toBe(8);
  });

  test('of nothing, and of text that XML cannot hold, is still a picture', () => {
    refuseTorn(plotOf(table([['\u0001', []]]), 'BARS'));
    refuseTorn(plotOf(table([['a', []]], { rows: [] }), 'LINES'));
  });
});
