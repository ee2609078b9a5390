import { setTimeout as delay } from 'node:timers/promises';
import type { ImportBatch, ImportResult, SubgraphPort } from '@throughline/subgraph';
import { type Dispatcher, Pool } from 'undici';

/** Milliseconds that a subgraph is waited for. */
const PATIENCE = {
  graphql: 10_000,
  import: 120_000,
  connect: 2_000,
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
  withinMs: number;
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
  const base = pathname.replace(/\/$/, '');
  const call = (request: Call) => answerOf(name, pool, token, { ...request, path: base + request.path });
  const records = (await patiently(within.start, () =>
    call({ method: 'GET', path: '/records', withinMs: within.graphql }),
  ).catch(async (error: unknown) => {
    await pool.destroy();
    throw error;
  })) as string[];
  return {
    name,
    records,
    // Requests over several connections can overtake each other.
    importsAtOnce: 1,
    execute: (request, caller) =>
      call({ method: 'POST', path: '/graphql', body: { ...request, caller }, withinMs: within.graphql }) as never,
    import: (batch: ImportBatch) =>
      call({ method: 'POST', path: '/import', body: batch, withinMs: within.import }) as Promise<ImportResult>,
    finishImport: async (run) => {
      await call({ method: 'DELETE', path: `/import/${run}`, withinMs: within.import });
    },
    stop: () => pool.close(),
  };
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
  const { method, path, body, withinMs } = call;
  try {
    const response = await pool.request({
      method,
      path,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(withinMs),
      headersTimeout: withinMs,
      bodyTimeout: withinMs,
    });
    const { statusCode } = response;
    if (statusCode >= 300) {
      await response.body.dump();
      throw new SubgraphCallError(`${name} answered with status ${statusCode}`);
    }
    return statusCode === 204 ? undefined : JSON.parse(await textOf(name, response.body));
  } catch (error) {
    if (error instanceof SubgraphCallError) throw error;
    // Only the kind of error: a parser's message quotes the text it stumbled over.
    const { name: kind, code } = error as Error & { code?: unknown };
    throw new SubgraphCallError(`${name} did not answer: ${typeof code === 'string' ? code : kind}`);
  }
}

async function textOf(name: string, body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early destroys the body and its connection.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > RESPONSE_BYTES) throw new SubgraphCallError(`${name} answered with more than ${RESPONSE_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
