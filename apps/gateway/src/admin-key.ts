import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isWellFormedKey, newKey } from './credentials';

/**
 * The key with every right, from `admin.key` in the data directory; made, for its owner's eyes only, where there is
 * none yet. Throws where the file holds something else.
 */
export async function adminKey(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'admin.key');
  const key = (await read(file)) ?? (await create(file));
  if (isWellFormedKey(key)) return key;
  throw new Error(
    `${file} does not hold an API key (tl_live_…, with a checksum at its end): put the key back, or remove the file to have a new one made`,
  );
}

async function read(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written beside its place and then linked into it, so that nobody ever reads half a key and the first writer wins. */
async function create(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${newKey('live')}\n`);
    await handle.sync();
    await link(draft, file).catch((error: unknown) => {
      if (!isErrno(error, 'EEXIST')) throw error;
    });
  } finally {
    await handle.close();
    await rm(draft);
  }
  return (await read(file))!;
}

function isErrno(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
