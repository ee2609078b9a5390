import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import { type FederationEngine, stringifyAnswer } from '@throughline/federation';
import { holds } from '@throughline/access';
import { CodedError, type SubgraphPort } from '@throughline/subgraph';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { AddressInfo } from 'node:net';
import type { Access, Admitted } from './access/access';
import { accessPlugin, type GuardedContext } from './access/access.plugin';
import { auditRoutes } from './access/audit-routes';
import { Guard } from './access/guard';
import { ChangeFeed } from './changes/change-feed';
import { changesRoute } from './changes/changes-route';
import { consoleRoutes } from './console';
import { errorAnswer, log, shownGraphQLError, stampErrors } from './error-answer';
import { federation } from './executor';
import { exportRoutes } from './export';
import { frontPage } from './front-page';
import { healthRoutes } from './health';
import { statusByMediaType } from './http-status';
import { importRoutes } from './import';
import { incrementalDelivery } from './incremental-delivery';
import { operationRoutes } from './operations/operation-routes';
import { type OperationSettings, StoredOperations } from './operations/stored-operations';
import { trustedDocuments } from './operations/trusted-documents';
import { REQUEST_ID_HEADER, requestId } from './request-id';
import { type StreamOptions, streams } from './streams';
import { type WebhookOptions, WebhookSender } from './webhooks/webhook-sender';
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
  /** Who may pass, and the log of what they did; the gateway does not stop it. */
  access: Access;
  /** Default 127.0.0.1. */
  host?: string;
  /** 0 lets the system choose. */
  port: number;
  /** Longest line of an import; default 1 MiB. */
  maxLineBytes?: number;
  operations?: OperationSettings;
  /** Who may read `/metrics`; default `key`. */
  metrics?: MetricsSetting;
  webhooks?: WebhookOptions;
  /** Folder of the console as it was built; without it `/` only says what this is. */
  console?: string;
  /** False for as long as `/health/ready` is to say that it is still starting. */
  isReady?: () => boolean;
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
  interface FastifyRequest {
    /** Whose request it is; of open routes nobody's. */
    caller: Admitted;
  }
}

/** What a request's resolvers and executor are told of it. */
interface RequestContext extends GuardedContext {
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal;
}

const engineRequest = ({ context }: { context: unknown }) => {
  const { signal, caller, permitted } = context as RequestContext;
  return { caller, signal, variant: permitted?.variant, maxBytes: permitted?.maxBytes };
};

/** Starts the one door to the graph. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { access } = options;
  const operations = new StoredOperations(options.operations);
  const { metrics: setting = 'key' } = options;
  const metrics = setting === 'off' ? undefined : new Metrics();
  const traced = tracing();
  const hooks = [metrics?.hooks ?? [], traced?.hooks ?? []].flat();
  const engine = await federation(options.supergraphSdl, options.subgraphs, access, hooks);
  const guard = new Guard(options.supergraphSdl, {
    access,
    isStored: (name, text) => operations.byItsText(text)?.name === name,
    extent: (asked) => engine.extent(asked),
  });
  const stored = (name: string) => operations.offered(engine.apiSchema, name)?.document;
  access.services.explain = (...asked) => guard.explain(engine.apiSchema, stored, ...asked);
  const { maxTokens } = access.limiter.most;
  const apollo = graphqlServer({ engine, guard, operations, metrics, maxTokens });
  await apollo.start();
  const server = httpServer(access, traced);
  const feed = new ChangeFeed(options.subgraphs);
  let endStreams = async (): Promise<void> => {};
  try {
    endStreams = await graphqlRoutes(server, apollo, operations, { engine, guard, access });
    await importRoutes(server, { ports: options.subgraphs, access, maxLineBytes: options.maxLineBytes });
    exportRoutes(server, { ports: options.subgraphs, access });
    auditRoutes(server, access);
    changesRoute(server, { feed, access });
    healthRoutes(server, options.subgraphs, options.isReady);
    if (setting !== 'off') metrics?.route(server, setting, ({ caller }) => mustOperate(caller));
    if (options.console) await consoleRoutes(server, options.console);
    else frontPage(server);
    await server.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  } catch (error) {
    await server.close();
    await apollo.stop();
    throw error;
  }
  // Whoever asks meanwhile is answered too: what they ask for is planned first.
  void engine.warm(operations.all(engine.apiSchema).map(({ document }) => document));
  const sender = (access.services.sender = new WebhookSender(access, feed, options.webhooks));
  const { port, address, family } = server.server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    port,
    replaceSupergraph: (supergraphSdl) => {
      // Before anybody can ask for a field that is new.
      guard.learn(supergraphSdl);
      return engine.replaceSupergraph(supergraphSdl);
    },
    stop: async () => {
      // Whoever follows a stream comes again, to another replica, from where it was. No more is taken from now on.
      await Promise.all([endStreams(), sender.stop(), stop(server, apollo)]);
    },
  };
}

async function stop(server: FastifyInstance, apollo: ApolloServer<RequestContext>): Promise<void> {
  const late = setTimeout(() => server.server.closeAllConnections(), FINISH_WITHIN_MS);
  await server.close().finally(() => clearTimeout(late));
  await apollo.stop();
}

/** Whether somebody runs the service, and may see how it is built. */
const operates = ({ rights }: Admitted): boolean => holds(rights, 'key:admin');

