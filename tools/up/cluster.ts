import { setTimeout as delay } from 'node:timers/promises';
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type Account, assertReachable, place, processOptions, serverAccount, versionFile } from './cluster-account';
import { usableBinaries } from './cluster-binaries';
import { attempt, firstLineAsPid, isAlive, takeLock, POLL_MS } from './cluster-lock';

/** A running PostgreSQL of our own, reachable on 127.0.0.1 only. */
export interface Cluster {
  port: number;
  /** The superuser's connection URL for one of the cluster's databases (`postgres` always exists). */
  url(database: string): string;
  /** Fast shutdown: open transactions roll back, committed data is kept. Waits; calling it again is harmless. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Absolute. Holds `postgres/` (or a symlink to it), `postgres.password`, `postgres.log` and `throughline.pid`. */
  dataDir: string;
  /**
   * Default true. False, for tests, is faster: a crash of the server may then lose the last commits, and a crash of the
   * machine all of the data. A crash of our own process loses nothing either way.
   */
  durable?: boolean;
  /** Told, a line at a time, what a person at the terminal may wonder about. */
  log?: (line: string) => void;
  /** More server settings, as `postgres -c name=value`; where it listens cannot be changed. */
  settings?: Record<string, string>;
}

/** The programs, and whom to run them as (absent: ourselves). */
interface Installation {
  bin: string;
  account?: Account;
}

/** Everything that is settled before the server is started. */
interface Server extends Installation {
  directory: string;
  password: string;
  logFile: string;
  settings: Record<string, string>;
  log: (line: string) => void;
}

interface Postmaster {
  child: ChildProcess;
  port: number;
  isGone: () => boolean;
  ended: Promise<void>;
  /** What this run has written to the log, not what earlier ones have. */
  output: () => string;
}

const READY_WITHIN_MS = 60_000;

const STOP_WITHIN_MS = 30_000;

const LAUNCH_ATTEMPTS = 10;

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Failures that pass by themselves: someone took the port between our choosing and the server's binding it, or a
 * backend of a killed server has not yet noticed that it is alone.
 */
const PASSING_FAILURE = /could not create any TCP\/IP sockets|pre-existing shared memory block/;

/** For two cores and little memory, shared with Node. */
const SETTINGS: Record<string, string> = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  max_connections: '100',
  // Our queries are short: compiling them costs more than it saves.
  jit: 'off',
  random_page_cost: '1.1',
  wal_compression: 'off',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

const UNSAFE_AND_FAST: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** TCP on loopback alone: a socket file would need a directory that both users reach and a path of under 108 bytes. */
const LISTENING: Record<string, string> = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/**
 * Starts the PostgreSQL of a data directory and waits until it answers; the first start creates its cluster. A server
 * that a crash left running is stopped first.
 * @throws DataDirInUse when another living Throughline process has the directory
 * @throws Error with the end of the server's log when it does not start
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  fs.mkdirSync(options.dataDir, { recursive: true });
  const release = await takeLock(options.dataDir);
  try {
    const server = await prepare(options);
    const postmaster = await launch(server);
    return asCluster(server, postmaster, release);
  } catch (error) {
    release();
    throw error;
  }
}

function asCluster(server: Server, postmaster: Postmaster, release: () => void): Cluster {
  let stopped: Promise<void> | undefined;
  postmaster.child.once('exit', (code, signal) => {
    if (!stopped) server.log(`PostgreSQL ended by itself (${signal ?? String(code)}): see ${server.logFile}`);
  });
  const stop = async () => {
    await shutDown(server, postmaster.child.pid!, postmaster.isGone);
    release();
  };
  return {
    port: postmaster.port,
    url: (database) => url(server.password, postmaster.port, database),
    stop: () => (stopped ??= stop()),
  };
}

function url(password: string, port: number, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

async function prepare({ dataDir, durable = true, log = () => {}, settings }: ClusterOptions): Promise<Server> {
  const existing = clusterDirectory(dataDir);
  const account = serverAccount(existing);
  const installation = { bin: path.join(usableBinaries(account, log), 'bin'), account };
  if (isInitialised(existing)) assertReachable(existing, account);
  const directory = isInitialised(existing) ? existing : place(dataDir, existing, account, log);
  const passwordFile = path.join(dataDir, 'postgres.password');
  if (!isInitialised(directory)) await initialise(installation, directory, passwordFile, durable);
  else await clearLastRun(installation, directory, log);
  return {
    ...installation,
    directory,
    password: readPassword(passwordFile, directory),
    logFile: path.join(dataDir, 'postgres.log'),
    settings: { ...SETTINGS, ...(durable ? {} : UNSAFE_AND_FAST), ...settings, ...LISTENING },
    log,
  };
}

function readPassword(file: string, directory: string): string {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(`No password for the existing database in ${directory}: remove it to start over`, { cause: error });
  }
}

/** Where dataDir/postgres is or leads to; the symlink is the only record of a relocated cluster. */
function clusterDirectory(dataDir: string): string {
  const entry = path.join(dataDir, 'postgres');
  const isLink = fs.lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? path.resolve(dataDir, fs.readlinkSync(entry)) : entry;
}

