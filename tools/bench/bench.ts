import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Subgraph, recordId } from '@throughline/subgraph';
import { Kind, parse } from 'graphql';
import { ALL_RIGHTS, RIGHTS_SETTING } from '@throughline/access';
import { Client } from 'pg';
import { type Door, importRecords } from '../cli/import';
import { demoWorld } from '../demo/demo-world';
import { startAlone } from '../up/alone';
import { behaviour } from './behaviour';
import { flagIndex } from './flag-index';
import { gateways } from './gateways';
import { behaviourRules } from './rules';
import { tables } from './tables';

/**
 * Measures the graph on a PostgreSQL of its own and prints a table: `npm run bench -- [--only rules,mutation,import,search,behaviour,index,tables,gateways]
 * [--suspects 5000] [--rounds 300] [--growth 1000,10000]
 * [--minutes 0]`. The figures of one run stand side by side; those of two runs, or two machines, do not.
 */
const root = path.resolve(__dirname, '../..');
const PARTS = ['rules', 'mutation', 'import', 'search', 'behaviour', 'index', 'tables', 'gateways'];
const WARM_UP = 50;
const SOURCE = 'police:06';

interface World {
  door: Door;
  running: readonly Subgraph[];
  suspects: number;
  rounds: number;
}

/** One line of the table; times in milliseconds. */
type Line = { measured: string } & Record<string, string | number>;

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: PARTS.join() },
      suspects: { type: 'string', default: '5000' },
      rounds: { type: 'string', default: '300' },
      growth: { type: 'string', default: '1000,10000' },
      minutes: { type: 'string', default: '0' },
    },
  });
  const only = values.only.split(',');
  const wrong = only.find((part) => !PARTS.includes(part));
  if (wrong !== undefined) throw new RangeError(`--only takes some of ${PARTS.join()}, not ${wrong}`);
  // Before there is anything else in the process that takes its time.
  const lines: Line[] = only.includes('rules') ? [behaviourRules()] : [];
  const figures = { suspects: Number(values.suspects), rounds: Number(values.rounds) };
  const onOne = only.filter((part) => !['rules', 'tables', 'gateways'].includes(part));
  if (onOne.length > 0) lines.push(...(await onGraph(only, figures)));
  if (only.includes('tables')) lines.push(...(await tables()));
  if (only.includes('gateways'))
    lines.push(...(await gateways({ growth: values.growth.split(',').map(Number), minutes: Number(values.minutes) })));
  report(lines);
}

async function onGraph(only: string[], figures: Pick<World, 'suspects' | 'rounds'>): Promise<Line[]> {
  const { door, running, supergraphSdl, stop } = await startAlone('bench');
  try {
    const world = { door, running, ...figures };
    const lines: Line[] = [];
    if (only.includes('mutation')) lines.push(...(await mutation(world)));
    const names: string[] = [];
    if (only.includes('import') || only.includes('search')) lines.push(await bulk(world, names));
    if (only.includes('search')) lines.push(...(await search(world, names, supergraphSdl)));
    if (only.includes('behaviour')) lines.push(...(await behaviour(door, figures.rounds, ask, inTurn)));
    if (only.includes('index')) lines.push(...(await flagIndex(world, figures.suspects)));
    return lines;
  } finally {
    await stop();
  }
}

function report(lines: Line[]): void {
  for (const { measured, ...figures } of lines) {
    process.stdout.write(`\n${measured}\n`);
    for (const [name, figure] of Object.entries(figures)) process.stdout.write(`  ${name.padEnd(26)} ${figure}\n`);
  }
  const results = path.join(root, 'tools/bench/results');
  mkdirSync(results, { recursive: true });
  const about = { at: new Date().toISOString(), node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model };
  writeFileSync(path.join(results, 'latest.json'), `${JSON.stringify({ ...about, lines }, null, 2)}\n`);
}

async function ask(door: Door, query: string, variables: object): Promise<void> {
  const response = await fetch(`${door.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${door.key}`,
      'throughline-purpose': 'INVESTIGATION',
    },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors?: unknown[] };
  if (errors) throw new Error(JSON.stringify(errors));
}

const VARY = 'mutation ($input: VaryOrderInput!) { varyOrder(input: $input) { order { id recordVersion state } } }';

