import { type Dispatcher, Pool } from 'undici';
import { CircuitBreaker } from './circuit-breaker';
import { readEvents } from './event-stream';
import type { SubgraphContext, SubgraphRequest, SubgraphResult, SubgraphSource } from './source';

export interface HttpSourceOptions {
  /** Connections kept open; default 64. */
  connections?: number;
  /** Largest answer, or event of a stream, in bytes; default 16 MiB. */
  responseBytes?: number;
  /** Milliseconds for one request where no deadline is given; default 30 000. */
  timeoutMs?: number;
  /** Further tries of a query where no connection could be made or it was closed before an answer began; default 1. */
  retries?: number;
  /** Failures in a row after which nothing is sent for `breakMs`; default 8, 0 for never. */
  breakAfter?: number;
  /** Milliseconds before one request tries a broken subgraph again; default 2000. */
  breakMs?: number;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
}

const DEFAULTS = {
  connections: 64,
  responseBytes: 16 * 1024 * 1024,
  timeoutMs: 30_000,
  retries: 1,
  breakAfter: 8,
  breakMs: 2000,
  headers: {},
};

/** Errors of a connection that say nothing of the request: it never began to be answered. */
const CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT']);

/** Header with the milliseconds that are left for an answer. */
export const DEADLINE_HEADER = 'x-deadline-ms';

/**
 * A subgraph behind HTTP, over kept connections, as the GraphQL over HTTP specification has it. Subscriptions come as
 * server-sent events. Rejects where there is no GraphQL in the answer; what it throws quotes nothing of it.
 */
export function httpSource(name: string, url: string, options: HttpSourceOptions = {}): SubgraphSource {
  return new HttpSource(name, new URL(url), { ...DEFAULTS, ...options });
}

class HttpSource implements SubgraphSource {
  private readonly pool: Pool;
  private readonly breaker: CircuitBreaker;
  private readonly path: string;

  constructor(
    readonly name: string,
    url: URL,
    private readonly options: Required<HttpSourceOptions>,
  ) {
    const { connections, timeoutMs, breakAfter, breakMs } = options;
    // How long an answer may take is told for each request.
    this.pool = new Pool(url.origin, { connections, connectTimeout: timeoutMs, headersTimeout: 0, bodyTimeout: 0 });
    this.breaker = new CircuitBreaker(breakAfter, breakMs);
    this.path = url.pathname + url.search;
  }

  async execute(request: SubgraphRequest, context: SubgraphContext): Promise<SubgraphResult> {
    return this.breaker.run(async () => {
      const left = (context.deadline ?? Infinity) - Date.now();
      const withinMs = Math.max(1, Math.min(this.options.timeoutMs, left));
      const ending = new AbortController();
      const end = (): void => ending.abort(context.signal?.reason);
      const timer = setTimeout(() => ending.abort(new Error(`${this.name} did not answer in time`)), withinMs);
      context.signal?.addEventListener('abort', end);
      try {
        if (context.signal?.aborted) end();
        const response = await this.send(request, context, ending.signal, withinMs);
        return resultOf(this.name, response.statusCode, await this.text(response.body));
      } finally {
        clearTimeout(timer);
        context.signal?.removeEventListener('abort', end);
      }
    }, context.signal);
  }

  async *subscribe(request: SubgraphRequest, context: SubgraphContext): AsyncGenerator<SubgraphResult> {
    const response = await this.request(request, context, context.signal, { accept: 'text/event-stream' });
    if (response.statusCode !== 200 || !String(response.headers['content-type']).startsWith('text/event-stream')) {
      yield resultOf(this.name, response.statusCode, await this.text(response.body));
      return;
    }
    for await (const { event, data } of readEvents(response.body, this.options.responseBytes)) {
      if (event === 'complete') return;
      if (event === 'next') yield JSON.parse(data) as SubgraphResult;
    }
    throw new Error(`the stream of ${this.name} broke off`);
  }

  async stop(): Promise<void> {
    await this.pool.close();
  }

  private async send(
    request: SubgraphRequest,
    context: SubgraphContext,
    signal: AbortSignal,
    withinMs: number,
  ): Promise<Dispatcher.ResponseData> {
    // A mutation may have been done though nothing came back.
    const tries = /^\s*mutation\b/.test(request.query) ? 1 : this.options.retries + 1;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.request(request, context, signal, { [DEADLINE_HEADER]: String(Math.ceil(withinMs)) });
      } catch (error) {
        const { code } = error as { code?: string };
        if (attempt >= tries || signal.aborted || !CONNECTION.has(code ?? '')) throw error;
      }
    }
  }

  private request(
    { query, operationName, variables = {}, head }: SubgraphRequest,
    context: SubgraphContext,
    signal: AbortSignal | undefined,
    headers: Record<string, string>,
  ): Promise<Dispatcher.ResponseData> {
    return this.pool.request({
      method: 'POST',
      path: this.path,
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        ...this.options.headers,
        ...context.headers,
        ...headers,
      },
      body: head ? `${head}${JSON.stringify(variables)}}` : JSON.stringify({ query, operationName, variables }),
      signal,
    });
  }

  private async text(body: Dispatcher.ResponseData['body']): Promise<string> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // Leaving the loop early destroys the body and its connection.
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      const { responseBytes } = this.options;
      if (bytes > responseBytes) throw new Error(`${this.name} answered with more than ${responseBytes} bytes`);
      chunks.push(chunk);
    }
    return (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8');
  }
}

function resultOf(name: string, status: number, text: string): SubgraphResult {
  let result: object | null;
  try {
    result = JSON.parse(text) as object | null;
  } catch {
    throw new Error(`${name} answered with status ${status} and no JSON`);
  }
  if (typeof result !== 'object' || result === null || !('data' in result || 'errors' in result)) {
    throw new Error(`${name} answered with status ${status} and no GraphQL`);
  }
  return result as SubgraphResult;
}
