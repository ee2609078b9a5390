import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import { type FederationEngine, stringifyAnswer } from '@throughline/federation';
import { CodedError, type SubgraphPort } from '@throughline/subgraph';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { AddressInfo } from 'node:net';
import { authenticate, keyId } from './credentials';
import { errorAnswer, log, shownGraphQLError, stampErrors } from './error-answer';
import { type EngineCaller, federation } from './executor';
import { frontPage } from './front-page';
import { healthRoutes } from './health';
import { statusByMediaType } from './http-status';
import { importRoutes } from './import';
import { incrementalDelivery } from './incremental-delivery';
import { operationRoutes } from './operations/operation-routes';
import { type OperationSettings, StoredOperations } from './operations/stored-operations';
import { trustedDocuments } from './operations/trusted-documents';
import { PURPOSE_HEADER, readPurpose } from './purpose';
import { REQUEST_ID_HEADER, requestId } from './request-id';
import { streams } from './streams';
import { Metrics, type MetricsSetting } from './telemetry/metrics';
import { queryPlanView } from './telemetry/query-plan-view';
import { type Tracing, tracing } from './telemetry/tracing';
import { untilGone } from './until-gone';

const BODY_LIMIT = 1024 * 1024;
/** What is in flight when the gateway stops has this long to finish; an import cut off then can be sent again. */
const FINISH_WITHIN_MS = 30_000;

export interface GatewayOptions {
  supergraphSdl: string;
  subgraphs: SubgraphPort[];
  /** The one key there is. */
  adminKey: string;
  /** Default 127.0.0.1. */
  host?: string;
  /** 0 lets the system choose. */
  port: number;
  /** Longest line of an import; default 1 MiB. */
  maxLineBytes?: number;
  operations?: OperationSettings;
  /** Who may read `/metrics`; default `key`. */
  metrics?: MetricsSetting;
}

export interface Gateway {
  url: string;
  port: number;
  /** Serves another supergraph from now on; where that throws, the one before it is kept. */
  replaceSupergraph(supergraphSdl: string): Promise<void>;
  /** Takes no more requests, lets those in flight finish, and stops. */
  stop(): Promise<void>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers without a key. */
    open?: boolean;
  }
}

/** What a request's resolvers and executor are told of it. */
interface RequestContext {
  requestId: string;
  /** Who asks: the id of the key. */
  actor: string;
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal;
}

const engineRequest = ({ context }: { context: unknown }) => {
  const { signal, ...caller } = context as RequestContext;
  return { caller, signal };
};

/** Starts the one door to the graph. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const operations = new StoredOperations(options.operations);
  const { metrics: setting = 'key' } = options;
  const metrics = setting === 'off' ? undefined : new Metrics();
  const traced = tracing();
  const hooks = [metrics?.hooks ?? [], traced?.hooks ?? []].flat();
  const engine = await federation(options.supergraphSdl, options.subgraphs, hooks);
  const apollo = graphqlServer(engine, operations, metrics);
  await apollo.start();
  const server = httpServer(options.adminKey, traced);
  let endStreams = async (): Promise<void> => {};
  try {
    endStreams = await graphqlRoutes(server, apollo, engine, { operations, adminKey: options.adminKey });
    await importRoutes(server, {
      ports: options.subgraphs,
      actor: keyId(options.adminKey),
      maxLineBytes: options.maxLineBytes,
    });
    healthRoutes(server, options.subgraphs);
    if (setting !== 'off') metrics?.route(server, setting, () => mustOperate(keyId(options.adminKey)));
    frontPage(server);
    await server.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  } catch (error) {
    await server.close();
    await apollo.stop();
    throw error;
  }
  // Whoever asks meanwhile is answered too: what they ask for is planned first.
  void engine.warm(operations.all(engine.apiSchema).map(({ document }) => document));
  const { port, address, family } = server.server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    port,
    replaceSupergraph: (supergraphSdl) => engine.replaceSupergraph(supergraphSdl),
    stop: async () => {
      // Whoever follows a stream comes again, to another replica, from where it was. No more is taken from now on.
      await Promise.all([endStreams(), stop(server, apollo)]);
    },
  };
}

async function stop(server: FastifyInstance, apollo: ApolloServer<RequestContext>): Promise<void> {
  const late = setTimeout(() => server.server.closeAllConnections(), FINISH_WITHIN_MS);
  await server.close().finally(() => clearTimeout(late));
  await apollo.stop();
}

/** Whether somebody runs the service, and may see how it is built: a holder of `key:admin`, as the one key is. */
function operates(actor: string): boolean {
  return actor !== '';
}

