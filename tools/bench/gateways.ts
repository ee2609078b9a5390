import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type Door, importRecords } from '../cli/import';
import { demoWorld } from '../demo/demo-world';
import { startCluster } from '../up/cluster';
import { Child } from './gateways/child';
import { type CpuMs, type Load, type Request, type Target, compare, dataOf, round } from './gateways/load';
import { type Measured, type Performance, writePerformance } from './gateways/performance-page';
import { soak } from './gateways/soak';
import { withoutAccess } from './without-access';

const root = path.resolve(__dirname, '../..');
const peers = path.join(__dirname, 'peers');
const OWN = 'throughline';
const TURN_MS = 1500;
const ROUNDS = 4;
const AT_ONCE = 16;
/** Requests that all must answer alike before they are compared. */
const AGREE = 10;

/** The product's own stored operation: everything that is held about one suspect. */
const SUSPECT_GRAPH = readFileSync(path.join(root, 'apps/gateway/operations/suspect-graph.graphql'), 'utf8');
const graphOf = (id: string): Request => ({ query: SUSPECT_GRAPH, variables: { id } });
const MANY_GRAPHS = SUSPECT_GRAPH.replace('SuspectGraph($id: ID!)', 'SuspectGraphs($ids: [ID!]!)').replace(
  'suspect(id: $id)',
  'suspectsByIds(ids: $ids)',
);
const WIDE = `query Wide($ids: [ID!]!) { suspectsByIds(ids: $ids) {
  id displayName orders { id kind state } riskAssessments { id grade assessedAt }
  cases(first: 3) { edges { node { id urn examinations { id examinedOn } } } }
} }`;

type Line = { measured: string } & Record<string, string | number>;

interface Options {
  /** Suspects in the world, from the smallest on: how times grow with them. */
  growth: readonly number[];
  /** How long the product is loaded at last, to see what it holds. */
  minutes: number;
}

/**
 * Gateways side by side over the same subgraphs, data and load, in processes of their own: this one, `@apollo/gateway`
 * and `@graphql-hive/gateway`; and the product in one process. Writes `docs/performance.md`.
 */
