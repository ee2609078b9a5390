import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { isWellFormedKey, newKey } from './credentials';

/**
 * The key with every right, from `admin.key` in the data directory; made, for its owner's eyes only, where there is
 * none yet. Throws where the file holds something else.
 */
export function adminKey(dataDir: string): string {
  const file = path.join(dataDir, 'admin.key');
  const key = read(file) ?? create(file);
  if (isWellFormedKey(key)) return key;
  throw new Error(
    `${file} does not hold an API key (tl_live_…, with a checksum at its end): put the key back, or remove the file to have a new one made`,
  );
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written beside its place and then linked into it, so that nobody ever reads half a key and the first writer wins. */
function create(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${newKey('live')}\n`);
    fsyncSync(handle);
    linkSync(draft, file);
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error;
  } finally {
    closeSync(handle);
    rmSync(draft);
  }
  return read(file)!;
}

function isErrno(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
