import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FederationEngine } from '@throughline/federation';
import { CodedError } from '@throughline/subgraph';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { asksForEvents } from './asks-for-events';
import { log, shownGraphQLError } from './error-answer';
import { mapped } from './mapped';

/** What of a request tells who makes it. */
export interface StreamRequest {
  headers: Record<string, string | string[] | undefined>;
  ip: string;
  requestId: string;
}

export interface StreamOptions<Caller> {
  engine: FederationEngine;
  path: string;
  /** Throws a `CodedError` for the text of an operation that is not to be run. */
  check: (text: string) => void;
  /** Who asks, for the engine; throws a `CodedError` where nobody is to be let in. */
  caller: (request: StreamRequest) => Promise<Caller>;
}

/** A pong must have come within this time, or the caller is taken to have gone. */
const HEARTBEAT_MS = 12_000;

/**
 * Subscriptions on the same path as requests: over Server-Sent Events for requests that accept `text/event-stream`
 * (the GraphQL over SSE protocol, distinct connections), and over WebSocket (`graphql-transport-ws`). Gives what ends
 * the streams that are open.
 */
export function streams<Caller>(server: FastifyInstance, options: StreamOptions<Caller>): () => Promise<void> {
  const ending = new AbortController();
  eventSource(server, options, ending.signal);
  const close = webSocket(server.server, options, ending.signal);
  return async () => {
    ending.abort();
    await close();
  };
}

/** To be called within the scope of the routes: a stream is answered in place of whatever else answers the path. */
function eventSource<Caller>(
  server: FastifyInstance,
  { engine, path, check, caller }: StreamOptions<Caller>,
  end: AbortSignal,
) {
  const callers = new WeakMap<object, Caller>();
  const handle = createHandler<{ request: FastifyRequest }>({
    schema: () => engine.apiSchema,
    context: (request) => ({ request: request.raw }),
    subscribe: (args) => shown(run({ engine, check }, args, callers.get(args.contextValue.request)!, end)) as never,
    execute: (args) => shown(run({ engine, check }, args, callers.get(args.contextValue.request)!, end)) as never,
  });
  server.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== path || !asksForEvents(request)) return;
    const { headers, ip, id } = request;
    callers.set(request, await caller({ headers, ip, requestId: id }));
    // The handler knows no other spelling.
    request.headers.accept = 'text/event-stream';
    reply.hijack();
    await handle(request, reply).catch((error: unknown) => {
      log(id, error);
      reply.raw.destroy();
    });
  });
}

function webSocket<Caller>(http: Server, { engine, path, check, caller }: StreamOptions<Caller>, end: AbortSignal) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const upgrade = (request: Parameters<typeof sockets.handleUpgrade>[0], socket: Duplex, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://gateway').pathname !== path) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  };
  http.on('upgrade', upgrade);
  const callers = new WeakMap<object, Caller>();
  const server = useServer(
    {
      schema: () => engine.apiSchema,
      // Browsers cannot set headers on a socket: what would be one is sent as a parameter of the connection.
      onConnect: async ({ connectionParams = {}, extra: { request, socket } }) => {
        const sent = Object.entries(connectionParams).map(([name, value]) => [name.toLowerCase(), String(value)]);
        const headers = { ...request.headers, ...Object.fromEntries(sent) } as StreamRequest['headers'];
        const ip = request.socket.remoteAddress ?? '';
        try {
          callers.set(socket, await caller({ headers, ip, requestId: crypto.randomUUID() }));
          return true;
        } catch (error) {
          if (!(error instanceof CodedError)) log('WebSocket', error);
          socket.close(CloseCode.Forbidden, error instanceof CodedError ? error.message.slice(0, 120) : 'Forbidden');
          return false;
        }
      },
      context: ({ extra }) => ({ caller: callers.get(extra.socket) }),
      subscribe: (args) =>
        shown(run({ engine, check }, args, (args.contextValue as { caller: Caller }).caller, end)) as never,
      execute: (args) =>
        shown(run({ engine, check }, args, (args.contextValue as { caller: Caller }).caller, end)) as never,
      onError: (_context, _id, _payload, errors) => errors.map((error) => visible(error)),
    },
    sockets,
    HEARTBEAT_MS,
  );
  return async () => {
    http.off('upgrade', upgrade);
    await server.dispose();
  };
}

async function run(
  { engine, check }: Pick<StreamOptions<unknown>, 'engine' | 'check'>,
  { document, operationName, variableValues, schema }: ExecutionArgs,
  caller: unknown,
  signal: AbortSignal,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  try {
    check(document.loc!.source.body);
  } catch (error) {
    return { errors: [error as CodedError] };
  }
  const request = { document, operationName, schema, variables: variableValues, caller, signal };
  const operation = document.definitions.find(
    (definition) => 'operation' in definition && (!operationName || definition.name?.value === operationName),
  ) as { operation: OperationTypeNode } | undefined;
  return operation?.operation === OperationTypeNode.SUBSCRIPTION ? engine.subscribe(request) : engine.execute(request);
}

/** Errors as callers may see them, in one answer or in each of a stream. */
async function shown(
  answer: Promise<AsyncIterable<ExecutionResult> | ExecutionResult>,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const given = await answer;
  return Symbol.asyncIterator in given ? mapped(given, withVisibleErrors) : withVisibleErrors(given);
}

function withVisibleErrors(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(visible) } : result;
}

function visible(error: GraphQLError | { message: string }): GraphQLError {
  const formatted = error instanceof GraphQLError ? error.toJSON() : error;
  const { message, path, extensions } = shownGraphQLError(formatted, error);
  return new GraphQLError(message, { path, extensions });
}
