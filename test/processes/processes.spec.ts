import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { subgraphs } from '../../tools/up/subgraphs';
import { run } from '../cluster';
import { aCase, aSuspect, aVictim, anOrder } from '../support';

const root = path.resolve(__dirname, '../..');
const children = new Set<ChildProcess>();
const folders: string[] = [];

/** Runs one of the project's programs, as npm would. */
function start(program: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ['tools/up/run.mjs', program, ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: root, ...env },
  });
  children.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  /** Resolves with the first match in what the program prints; rejects when it ends without one. */
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const match = pattern.exec(output);
      if (match) return match;
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { child, says, ended, output: () => output };
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'throughline-processes-'));
  folders.push(made);
  return made;
}

async function ask(url: string, key: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      'throughline-purpose': 'INVESTIGATION',
    },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: any; errors?: { extensions: { code: string } }[] };
}

const AT = /GraphQL +(http:\S+)\/graphql/;

afterAll(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  }
  // As root the databases are kept where PostgreSQL's account can reach them: they go with their folders.
  for (const made of folders) {
    const database = path.join(made, 'data/postgres');
    if (existsSync(database)) rmSync(realpathSync(database), { recursive: true, force: true });
    rmSync(made, { recursive: true, force: true });
  }
}, 60_000);

describe('npm start', () => {
  const dataDir = path.join(folder(), 'data');
  const up = () => start('tools/up/start.ts', ['--empty', '--port', '0', '--data-dir', dataDir]);
  const key = () => readFileSync(path.join(dataDir, 'admin.key'), 'utf8').trim();

  it('serves the graph, stops cleanly on SIGTERM, and finds its data again', async () => {
    const first = up();
    const url = (await first.says(AT))[1]!;
    const bundle = path.join(folder(), 'bundle.ndjson');
    writeFileSync(
      bundle,
      [aSuspect('S1'), aVictim('V1'), aCase('C1')].map((record) => JSON.stringify(record)).join('\n'),
    );
    const cli = start('tools/cli/throughline.ts', ['import', '--json', bundle], {
      THROUGHLINE_URL: url,
      THROUGHLINE_DATA_DIR: dataDir,
    });
    expect(await cli.ended).toBe(0);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(existsSync(path.join(dataDir, 'throughline.pid'))).toBe(false);
    const second = up();
    const again = (await second.says(AT))[1]!;
    expect((await ask(again, key(), '{ case(urn: "C1") { stage } }')).data).toEqual({
      case: { stage: 'INVESTIGATION' },
    });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('starts again after it was killed, with everything that was accepted', async () => {
    const first = up();
    await first.says(AT);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = up();
    const url = (await second.says(AT))[1]!;
    expect((await ask(url, key(), '{ case(urn: "C1") { suspects { displayName } } }')).data).toEqual({
      case: { suspects: [{ displayName: 'Test S1' }] },
    });
    const third = up();
    expect(await third.ended).toBe(1);
    expect(third.output()).toContain(String(second.child.pid));
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('says which setting is wrong', async () => {
    const wrong = start('tools/up/start.ts', ['--port', 'ninety', '--data-dir', dataDir]);
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain('THROUGHLINE_PORT');
  });
});

describe('throughline import', () => {
  it('exits 2 where something was rejected, with a file that says what and why, and goes on past a torn gzip', async () => {
    const dataDir = path.join(folder(), 'data');
    const server = start('tools/up/start.ts', ['--empty', '--port', '0', '--data-dir', dataDir]);
    const url = (await server.says(AT))[1]!;
    const where = folder();
    const lines = [aSuspect('S1'), { ...aVictim('V1'), nickname: 'V' }, aCase('C1')].map((record) =>
      JSON.stringify(record),
    );
    writeFileSync(path.join(where, 'a.ndjson'), `${lines.join('\n')}\n`);
    const torn = gzipSync(
      Array.from({ length: 500 }, (_none, n) => JSON.stringify(aSuspect(`T${n}`, { sex: `${n}`.repeat(20) }))).join(
        '\n',
      ),
    );
    writeFileSync(path.join(where, 'b.ndjson.gz'), torn.subarray(0, torn.length / 2));
    writeFileSync(path.join(where, 'c.ndjson'), JSON.stringify(aVictim('V2')));
    const cli = start('tools/cli/throughline.ts', ['import', '--json', where], {
      THROUGHLINE_URL: url,
      THROUGHLINE_DATA_DIR: dataDir,
      INIT_CWD: where,
    });
    expect(await cli.ended).toBe(2);
    const summary = JSON.parse(cli.output().trim().split('\n').at(-1)!);
    expect(summary).toMatchObject({
      unchanged: 0,
      byType: { case: { accepted: 1 }, victim: { accepted: 1, rejected: 1 } },
    });
    const rejects = readFileSync(summary.rejectsFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rejects.length).toBe(summary.rejected);
    expect(rejects[0]).toMatchObject({ file: expect.stringContaining('a.ndjson'), line: 2, field: 'nickname' });
    expect(rejects.at(-1)).toMatchObject({
      file: expect.stringContaining('b.ndjson.gz'),
      reason: expect.stringContaining('truncated'),
    });
    expect(summary.byType.suspect.accepted).toBeGreaterThan(1);
    expect(readdirSync(where)).toContain(path.basename(summary.rejectsFile));
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});

describe('npm run serve', () => {
  it('runs each app alone; the gateway joins them over HTTP, and nobody else may call them', async () => {
    const admin = process.env.THROUGHLINE_TEST_DATABASE!;
    await run(admin, 'CREATE DATABASE apart');
    const internalToken = 'x'.repeat(40);
    const env = {
      THROUGHLINE_DATABASE_URL: Object.assign(new URL(admin), { pathname: '/apart' }).toString(),
      THROUGHLINE_INTERNAL_TOKEN: internalToken,
      THROUGHLINE_PORT: '0',
    };
    const serve = async (name: string, others: string) => {
      const app = start('tools/up/serve.ts', [name], { ...env, THROUGHLINE_SUBGRAPHS: others });
      return { name, url: (await app.says(/is at (http:\S+)/))[1]!, ...app };
    };
    const urlsOf = (served: { name: string; url: string }[]) =>
      served.map(({ name, url: at }) => `${name}=${at}`).join(',');
    const askNobody = subgraphs.filter(({ asks, background }) => !asks && !background);
    const apps = await Promise.all(askNobody.map(({ name }) => serve(name, '')));
    apps.push(await serve('inspections', urlsOf(apps)));
    apps.push(await serve('behaviour', urlsOf(apps)));
    const dataDir = folder();
    const gateway = start('tools/up/serve.ts', ['gateway'], {
      ...env,
      THROUGHLINE_SUBGRAPHS: urlsOf(apps),
      THROUGHLINE_DATA_DIR: dataDir,
    });
    const url = (await gateway.says(/(http:\/\/127\.0\.0\.1:\d+)/))[1]!;
    const key = readFileSync(path.join(dataDir, 'admin.key'), 'utf8').trim();
    const bundle = [aSuspect('S1'), aVictim('V1'), aCase('C1'), anOrder('O1')]
      .map((record) => JSON.stringify(record))
      .join('\n');
    const imported = await fetch(`${url}/v1/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'throughline-purpose': 'ADMINISTRATION' },
      body: bundle,
    });
    expect(JSON.parse((await imported.text()).trim().split('\n').at(-1)!).summary).toMatchObject({
      accepted: 4,
      rejected: 0,
    });
    const query = '{ case(urn: "C1") { suspects { displayName orders { kind } } } }';
    expect((await ask(url, key, query)).data.case.suspects).toEqual([
      { displayName: 'Test S1', orders: [{ kind: 'SPO' }] },
    ]);

    const direct = await fetch(`${apps[0]!.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(direct.status).toBe(401);

    const orders = apps.find(({ name }) => name === 'orders')!;
    orders.child.kill('SIGTERM');
    expect(await orders.ended).toBe(0);
    const partial = await ask(url, key, query);
    expect(partial.data.case.suspects).toEqual([{ displayName: 'Test S1', orders: null }]);
    expect(partial.errors!.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    for (const { child, ended } of [...apps.filter((app) => app !== orders), gateway]) {
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  });
});
