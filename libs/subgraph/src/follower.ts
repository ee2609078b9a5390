import { Readable } from 'node:stream';

/** How long the line may be silent: one that says nothing for longer is taken to be broken. */
export const KEEP_ALIVE_MS = 10_000;

/** What comes, such as batches of notices, as NDJSON; an empty line where there is nothing to say for a while. */
export function ndjsonOf(parts: AsyncIterable<unknown>, keepAliveMs = KEEP_ALIVE_MS): Readable {
  return Readable.from(lines(parts, keepAliveMs), { objectMode: false });
}

async function* lines(parts: AsyncIterable<unknown>, keepAliveMs: number): AsyncGenerator<string> {
  const iterator = parts[Symbol.asyncIterator]();
  try {
    // So that whoever follows knows at once that the line stands.
    yield '\n';
    let next = iterator.next();
    for (;;) {
      const found = await within(keepAliveMs, next);
      if (found === undefined) yield '\n';
      else if (found.done) return;
      else {
        yield `${JSON.stringify(found.value)}\n`;
        next = iterator.next();
      }
    }
  } finally {
    await iterator.return?.();
  }
}

/** What `work` gives, or `undefined` after the time without it. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
