import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Database, recordId } from '@throughline/subgraph';
import { ALL_RIGHTS } from '@throughline/access';
import { importRecords } from '../../tools/cli/import';
import { expectQueueToEqualAsking } from '../flag-index/compare';
import { Server } from './server';
import { until } from './until';
import { openWorld } from '../indexed';

const root = path.resolve(__dirname, '../..');

describe('a server that is killed while it indexes', () => {
  const server = new Server();
  const world = openWorld() as { type: string; source: string; ref: string }[];
  const suspects = world
    .filter(({ type }) => type === 'suspect')
    .map(({ source, ref }) => recordId('suspect', source, ref));
  beforeAll(() => server.start(), 60_000);
  afterAll(() => server.dispose());

  const ask = async (query: string, variables: object = {}) => {
    const { data, errors } = await server.ask(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  /** Asks the database that the server runs, which may be away. */
  const rows = async <Row>(sql: string): Promise<Row[]> => {
    const db = Database.connect(server.databaseUrl, 'behaviour', 1).as(ALL_RIGHTS);
    return db.query<Row>(sql).finally(() => db.stop());
  };
  const count = async (table: string) =>
    (await rows<{ n: number }>(`SELECT count(*) AS n FROM behaviour.${table}`))[0]!.n;
  const throughline = async (...args: string[]) => {
    const child = spawn(process.execPath, ['tools/up/run.mjs', 'tools/cli/throughline.ts', ...args], {
      cwd: root,
      env: { ...process.env, THROUGHLINE_URL: server.door.url, THROUGHLINE_KEY: server.door.key },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, said };
  };
  /** Waits until what is recorded by now is indexed. */
  const settled = async () => {
    const now = new Date().toISOString();
    const { asOf } = await until(
      async () => (await ask('{ indexStatus { asOf pending rebuild { endedAt } } }')).indexStatus,
      ({ asOf, pending, rebuild }) => pending === 0 && asOf !== null && asOf >= now && rebuild.endedAt !== null,
      90_000,
    );
    expect(asOf >= now).toBe(true);
  };

  it('loses nothing and doubles nothing', async () => {
    const importing = importRecords(server.door, world, 'test').catch(() => undefined);
    await until(
      () => count('person'),
      (n) => n > 10,
      60_000,
    );
    await server.kill();
    await importing;
    for (const pause of [300, 900]) {
      await server.start();
      const again = importRecords(server.door, world, 'test').catch(() => undefined);
      await delay(pause);
      await server.kill();
      await again;
    }
    await server.start();
    const { rejected } = await importRecords(server.door, world, 'test');
    expect(rejected).toBe(0);
    await settled();
    await expectQueueToEqualAsking(ask, suspects, new Date().toISOString());
    const told = await rows<{ told: number; changes: number }>(
      `SELECT count(*) AS told, count(DISTINCT (suspect, record, version)) AS changes FROM behaviour.activity`,
    );
    expect(told[0]!.told).toBe(told[0]!.changes);
    const suspectsTold = await rows<{ n: number }>(
      `SELECT count(*) AS n FROM behaviour.activity a WHERE record_type = 'suspect' AND suspect = record AND version = 1`,
    );
    expect(suspectsTold[0]!.n).toBe(suspects.length);
  }, 240_000);

  it('goes on with a rebuild where it was', async () => {
    const before = await rows('SELECT id, facts_hash FROM behaviour.flag WHERE closed_at IS NULL ORDER BY id');
    const { rebuildIndex } = await ask('mutation { rebuildIndex(input: { requestId: "again" }) { beganAt } }');
    await until(
      () => count('pending'),
      (n) => n > 0,
      10_000,
    );
    await server.kill();
    await server.start();
    await settled();
    const { indexStatus } = await ask('{ indexStatus { rebuild { beganAt suspects remaining } } }');
    expect(indexStatus.rebuild).toEqual({ beganAt: rebuildIndex.beganAt, suspects: suspects.length, remaining: 0 });
    expect(await rows('SELECT id, facts_hash FROM behaviour.flag WHERE closed_at IS NULL ORDER BY id')).toEqual(before);
  }, 120_000);

  it('is rebuilt, and tells how up to date it is, from the command line', async () => {
    const rebuilt = await throughline('index', 'rebuild', '--json');
    expect(rebuilt.code).toBe(0);
    expect(JSON.parse(rebuilt.said)).toMatchObject({ suspects: suspects.length, failing: 0 });
    const status = await throughline('index', 'status', '--json');
    expect(JSON.parse(status.said)).toMatchObject({ pending: 0, failing: 0, rebuild: { listed: true, remaining: 0 } });
    expect((await throughline('index', 'status')).said).toMatch(/^What was recorded by \S+ is indexed/);
    expect(await throughline('index', 'polish')).toEqual({
      code: 1,
      said: 'index takes rebuild or status, not polish\n',
    });
    expect(await server.stop()).toBe(true);
  }, 90_000);
});
