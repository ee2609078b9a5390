import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type SubgraphDefinition,
  Subgraph,
  SettingsError,
  databaseUrl,
  port,
  readSettings,
  stopOnSignal,
} from '@throughline/subgraph';
import { Client } from 'pg';
import { z } from 'zod';
import { type AccessSettings, openAccess } from '../../apps/gateway/src/access/open';
import { accessSettings } from '../../apps/gateway/src/access/settings';
import { startGateway } from '../../apps/gateway/src/gateway';
import { operationSettings } from '../../apps/gateway/src/operations/operation-settings';
import { type MetricsSetting, metricsSetting } from '../../apps/gateway/src/telemetry/metrics';
import { importRecords } from '../cli/import';
import { demoWorld } from '../demo/demo-world';
import { DataDirInUse } from './cluster-lock';
import { startCluster } from './cluster';
import { builtConsole } from './console';
import { subgraphs } from './subgraphs';

const DATABASE = 'throughline';
const root = path.resolve(__dirname, '../..');

const USAGE = `npm start -- [--empty] [--port 4000] [--data-dir .throughline]

  --empty     begin with no demo world
  --port      where the gateway listens, on 127.0.0.1
  --data-dir  where the database, the admin key and the logs are kept`;

/** Everything in one process: database, subgraphs, gateway. Prints where it is and how to sign in. */
export async function main(args: string[]): Promise<void> {
  const began = performance.now();
  const options = readOptions(args);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const next of stops.reverse()) await next();
  };
  // From the first moment on: Ctrl-C in the middle of a start must not leave a database behind.
  stopOnSignal(stop);
  try {
    const { url, key } = await up(options, stops);
    process.stdout.write(greeting(url, path.join(options.dataDir, 'admin.key'), key, performance.now() - began));
  } catch (error) {
    process.stderr.write(`${explain(error, options.port)}\n`);
    await stop();
    process.exit(1);
  }
}

interface Options extends Omit<AccessSettings, 'databaseUrl'> {
  port: number;
  empty: boolean;
  databaseUrl?: string;
  operationManifests: string[];
  trustedOperationsOnly: boolean;
  metrics: MetricsSetting;
  webhookNetworks: string[];
}

function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        empty: { type: 'boolean', default: false },
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${USAGE}\n`);
      process.exit(0);
    }
    const environment = {
      ...process.env,
      THROUGHLINE_PORT: values.port ?? process.env.THROUGHLINE_PORT,
      THROUGHLINE_DATA_DIR: values['data-dir'] ?? process.env.THROUGHLINE_DATA_DIR,
    };
    const settings = readSettings(
      {
        port: port.default(4000),
        dataDir: z.string().default('.throughline'),
        databaseUrl: databaseUrl.optional(),
        ...accessSettings,
        ...operationSettings,
        metrics: metricsSetting,
      },
      environment,
    );
    const from = process.env.INIT_CWD ?? process.cwd();
    const base = values['data-dir'] ? from : root;
    return { ...settings, dataDir: path.resolve(base, settings.dataDir), empty: values.empty };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(1);
  }
}

async function up(options: Options, stops: (() => Promise<void>)[]): Promise<{ url: string; key: string }> {
  mkdirSync(options.dataDir, { recursive: true });
  // While the database starts.
  const building = builtConsole((line) => process.stderr.write(`${line}\n`));
  const database = options.databaseUrl ?? (await embedded(options.dataDir, stops));
  const running = await Promise.all(subgraphs.map((definition) => startOne(definition, database, stops)));
  for (const subgraph of running) {
    subgraph.meet(running);
    const background = subgraph.startBackground(running);
    if (background) stops.push(() => background.stop());
  }
  const own = process.env.THROUGHLINE_GATEWAY_DATABASE_URL;
  const { access, key } = await openAccess({ ...options, databaseUrl: own ?? database });
  stops.push(() => access.stop());
  // Who waits for it to be ready finds the world that it begins with.
  let isReady = false;
  const gateway = await startGateway({
    isReady: () => isReady,
    console: await building,
    supergraphSdl: readFileSync(path.join(root, 'supergraph.graphql'), 'utf8'),
    subgraphs: running,
    access,
    port: options.port,
    metrics: options.metrics,
    webhooks: { networks: options.webhookNetworks },
    operations: { manifests: options.operationManifests, trustedOnly: options.trustedOperationsOnly },
  });
  stops.push(() => gateway.stop());
  await firstWorld(options, gateway.url, key);
  isReady = true;
  return { url: gateway.url, key };
}

async function startOne(
  definition: SubgraphDefinition,
  database: string,
  stops: (() => Promise<void>)[],
): Promise<Subgraph> {
  const own = process.env[`THROUGHLINE_${definition.name.replace(/-/g, '_').toUpperCase()}_DATABASE_URL`];
  const subgraph = await Subgraph.start(definition, own ?? database);
  stops.push(() => subgraph.stop());
  return subgraph;
}

async function embedded(dataDir: string, stops: (() => Promise<void>)[]): Promise<string> {
  const cluster = await startCluster({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
  stops.push(() => cluster.stop());
  const client = new Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
  return cluster.url(DATABASE);
}

/** The first start of a data directory decides what it begins with; the file is written last, so a cut-off load is taken up again. */
async function firstWorld({ dataDir, empty }: Options, url: string, key: string): Promise<void> {
  const world = path.join(dataDir, 'world');
  if (existsSync(world)) return;
  if (!empty) {
    process.stdout.write('Loading the demo world…\n');
    const { rejected, rejects } = await importRecords({ url, key }, demoWorld({}), 'demo world');
    if (rejected > 0) throw new Error(`the demo world was not taken whole: ${JSON.stringify(rejects[0])}`);
  }
  writeFileSync(world, empty ? 'empty\n' : 'demo\n');
}

function greeting(url: string, keyFile: string, key: string, milliseconds: number): string {
  return `
Throughline is up after ${(milliseconds / 1000).toFixed(1)} s.

  GraphQL     ${url}/graphql
  Operations  ${url}/v1/openapi.json
  Health      ${url}/health/ready

Sign in with the key in ${keyFile}, and say what each request is for:

  curl ${url}/graphql \\
    -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' \\
    -H 'Throughline-Purpose: INVESTIGATION' \\
    -d '{"query":"{ cases(first: 3) { totalCount edges { node { urn stage } } } }"}'

Ctrl-C stops it.
`;
}

function explain(error: unknown, port: number): string {
  if (error instanceof SettingsError || error instanceof DataDirInUse) return error.message;
  const { code, stack } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another: npm start -- --port ${port + 100}`;
  return stack ?? String(error);
}
