import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from './load';
import type { Minute } from './soak';

const docs = path.resolve(__dirname, '../../../docs');

/** One case: what each target did. */
export interface Measured {
  key: string;
  title: string;
  atOnce: number;
  figures: Record<string, Figures>;
}

export interface Performance {
  at: string;
  machine: string;
  /** Load average of the minute before it began. */
  load: number;
  cases: Measured[];
  /** By target. */
  peakMiB: Record<string, number>;
  /** What the product held, minute by minute. */
  held: Minute[];
}

/** Writes `docs/performance.md`, its picture, and the figures as JSON. */
export function writePerformance(performance: Performance): void {
  writeFileSync(path.join(docs, 'performance.json'), `${JSON.stringify(performance, null, 2)}\n`);
  writeFileSync(path.join(docs, 'performance.svg'), picture(performance.cases));
  writeFileSync(path.join(docs, 'performance.md'), page(performance));
}

const isGrowth = ({ key }: Measured): boolean => key.startsWith('growth-');
const ratio = (figure: number): string => figure.toFixed(2);

function page(performance: Performance): string {
  const { at, machine, load, cases, peakMiB, held } = performance;
  const tables = cases.filter((each) => !isGrowth(each)).map(table);
  const peaks = Object.entries(peakMiB).map(([name, mib]) => [name, String(mib)]);
  return `# Performance

Measured on ${at} by \`npm run bench -- --only gateways\`, which writes this page: ${machine}, the database, all gateways, subgraphs and the load on that one machine, which had a load of ${load} before it began. Another machine gives other figures; the ratios between those of one run are what they are for. All are in [performance.json](performance.json).

![Requests a second of each gateway, as a share of this one's, for each case](performance.svg)

## How

- Three gateways in processes of their own, each over the same five subgraphs in one more process, behind plain HTTP: this engine behind Apollo Server; \`@apollo/gateway\` behind Apollo Server; \`@graphql-hive/gateway\`. All as they come, with the same supergraph, without the directives on access, which \`@apollo/gateway\` refuses. Nobody caches answers, and every request asks for something else.
- Before each case all must give the same answer. They then take turns of a second and a half, in another order each round, after one that is not counted. A new request begins as soon as one ends, so many at once as the case says.
- CPU is that of a gateway and the subgraphs' process while it was its turn, and the gateway's own; the database and the load are left out.
- The hand-written service answers the same request by one prepared SQL statement that gives JSON, under the database's superuser: no rows are checked, no keys, nothing is planned. It is a bound, not a peer. The product beside it checks its key, its purpose and its rows, and writes into the audit log before it answers.

## Cases

${tables.join('\n\n')}

## Growth

The same request, one at a time, with ever more suspects in the database; everything in one process.

${growthTable(cases.filter(isGrowth))}

## Memory

Most that was resident during all of the above.

${markdown(['', 'MiB'], peaks)}
${heldOverTime(held)}
## What it says

${findings(performance).join('\n')}

## To repeat it

\`npm run bench -- --only gateways\`; the first time with a network, for the peers in \`tools/bench/peers\`. \`--growth 1000,10000,100000\` measures growth up to a hundred thousand suspects, which takes some minutes more; \`--minutes 10\` loads the product for ten minutes at last.
`;
}

function table({ title, atOnce, figures }: Measured): string {
  const [own] = Object.values(figures);
  const rows = Object.entries(figures).map(([name, each]) => [
    name,
    String(each['requests/s']),
    ratio(each['requests/s'] / own!['requests/s']),
    String(each['p50 ms']),
    String(each['p95 ms']),
    String(each['p99 ms']),
    String(each['CPU ms/request']),
    String(each['own CPU ms/request']),
  ]);
  const about = `**${title}**, ${atOnce} at once, ${size(own!.bytes)} the last answer.`;
  return `${about}\n\n${markdown(['', 'requests/s', 'of this one', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms/request', 'own'], rows)}`;
}

function growthTable(cases: readonly Measured[]): string {
  const [first] = cases.map(({ figures }) => Object.values(figures)[0]!);
  const rows = cases.map(({ key, figures }) => {
    const [own] = Object.values(figures);
    const times = ratio(own!['p50 ms'] / first!['p50 ms']);
    return [Number(key.split('-')[1]).toLocaleString('en-GB'), String(own!['p50 ms']), times, String(own!['p95 ms'])];
  });
  return markdown(['suspects', 'p50 ms', 'times the first', 'p95 ms'], rows);
}

