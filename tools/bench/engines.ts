import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ApolloGateway } from '@apollo/gateway';
import { FederationEngine, type SubgraphResult, type SubgraphSource } from '@throughline/federation';
import { ALL_RIGHTS, newKey } from '@throughline/access';
import { Subgraph } from '@throughline/subgraph';
import { type OperationDefinitionNode, parse } from 'graphql';
import { Access } from '../../apps/gateway/src/access/access';
import { startGateway } from '../../apps/gateway/src/gateway';
import { importRecords } from '../cli/import';
import { demoWorld } from '../demo/demo-world';
import { startCluster } from '../up/cluster';
import { subgraphs } from '../up/subgraphs';
import { withoutAccess } from './without-access';

/**
 * Runs one operation through this graph's engine and through `@apollo/gateway`, turn by turn in one process over the
 * same subgraphs, and prints CPU time a request and the ratio:
 *
 *     node tools/up/run.mjs tools/bench/engines.ts [--suspects 200] [--rounds 60] [--operation FILE]
 *
 * First with the subgraphs as they are; then with their answers recorded, which leaves what the engines themselves
 * cost. The operation takes `$id`, a suspect.
 */
const root = path.resolve(__dirname, '../..');
/** Requests of one engine before it is the other's turn, and how many of them are under way at once. */
const TURN = 40;
const AT_ONCE = 8;
const WARM_UP = 10;

const OPERATION = `query Everything($id: ID!) {
  suspect(id: $id) {
    id displayName dateOfBirth identifiers { scheme value } forces { code name }
    cases(first: 20) {
      totalCount
      edges { node {
        id urn stage openedOn relationship force { code name } victims { id displayName }
        incidents(first: 100) { edges { node { id occurredFrom behaviours channel narrative victim { id } } } }
        charges { id chargedOn offence { title } verdict }
        decisions { id decidedOn kind outcome guidanceInForce { key version title } }
        examinations { id examinedOn inspection { title } answers { question { key } rating } }
      } }
    }
    orders { id kind state conditions { id kind text } breaches { id occurredAt state } }
    riskAssessments { id assessedAt grade instrument { title } }
    currentRisk { grade assessedAt }
  }
}`;