/** initdb works elsewhere and its result is renamed: with a PG_VERSION a cluster is whole, without one there is none. */
function isInitialised(directory: string): boolean {
  return versionFile(directory) !== undefined;
}

async function initialise({ bin, account }: Installation, directory: string, passwordFile: string, durable: boolean) {
  removeUnfinished(directory);
  const password = randomBytes(24).toString('hex');
  writePrivately(passwordFile, password);
  // Never the same name twice: an initdb that outlived our crash may still be writing.
  const fresh = `${directory}.initdb-${randomUUID()}`;
  const passwordForInitdb = `${fresh}.password`;
  try {
    fs.mkdirSync(fresh, { mode: 0o700 });
    writePrivately(passwordForInitdb, password);
    if (account) [fresh, passwordForInitdb].forEach((file) => fs.chownSync(file, account.uid, account.gid));
    const args = ['-D', fresh, '-U', 'postgres', `--pwfile=${passwordForInitdb}`, '-A', 'scram-sha-256', '-E', 'UTF8'];
    // The built-in provider sorts the same on all machines, whatever their C library.
    args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
    if (!durable) args.push('--no-sync');
    await promisify(execFile)(path.join(bin, 'initdb'), args, processOptions(account));
    // An empty directory may be in the way; anything in it is not ours to remove, and fails here.
    if (fs.existsSync(directory)) fs.rmdirSync(directory);
    fs.renameSync(fresh, directory);
    if (durable) [directory, passwordFile].map((file) => path.dirname(file)).forEach(syncDirectory);
  } finally {
    removeUnfinished(directory);
  }
}

function removeUnfinished(directory: string): void {
  const parent = path.dirname(directory);
  const unfinished = fs.readdirSync(parent).filter((name) => name.startsWith(`${path.basename(directory)}.initdb-`));
  // Retries, since that outliving initdb may add files meanwhile.
  for (const name of unfinished) fs.rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 10 });
}

