import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import { CodedError } from '@throughline/subgraph';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type ShownError, errorAnswer, statusOf } from '../error-answer';
import { openApi } from './openapi';
import { queryVariables } from './query-variables';
import type { StoredOperation, StoredOperations } from './stored-operations';
import { type Table, tableOf } from './table';

export interface OperationRoutesOptions<Context extends BaseContext> {
  operations: StoredOperations;
  /** What the caller sees of the graph. */
  schema: (request: FastifyRequest) => GraphQLSchema;
  apollo: ApolloServer<Context>;
  context: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
}

const PACKAGE = path.resolve(__dirname, '../../../../package.json');
const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string };

interface Answer {
  data?: unknown;
  errors?: ShownError[];
  extensions?: { withheld?: { scope: string }[] };
}

/**
 * Stored operations without GraphQL: `GET /v1/operations/<name>` with the variables as the query, as JSON or, where the
 * answer is a table, as CSV; `GET /v1/operations`, the manifest; `GET /v1/openapi.json`. They run by the way that every
 * operation takes.
 */
export function operationRoutes<Context extends BaseContext>(
  server: FastifyInstance,
  options: OperationRoutesOptions<Context>,
): void {
  const { operations, schema } = options;
  server.get<{ Params: { file: string } }>('/v1/operations/:file', async (request, reply) => {
    const { name, asCsv } = asked(request.params.file, request.headers.accept);
    const visible = schema(request);
    const operation = operations.offered(visible, name);
    if (operation?.type !== 'query')
      throw new CodedError('NOT_FOUND', `There is no stored query ${JSON.stringify(name)}.`);
    const table = asCsv ? tableOf(visible, operation) : undefined;
    if (asCsv && !table) {
      const error = new CodedError('INVALID_INPUT', `The answer to ${name} is not one table: ask for it as JSON.`);
      return reply.code(406).send(errorAnswer(error, request.id).body);
    }
    const search = new URLSearchParams(request.url.split('?')[1]);
    const variables = queryVariables(operation.definition, visible, search);
    const text = await run(options, request, reply, operation, variables);
    return table ? sendTable(request, reply, { operation, table, search }, text) : sendJson(reply, text);
  });
  server.get('/v1/operations', (request) => {
    const offered = new Set(operations.all(schema(request)).map(({ id }) => id));
    const { manifest } = operations;
    return { ...manifest, operations: manifest.operations.filter(({ id }) => offered.has(id)) };
  });
  const descriptions = new WeakMap<GraphQLSchema, { text: string; tag: string }>();
  server.get('/v1/openapi.json', (request, reply) => {
    const visible = schema(request);
    let description = descriptions.get(visible);
    if (!description) {
      const text = JSON.stringify(openApi(visible, operations.all(visible), version));
      description = { text, tag: `"${createHash('sha256').update(text).digest('base64url')}"` };
      descriptions.set(visible, description);
    }
    // It tells of nobody: a client may keep it, as long as it asks whether it still holds.
    reply.headers({ etag: description.tag, 'cache-control': 'private, no-cache' });
    if (request.headers['if-none-match'] === description.tag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(description.text);
  });
}

function asked(file: string, accept = ''): { name: string; asCsv: boolean } {
  if (file.endsWith('.csv')) return { name: file.slice(0, -'.csv'.length), asCsv: true };
  const types = accept.split(',').map((type) => type.split(';')[0]!.trim().toLowerCase());
  const [csv, json] = [types.indexOf('text/csv'), types.indexOf('application/json')];
  return { name: file, asCsv: csv >= 0 && (json < 0 || csv < json) };
}

/** The body of the answer that the operation has at `/graphql`. */
async function run<Context extends BaseContext>(
  { apollo, context }: OperationRoutesOptions<Context>,
  request: FastifyRequest,
  reply: FastifyReply,
  { body: query, name: operationName }: StoredOperation,
  variables: Record<string, unknown>,
): Promise<string> {
  const headers = new HeaderMap([['content-type', 'application/json']]);
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !['content-type', 'accept'].includes(name)) headers.set(name, value);
  }
  headers.set('accept', 'application/graphql-response+json');
  const { body, headers: sent } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query, operationName, variables } },
    context: () => context(request, reply),
  });
  for (const [name, value] of sent)
    if (name !== 'content-type' && name !== 'content-length') void reply.header(name, value);
  if (body.kind !== 'complete') throw new Error('a stored operation was answered in parts');
  return body.string;
}

function sendJson(reply: FastifyReply, text: string): FastifyReply {
  void reply.type('application/json; charset=utf-8');
  // Where there are errors they stand first.
  if (!text.startsWith('{"data":{')) refuseIfEmpty(reply, JSON.parse(text) as Answer);
  return reply.send(text);
}

function sendTable(
  request: FastifyRequest,
  reply: FastifyReply,
  { operation, table, search }: { operation: StoredOperation; table: Table; search: URLSearchParams },
  text: string,
): FastifyReply {
  const { data, errors, extensions } = JSON.parse(text) as Answer;
  if (errors) {
    // A table has no place to say what is missing from it.
    void reply.code(statusOf(errors[0]!.extensions.code)).type('application/json; charset=utf-8');
    return reply.send({ errors });
  }
  const scopes = new Set(extensions?.withheld?.map(({ scope }) => scope));
  if (scopes.size > 0) void reply.header('throughline-withheld', [...scopes].join(', '));
  const next = table.next(data);
  if (
    next !== undefined &&
    operation.definition.variableDefinitions?.some(({ variable }) => variable.name.value === 'after')
  ) {
    search.set('after', next);
    void reply.header('link', `<${request.url.split('?')[0]!}?${search.toString()}>; rel="next"`);
  }
  void reply.header('content-disposition', `attachment; filename="${operation.name}.csv"`);
  return reply.type('text/csv; charset=utf-8; header=present').send(table.csv(data));
}

/** An answer that has nothing but errors has the status of the first. */
function refuseIfEmpty(reply: FastifyReply, { data, errors }: Answer): void {
  const isEmpty = Object.values(data ?? {}).every((value) => value === null);
  if (errors && isEmpty) void reply.code(statusOf(errors[0]!.extensions.code));
}
