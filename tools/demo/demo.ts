/**
 * Writes the invented demo world as an interchange bundle, one record a line:
 *
 *     npm run demo -- [--seed TEXT] [--suspects N] [--as-at YYYY-MM-DD] [--out FILE[.gz]]
 */
import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { demoWorld, type DemoOptions } from './demo-world';

const CHUNK_CHARACTERS = 1 << 16;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      suspects: { type: 'string' },
      'as-at': { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { seed, suspects, out } = values;
  const options = { seed, suspects: suspects === undefined ? undefined : countOf(suspects), asAt: values['as-at'] };
  const lines = Readable.from(chunks(options), { objectMode: false });
  const sink: Writable = out === undefined ? process.stdout : createWriteStream(out);
  if (out?.endsWith('.gz')) await pipeline(lines, createGzip(), sink);
  else await pipeline(lines, sink);
}

/** Lines gathered into larger pieces, because a write for each of a million lines would cost more than making them. */
function* chunks(options: DemoOptions): Generator<string> {
  let chunk = '';
  for (const record of demoWorld(options)) {
    chunk += `${JSON.stringify(record)}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function countOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`--suspects wants a whole number, not "${text}"`);
  return Number(text);
}

main().catch((error: unknown) => {
  // Somebody who reads only the beginning, such as `head`, closes the pipe: that is no failure.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