function writePrivately(file: string, text: string): void {
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

/** Names must survive a power cut too, or the next start would take the cluster for an unfinished one. */
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(directory, 'r');
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

/** Stops the server that a crash of ours has left behind, and sees to it that what it wrote does not stop the next. */
async function clearLastRun(installation: Installation, directory: string, log: (line: string) => void): Promise<void> {
  const file = path.join(directory, 'postmaster.pid');
  const pid = firstLineAsPid(file);
  if (pid && isAlive(pid) && isPostmasterOf(pid, directory, installation)) {
    log(`Stopping the PostgreSQL that an earlier run left behind (process ${pid})`);
    await shutDown(installation, pid, () => !isAlive(pid));
  }
  if (fs.existsSync(file)) disown(file);
}

/**
 * PostgreSQL refuses to start while the process named in postmaster.pid lives, even when the number has since gone to
 * another program. It disregards its parent's number, though, so we put ours there: unlike removing the file this
 * keeps the rest of it, by which the server finds out that backends of a killed one still use the data.
 */
function disown(file: string): void {
  const [first = '', ...rest] = fs.readFileSync(file, 'utf8').split('\n');
  const isWhole = Number(first) > 0 && rest.length > 1;
  if (isWhole && process.platform !== 'win32') fs.writeFileSync(file, [process.pid, ...rest].join('\n'));
  else fs.rmSync(file);
}

/** Its number alone proves nothing: after a reboot or in a new container it belongs to any other program. */
function isPostmasterOf(pid: number, directory: string, { bin, account }: Installation): boolean {
  if (process.platform === 'win32') {
    return spawnSync(path.join(bin, 'pg_ctl'), ['status', '-D', directory], processOptions(account)).status === 0;
  }
  const command = commandLine(pid);
  if (!/(^|\/)postgres -D /.test(command)) return false;
  // A server works in its data directory, which tells even when that was moved since.
  return (
    command.includes(` -D ${directory} `) ||
    attempt(() => fs.readlinkSync(`/proc/${pid}/cwd`)) === fs.realpathSync(directory)
  );
}

function commandLine(pid: number): string {
  const fromProc = attempt(() => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
  // pg_ctl status would not do where there is no /proc: it only asks whether the process exists.
  return (fromProc ?? spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout) || '';
}

async function launch(server: Server): Promise<Postmaster> {
  for (let attempts = 1; ; attempts++) {
    const postmaster = spawnPostmaster(server, await freePort());
    const failure = await untilReady(server, postmaster);
    if (!failure) return postmaster;
    const output = postmaster.output();
    if (attempts === LAUNCH_ATTEMPTS || !PASSING_FAILURE.test(output)) {
      const lastLines = output.trimEnd().split('\n').slice(-20).join('\n');
      throw new Error(`PostgreSQL did not start: ${failure}. The end of ${server.logFile}:\n${lastLines}`);
    }
    await delay(500);
  }
}

function spawnPostmaster(server: Server, port: number): Postmaster {
  const { descriptor, size } = openLog(server);
  const settings = Object.entries({ ...server.settings, port: String(port) });
  const args = ['-D', server.directory, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // Detached: Ctrl-C goes to the terminal's whole process group, and our services need their database to finish.
  const child = spawn(path.join(server.bin, 'postgres'), args, {
    ...processOptions(server.account),
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
  });
  fs.closeSync(descriptor);
  child.unref();
  const isGone = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const interruptIt = () => {
    if (!isGone()) interrupt(server, child.pid!, 'INT');
  };
  process.once('exit', interruptIt);
  child.once('exit', () => process.removeListener('exit', interruptIt));
  const output = () => fs.readFileSync(server.logFile).subarray(size).toString('utf8');
  return { child, port, isGone, ended, output };
}

/** Opened by us, since the account may not reach it; owned by the account, who may run without root another time. */
function openLog({ logFile, account }: Server): { descriptor: number; size: number } {
  const isLong = (fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
  if (isLong) fs.truncateSync(logFile);
  const descriptor = fs.openSync(logFile, 'a', 0o600);
  if (account) attempt(() => fs.fchownSync(descriptor, account.uid, account.gid));
  return { descriptor, size: fs.fstatSync(descriptor).size };
}

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve, reject) => listener.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

/** Undefined once it answers; else what was the matter. Whoever else took our port cannot know the password. */
async function untilReady(server: Server, postmaster: Postmaster): Promise<string | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!postmaster.isGone()) {
    const connecting = tryToConnect(url(server.password, postmaster.port, 'postgres'));
    // Whoever holds the port instead may keep us waiting.
    const refusal = await Promise.race([connecting, postmaster.ended.then(() => 'it ended')]);
    if (refusal === undefined) return undefined;
    if (Date.now() > deadline) {
      await shutDown(server, postmaster.child.pid!, postmaster.isGone);
      return `no connection within ${READY_WITHIN_MS / 1000} s (${refusal})`;
    }
    await delay(POLL_MS);
  }
  return `it ended (${postmaster.child.signalCode ?? postmaster.child.exitCode ?? 'could not be run'})`;
}

async function tryToConnect(connectionString: string): Promise<string | undefined> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Fast; immediate, which the next start recovers from, when that takes too long. */
async function shutDown(installation: Installation, pid: number, isGone: () => boolean): Promise<void> {
  for (const signal of ['INT', 'QUIT'] as const) {
    if (!isGone()) interrupt(installation, pid, signal);
    const deadline = Date.now() + STOP_WITHIN_MS;
    while (!isGone() && Date.now() < deadline) await delay(POLL_MS);
    if (isGone()) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}

function interrupt({ bin, account }: Installation, pid: number, signal: 'INT' | 'QUIT'): void {
  // On Windows Node's own kill would end it without a shutdown.
  if (process.platform !== 'win32') attempt(() => process.kill(pid, `SIG${signal}`));
  else spawnSync(path.join(bin, 'pg_ctl'), ['kill', signal, String(pid)], processOptions(account));
}
