import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dataSource, migrate, provision, roleUrls, schemaName, tablesOf } from '@throughline/subgraph';
import { startCluster } from '../up/cluster';
import { subgraphs } from '../up/subgraphs';

/**
 * Writes the migration that brings a service's schema from its migrations so far to its models:
 * `npm run migration -- orders add-court`. Review what it writes: it sees structure, not data.
 */
export async function main([service, name]: string[]): Promise<void> {
  const definition = subgraphs.find((subgraph) => subgraph.name === service);
  if (!definition || !name) {
    process.stderr.write('usage: npm run migration -- <service> <name>\n');
    process.exitCode = 1;
    return;
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), 'throughline-migration-'));
  // PostgreSQL may run as another user, who must reach it.
  chmodSync(dataDir, 0o755);
  const cluster = await startCluster({ dataDir, durable: false });
  try {
    const statements = await difference(cluster.url('postgres'), definition.name);
    if (statements.length === 0) process.stdout.write('the migrations already give what the models say\n');
    else process.stdout.write(`${write(definition.name, name, statements)}\n`);
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true });
  }
}

/** The statements by which a migrated schema still differs from its models. */
export async function difference(url: string, service: string): Promise<string[]> {
  const definition = subgraphs.find((subgraph) => subgraph.name === service)!;
  const { name, migrations } = definition;
  const models = tablesOf(definition);
  const { owner } = roleUrls(url, name);
  await provision(url, name);
  await migrate(owner, name, models, migrations);
  const source = await dataSource(owner, name, models, []).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

function write(service: string, name: string, statements: string[]): string {
  const at = Date.now();
  const type = `${name.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}${at}`;
  const file = path.join('apps', service, 'src/migrations', `${at}-${name}.ts`);
  const lines = statements.map(
    (statement) => `    await runner.query(\n      \`${statement.replace(/`/g, '\\`')}\`,\n    );\n`,
  );
  writeFileSync(
    file,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema ${schemaName(service)}: ${name.replace(/-/g, ' ')}. */
export class ${type} implements MigrationInterface {
  name = '${type}';

  async up(runner: QueryRunner): Promise<void> {
${lines.join('')}  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
`,
  );
  return file;
}