function mustOperate(actor: string): void {
  if (!operates(actor)) throw new CodedError('FORBIDDEN', 'This takes a key with the scope key:admin.');
}

function graphqlServer(
  engine: FederationEngine,
  { cache }: StoredOperations,
  metrics: Metrics | undefined,
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway: engine.gateway({ json: true, request: engineRequest }),
    stringifyResult: stringifyAnswer,
    // Whoever has got this far holds a key.
    introspection: true,
    // A key comes in a header, which no page of another origin can make a browser send.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: { cache, ttl: null },
    stopOnTerminationSignals: false,
    formatError: shownGraphQLError,
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: (message: unknown) => log('Apollo', message) },
    plugins: [
      requestIds,
      statusByMediaType,
      incrementalDelivery<RequestContext>({ engine, request: (context) => engineRequest({ context }), format }),
      queryPlanView<RequestContext>({
        engine,
        maySee: ({ actor }) => operates(actor),
        variant: () => undefined,
      }),
      ...(metrics ? [metrics.plugin] : []),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}

/** An error of a part that comes later. */
function format(error: GraphQLError, { requestId: id }: RequestContext): GraphQLFormattedError {
  const shown = shownGraphQLError(error.toJSON(), error);
  stampErrors([shown], id);
  return shown;
}

const requestIds: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async ({ schema }) => ({
    didResolveOperation: async ({ operation }) => {
      if (!operation || schema.getRootType(operation.operation)) return;
      throw new CodedError('INVALID_INPUT', `The graph has no ${operation.operation}s.`);
    },
    willSendResponse: async ({ response: { body }, contextValue }) => {
      if (body.kind === 'single') stampErrors(body.singleResult.errors, contextValue.requestId);
    },
  }),
};

function httpServer(adminKey: string, traced: Tracing | undefined): FastifyInstance {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: ({ headers }) => requestId(headers[REQUEST_ID_HEADER]),
    // What cannot be routed at all, such as an address with a broken escape, never meets a hook.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply.headers(SECURITY_HEADERS)),
  });
  traced?.requests(server);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, [REQUEST_ID_HEADER]: request.id });
    if (request.routeOptions.config.open) return;
    authenticate(request.headers, adminKey);
    readPurpose(request.headers[PURPOSE_HEADER]);
  });
  // A kept connection would hold the stop up: it is closed once its last answer is out.
  server.addHook('onResponse', async () => {
    if (!server.server.listening) setImmediate(() => server.server.closeIdleConnections());
  });
  server.setErrorHandler(answerError);
  server.setNotFoundHandler(() => {
    throw new CodedError('NOT_FOUND', 'There is nothing at this address.');
  });
  return server;
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = errorAnswer(error, request.id);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  void reply.code(status).header(REQUEST_ID_HEADER, request.id).send(body);
}

const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Gives what ends the streams. */
async function graphqlRoutes(
  server: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  engine: FederationEngine,
  { operations, adminKey }: { operations: StoredOperations; adminKey: string },
): Promise<() => Promise<void>> {
  const actor = keyId(adminKey);
  let end = async (): Promise<void> => {};
  const context = async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => ({
    requestId: request.id,
    actor,
    signal: untilGone(reply.raw),
  });
  operationRoutes(server, { operations, schema: () => engine.apiSchema, apollo, context });
  await server.register(async (scope) => {
    trustedDocuments(scope, operations);
    end = streams<EngineCaller>(scope, {
      engine,
      path: '/graphql',
      check: (text) => operations.check(text),
      caller: async ({ headers, requestId: id }) => {
        authenticate(headers, adminKey);
        readPurpose(headers[PURPOSE_HEADER]);
        return { requestId: id, actor };
      },
    });
    // What Apollo refuses before it becomes an operation has no context that knew the request's id.
    scope.addHook('onSend', async (request, reply, payload) => {
      if (reply.statusCode < 400 || typeof payload !== 'string') return payload;
      const body = JSON.parse(payload) as { errors: GraphQLFormattedError[] };
      stampErrors(body.errors, request.id);
      return JSON.stringify(body);
    });
    await scope.register(fastifyApollo(apollo), {
      path: '/graphql',
      method: ['GET', 'POST'],
      context,
    });
  });
  return () => end();
}
