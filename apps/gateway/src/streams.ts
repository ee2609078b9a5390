import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FederationEngine } from '@throughline/federation';
import { CodedError } from '@throughline/subgraph';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  OperationTypeNode,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Access, Admitted, Arrival } from './access/access';
import { outcomeOf, toldBeside } from './access/access.plugin';
import { SUGGESTIONS } from './access/caller-schema';
import type { Guard, Permit } from './access/guard';
import { asksForEvents } from './asks-for-events';
import { log, shownGraphQLError } from './error-answer';

export interface StreamOptions {
  engine: FederationEngine;
  path: string;
  /** Throws a `CodedError` for the text of an operation that is not to be run. */
  check: (text: string) => void;
  /** Lets each operation in anew, however long its connection has been open. */
  access: Access;
  guard: Guard;
}

/** A pong must have come within this time, or the caller is taken to have gone. */
const HEARTBEAT_MS = 12_000;

/**
 * Subscriptions on the same path as requests: over Server-Sent Events for requests that accept `text/event-stream`
 * (the GraphQL over SSE protocol, distinct connections), and over WebSocket (`graphql-transport-ws`). Gives what ends
 * the streams that are open.
 */
export function streams(server: FastifyInstance, options: StreamOptions): () => Promise<void> {
  const ending = new AbortController();
  eventSource(server, options, ending.signal);
  const close = webSocket(server.server, options, ending.signal);
  return async () => {
    ending.abort();
    await close();
  };
}

type Answers = AsyncIterable<ExecutionResult> | ExecutionResult;

/** To be called within the scope of the routes: a stream is answered in place of whatever else answers the path. */
function eventSource(server: FastifyInstance, options: StreamOptions, end: AbortSignal) {
  const perform = (args: ExecutionArgs) => {
    const { headers, ip, id, caller } = (args.contextValue as { request: FastifyRequest }).request;
    return answer(options, args, { headers, ip, requestId: id, caller }, end) as never;
  };
  const handle = createHandler<{ request: FastifyRequest }>({
    schema: () => options.engine.apiSchema,
    context: (request) => ({ request: request.raw }),
    validate: quietly,
    subscribe: perform,
    execute: perform,
    onNext: (_context, { raw }, result) => {
      for (const { extensions } of result.errors ?? []) extensions.requestId ??= raw.id;
    },
  });
  server.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== options.path || !asksForEvents(request)) return;
    const { query } = (request.body ?? request.query) as { query?: unknown };
    if (typeof query === 'string') options.access.limiter.refuseLong(query);
    // The handler knows no other spelling.
    request.headers.accept = 'text/event-stream';
    reply.hijack();
    await handle(request, reply).catch((error: unknown) => {
      log(request.id, error);
      reply.raw.destroy();
    });
  });
}

function webSocket(http: Server, options: StreamOptions, end: AbortSignal) {
  const { maxTokens } = options.access.limiter.most;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  const upgrade = (request: Parameters<typeof sockets.handleUpgrade>[0], socket: Duplex, head: Buffer) => {
    if (new URL(request.url ?? '/', 'http://gateway').pathname !== options.path) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  };
  http.on('upgrade', upgrade);
  const arrivals = new WeakMap<object, Omit<Arrival, 'requestId'>>();
  const arrival = (socket: object): Arrival => ({ ...arrivals.get(socket)!, requestId: crypto.randomUUID() });
  const perform = (args: ExecutionArgs) =>
    answer(options, args, (args.contextValue as { arrival: Arrival }).arrival, end) as never;
  const server = useServer(
    {
      schema: () => options.engine.apiSchema,
      // Browsers cannot set headers on a socket: what would be one is sent as a parameter of the connection.
      onConnect: async ({ connectionParams = {}, extra: { request, socket } }) => {
        const sent = Object.entries(connectionParams).map(([name, value]) => [name.toLowerCase(), String(value)]);
        const headers = { ...request.headers, ...Object.fromEntries(sent) } as Arrival['headers'];
        arrivals.set(socket, { headers, ip: request.socket.remoteAddress ?? '' });
        try {
          await options.access.admit(arrival(socket), { again: true });
          return true;
        } catch (error) {
          if (!(error instanceof CodedError)) log('WebSocket', error);
          socket.close(CloseCode.Forbidden, error instanceof CodedError ? error.message.slice(0, 120) : 'Forbidden');
          return false;
        }
      },
      context: ({ extra }) => ({ arrival: arrival(extra.socket) }),
      parse: (source, parsing) => parse(source, { ...parsing, maxTokens }),
      validate: quietly,
      subscribe: perform,
      execute: perform,
      onError: ({ extra }, _id, _payload, errors) =>
        errors.map((error) => visible(error, arrival(extra.socket).requestId)),
    },
    sockets,
    HEARTBEAT_MS,
  );
  return async () => {
    http.off('upgrade', upgrade);
    await server.dispose();
  };
}

