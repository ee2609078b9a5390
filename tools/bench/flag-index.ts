import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Subgraph } from '@throughline/subgraph';
import { FlagIndex } from '../../apps/behaviour/src/flag-index/flag-index.service';
import { type Door, importRecords } from '../cli/import';
import { demoWorld } from '../demo/demo-world';
import { Random } from '../demo/random';

interface Graph {
  door: Door;
  running: readonly Subgraph[];
}
type Line = { measured: string } & Record<string, string | number>;
type Incident = { evidence?: string } & object;

const RATE = 500;
const SECONDS = 30;
const BACKLOG = 20_000;
const BATCHES_A_SECOND = 10;
const LOOK_EVERY_MS = 100;

/**
 * The index of flags on a generated world, with the gateway, the subgraphs, the generator and the index in one process:
 * how fast it is made, whether it keeps up with changes that come steadily, and how fast it makes up for many at once.
 */
export async function flagIndex({ door, running }: Graph, suspects: number): Promise<Line[]> {
  const named = (name: string) => running.find((one) => one.name === name)!;
  const [cases, behaviour] = [named('cases'), named('behaviour').db];
  const incidents: Incident[] = [];
  const world = function* () {
    for (const record of demoWorld({ suspects })) {
      if (record.type === 'incident') incidents.push(record);
      yield record;
    }
  };
  await importRecords(door, world(), 'bench');
  const random = new Random('bench');
  const changes = (count: number) => random.sample(incidents, count).map(changed);
  const index = new FlagIndex(behaviour, running);
  try {
    const first = await timed(() => idle(behaviour, running));
    const persons = await count(behaviour, 'person');
    const before = process.cpuUsage();
    const { rate, lags } = await steadily(door, changes, () => lagOf(behaviour, cases));
    await idle(behaviour, running);
    const { user, system } = process.cpuUsage(before);
    const backlog = changes(BACKLOG);
    const written = await timed(() => importRecords(door, backlog, 'bench'));
    const made = await timed(() => idle(behaviour, running));
    return [
      {
        measured: `Index of flags, made from nothing for ${suspects} generated suspects`,
        seconds: round(first),
        'suspects/s': Math.round(persons / first),
        flags: await count(behaviour, 'flag'),
      },
      {
        measured: `Index of flags, ${RATE} changes a second (or what the machine takes), each of an incident of somebody by chance`,
        'changes/s': Math.round(rate),
        'lag p50 ms': at(lags, 0.5),
        'lag p95 ms': at(lags, 0.95),
        'lag most ms': at(lags, 1),
        'processor of Node, ms a change': round((user + system) / 1000 / (RATE * SECONDS)),
      },
      {
        measured: `Index of flags, ${backlog.length} changes at once`,
        'written in s': round(written),
        'indexed after s more': round(made),
        'changes/s': Math.round(backlog.length / (written + made)),
      },
    ];
  } finally {
    await index.stop();
  }
}

/** The same incident, with its evidence judged otherwise. */
function changed(incident: Incident): Incident {
  incident.evidence = incident.evidence === 'ACCEPTED' ? 'UNVERIFIED' : 'ACCEPTED';
  return incident;
}

/** Sends changes at the rate, or as fast as they are taken, and looks how far the index is behind meanwhile. */
async function steadily(door: Door, changes: (count: number) => object[], lag: () => Promise<number>): Promise<Steady> {
  const lags: number[] = [];
  const over = new AbortController();
  const looking = (async () => {
    while (!over.signal.aborted) {
      lags.push(await lag());
      await delay(LOOK_EVERY_MS);
    }
  })();
  const began = performance.now();
  let before: Promise<unknown> = Promise.resolve();
  for (let n = 0; n < SECONDS * BATCHES_A_SECOND; n += 1) {
    // One is sent while the one before is taken: more would only wait for each other.
    const next = importRecords(door, changes(RATE / BATCHES_A_SECOND), 'bench');
    await before;
    before = next;
    await delay(Math.max(0, began + ((n + 1) * 1000) / BATCHES_A_SECOND - performance.now()));
  }
  await before;
  const rate = (RATE * SECONDS * 1000) / (performance.now() - began);
  over.abort();
  await looking;
  return { rate, lags: lags.sort((one, other) => one - other) };
}

interface Steady {
  /** Changes a second. */
  rate: number;
  /** Milliseconds, sorted. */
  lags: number[];
}

/** Milliseconds since the oldest change that is not in the index, by when it was made. */
async function lagOf(behaviour: Database, cases: Subgraph): Promise<number> {
  const [state] = await behaviour.query<{ cursor: string; waiting: number | null }>(
    `SELECT cursor, (SELECT extract(epoch FROM clock_timestamp() - min(since)) * 1000 FROM behaviour.pending)::float8 AS waiting
     FROM behaviour.feed_cursor WHERE subgraph = 'cases'`,
  );
  const [unread] = await cases.changes(state!.cursor, 1);
  return Math.max(state!.waiting ?? 0, unread ? Date.now() - Date.parse(unread.at) : 0);
}

/** Resolves once everything is read and nobody waits. */
async function idle(behaviour: Database, running: readonly Subgraph[]): Promise<void> {
  for (;;) {
    const read = await behaviour.query<{ subgraph: string; cursor: string }>(
      'SELECT subgraph, cursor FROM behaviour.feed_cursor WHERE cursor IS NOT NULL',
    );
    const cursors = new Map(read.map(({ subgraph, cursor }) => [subgraph, cursor]));
    const ends = await Promise.all(
      running.map(async (one) => (await one.lastChange()) === (cursors.get(one.name) ?? null)),
    );
    const waiting = await count(behaviour, 'pending WHERE failures = 0');
    if (waiting === 0 && ends.every(Boolean)) return;
    await delay(LOOK_EVERY_MS);
  }
}

async function count(db: Database, what: string): Promise<number> {
  const [found] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM behaviour.${what}`);
  return found!.n;
}

/** Seconds that work takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const round = (figure: number) => Math.round(figure * 100) / 100;
const at = (sorted: number[], share: number) =>
  Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
