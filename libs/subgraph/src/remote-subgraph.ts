import { setTimeout as delay } from 'node:timers/promises';
import { type Dispatcher, Pool } from 'undici';
import { speaker } from './caller-token';
import type { ImportBatch, ImportResult } from './import';
import type { ChangeNotice } from './notice';
import type { SubgraphPort, Until } from './subgraph';

/** Milliseconds that a subgraph is waited for. */
const PATIENCE = {
  graphql: 10_000,
  import: 120_000,
  connect: 2_000,
  /** Of one that is followed and says nothing, not even that it is there. */
  silence: 45_000,
  /** A subgraph may start at the same time as the gateway. */
  start: 60_000,
};
const RESPONSE_BYTES = 64 * 1024 * 1024;
const CONNECTIONS = 64;

/** A subgraph in another process, and its connections. */
export interface RemoteSubgraph extends SubgraphPort {
  stop(): Promise<void>;
}

/** A call that brought no answer. Says which subgraph and what went wrong, never what the subgraph wrote. */
export class SubgraphCallError extends Error {}

interface Call {
  method: Dispatcher.HttpMethod;
  path: string;
  body?: unknown;
  /** For the whole answer; of one that is followed, for each part of it. */
  withinMs: number;
  /** Aborted when nobody waits any more. */
  signal?: AbortSignal;
}

/**
 * Connects to a subgraph served at `url`, as `serve` of libs/subgraph does it, over kept connections. Waits for one
 * that does not answer yet, then throws.
 */
export async function remoteSubgraph(
  name: string,
  url: string,
  token: string,
  patience: Partial<typeof PATIENCE> = {},
): Promise<RemoteSubgraph> {
  const within = { ...PATIENCE, ...patience };
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS, connectTimeout: within.connect });
  // Each has a connection for as long as it lasts, however many there are: they must not take those of questions.
  const streams = new Pool(origin, { connectTimeout: within.connect });
  const base = pathname.replace(/\/$/, '');
  const call = (request: Call) => answerOf(name, pool, token, { ...request, path: base + request.path });
  const records = (await patiently(within.start, () =>
    call({ method: 'GET', path: '/records', withinMs: within.graphql }),
  ).catch(async (error: unknown) => {
    await pool.destroy();
    throw error;
  })) as string[];
  const stream = <Part>(request: Omit<Call, 'withinMs'>, signal: AbortSignal) =>
    follow<Part>(name, streams, token, { ...request, path: base + request.path, withinMs: within.silence }, signal);
  const spoken = speaker(token, name);
  return {
    name,
    records,
    // Requests over several connections can overtake each other.
    importsAtOnce: 1,
    execute: async (request, caller, until) =>
      (await call({
        method: 'POST',
        path: '/graphql',
        body: await spoken(request, caller),
        ...shortened(within.graphql, until),
      })) as never,
    import: (batch: ImportBatch) =>
      call({ method: 'POST', path: '/import', body: batch, withinMs: within.import }) as Promise<ImportResult>,
    finishImport: async (run) => {
      await call({ method: 'DELETE', path: `/import/${run}`, withinMs: within.import });
    },
    changes: (cursor, limit) =>
      call({ method: 'GET', path: `/changes${query({ cursor, limit })}`, withinMs: within.graphql }) as Promise<
        ChangeNotice[]
      >,
    lastChange: async () => {
      const last = await call({ method: 'GET', path: '/changes/last', withinMs: within.graphql });
      return (last as { cursor: string | null }).cursor;
    },
    followChanges: (cursor, signal) => stream({ method: 'GET', path: `/changes/follow${query({ cursor })}` }, signal),
    subscribe: async function* (request, caller, signal) {
      yield* stream({ method: 'POST', path: '/graphql/subscribe', body: await spoken(request, caller) }, signal);
    },
    stop: async () => {
      await streams.destroy();
      await pool.close();
    },
  };
}

/** Whoever asked can wait for less time than we would. */
function shortened(ms: number, { deadline = Infinity, signal }: Until = {}): Pick<Call, 'withinMs' | 'signal'> {
  return { withinMs: Math.max(1, Math.min(ms, deadline - Date.now())), signal };
}

async function patiently<T>(withinMs: number, attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= until) throw error;
      await delay(250);
    }
  }
}

async function answerOf(name: string, pool: Pool, token: string, call: Call): Promise<unknown> {
  try {
    const over = AbortSignal.timeout(call.withinMs);
    const signal = call.signal ? AbortSignal.any([over, call.signal]) : over;
    const { statusCode, body } = await responseTo(name, pool, token, call, signal);
    return statusCode === 204 ? undefined : JSON.parse(await textOf(name, body));
  } catch (error) {
    throw failure(name, error);
  }
}

/** Parts of an answer that goes on, one a line: an empty line only says that the subgraph is there, `null` is the end. */
async function* follow<Part>(
  name: string,
  pool: Pool,
  token: string,
  call: Call,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  try {
    const { body } = await responseTo(name, pool, token, call, signal);
    let held = '';
    for await (const chunk of body.setEncoding('utf8') as AsyncIterable<string>) {
      const lines = (held + chunk).split('\n');
      held = lines.pop()!;
      if (held.length > RESPONSE_BYTES) throw tooMuch(name);
      for (const line of lines) {
        if (line === 'null') return;
        if (line !== '') yield JSON.parse(line) as Part;
      }
    }
  } catch (error) {
    if (signal.aborted) return;
    throw failure(name, error);
  }
  if (!signal.aborted) throw new SubgraphCallError(`${name} broke off what it was followed for`);
}

async function responseTo(
  name: string,
  pool: Pool,
  token: string,
  { method, path, body, withinMs }: Call,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const response = await pool.request({
    method,
    path,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : null,
    signal,
    headersTimeout: withinMs,
    bodyTimeout: withinMs,
  });
  if (response.statusCode < 300) return response;
  await response.body.dump();
  throw new SubgraphCallError(`${name} answered with status ${response.statusCode}`);
}

function failure(name: string, error: unknown): SubgraphCallError {
  if (error instanceof SubgraphCallError) return error;
  // Only the kind of error: a parser's message quotes the text it stumbled over.
  const { name: kind, code } = error as Error & { code?: unknown };
  return new SubgraphCallError(`${name} did not answer: ${typeof code === 'string' ? code : kind}`);
}

function tooMuch(name: string): SubgraphCallError {
  return new SubgraphCallError(`${name} answered with more than ${RESPONSE_BYTES} bytes`);
}

function query(given: Record<string, string | number | null | undefined>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && value !== undefined) parameters.set(name, String(value));
  }
  return `?${parameters.toString()}`;
}

async function textOf(name: string, body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early destroys the body and its connection.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > RESPONSE_BYTES) throw tooMuch(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
