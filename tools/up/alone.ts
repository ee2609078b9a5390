import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newKey } from '@throughline/access';
import { Subgraph } from '@throughline/subgraph';
import { Access } from '../../apps/gateway/src/access/access';
import { type GatewayOptions, startGateway } from '../../apps/gateway/src/gateway';
import type { Door } from '../cli/import';
import { startCluster } from './cluster';
import { subgraphs } from './subgraphs';

/** The whole graph, empty, in this process, on a PostgreSQL of its own. */
export interface Alone {
  readonly door: Door;
  readonly running: readonly Subgraph[];
  readonly supergraphSdl: string;
  /** Its database, as the superuser. */
  readonly superuserUrl: string;
  /** Stops everything and removes its data. */
  readonly stop: () => Promise<void>;
}

const root = path.resolve(__dirname, '../..');

/** Starts it on free loopback ports, with a console where its folder is given. Whatever the environment says of databases, it touches none but its own. */
export async function startAlone(name: string, options: Pick<GatewayOptions, 'console'> = {}): Promise<Alone> {
  const folder = mkdtempSync(path.join(tmpdir(), `throughline-${name}-`));
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const next of stops.splice(0).reverse()) await next();
  };
  try {
    // PostgreSQL may run as another user, who must reach it.
    chmodSync(folder, 0o755);
    const cluster = await startCluster({ dataDir: path.join(folder, 'data') });
    stops.push(() => cluster.stop());
    const running = await Promise.all(
      subgraphs.map(async (definition) => {
        const subgraph = await Subgraph.start(definition, cluster.url('postgres'));
        stops.push(() => subgraph.stop());
        return subgraph;
      }),
    );
    for (const subgraph of running) subgraph.meet(running);
    const key = newKey('live');
    const supergraphSdl = readFileSync(path.join(root, 'supergraph.graphql'), 'utf8');
    const access = await Access.start({ databaseUrl: cluster.url('postgres'), pepper: randomBytes(32), adminKey: key });
    stops.push(() => access.stop());
    const gateway = await startGateway({ ...options, supergraphSdl, subgraphs: running, access, port: 0 });
    stops.push(() => gateway.stop());
    return { door: { url: gateway.url, key }, running, supergraphSdl, superuserUrl: cluster.url('postgres'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