export async function gateways({ growth, minutes }: Options): Promise<Line[]> {
  installPeers();
  const about = machine();
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-gateways-'));
  // PostgreSQL may run as another user, who must reach it.
  chmodSync(folder, 0o755);
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  try {
    const cluster = await startCluster({ dataDir: path.join(folder, 'data'), durable: false });
    stops.push(() => cluster.stop());
    const database = cluster.url('postgres');
    const start = async <Ready>(program: string, args: readonly string[]): Promise<Child<Ready>> => {
      const child = await Child.start<Ready>(program, args);
      stops.push(() => child.stop());
      return child;
    };
    const product = await start<{ url: string; door: Door }>('gateways/product.ts', [database]);
    const subgraphs = await start<Record<string, string>>('gateways/subgraphs.ts', [database]);
    const supergraph = path.join(folder, 'supergraph.graphql');
    writeFileSync(supergraph, withUrls(readFileSync(path.join(root, 'supergraph.graphql'), 'utf8'), subgraphs.ready));
    const sql = await start<{ url: string }>('gateways/sql.ts', [database]);
    const behind = await Promise.all(
      Object.entries(PROGRAMS).map(async ([name, program]) => ({
        name,
        child: await start<{ url: string }>(program, [supergraph]),
      })),
    );
    const apart: Peer[] = behind.map(({ name, child }) => ({
      ...targetOf(name, child.ready.url, [child, subgraphs]),
      child,
    }));
    const authorization = `Bearer ${product.ready.door.key}`;
    const together: Peer[] = [
      {
        ...targetOf(OWN, product.ready.url, [product], { authorization, 'throughline-purpose': 'INVESTIGATION' }),
        child: product,
      },
      { ...targetOf('one SQL statement', sql.ready.url, [sql]), child: sql },
    ];
    const world = new World(database, product.ready.door);
    const peakMiB: Record<string, number> = {};
    const endApart = async (): Promise<void> => {
      for (const { name, child } of apart) peakMiB[name] = Math.round((await child.usage()).peakMiB);
      for (const child of [...apart.map((peer) => peer.child), subgraphs]) await child.stop();
    };
    const delay = (delayMs: number): Promise<void> => subgraphs.tell({ delayMs });
    const measured = await measure({ apart, together, world, growth, delay, endApart });
    const held = await soak(together[0]!, (n) => graphOf(world.id(n)), minutes);
    peakMiB['throughline with its subgraphs, in one process'] = Math.round((await product.usage()).peakMiB);
    writePerformance({ ...about, cases: measured, peakMiB, held });
    return measured.map(lineOf);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function lineOf({ title, figures }: Measured): Line {
  const all = Object.entries(figures).flatMap(([name, own]) =>
    Object.entries(own).map(([figure, value]): [string, number] => [`${name}, ${figure}`, value as number]),
  );
  return { measured: title, ...Object.fromEntries(all) };
}

const PROGRAMS = {
  [OWN]: 'gateways/throughline.ts',
  '@apollo/gateway': 'gateways/apollo.ts',
  '@graphql-hive/gateway': 'peers/hive.mjs',
};

type Peer = Target & { child: Child<unknown> };

interface Setting {
  apart: Peer[];
  together: Peer[];
  world: World;
  growth: readonly number[];
  delay: (ms: number) => Promise<void>;
  /** Lets go of the gateways in processes of their own, and of the connections that their subgraphs hold. */
  endApart: () => Promise<void>;
}

async function measure({ apart, together, world, growth, delay, endApart }: Setting): Promise<Measured[]> {
  const [first = 1000, ...later] = growth;
  await world.growTo(first);
  const measured: Measured[] = [];
  const add = async (
    key: string,
    title: string,
    targets: readonly Target[],
    request: (n: number) => Request,
    load = {},
  ) => {
    process.stderr.write(`${title}\n`);
    for (let n = 1; n <= AGREE; n += 1) await mustAgree(targets, request(n));
    const whole: Load = { request, atOnce: AT_ONCE, rounds: ROUNDS, turnMs: TURN_MS, ...load };
    const figures = await compare(targets, whole);
    measured.push({ key, title, atOnce: whole.atOnce, figures });
  };
  const graph = (n: number) => graphOf(world.id(n));
  const many = (query: string) => (n: number) => ({ query, variables: { ids: world.ids(n, 100) } });
  await add('suspect', 'SuspectGraph, another suspect each time', apart, graph);
  await add('wide', '100 suspects with what three subgraphs hold of each', apart, many(WIDE), { atOnce: 4 });
  await add('large', 'Answers of about a megabyte: SuspectGraph of 100 suspects', apart, many(MANY_GRAPHS), {
    atOnce: 2,
  });
  await add('cold', 'An operation that was never asked before', apart, (n) => ({ ...graph(n), query: neverAsked(n) }), {
    atOnce: 1,
  });
  await delay(4);
  await add('latency', 'SuspectGraph, each subgraph 4 ms further away', apart, graph);
  await endApart();
  const records = (n: number) => ({ query: RECORDS, variables: { id: world.id(n) } });
  await add('process', 'In one process with the subgraphs, against one SQL statement', together, records);
  for (const suspects of [first, ...later]) {
    await world.growTo(suspects);
    const title = `SuspectGraph among ${suspects.toLocaleString('en-GB')} suspects, one at a time`;
    await add(`growth-${suspects}`, title, together.slice(0, 1), graph, { atOnce: 1 });
  }
  return measured;
}

/** What is held about one suspect as it is recorded, without what is worked out of it: what one statement can say. */
const RECORDS = readFileSync(path.join(__dirname, 'gateways/records.graphql'), 'utf8');

/** An operation that no plan has been made for. */
function neverAsked(n: number): string {
  return SUSPECT_GRAPH.replace('displayName', `displayName never${n}: displayName`);
}

/** `children`: its own process, then those that it asks. */
function targetOf(
  name: string,
  url: string,
  children: readonly Child<unknown>[],
  headers?: Record<string, string>,
): Target {
  const cpuMs = async (): Promise<CpuMs> => {
    const used: number[] = [];
    for (const child of children) used.push((await child.usage()).cpuMs);
    return { all: used.reduce((sum, each) => sum + each, 0), own: used[0]! };
  };
  return { name, url, headers, cpuMs };
}

/** Throws where the targets do not give the same data: then there is nothing to compare. */
async function mustAgree(targets: readonly Target[], request: Request): Promise<void> {
  const [first, ...others] = await Promise.all(targets.map((target) => dataOf(target, request)));
  others.forEach((data, at) => {
    const place = difference(first, data);
    const names = `${targets[0]!.name} and ${targets[at + 1]!.name}`;
    if (place !== undefined) throw new Error(`${names} give different answers at ${place}`);
  });
}

/** Where two values differ first, and how. */
function difference(one: unknown, other: unknown, above = ''): string | undefined {
  if (Object.is(one, other)) return undefined;
  const isInner = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isInner(one) || !isInner(other)) return `${above}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const below = difference(one[key], other[key], `${above}/${key}`);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** Invented records, more of them from time to time. */
class World {
  private held = 0;
  private all: string[] = [];

  constructor(
    private readonly database: string,
    private readonly door: Door,
  ) {}

  async growTo(suspects: number): Promise<void> {
    if (suspects <= this.held) return;
    process.stderr.write(`importing until there are ${suspects} suspects\n`);
    const { rejects } = await importRecords(
      this.door,
      demoWorld({ suspects: suspects - this.held, seed: `bench ${suspects}` }),
      'bench',
    );
    if (rejects.length > 0) throw new Error(`the world was not taken whole: ${JSON.stringify(rejects[0])}`);
    this.held = suspects;
    const client = new Client({ connectionString: this.database });
    await client.connect();
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query<{ id: string }>('SELECT id FROM cases.suspect ORDER BY id');
    this.all = rows.map(({ id }) => id);
    await client.end();
  }

  /** Far from the one before, so that nothing is warm by neighbourhood. */
  id(n: number): string {
    return this.all[(n * 7919) % this.all.length]!;
  }

  ids(n: number, count: number): string[] {
    return Array.from({ length: count }, (_each, at) => this.id(n * count + at));
  }
}

/** Where nothing listens: the product's gateway answers for a subgraph of its own, which no case asks. */
const NOBODY = 'http://127.0.0.1:9/graphql';

function withUrls(sdl: string, urls: Record<string, string>): string {
  return withoutAccess(sdl).replaceAll(/@join__graph\(name: "([^"]*)", url: "[^"]*"\)/g, (_all, name: string) => {
    return `@join__graph(name: "${name}", url: "${urls[name] ?? NOBODY}")`;
  });
}

/** They are nobody's dependency: they come with a network, when somebody measures. */
function installPeers(): void {
  if (existsSync(path.join(peers, 'node_modules/@graphql-hive/gateway'))) return;
  process.stderr.write('Installing what the gateway is measured against…\n');
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const { status } = spawnSync('npm', args, {
    cwd: peers,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the peers in tools/bench/peers could not be installed');
}

function machine(): Pick<Performance, 'at' | 'machine' | 'load'> {
  const [cpu] = cpus();
  return {
    at: new Date().toISOString().slice(0, 10),
    load: round(loadavg()[0]!),
    machine: `${cpus().length} × ${cpu?.model.trim() || process.arch}, ${round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
  };
}
