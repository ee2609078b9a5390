import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type KeyEnvironment, isWellFormedKey, newKey } from '@throughline/access';

/**
 * The key with every right, from `admin.key` in the data directory; made, for its owner's eyes only, where there is
 * none yet. Throws where the file holds something else.
 */
export function adminKey(dataDir: string, environment: KeyEnvironment = 'live'): string {
  const file = path.join(dataDir, 'admin.key');
  const key = read(file) ?? create(file, newKey(environment));
  if (isWellFormedKey(key)) return key;
  throw new Error(
    `${file} does not hold an API key (tl_live_…, with a checksum at its end): put the key back, or remove the file to have a new one made`,
  );
}

/**
 * The key under which the secrets of API keys are hashed, from `pepper` in the data directory, made where there is none.
 * Replicas that share a database must have the same one.
 */
export function pepper(dataDir: string): Buffer {
  const file = path.join(dataDir, 'pepper');
  const text = read(file) ?? create(file, randomBytes(PEPPER_BYTES).toString('hex'));
  if (PEPPER.test(text)) return Buffer.from(text, 'hex');
  throw new Error(
    `${file} does not hold ${PEPPER_BYTES} bytes in hex: put back what was there, or no key is known any more`,
  );
}

const PEPPER_BYTES = 32;
/** What a pepper is as text: 32 bytes or more, in hex. */
export const PEPPER = /^([0-9a-f]{2}){32,}$/i;

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written beside its place and then linked into it, so that nobody ever reads half a key and the first writer wins. */
function create(file: string, secret: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${secret}\n`);
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