/** A mutation through the gateway and in its subgraph, against the SQL transaction that it makes, turn by turn. */
async function mutation({ door, running, rounds }: World): Promise<Line[]> {
  const orders = running.find(({ name }) => name === 'orders')!;
  const variants = ['bare SQL', 'subgraph', 'gateway over HTTP'];
  const facts = { suspect: 'S', kind: 'SPO', protectedPersons: ['V'], state: 'IN_FORCE', madeOn: '2024-03-01' };
  const records = variants.map((ref) => ({ type: 'order', source: SOURCE, ref, ...facts }));
  await importRecords(door, records, 'bench');
  const input = (ref: string) => ({
    id: recordId('order', SOURCE, ref),
    requestId: randomUUID(),
    on: '2024-05-01',
    effectiveTo: '2030-01-01',
    reason: 'Bench.',
  });
  const inSubgraph = async (ref: string) => {
    const variables = { input: input(ref) };
    const { errors } = await orders.execute({ query: VARY, variables }, { actor: 'bench', rights: ALL_RIGHTS });
    if (errors) throw errors[0]!;
    return variables.input;
  };
  const client = new Client({ ...orders.db.pool.options });
  await client.connect();
  // The bare statements are made with every right, as the service makes them.
  await client.query('SELECT set_config($1, $2, false)', [RIGHTS_SETTING, JSON.stringify(ALL_RIGHTS)]);
  const replay = await recorded(() => inSubgraph('bare SQL'));
  const work: (() => Promise<unknown>)[] = [
    () => replay(client),
    () => inSubgraph('subgraph'),
    () => ask(door, VARY, { input: input('gateway over HTTP') }),
  ];
  const times = await inTurn(work, rounds);
  await client.end();
  const [base] = times;
  return times.map((own, variant) => ({
    measured: `Mutation (varyOrder), ${variants[variant]!}`,
    'p50 ms': at(own, 0.5),
    'p95 ms': at(own, 0.95),
    'times bare SQL, p50': ratio(at(own, 0.5), at(base!, 0.5)),
    'times bare SQL, p95': ratio(at(own, 0.95), at(base!, 0.95)),
  }));
}

/** Notes the statements of a mutation, and gives what sends the same again, with ids that are new each time. */
async function recorded(work: () => Promise<{ requestId: string }>): Promise<(client: Client) => Promise<void>> {
  const statements: { sql: string; params: unknown[] }[] = [];
  const prototype = Client.prototype as unknown as Record<'query', (...given: unknown[]) => unknown>;
  const original = prototype.query;
  prototype.query = function (this: unknown, ...given) {
    const [sql, params] = given;
    if (typeof sql === 'string') statements.push({ sql, params: Array.isArray(params) ? params : [] });
    return original.apply(this, given);
  };
  const { requestId } = await work().finally(() => (prototype.query = original));
  const event = statements.find(({ sql }) => sql.startsWith('INSERT INTO orders."order_event"'))!;
  const once = [requestId, event.params[0] as string, event.params[2] as string];
  return async (client) => {
    const fresh = once.map(() => randomUUID() as string);
    const renewed = (param: unknown) =>
      typeof param === 'string' ? once.reduce((text, old, n) => text.replaceAll(old, fresh[n]!), param) : param;
    for (const { sql, params } of statements) await client.query(sql, params.map(renewed));
  };
}

/** Imports a generated world through the gateway. */
async function bulk({ door, suspects }: World, names: string[]): Promise<Line> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const world = function* () {
    for (const record of demoWorld({ suspects })) {
      const name = (record as { names?: { given?: string; family: string }[] }).names?.[0];
      if (record.type === 'suspect' && name) names.push([name.given, name.family].join(' ').trim());
      yield record;
    }
  };
  const began = performance.now();
  const { lines, accepted, rejects } = await importRecords(door, world(), 'bench');
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  if (rejects.length > 0) throw new Error(`the world was not taken whole: ${JSON.stringify(rejects[0])}`);
  return {
    measured: `Import of a generated world of ${suspects} suspects, with the gateway, the subgraphs and the generator in one process`,
    records: accepted,
    seconds: round(seconds),
    'records/s': Math.round(lines / seconds),
    'peak RSS, MiB': Math.round(peak / 2 ** 20),
  };
}

const SEARCH = 'query ($text: String!) { suspects(text: $text, first: 20) { edges { node { displayName } } } }';

/** Names as they are and with a slip of the pen, in turn, over HTTP. */
async function search({ door, rounds }: World, names: string[], sdl: string): Promise<Line[]> {
  const canSearch = parse(sdl).definitions.some(
    (type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION &&
      type.name.value === 'Query' &&
      type.fields?.some(
        ({ name, arguments: given }) => name.value === 'suspects' && given?.some((arg) => arg.name.value === 'text'),
      ),
  );
  if (!canSearch) return [{ measured: 'Search for suspects: left out, suspects(text:) is not in the schema' }];
  let turn = 0;
  const next = () => names[(turn++ * 7919) % names.length]!;
  const misspelt = (name: string) => name.slice(0, -2) + name.at(-1)! + name.at(-2)!;
  const work = [() => ask(door, SEARCH, { text: next() }), () => ask(door, SEARCH, { text: misspelt(next()) })];
  const times = await inTurn(work, rounds);
  return times.map((own, variant) => ({
    measured: `Search among ${names.length} suspects by name, ${variant === 0 ? 'as written' : 'two letters swapped'}`,
    'p50 ms': at(own, 0.5),
    'p95 ms': at(own, 0.95),
  }));
}

/** Times of each kind of work, sorted; in every round another goes first. */
async function inTurn(work: (() => Promise<unknown>)[], rounds: number): Promise<number[][]> {
  const times = work.map(() => [] as number[]);
  for (let turn = -WARM_UP; turn < rounds; turn += 1) {
    for (let n = 0; n < work.length; n += 1) {
      const which = (n + turn + WARM_UP) % work.length;
      const began = performance.now();
      await work[which]!();
      if (turn >= 0) times[which]!.push(performance.now() - began);
    }
  }
  return times.map((own) => own.sort((a, b) => a - b));
}

const round = (figure: number) => Math.round(figure * 100) / 100;
const at = (sorted: number[], share: number) => round(sorted[Math.ceil(sorted.length * share) - 1]!);
const ratio = (own: number, base: number) => round(own / base);
