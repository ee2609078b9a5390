import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { attempt } from './cluster-lock';

export function versionFile(directory: string): fs.Stats | undefined {
  try {
    return fs.statSync(path.join(directory, 'PG_VERSION'), { throwIfNoEntry: false });
  } catch (error) {
    throw new Error(`${directory} belongs to another user: run as that user, or use another data directory`, {
      cause: error,
    });
  }
}

/** Whom the server runs as when we are root. */
export interface Account {
  uid: number;
  gid: number;
}

const ACCOUNT_NAME = 'postgres';

/** PostgreSQL refuses to run as root; a cluster that someone made without being root stays that person's. */
export function serverAccount(directory: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const made = versionFile(directory);
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid };
  return findAccount() ?? createAccount();
}

export function assertReachable(directory: string, account: Account | undefined): void {
  if (!account || canRun(account, 'test', '-w', directory)) return;
  throw new Error(
    `The user ${account.uid} owns the database in ${directory} but cannot reach it: ` +
      'let everyone pass through the directories above it (chmod o+x)',
  );
}

function findAccount(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, ACCOUNT_NAME], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid && gid !== undefined ? { uid, gid } : undefined;
}

function createAccount(): Account {
  const name = ACCOUNT_NAME;
  // The second pair is busybox's, for images without the shadow tools.
  const ways = [
    [`groupadd --system ${name}`, `useradd --system --gid ${name} --no-create-home --shell /usr/sbin/nologin ${name}`],
    [`addgroup -S ${name}`, `adduser -S -D -H -G ${name} ${name}`],
  ];
  const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };
  for (const commands of ways) {
    // Only the outcome counts: the group may exist already, and another process may be making the same user.
    for (const command of commands) spawnSync(command, { shell: true, env });
    const account = findAccount();
    if (account) return account;
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and the system user "${name}" neither exists nor could be made ` +
      '(tried useradd and adduser): make it, or run as another user',
  );
}

/** The original may have been unpacked under a umask of 077. */
export function openToAll(directory: string): void {
  fs.chmodSync(directory, 0o755);
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) fs.chmodSync(file, (fs.statSync(file).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

/** A directory of root's that the account can reach, for what it cannot reach where it is. */
export function sharedDirectory(account: Account, ...names: string[]): string {
  for (const parent of ['/var/lib', '/var/tmp', tmpdir()]) {
    const directories = ['throughline', ...names].map((_, i, all) => path.join(parent, ...all.slice(0, i + 1)));
    try {
      directories.forEach(ensureOpenDirectory);
      const directory = directories.at(-1)!;
      if (canRun(account, 'test', '-x', directory)) return directory;
    } catch {
      // Read-only, or someone else's: the next one may do.
    }
  }
  throw new Error(
    `Found no directory that the user ${account.uid} can reach; tried /var/lib, /var/tmp and ${tmpdir()}`,
  );
}

function ensureOpenDirectory(directory: string): void {
  attempt(() => fs.mkdirSync(directory));
  const stat = fs.lstatSync(directory);
  // In a world-writable place anyone may have made it first, to have us run programs of theirs.
  if (!stat.isDirectory() || stat.uid !== process.getuid?.()) throw new Error(`${directory} is not ours`);
  fs.chmodSync(directory, 0o755);
}

/** Decides where a new cluster goes, and leaves the symlink before there is anything to lose. */
export function place(
  dataDir: string,
  existing: string,
  account: Account | undefined,
  log: (line: string) => void,
): string {
  const entry = path.join(dataDir, 'postgres');
  if (existing !== entry) {
    log(`No database in ${existing}, where ${entry} leads: making an empty one`);
    if (account && canRun(account, 'test', '-x', path.dirname(existing))) return existing;
    fs.rmSync(entry);
  }
  if (!account || canOwnIn(dataDir, account)) return entry;
  const target = path.join(sharedDirectory(account, 'clusters'), randomUUID());
  log(`The user ${account.uid} cannot reach ${dataDir}: its database is kept in ${target}`);
  attempt(() => fs.rmdirSync(entry));
  fs.symlinkSync(target, entry);
  return target;
}

/** Tries it: beside closed parent directories there are mounts on which owners or modes do not stick. */
function canOwnIn(parent: string, account: Account): boolean {
  const probe = fs.mkdtempSync(path.join(parent, 'probe-'));
  try {
    fs.chmodSync(probe, 0o700);
    fs.chownSync(probe, account.uid, account.gid);
    const { uid, mode } = fs.statSync(probe);
    return uid === account.uid && (mode & 0o077) === 0 && canRun(account, 'test', '-w', probe);
  } catch {
    return false;
  } finally {
    fs.rmdirSync(probe);
  }
}

function canRun(account: Account, command: string, ...args: string[]): boolean {
  return spawnSync(command, args, processOptions(account)).status === 0;
}

export function processOptions(account: Account | undefined) {
  // PGOPTIONS and the like, or a locale that initdb does not know, must not change what is made.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return {
    uid: account?.uid,
    gid: account?.gid,
    // Ours may be closed to the account.
    cwd: path.parse(process.execPath).root,
    env: { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC' } as NodeJS.ProcessEnv,
    windowsHide: true,
  };
}