/** What the product held in each minute of a load that went on. */
function heldOverTime(held: readonly Minute[]): string {
  if (held.length === 0) return '';
  const rows = held.map((each) => [each.minute, each.requests, each.heapMiB, each.residentMiB].map(String));
  return `
The product in one process, SuspectGraph of another suspect each time, eight at once, minute by minute: the least of JavaScript's heap that was in use, which is what is left once rubbish is collected, and the most that was resident.

${markdown(['minute', 'requests', 'heap, MiB', 'resident, MiB'], rows)}
`;
}

/** The goals, and what was reached of them. */
function findings({ cases, held }: Performance): string[] {
  const of = (key: string, name: string): number | undefined =>
    cases.find((each) => each.key === key)?.figures[name]?.['requests/s'];
  const times = (key: string, peer: string): string =>
    ratio((of(key, 'throughline') ?? 0) / (of(key, peer) ?? Infinity));
  const growth = cases.filter(isGrowth).map(({ figures }) => Object.values(figures)[0]!['p50 ms']);
  const share = (of('process', 'throughline') ?? 0) / (of('process', 'one SQL statement') ?? Infinity);
  const reached = (is: boolean): string => (is ? 'reached' : 'not reached');
  const own = (name: string): number =>
    cases.find(({ key }) => key === 'suspect')!.figures[name]!['own CPU ms/request'];
  const peers = ['@apollo/gateway', '@graphql-hive/gateway'].map((peer) => ({ peer, times: times('suspect', peer) }));
  return [
    ...peers.map(
      (each) =>
        `- \`SuspectGraph\` over the same subgraphs: ${each.times} times the requests of \`${each.peer}\` (the goal is 3: ${reached(Number(each.times) >= 3)}). The gateway alone takes ${ratio(own(each.peer) / own('throughline'))} times less processor; what the subgraphs and the database take is the same whoever asks them.`,
    ),
    `- In one process: ${Math.round(share * 100)} % of the requests of the hand-written service (the goal is 40 %: ${reached(share >= 0.4)}).`,
    `- From the smallest world to the largest here, the median grows ${ratio(growth.at(-1)! / growth[0]!)} times (the goal is 1.3 from a thousand suspects to a hundred thousand).`,
    // The first minute fills caches.
    ...(held.length > 2
      ? [
          `- Over ${held.length} minutes of load the heap that stays in use went from ${held[1]!.heapMiB} to ${held.at(-1)!.heapMiB} MiB after the first minute (the goal is no growth).`,
        ]
      : []),
  ];
}

function size(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, at) => Math.max(3, title.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const COLOURS: Record<string, string> = {
  throughline: '#1f6f8b',
  '@apollo/gateway': '#b0895f',
  '@graphql-hive/gateway': '#8a9a5b',
};
const WIDTH = 720;
const BAR = 16;
const LEFT = 250;

/** Bars of requests a second, as shares of this gateway's, a group for each case. */
function picture(cases: readonly Measured[]): string {
  const groups = cases.filter(({ figures }) => '@apollo/gateway' in figures);
  const names = Object.keys(COLOURS);
  const height = 60 + groups.length * (names.length * BAR + 34);
  const parts: string[] = [];
  names.forEach((name, at) => {
    const x = 10 + at * 210;
    parts.push(`<rect x="${x}" y="12" width="12" height="12" fill="${COLOURS[name]!}"/>`);
    parts.push(`<text x="${x + 18}" y="22">${name}</text>`);
  });
  const most = Math.max(...groups.flatMap((group) => names.map((name) => shareOf(group, name))), 1);
  groups.forEach((group, at) => {
    const top = 50 + at * (names.length * BAR + 34);
    parts.push(`<text x="10" y="${top}" font-weight="bold">${group.title}</text>`);
    names.forEach((name, row) => {
      const share = shareOf(group, name);
      const y = top + 8 + row * BAR;
      const width = Math.round(((WIDTH - LEFT - 70) * share) / most);
      const figure = `${ratio(share)} (${group.figures[name]!['requests/s']}/s)`;
      parts.push(`<text x="${LEFT - 8}" y="${y + 11}" text-anchor="end">${name}</text>`);
      parts.push(`<rect x="${LEFT}" y="${y}" width="${width}" height="${BAR - 4}" fill="${COLOURS[name]!}"/>`);
      parts.push(`<text x="${LEFT + width + 6}" y="${y + 11}">${figure}</text>`);
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH + 60}" height="${height}" viewBox="0 0 ${WIDTH + 60} ${height}" font-family="sans-serif" font-size="12" fill="#222">
<title>Requests a second of each gateway, as a share of this one's</title>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>
`;
}

function shareOf({ figures }: Measured, name: string): number {
  return figures[name]!['requests/s'] / figures.throughline!['requests/s'];
}
