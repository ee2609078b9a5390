import { createReadStream } from 'node:fs';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where the gateway is and the key to call it with. */
export interface Door {
  url: string;
  key: string;
}

/** A record that was not taken, as the gateway tells it. */
export interface Rejected {
  file: string;
  line: number;
  type: string | null;
  source: string | null;
  ref: string | null;
  field: string | null;
  reason: string;
  record?: string;
}

export interface Counts {
  accepted: number;
  unchanged: number;
  rejected: number;
}

export interface Progress extends Counts {
  lines: number;
  bytes: number;
}

export interface Summary extends Counts {
  byType: Record<string, Counts>;
  lines: number;
  seconds: number;
}

export interface Part {
  /** The import it belongs to; files of one import share it. */
  run: string;
  file: string;
  last: boolean;
}

export interface Listener {
  onReject?: (reject: Rejected) => void;
  onProgress?: (progress: Progress) => void;
}

/**
 * Streams a bundle to the gateway, which answers while it is still reading: rejects and progress as they come, the
 * summary at the end. Throws where the gateway fails or cannot be reached; what it accepted until then stays.
 */
export async function importStream(door: Door, body: Readable, part: Part, listener: Listener = {}): Promise<Summary> {
  const url = new URL('/v1/import', door.url);
  for (const [name, value] of Object.entries(part)) url.searchParams.set(name, String(value));
  const call = request(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${door.key}`,
      'content-type': 'application/x-ndjson',
      'throughline-purpose': 'ADMINISTRATION',
    },
  });
  const answered = new Promise<Summary>((resolve, reject) => {
    call.on('error', (error) => reject(unreachable(door, error)));
    call.on('response', (response) => void readAnswer(response, listener).then(resolve, reject));
  });
  // The answer tells why the gateway hung up; that a write then failed says nothing more.
  const sent = pipeline(body, call).catch((error: unknown) => error);
  const summary = await answered;
  const failure = await sent;
  if (failure instanceof Error) throw failure;
  return summary;
}

async function readAnswer(response: Readable & { statusCode?: number }, listener: Listener): Promise<Summary> {
  if (response.statusCode !== 200) throw new Error(await refusal(response));
  for await (const line of createInterface({ input: response })) {
    const message = JSON.parse(line) as {
      rejected?: Rejected;
      progress?: Progress;
      summary?: Summary;
      failed?: { message: string; requestId: string };
    };
    if (message.rejected) listener.onReject?.(message.rejected);
    if (message.progress) listener.onProgress?.(message.progress);
    if (message.failed) throw new Error(`${message.failed.message} (request ${message.failed.requestId})`);
    if (message.summary) return message.summary;
  }
  throw new Error('the gateway hung up before the import was done; run it again: what was taken counts as unchanged');
}

async function refusal(response: Readable & { statusCode?: number }): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  try {
    return (JSON.parse(text) as { errors: { message: string }[] }).errors[0]!.message;
  } catch {
    return `the gateway answered ${String(response.statusCode)}`;
  }
}

function unreachable({ url }: Door, error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ECONNREFUSED' ? new Error(`nothing listens at ${url}: is Throughline up? (npm start)`) : error;
}

/** Streams a file, plain or gzip. */
export function importFile(door: Door, path: string, part: Part, listener?: Listener): Promise<Summary> {
  return importStream(door, createReadStream(path, { highWaterMark: 256 * 1024 }), part, listener);
}

/** Streams records that a program makes, and collects what was not taken. */
export async function importRecords(
  door: Door,
  records: Iterable<object> | AsyncIterable<object>,
  file: string,
  part: Partial<Part> = {},
  listener: Listener = {},
): Promise<Summary & { rejects: Rejected[] }> {
  const rejects: Rejected[] = [];
  const onReject = (reject: Rejected) => {
    rejects.push(reject);
    listener.onReject?.(reject);
  };
  const whole = { run: crypto.randomUUID(), file, last: true, ...part };
  const summary = await importStream(door, Readable.from(lines(records)), whole, { ...listener, onReject });
  return { ...summary, rejects };
}

const CHUNK = 64 * 1024;

async function* lines(records: Iterable<object> | AsyncIterable<object>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const record of records) {
    text += `${JSON.stringify(record)}\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