/** Validates before anybody knows whose schema it is: what is wrong is said without suggestions. */
const quietly: typeof validate = (...args) =>
  validate(...args).map(
    ({ message, nodes }) =>
      new GraphQLError(message.replace(SUGGESTIONS, ''), { nodes, extensions: { code: 'INVALID_INPUT' } }),
  );

/** Lets an operation in, runs what of it is permitted, and writes down each answer before it is given. */
async function answer(
  options: StreamOptions,
  args: ExecutionArgs,
  { caller: admitted, ...arrival }: Arrival & { caller?: Admitted },
  signal: AbortSignal,
): Promise<Answers> {
  const { document, operationName } = args;
  let caller = admitted;
  // Whoever let it in sees to its leaving.
  const leave = () => (admitted ? undefined : caller?.leave());
  try {
    caller ??= await options.access.admit(arrival);
    const answers = await permittedAnswers(options, args, { arrival, caller, signal, ended: leave });
    if (!(Symbol.asyncIterator in answers)) leave();
    return answers;
  } catch (error) {
    leave();
    const refusal = refused(error, arrival.requestId);
    if (caller) await options.guard.recordRefusal(caller, { document, operationName }, outcomeOf(refusal));
    return refusal;
  }
}

interface Running {
  arrival: Arrival;
  caller: Admitted;
  signal: AbortSignal;
  /** Called when a stream is over. */
  ended: () => void;
}

/** Throws what refuses an operation. */
async function permittedAnswers(
  { engine, access, guard, check }: StreamOptions,
  { document, operationName, variableValues, schema }: ExecutionArgs,
  { arrival, caller, signal, ended }: Running,
): Promise<Answers> {
  check(document.loc!.source.body);
  const permitted = await guard.permit({ schema, document, operationName, variables: variableValues }, caller);
  const { variant, maxBytes } = permitted;
  const request = { document, operationName, schema, variables: variableValues, caller, variant, maxBytes, signal };
  const told = teller(guard, caller, permitted);
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return told(await engine.execute(request));
  }
  const events = await engine.subscribe(request);
  if (!(Symbol.asyncIterator in events)) return told(events);
  // Whoever may no longer come in is told no more.
  const admittedAgain = async (event: ExecutionResult) => {
    await access.admit(arrival, { again: true });
    return told(event);
  };
  return recorded(events, admittedAgain, ended);
}

/** Writes an answer down, and gives it as its caller may see it. */
function teller(guard: Guard, caller: Admitted, permitted: Permit) {
  return async (result: ExecutionResult): Promise<ExecutionResult> => {
    guard.settle(caller, permitted);
    const beside = toldBeside(caller, permitted);
    const own = result.errors?.map((error) => visible(error, caller.requestId));
    await guard.record(caller, permitted, outcomeOf({ data: result.data, errors: own }));
    return {
      ...result,
      ...(own && { errors: own }),
      ...(beside && { extensions: { ...result.extensions, ...beside } }),
    };
  };
}

/**
 * Not a generator: its `return` would wait for an event that may never come. One that fails is the last. `ended` is
 * called when it is over, whichever side ended it.
 */
function recorded(
  results: AsyncIterable<ExecutionResult>,
  told: (result: ExecutionResult) => Promise<ExecutionResult>,
  ended: () => void,
): AsyncIterableIterator<ExecutionResult> {
  const source = results[Symbol.asyncIterator]();
  let isOver = false;
  const end = async () => {
    isOver = true;
    ended();
    await source.return?.();
    return { done: true as const, value: undefined };
  };
  return {
    next: async () => {
      if (isOver) return { done: true, value: undefined };
      const result = await source.next();
      if (result.done) return end();
      try {
        return { done: false, value: await told(result.value) };
      } catch (error) {
        await end();
        return { done: false, value: refused(error) };
      }
    },
    return: end,
    // What has none is not ended by the handlers when its caller goes.
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function refused(error: unknown, requestId?: string): ExecutionResult {
  if (error instanceof GraphQLError) return { errors: [visible(error, requestId)] };
  log(requestId ?? 'stream', error);
  return { errors: [visible(new GraphQLError('failed', { extensions: { code: 'INTERNAL' } }), requestId)] };
}

function visible(error: GraphQLError | { message: string }, requestId?: string): GraphQLError {
  const formatted = error instanceof GraphQLError ? error.toJSON() : error;
  const { message, path, extensions } = shownGraphQLError(formatted, error);
  return new GraphQLError(message, { path, extensions: { ...extensions, ...(requestId && { requestId }) } });
}
