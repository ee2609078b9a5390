import type { StatCell, StatColumn, StatTable } from './stat-table';

/** How a table is drawn. */
export type PlotForm = 'BARS' | 'LINES';

/** What one column contributes: a colour, and for who cannot tell colours a hatching, a dash and a marker of its own. */
interface Look {
  colour: string;
  hatch: string;
  dash: string;
  marker: (x: number, y: number) => string;
}

/**
 * Colours of Okabe and Ito (2008), which people with any kind of colour blindness tell apart and which differ in
 * brightness when printed in grey; with eight of them no plot tells more columns apart.
 */
const LOOKS: readonly Look[] = [
  { colour: '#0072B2', hatch: '', dash: '', marker: (x, y) => `<circle cx="${x}" cy="${y}" r="4"/>` },
  { colour: '#E69F00', hatch: 'M0 8L8 0', dash: '8 4', marker: (x, y) => `<path d="M${x - 4} ${y - 4}h8v8h-8z"/>` },
  { colour: '#009E73', hatch: 'M0 0L8 8', dash: '2 3', marker: (x, y) => `<path d="M${x} ${y - 5}l5 9h-10z"/>` },
  { colour: '#CC79A7', hatch: 'M0 4H8', dash: '10 3 2 3', marker: (x, y) => `<path d="M${x} ${y - 5}l5 5-5 5-5-5z"/>` },
  { colour: '#56B4E9', hatch: 'M4 0V8', dash: '5 5', marker: (x, y) => `<path d="M${x} ${y + 5}l5-9h-10z"/>` },
  {
    colour: '#D55E00',
    hatch: 'M0 8L8 0M0 0L8 8',
    dash: '1 4',
    marker: (x, y) => `<path d="M${x - 5} ${y}h10M${x} ${y - 5}v10"/>`,
  },
  {
    colour: '#777777',
    hatch: 'M0 4H8M4 0V8',
    dash: '12 4',
    marker: (x, y) => `<path d="M${x - 4} ${y - 4}l8 8m0-8l-8 8"/>`,
  },
  { colour: '#000000', hatch: 'M2 2h1v1h-1z', dash: '4 2 1 2', marker: (x, y) => `<path d="M${x - 5} ${y}h10"/>` },
];

const WIDTH = 960;
const LEFT = 330;
const RIGHT = 90;
const LINE = 18;
const FONT = 'font-family="Arial, Helvetica, sans-serif" font-size="13"';

/** Most rows that one plot shows legibly. */
export const MOST_ROWS = 120;

/** What is drawn of a cell: its percentage where every column has one, else its count. */
interface Point {
  value: number | null;
  low: number | null;
  high: number | null;
  text: string;
}

/**
 * A table as SVG: bars by row, or lines over rows that are periods, with 95 per cent intervals where it has any and the
 * breaks of comparability that it names. What is hidden in the table is said to be hidden. `only` are keys of columns;
 * by default the first that can be told apart.
 */
export function plotOf(table: StatTable, form: PlotForm, only?: readonly string[] | null): string {
  const columns = table.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ key, index }) => only?.includes(key) ?? drawn(table, index))
    .slice(0, LOOKS.length);
  const rows = table.rows.slice(0, MOST_ROWS);
  const percent = columns.length > 0 && columns.every(({ index }) => rows.some(({ cells }) => cells[index]!.percent !== null && cells[index]!.percent !== undefined)); // prettier-ignore
  const points = rows.map(({ cells }) => columns.map(({ index }) => pointOf(cells[index]!, percent)));
  const highest = Math.max(...points.flat().map(({ value, high }) => Math.max(value ?? 0, high ?? 0)), 0);
  const top = percent ? 100 : niceTop(highest);
  const axis = percent ? 'Per cent, with 95 per cent intervals' : 'Number';
  const body = form === 'LINES' ? lines(table, rows, points, top) : bars(rows, points, top);
  const legend = columns.map((column, n) => legendItem(column, n, 44 + LINE * n)).join('');
  const start = 60 + LINE * columns.length;
  const notes = [
    axis,
    ...(table.rows.length > rows.length ? [`The first ${rows.length} of ${table.rows.length} rows.`] : []),
  ];
  const height = start + body.height + 30 + LINE * notes.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc" ${FONT}>
