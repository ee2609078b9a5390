import { timingSafeEqual } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { type SpokenRequest, listenerOf } from './caller-token';
import { CodedError } from './errors';
import { CURSOR } from './feed';
import { ndjsonOf } from './follower';
import type { ImportBatch } from './import';
import { type RemoteSubgraph, remoteSubgraph } from './remote-subgraph';
import { SettingsError, databaseUrl, internalToken, port, readSettings, subgraphUrls } from './settings';
import { type Background, Subgraph, type SubgraphDefinition, type SubgraphPort } from './subgraph';
import { z } from 'zod';

const BODY_LIMIT = 64 * 1024 * 1024;

/** The HTTP face of a subgraph: GraphQL and import for the gateway alone, and health. */
export function subgraphServer(subgraph: SubgraphPort, token: string): FastifyInstance {
  const server = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle' });
  server.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/') || isBearer(request.headers.authorization, token)) return;
    await reply.code(401).send({
      errors: [{ message: 'Only the gateway may call a subgraph.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
  // A kept connection would hold a stop up: it is closed once its last answer is out.
  server.addHook('onResponse', async () => {
    if (!server.server.listening) setImmediate(() => server.server.closeIdleConnections());
  });
  server.get('/health/live', () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    // One row by an index, for which the database has to answer.
    const holds = await subgraph.lastChange().then(
      () => true,
      () => false,
    );
    return holds ? { status: 'ok' } : reply.code(503).send({ status: 'unavailable' });
  });
  server.get('/records', () => subgraph.records);
  const heard = listenerOf(token, subgraph.name);
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof CodedError) return reply.code(401).send({ errors: [error.toJSON()] });
    return reply.send(error);
  });
  server.post<{ Body: SpokenRequest }>('/graphql', async ({ body }) => {
    const { request, caller } = await heard(body);
    return subgraph.execute(request, caller);
  });
  server.post<{ Body: ImportBatch }>('/import', ({ body }) => subgraph.import(body));
  server.delete<{ Params: { run: string } }>('/import/:run', async ({ params }, reply) => {
    await subgraph.finishImport(params.run);
    return reply.code(204).send();
  });
  followed(server, subgraph, heard);
  return server;
}

/** What is told for as long as the caller stays, as NDJSON: changes in batches, events of a subscription. */
function followed(server: FastifyInstance, subgraph: SubgraphPort, heard: ReturnType<typeof listenerOf>): void {
  const properties = {
    cursor: { type: 'string', pattern: CURSOR.source },
    limit: { type: 'integer', minimum: 1, maximum: 1000 },
  };
  const schema = { querystring: { type: 'object', properties } };
  const stopping = new AbortController();
  // An answer without end would hold the stop up.
  server.addHook('preClose', async () => stopping.abort());
  const stream = (reply: FastifyReply, parts: (signal: AbortSignal) => AsyncIterable<unknown>) => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const signal = AbortSignal.any([stopping.signal, gone.signal]);
    return reply.type('application/x-ndjson').send(ndjsonOf(toTheEnd(parts(signal), signal)));
  };
  server.get<{ Querystring: { cursor?: string; limit?: number } }>('/changes', { schema }, ({ query }) =>
    subgraph.changes(query.cursor ?? null, query.limit),
  );
  server.get('/changes/last', async () => ({ cursor: await subgraph.lastChange() }));
  server.get<{ Querystring: { cursor?: string } }>('/changes/follow', { schema }, ({ query }, reply) =>
    stream(reply, (signal) => subgraph.followChanges(query.cursor ?? null, signal)),
  );
  server.post<{ Body: SpokenRequest }>('/graphql/subscribe', async ({ body }, reply) => {
    const { request, caller } = await heard(body);
    return stream(reply, (signal) => subgraph.subscribe(request, caller, signal));
  });
}

/** With `null` at the end of what has ended by itself, which tells it from what broke off. */
async function* toTheEnd(parts: AsyncIterable<unknown>, signal: AbortSignal): AsyncGenerator {
  yield* parts;
  if (!signal.aborted) yield null;
}

/** Compares a bearer token in constant time. */
export function isBearer(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header?.replace(/^Bearer /i, '') ?? '');
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Stops on SIGTERM or SIGINT: no new requests, those in flight finish, then exit 0. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
}

/** Runs one subgraph alone, set up by the environment. Says what is wrong and exits 1 where it cannot. */
export async function serve(definition: SubgraphDefinition): Promise<void> {
  try {
    await start(definition);
  } catch (error) {
    const { message, stack } = error as Error;
    process.stderr.write(`${error instanceof SettingsError ? message : (stack ?? message)}\n`);
    process.exit(1);
  }
}

async function start(definition: SubgraphDefinition): Promise<void> {
  const service = definition.name.replace(/-/g, '_').toUpperCase();
  const own = process.env[`THROUGHLINE_${service}_DATABASE_URL`];
  const settings = readSettings(
    {
      databaseUrl,
      internalToken,
      port: port.default(definition.port),
      host: z.string().default('127.0.0.1'),
      // Only some ask other subgraphs: in the background, or to answer.
      subgraphs: definition.background || definition.asks ? subgraphUrls : subgraphUrls.optional(),
    },
    own ? { ...process.env, THROUGHLINE_DATABASE_URL: own } : process.env,
  );
  const subgraph = await Subgraph.start(definition, settings.databaseUrl);
  const server = subgraphServer(subgraph, settings.internalToken);
  const address = await server.listen({ port: settings.port, host: settings.host });
  process.stdout.write(`${definition.name} is at ${address}\n`);
  const background =
    definition.background || definition.asks
      ? backgroundOf(subgraph, settings.subgraphs ?? [], settings.internalToken)
      : undefined;
  stopOnSignal(async () => {
    await server.close();
    await background?.stop();
    await subgraph.stop();
  });
}

/** Lets a subgraph ask the others, and begins its background, once all that it was told of can be asked. */
function backgroundOf(subgraph: Subgraph, others: readonly { name: string; url: string }[], token: string): Background {
  let running: { background?: Background; remotes: RemoteSubgraph[] } | undefined;
  const begin = async () => {
    const remotes = others
      .filter(({ name }) => name !== subgraph.name)
      .map(({ name, url }) => reached(name, url, token));
    const ports = await Promise.all(remotes);
    subgraph.meet(ports);
    running = { remotes: ports, background: subgraph.startBackground([subgraph, ...ports]) };
  };
  begin().catch((error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  });
  return {
    stop: async () => {
      await running?.background?.stop();
      for (const remote of running?.remotes ?? []) await remote.stop();
    },
  };
}

/** Another subgraph, however long it takes to be reached: this one answers meanwhile. */
async function reached(name: string, url: string, token: string): Promise<RemoteSubgraph> {
  for (;;) {
    try {
      return await remoteSubgraph(name, url, token);
    } catch (error) {
      process.stderr.write(`${(error as Error).message}; it is waited for\n`);
    }
  }
}