function mustOperate(caller: Admitted): void {
  if (!operates(caller)) throw new CodedError('FORBIDDEN', 'This takes a key with the scope key:admin.');
}

interface Serving {
  engine: FederationEngine;
  guard: Guard;
  operations: StoredOperations;
  metrics: Metrics | undefined;
  maxTokens: number;
}

function graphqlServer({
  engine,
  guard,
  operations: { cache },
  metrics,
  maxTokens,
}: Serving): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway: engine.gateway({ json: true, request: engineRequest }),
    stringifyResult: stringifyAnswer,
    // Whoever has got this far holds a key.
    introspection: true,
    parseOptions: { maxTokens },
    // A key comes in a header, which no page of another origin can make a browser send.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: { cache, ttl: null },
    stopOnTerminationSignals: false,
    formatError: shownGraphQLError,
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: (message: unknown) => log('Apollo', message) },
    plugins: [
      accessPlugin(guard),
      statusByMediaType,
      incrementalDelivery<RequestContext>({ engine, request: (context) => engineRequest({ context }), format }),
      queryPlanView<RequestContext>({
        engine,
        maySee: ({ caller }) => operates(caller),
        variant: ({ permitted }) => permitted?.variant,
      }),
      ...(metrics ? [metrics.plugin] : []),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}

/** An error of a part that comes later. */
function format(error: GraphQLError, { caller }: RequestContext): GraphQLFormattedError {
  const shown = shownGraphQLError(error.toJSON(), error);
  stampErrors([shown], caller.requestId);
  return shown;
}

function httpServer(access: Access, traced: Tracing | undefined): FastifyInstance {
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
    const { headers, ip, id } = request;
    const caller = await access.admit({ headers, ip, requestId: id });
    request.caller = caller;
    if (reply.raw.closed) caller.leave();
    else reply.raw.once('close', caller.leave);
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
  const { http } = (error as Partial<GraphQLError>).extensions ?? {};
  for (const [name, value] of (http as { headers?: Map<string, string> } | undefined)?.headers ?? []) {
    reply.header(name, value);
  }
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
  operations: StoredOperations,
  by: Pick<StreamOptions, 'engine' | 'guard' | 'access'>,
): Promise<() => Promise<void>> {
  let end = async (): Promise<void> => {};
  const context = async ({ caller }: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => ({
    caller,
    signal: untilGone(reply.raw),
  });
  operationRoutes(server, { operations, schema: () => by.engine.apiSchema, apollo, context });
  await server.register(async (scope) => {
    trustedDocuments(scope, operations);
    end = streams(scope, { ...by, path: '/graphql', check: (text) => operations.check(text) });
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