type Ask = (id: string) => Promise<string>;

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      suspects: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '60' },
      operation: { type: 'string' },
    },
  });
  const operation = values.operation === undefined ? OPERATION : readFileSync(values.operation, 'utf8');
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-engines-'));
  // PostgreSQL may run as another user, who must reach it.
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ dataDir: path.join(folder, 'data'), durable: false });
  const running = await Promise.all(subgraphs.map((definition) => Subgraph.start(definition, cluster.url('postgres'))));
  try {
    const supergraphSdl = readFileSync(path.join(root, 'supergraph.graphql'), 'utf8');
    const ids = await imported(cluster.url('postgres'), supergraphSdl, running, Number(values.suspects));
    const live = running.map(sourceOf);
    await compare('subgraphs as they are', supergraphSdl, live, { operation, ids, rounds: Number(values.rounds) });
    const recorded = live.map(recordedSource);
    await compare('answers recorded', supergraphSdl, recorded, { operation, ids, rounds: Number(values.rounds) });
  } finally {
    await Promise.all(running.map((subgraph) => subgraph.stop()));
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function imported(
  databaseUrl: string,
  supergraphSdl: string,
  running: Subgraph[],
  suspects: number,
): Promise<string[]> {
  const key = newKey('live');
  const access = await Access.start({ databaseUrl, pepper: randomBytes(32), adminKey: key });
  const gateway = await startGateway({ supergraphSdl, subgraphs: running, access, port: 0 });
  await importRecords({ url: gateway.url, key }, demoWorld({ suspects }), 'bench');
  await gateway.stop();
  await access.stop();
  const rows = await running.find(({ name }) => name === 'cases')!.db.query('SELECT id FROM cases.suspect ORDER BY id');
  return (rows as unknown as { id: string }[]).map(({ id }) => id);
}

function sourceOf(subgraph: Subgraph): SubgraphSource {
  return {
    name: subgraph.name,
    execute: async ({ query, variables, operationName }) => {
      const { data, errors } = await subgraph.execute(
        { query, variables, operationName },
        { actor: 'bench', rights: ALL_RIGHTS },
      );
      return { data, errors };
    },
  };
}

/** Answers what it has answered before from memory, as JSON that is read anew each time. */
function recordedSource(source: SubgraphSource): SubgraphSource {
  const answers = new Map<string, string>();
  return {
    name: source.name,
    execute: async (request, context) => {
      const key = request.query + JSON.stringify(request.variables);
      let text = answers.get(key);
      if (text === undefined) answers.set(key, (text = JSON.stringify(await source.execute(request, context))));
      return JSON.parse(text) as SubgraphResult;
    },
  };
}

interface Load {
  operation: string;
  ids: string[];
  rounds: number;
}

async function compare(title: string, sdl: string, sources: SubgraphSource[], load: Load): Promise<void> {
  const engines: Record<string, Ask> = {
    '@apollo/gateway': await apollo(sdl, sources, load.operation),
    'libs/federation': await own(sdl, sources, load.operation),
  };
  const [one, other] = await Promise.all(Object.values(engines).map((ask) => ask(load.ids[0]!)));
  if (canonical(one!) !== canonical(other!)) throw new Error('the engines do not give the same answer');
  const cpu: Record<string, number[]> = {};
  for (let round = -WARM_UP; round < load.rounds; round += 1) {
    const order = Object.entries(engines);
    if (round % 2 === 0) order.reverse();
    for (const [name, ask] of order) {
      const spent = await turn(ask, load.ids, round);
      if (round >= 0) (cpu[name] ??= []).push(spent);
    }
  }
  const medians = Object.fromEntries(Object.entries(cpu).map(([name, own]) => [name, median(own)]));
  process.stdout.write(`\n${title}\n`);
  for (const [name, ms] of Object.entries(medians)) {
    process.stdout.write(`  ${name.padEnd(20)} ${ms.toFixed(3)} ms CPU a request\n`);
  }
  const ratio = medians['@apollo/gateway']! / medians['libs/federation']!;
  process.stdout.write(`  ratio                ${ratio.toFixed(2)}\n`);
}

/** Milliseconds of CPU a request. */
async function turn(ask: Ask, ids: string[], round: number): Promise<number> {
  let next = (round + WARM_UP) * TURN;
  const end = next + TURN;
  const began = process.cpuUsage();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < end) await ask(ids[next++ % ids.length]!);
    }),
  );
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / TURN;
}

async function own(supergraphSdl: string, sources: SubgraphSource[], operation: string): Promise<Ask> {
  const engine = await FederationEngine.create({ supergraphSdl, sources });
  const document = parse(operation);
  return async (id) => {
    const { data, errors } = await engine.executeText({ document, variables: { id } });
    return `{${errors ? `"errors":${JSON.stringify(errors)},` : ''}"data":${data!}}`;
  };
}

async function apollo(supergraphSdl: string, sources: SubgraphSource[], operation: string): Promise<Ask> {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const gateway = new ApolloGateway({
    supergraphSdl: withoutAccess(supergraphSdl),
    logger: quiet,
    buildService: ({ name }) => {
      const source = sources.find((each) => each.name === name)!;
      return { process: ({ request }) => source.execute(request as never, {}) as never };
    },
  });
  const { schema, executor } = await gateway.load();
  const document = parse(operation);
  const definition = document.definitions[0] as OperationDefinitionNode;
  return async (id) => {
    const asked = {
      document,
      operation: definition,
      operationName: definition.name?.value,
      schema,
      queryHash: operation,
      request: { query: operation, variables: { id } },
      context: {},
      metrics: {},
      logger: quiet,
    };
    const { data, errors } = await executor(asked as never);
    return JSON.stringify({ ...(errors && { errors }), data });
  };
}

/** An answer with its keys in order. */
function canonical(text: string): string {
  return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

const median = (figures: number[]): number => figures.sort((a, b) => a - b)[figures.length >> 1]!;

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack! : String(error)}\n`);
  process.exit(1);
});
