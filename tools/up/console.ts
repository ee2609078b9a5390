import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const root = path.resolve(__dirname, '../..');
const dist = path.join(root, 'apps/console/dist');
const SOURCES = ['apps/console', 'libs/client/src', 'package-lock.json'];
const COMPRESSED = /\.(js|css|svg)$/;

/**
 * The folder of the console, built anew where what it is made of has changed. Undefined where it cannot be built, after
 * saying so: the graph serves without it.
 */
export async function builtConsole(say: (line: string) => void): Promise<string | undefined> {
  const wanted = digest();
  if (stampOf(dist) === wanted) return dist;
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) return existsSync(dist) ? dist : undefined;
  say('Building the console…');
  // Elsewhere than what may be being served, and put in its place when it is whole.
  const fresh = path.join(root, `node_modules/.cache/console-${process.pid}`);
  const args = [vite, 'build', path.join(root, 'apps/console'), '--outDir', fresh, '--logLevel', 'error'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const told: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => told.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    say(`The console could not be built; / shows a plain page instead.\n${Buffer.concat(told).toString('utf8')}`);
    return undefined;
  }
  await compress(path.join(fresh, 'assets'));
  writeFileSync(path.join(fresh, '.built'), wanted);
  rmSync(dist, { recursive: true, force: true });
  try {
    renameSync(fresh, dist);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    // Another start can have built the same meanwhile.
    if (stampOf(dist) !== wanted) throw error;
  }
  return dist;
}

function stampOf(folder: string): string | undefined {
  const stamp = path.join(folder, '.built');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

function digest(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn)) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function filesIn(source: string): string[] {
  const at = path.join(root, source);
  if (source.endsWith('.json')) return [source];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(path.join('apps/console', 'dist')))
    .sort();
}

/** Once, here, rather than at each request. */
async function compress(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((file) => COMPRESSED.test(file))) {
    const file = path.join(folder, name);
    const text = readFileSync(file);
    writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(text));
  }
}
