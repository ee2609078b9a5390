import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import { FederationEngine, httpSource, stringifyAnswer } from '@throughline/federation';
import { stopOnSignal } from '@throughline/subgraph';
import Fastify, { type FastifyInstance } from 'fastify';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { asksForEvents } from '../../apps/gateway/src/asks-for-events';
import { statusByMediaType } from '../../apps/gateway/src/http-status';
import { incrementalDelivery } from '../../apps/gateway/src/incremental-delivery';
import { untilGone } from '../../apps/gateway/src/until-gone';

const USAGE = `npm run gateway -- --supergraph FILE [--port 4000] [--host 127.0.0.1]

  --supergraph  a composed supergraph; its subgraphs are asked at the addresses that it names
  --port        where the gateway listens; 0 lets the system choose
  --host        127.0.0.1 unless told otherwise: whoever reaches it may ask anything`;

const BODY_LIMIT = 10 * 1024 * 1024;

export interface GatewayOptions {
  supergraphSdl: string;
  /** 0 lets the system choose. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
}

export interface Gateway {
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves any supergraph to anybody who reaches it: `/graphql` over POST, GET and server-sent events, `/health/live`
 * and `/health/ready`. Throws where the supergraph cannot be served.
 */
export async function serveSupergraph({ supergraphSdl, port, host = '127.0.0.1' }: GatewayOptions): Promise<Gateway> {
  const engine = await FederationEngine.create({ supergraphSdl, sourceFor: (name, url) => httpSource(name, url) });
  const apollo = apolloServer(engine);
  await apollo.start();
  const server = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  server.get('/health/live', () => ({ status: 'ok' }));
  server.get('/health/ready', () => ({ status: 'ok' }));
  await server.register(async (scope) => {
    streams(scope, engine);
    await scope.register(fastifyApollo(apollo), {
      path: '/graphql',
      method: ['GET', 'POST'],
      context: async (_request, reply) => ({ signal: untilGone(reply.raw) }),
    });
  });
  await server.listen({ port, host });
  const { address, family, port: taken } = server.server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    stop: async () => {
      await server.close();
      // Which stops the engine.
      await apollo.stop();
    },
  };
}

interface RequestContext {
  /** Aborted when whoever asked has gone. */
  signal: AbortSignal;
}

function apolloServer(engine: FederationEngine): ApolloServer<RequestContext> {
  const silent = () => {};
  return new ApolloServer<RequestContext>({
    gateway: engine.gateway({ json: true, request: ({ context }) => ({ signal: context.signal as AbortSignal }) }),
    stringifyResult: stringifyAnswer,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: { debug: silent, info: silent, warn: silent, error: (message: unknown) => log(message) },
    plugins: [
      statusByMediaType,
      incrementalDelivery<RequestContext>({
        engine,
        request: ({ signal }) => ({ signal }),
        format: (error) => error.toJSON(),
      }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

/** Whoever accepts server-sent events is answered with them, by the same path. */
function streams(server: FastifyInstance, engine: FederationEngine): void {
  const handle = createHandler({
    schema: () => engine.apiSchema,
    execute: ({ document, operationName, variableValues }) =>
      engine.execute({ document, operationName, variables: variableValues }),
    subscribe: ({ document, operationName, variableValues }) =>
      engine.subscribe({ document, operationName, variables: variableValues }),
    authenticate: () => null,
  });
  server.addHook('preHandler', async (request, reply) => {
    if (!asksForEvents(request)) return;
    // The handler knows no other spelling.
    request.headers.accept = 'text/event-stream';
    await handle(request, reply);
    return reply;
  });
}

/** Runs the gateway until it is told to stop. */
export async function main(args: string[]): Promise<void> {
  try {
    const options = readOptions(args);
    const gateway = await serveSupergraph(options);
    stopOnSignal(() => gateway.stop());
    process.stdout.write(`the supergraph is served at ${gateway.url}/graphql\n`);
  } catch (error) {
    log(error);
    process.exit(1);
  }
}

function readOptions(args: string[]): GatewayOptions {
  const { values } = parseArgs({
    args,
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string', default: '4000' },
      host: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  if (!values.supergraph) throw new Error(`--supergraph is missing\n\n${USAGE}`);
  if (!/^\d{1,5}$/.test(values.port)) throw new Error(`--port must be a number, not ${values.port}\n\n${USAGE}`);
  const file = path.resolve(process.env.INIT_CWD ?? process.cwd(), values.supergraph);
  return { supergraphSdl: readFileSync(file, 'utf8'), port: Number(values.port), host: values.host };
}

function log(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
