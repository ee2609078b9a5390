import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, provision, roleUrls, tablesOf } from '@throughline/subgraph';
import { Client } from 'pg';
import { composedFiles } from '../tools/compose/compose';
import { startCluster } from '../tools/up/cluster';
import { access } from '../apps/gateway/src/access/access.subgraph';
import { subgraphs } from '../tools/up/subgraphs';

export const TEMPLATE = 'template_throughline';

/**
 * Starts a PostgreSQL for each worker of the run, migrates its template, and composes; where all that is goes to the tests
 * by the environment. One for all would not do: a transaction of any database holds up the feeds of every other.
 */
export async function startTestClusters(workers: number): Promise<{ stop(): Promise<void> }> {
  const clusters = await Promise.all(Array.from({ length: workers }, startTestCluster));
  process.env.THROUGHLINE_TEST_DATABASES = clusters.map(({ url }) => url).join(' ');
  process.env.THROUGHLINE_TEST_SUPERGRAPH = path.join(clusters[0]!.dataDir, 'supergraph.graphql');
  writeFileSync(process.env.THROUGHLINE_TEST_SUPERGRAPH, (await composedFiles()).get('supergraph.graphql')!);
  return {
    stop: async () => {
      await Promise.all(clusters.map((cluster) => cluster.stop()));
    },
  };
}

/** A PostgreSQL of its own with a migrated template; its URL is the superuser's. */
export async function startTestCluster(): Promise<{ url: string; dataDir: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'throughline-test-'));
  // The account that PostgreSQL runs as when we are root must reach it, or the database goes elsewhere and stays there.
  chmodSync(dataDir, 0o755);
  const cluster = await startCluster({ dataDir, durable: false });
  const admin = cluster.url('postgres');
  await run(admin, `CREATE DATABASE ${TEMPLATE}`);
  for (const definition of [...subgraphs, access]) {
    const url = cluster.url(TEMPLATE);
    await provision(url, definition.name);
    await migrate(
      roleUrls(url, definition.name).owner,
      definition.name,
      tablesOf(definition),
      definition.migrations,
      definition.policies,
    );
  }
  return {
    url: admin,
    dataDir,
    stop: async () => {
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs one statement as the superuser. */
export async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