<title id="title">${escaped(table.title)}</title><desc id="desc">${escaped(described(table, columns))}</desc>
<defs>${LOOKS.map(pattern).join('')}</defs><rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="24" font-size="16" font-weight="bold">${escaped(table.title)}</text>${legend}
<g transform="translate(0 ${start})">${body.svg}</g>
${notes.map((note, n) => `<text x="12" y="${start + body.height + 30 + LINE * n}" fill="#333">${escaped(note)}</text>`).join('')}</svg>`;
}

/** A column is worth drawing where it counts anything. */
function drawn({ rows }: StatTable, index: number): boolean {
  return rows.length === 0 || rows.some(({ cells }) => cells[index]!.value !== null || cells[index]!.suppressed);
}

function pointOf({ value, suppressed, percent = null, low = null, high = null }: StatCell, asPercent: boolean): Point {
  if (suppressed) return { value: null, low: null, high: null, text: 'hidden' };
  if (asPercent)
    return { value: percent, low, high, text: percent === null ? 'none' : `${percent}% (${String(value)})` };
  return { value, low: null, high: null, text: value === null ? 'none' : String(value) };
}

/** The least of 1, 2 or 5 times a power of ten that is not below `highest`. */
function niceTop(highest: number): number {
  if (highest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  return power * ([1, 2, 5].find((step) => step * power >= highest) ?? 10);
}

interface Drawing {
  svg: string;
  height: number;
}

const PLOT = WIDTH - LEFT - RIGHT;

function bars(rows: readonly StatColumn[], points: readonly Point[][], top: number): Drawing {
  const thick = 14;
  const across = (value: number) => LEFT + (value / top) * PLOT;
  let y = 6;
  const parts = rows.map(({ title }, r) => {
    const from = y;
    const drawnBars = points[r]!.map(({ value, low, high, text }, c) => {
      const at = from + c * (thick + 2);
      const end = Math.max(across(value ?? 0), value === null ? LEFT : across(high ?? value));
      const bar =
        value === null ? '' : `<rect x="${LEFT}" y="${at}" width="${round(across(value) - LEFT)}" height="${thick}" fill="url(#hatch${c})" stroke="#000" stroke-width="0.5"/>`; // prettier-ignore
      const interval = low === null || high === null ? '' : whisker(across(low), across(high), at + thick / 2);
      return `${bar}${interval}<text x="${round(end + 5)}" y="${at + 11}" font-size="11">${escaped(text)}</text>`;
    }).join('');
    y += Math.max(points[r]!.length * (thick + 2), LINE) + 8;
    return `<text x="${LEFT - 8}" y="${from + 12}" text-anchor="end">${escaped(shortened(title))}</text>${drawnBars}`;
  });
  return { svg: grid(top, y) + parts.join(''), height: y + LINE };
}

function whisker(from: number, to: number, y: number): string {
  return `<path d="M${round(from)} ${y}H${round(to)}M${round(from)} ${y - 4}v8M${round(to)} ${y - 4}v8" stroke="#000" stroke-width="1.5" fill="none"/>`;
}

function grid(top: number, height: number): string {
  return [0, 0.25, 0.5, 0.75, 1]
    .map((share) => {
      const x = round(LEFT + share * PLOT);
      return `<path d="M${x} 0V${height}" stroke="#ccc"/><text x="${x}" y="${height + 14}" text-anchor="middle" font-size="11">${round(share * top)}</text>`;
    })
    .join('');
}

const HEIGHT = 320;
const MARGIN = 70;

function lines(table: StatTable, rows: readonly StatColumn[], points: readonly Point[][], top: number): Drawing {
  const step = (WIDTH - MARGIN - RIGHT) / Math.max(rows.length, 1);
  const x = (r: number) => round(MARGIN + step * (r + 0.5));
  const y = (value: number) => round(HEIGHT - (value / top) * HEIGHT);
  const levels = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = y(share * top);
    return `<path d="M${MARGIN} ${at}H${WIDTH - RIGHT}" stroke="#ccc"/><text x="${MARGIN - 8}" y="${at + 4}" text-anchor="end" font-size="11">${round(share * top)}</text>`;
  });
  const every = Math.ceil(rows.length / 16);
  const periods = rows.map(
    ({ title }, r) =>
    r % every ? '' : `<text x="${x(r)}" y="${HEIGHT + 18}" text-anchor="middle" font-size="11">${escaped(shortened(title, 14))}</text>`, // prettier-ignore
  );
  const series = (points[0] ?? []).map((_first, c) => {
    const { colour, dash, marker } = LOOKS[c]!;
    const values = points.map((row) => row[c]!);
    // A line does not lead across what is hidden or was not measured.
    const path = values.map(({ value }, r) => (value === null ? '' : `${values[r - 1]?.value === null || r === 0 ? 'M' : 'L'}${x(r)} ${y(value)}`)); // prettier-ignore
    const marks = values.map(({ value, low, high }, r) => {
      if (value === null) return '';
      const interval = low === null || high === null ? '' : `<path d="M${x(r)} ${y(low)}V${y(high)}M${x(r) - 4} ${y(low)}h8M${x(r) - 4} ${y(high)}h8" fill="none"/>`; // prettier-ignore
      return interval + marker(x(r), y(value));
    });
    return `<g stroke="${colour}" fill="${colour}" stroke-width="1.5"><path d="${path.join('')}" fill="none" stroke-dasharray="${dash}"/>${marks.join('')}</g>`;
  });
  const breaks = table.comparabilityBreaks.flatMap(({ from }) => {
    const next = rows.findIndex(({ key }) => key >= from.slice(0, key.length));
    if (next <= 0) return [];
    const at = round(MARGIN + step * next);
    return [`<path d="M${at} 0V${HEIGHT}" stroke="#000" stroke-dasharray="3 3"/><text x="${at + 3}" y="10" font-size="10">rules changed ${escaped(from)}</text>`]; // prettier-ignore
  });
  return { svg: [...levels, ...periods, ...series, ...breaks].join(''), height: HEIGHT + 24 };
}

function pattern({ colour, hatch }: Look, n: number): string {
  return `<pattern id="hatch${n}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${colour}"/><path d="${hatch}" stroke="#fff" stroke-width="1.5" fill="none"/></pattern>`;
}

function legendItem({ title }: StatColumn, n: number, y: number): string {
  const { colour, marker } = LOOKS[n]!;
  return `<rect x="12" y="${y - 11}" width="22" height="13" fill="url(#hatch${n})" stroke="#000" stroke-width="0.5"/><g fill="${colour}" stroke="${colour}">${marker(46, y - 4)}</g><text x="58" y="${y}">${escaped(title)}</text>`;
}

/** What a screen reader says of the plot: what it shows and all that a reader of the table must know. */
function described({ rows, notes }: StatTable, columns: readonly StatColumn[]): string {
  return [`${rows.length} rows by ${columns.map(({ title }) => title).join(', ')}.`, ...notes].join(' ');
}

function shortened(text: string, most = 46): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return (
    text
      // XML 1.0 has no place for control characters, however they are written.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
