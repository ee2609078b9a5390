import { setTimeout as delay } from 'node:timers/promises';
import * as fs from 'node:fs';
import * as path from 'node:path';

export const POLL_MS = 25;

/** Another living Throughline process uses this data directory. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';

  constructor(
    readonly pid: number,
    readonly dataDir: string,
  ) {
    super(`${dataDir} is in use by another Throughline, process ${pid}: stop that one, or use another data directory`);
  }
}

/** Takes the data directory for this process; what it returns gives it back, as does the process's end. */
export async function takeLock(dataDir: string): Promise<() => void> {
  const file = path.join(dataDir, 'throughline.pid');
  await whileGuarded(`${file}.guard`, () => {
    const [pid, startTime] = readLines(file);
    const holder = asPid(pid);
    // Empty when its writer died between creating and writing it, as no living one can be doing that now.
    if (holder && isAlive(holder, startTime)) throw new DataDirInUse(holder, dataDir);
    fs.rmSync(file, { force: true });
    fs.writeFileSync(file, `${process.pid}\n${processStat(process.pid)?.startTime ?? ''}\n`, { flag: 'wx' });
  });
  const release = () => {
    process.removeListener('exit', release);
    // Someone may have removed the directory under us, and begun anew in it.
    if (firstLineAsPid(file) === process.pid) fs.rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}

/**
 * One at a time, across processes: of two that find the same dead holder, the later would remove the lock of the
 * earlier. The action must be synchronous, so that a guard which stays was left by a crash.
 */
async function whileGuarded(guard: string, action: () => void): Promise<void> {
  const patience = Date.now() + 3_000;
  while (!createdExclusively(guard)) {
    if (Date.now() > patience) fs.rmSync(guard, { force: true });
    await delay(POLL_MS);
  }
  try {
    action();
  } finally {
    fs.rmSync(guard, { force: true });
  }
}

function createdExclusively(file: string): boolean {
  try {
    fs.closeSync(fs.openSync(file, 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Also tells a process from a later one of the same number, where there is a /proc and its start time is given. */
export function isAlive(pid: number, startTime?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Someone else's process lives as well.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const stat = processStat(pid);
  // In a container whose first process reaps no orphans, the dead stay listed as zombies.
  return !stat || (!['Z', 'X'].includes(stat.state) && (!startTime || startTime === stat.startTime));
}

function processStat(pid: number): { state: string; startTime: string } | undefined {
  const stat = attempt(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.[19] ? { state: fields[0]!, startTime: fields[19] } : undefined;
}

export function firstLineAsPid(file: string): number | undefined {
  return asPid(readLines(file)[0]);
}

/** Nothing but a positive number: to signal 0 or less is to signal whole groups of processes. */
function asPid(text: string | undefined): number | undefined {
  return text && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}

function readLines(file: string): string[] {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
}

/** For what may fail without harm. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
