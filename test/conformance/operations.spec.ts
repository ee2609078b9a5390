import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'csv-parse/sync';
import { createClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Kind, type OperationDefinitionNode, type SelectionSetNode, parse as parseGraphql, print } from 'graphql';
import { manifestOf } from '../../apps/gateway/src/operations/manifest';
import { StoredOperations } from '../../apps/gateway/src/operations/stored-operations';
import { describeShared, shared } from '../contract/shared';
import { type Graph, aCase, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';

const FOLDER = path.resolve(__dirname, '../../apps/gateway/operations');
/** What OpenAPI 3.1 says of itself. */
const OPENAPI = path.resolve(
  __dirname,
  '../../node_modules/@seriousme/openapi-schema-validator/schemas/v3.1/schema.json',
);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let graph: Graph;
let trusting: Graph;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-manifest-'));
  const file = path.join(folder, 'manifest.json');
  const body = 'query Urns { cases { edges { node { urn } } } }';
  const operations = [{ id: 'urns-1', name: 'Urns', type: 'query', body }];
  writeFileSync(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
  graph = await aGraph();
  trusting = await aGraph({ operations: { trustedOnly: true, manifests: [file] } });
  const cases = Array.from({ length: 3 }, (_each, n) => aCase(`=C${n}`, { openedOn: `2024-01-0${n + 1}` }));
  await graph.import([aSuspect('S1'), aVictim('V1'), ...cases, anOrder('O1')]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await graph[Symbol.asyncDispose]();
  await trusting[Symbol.asyncDispose]();
});

const headersOf = ({ headers }: Graph) => headers;

function get(address: string, headers: object = {}, from = graph): Promise<Response> {
  return fetch(`${from.door.url}${address}`, { headers: { ...headersOf(from), ...headers } });
}

async function post(from: Graph, body: object): Promise<any> {
  const headers = { ...headersOf(from), 'content-type': 'application/json' };
  const response = await fetch(`${from.door.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

const problems = async (response: Response): Promise<unknown> => {
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as any;
  expect(errors[0].extensions).toMatchObject({ code: 'INVALID_INPUT', requestId: expect.any(String) });
  return Object.fromEntries(errors[0].extensions.fields.map(({ field, reason }: any) => [field, reason]));
};

describe('automatic persisted queries', () => {
  it.each([
    ['POST', false],
    ['GET', true],
  ])('are registered and then asked by Apollo Client over %s', async (method, useGETForHashedQueries) => {
    const sent: string[] = [];
    const watched: typeof fetch = async (input, init) => {
      const text = init?.method === 'GET' ? decodeURIComponent(String(input)) : String(init?.body);
      sent.push(text.includes('totalCount') ? 'text' : 'hash');
      return fetch(input, init);
    };
    const client = () =>
      new ApolloClient({
        cache: new InMemoryCache(),
        link: new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(
          new HttpLink({ uri: `${graph.door.url}/graphql`, headers: headersOf(graph), fetch: watched }),
        ),
      });
    const query = gql(`query By${method} { cases { totalCount } }`);
    for (let time = 0; time < 2; time += 1) {
      const { data } = await client().query({ query });
      expect(data).toMatchObject({ cases: { totalCount: 3 } });
    }
    expect(sent).toEqual(['hash', 'text', 'hash']);
  });

  it('are refused where the hash is of another text', async () => {
    const persistedQuery = { version: 1, sha256Hash: sha256('{ __typename }') };
    const { errors } = await post(graph, { query: '{ cases { totalCount } }', extensions: { persistedQuery } });
    expect(errors[0]).toMatchObject({ message: 'provided sha does not match query' });
  });
});

describe('trusted documents', () => {
  const own = manifestOf(FOLDER).operations;

  it('are asked by id, whatever the id is made of', async () => {
    const persistedQuery = { version: 1, sha256Hash: 'urns-1' };
    for (const named of [{ documentId: 'urns-1' }, { extensions: { persistedQuery } }]) {
      expect(await post(trusting, named)).toEqual({ data: { cases: { edges: [] } } });
    }
    const search = new URLSearchParams({ extensions: JSON.stringify({ persistedQuery }) }).toString();
    const response = await get(`/graphql?${search}`, { 'apollo-require-preflight': '1' }, trusting);
    expect(await response.json()).toEqual({ data: { cases: { edges: [] } } });
  });

  it('may be sent as they are, or with other spaces', async () => {
    const query = 'query Urns{cases{edges{node{urn}}}}';
    expect(await post(trusting, { query })).toEqual({ data: { cases: { edges: [] } } });
  });

  it('are all that can be asked, where that is so', async () => {
    const query = '{ cases { totalCount } }';
    const code = { extensions: expect.objectContaining({ code: 'OPERATION_NOT_ALLOWED' }) };
    const persistedQuery = { version: 1, sha256Hash: sha256(query) };
    expect((await post(trusting, { query })).errors).toEqual([expect.objectContaining(code)]);
    expect((await post(trusting, { query, extensions: { persistedQuery } })).errors[0]).toMatchObject(code);
    expect((await post(trusting, { extensions: { persistedQuery } })).errors[0]).toMatchObject(code);
    expect((await post(trusting, { query: '{ __schema { queryType { name } } }' })).errors[0]).toMatchObject(code);
    const sse = createClient({ url: `${trusting.door.url}/graphql`, headers: headersOf(trusting), retryAttempts: 0 });
    const subscription = { query: 'subscription { suspectActivity(suspectId: "x") { at } }' };
    await expect(sse.iterate(subscription).next()).rejects.toThrow('403');
    sse.dispose();
    const url = `${trusting.door.url.replace('http', 'ws')}/graphql`;
    const connectionParams = headersOf(trusting);
    const ws = createWsClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });
    expect((await ws.iterate(subscription).next()).value).toMatchObject({ errors: [code] });
    await ws.dispose();
  });

  it('that cannot be read stop the start, and what is wrong is told', async () => {
    const file = path.join(folder, 'bad.json');
    for (const [content, told] of [
      ['{', /bad\.json is no manifest/],
      [JSON.stringify({ format: 'x', version: 1, operations: [] }), /format: /],
      [
        JSON.stringify({
          format: 'apollo-persisted-query-manifest',
          version: 1,
          operations: [{ id: '1', name: 'A', type: 'query', body: 'query B { x }' }],
        }),
        /stored operation A has no query of that name/,
      ],
      [
        JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: [own[0]] }),
        /two stored operations are called/,
      ],
    ] as const) {
      writeFileSync(file, content);
      expect(() => new StoredOperations({ manifests: [file] })).toThrow(told);
    }
  });
});

describe('GET /v1/operations/<name>', () => {
  it('answers as the graph does, and nothing keeps it', async () => {
    const response = await get('/v1/operations/Cases?first=2&filter[forces]=06&filter[domestic]=true');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    const body = (await response.json()) as any;
    expect(body.data.cases.totalCount).toBe(3);
    expect(body.data.cases.edges).toHaveLength(2);
  });

  it('takes lists by repetition or as JSON, and objects by brackets or as JSON', async () => {
    const count = async (query: string) => {
      const body = (await (await get(`/v1/operations/Cases?${query}`)).json()) as any;
      return body.data?.cases.totalCount ?? body;
    };
    expect(await count('filter[forces]=06&filter[forces]=13')).toBe(3);
    expect(await count('filter[forces][]=13')).toBe(0);
    expect(await count('filter[forces]=["13","06"]')).toBe(3);
    expect(await count(`filter=${encodeURIComponent('{"forces":["13"]}')}`)).toBe(0);
    expect(await count('filter[openedFrom]=2024-01-02&filter[stages]=INVESTIGATION')).toBe(2);
  });

  it('names each parameter that is wrong', async () => {
    expect(await problems(await get('/v1/operations/SuspectGraph'))).toEqual({ id: 'is needed' });
    const search = 'first=x&first=2&after=a&filter[nobody]=1&filter[domestic]=maybe&filter[openedFrom]=soon&other=1';
    expect(await problems(await get(`/v1/operations/Cases?${search}`))).toEqual({
      first: 'is given several times',
      'filter.nobody': 'is not a field of CaseFilter',
      'filter.domestic': 'must be true or false',
      other: 'is not a parameter; there are: filter, first, after',
    });
    expect(await problems(await get('/v1/operations/Cases?first=1.5'))).toEqual({ first: 'must be a whole number' });
    expect(await problems(await get('/v1/operations/Cases?first=9999999999'))).toEqual({
      first: expect.stringContaining('32-bit'),
    });
    expect(await problems(await get('/v1/operations/Cases?filter[openedFrom]=soon'))).toEqual({
      'filter.openedFrom': expect.stringContaining('Date'),
    });
    expect(await problems(await get('/v1/operations/Cases?filter={'))).toEqual({ filter: 'must be JSON' });
    expect(await problems(await get('/v1/operations/Cases?__proto__[x]=1&filter[__proto__]=1'))).toEqual({
      __proto__: expect.anything(),
      'filter.__proto__': 'is not a field of CaseFilter',
    });
    expect(await problems(await get('/v1/operations/CaseStatistics?measure=CASE&rows=FORCE'))).toEqual({
      measure: expect.stringContaining('CASES'),
    });
  });

  it('has the status of what went wrong', async () => {
    const of = async (address: string, headers = {}) => {
      const response = await get(address, headers);
      return [response.status, ((await response.json()) as any).errors[0].extensions.code];
    };
    expect(await of('/v1/operations/Nothing')).toEqual([404, 'NOT_FOUND']);
    expect(await of('/v1/operations/ReviewFlag')).toEqual([404, 'NOT_FOUND']);
    expect(await of('/v1/operations/Cases?first=1000')).toEqual([400, 'INVALID_INPUT']);
    expect(await of('/v1/operations/SuspectGraph.csv?id=x')).toEqual([406, 'INVALID_INPUT']);
    expect(await of('/v1/operations/Cases', { authorization: '' })).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('CSV', () => {
  it('of a list has a line for each object, no formulas, and a way to the next page', async () => {
    const response = await get('/v1/operations/Cases?first=2&filter[forces]=06', { accept: 'text/csv' });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="Cases.csv"');
    const text = await response.text();
    expect(text.endsWith('\r\n')).toBe(true);
    const records: Record<string, string>[] = parse(text, { columns: true });
    expect(records.map(({ urn, 'force.code': force }) => [urn, force])).toEqual([
      [expect.stringMatching(/^'=C/), '06'],
      [expect.stringMatching(/^'=C/), '06'],
    ]);
    expect(Object.keys(records[0]!)).toEqual(['id', 'urn', 'stage', 'openedOn', 'force.code']);
    const next = /^<(.*)>; rel="next"$/.exec(response.headers.get('link')!)![1]!;
    const last = await get(next, { accept: 'text/csv' });
    expect(parse(await last.text(), { columns: true })).toHaveLength(1);
    expect(last.headers.get('link')).toBeNull();
  });

  it('of a table of counts has its titles and totals', async () => {
    const response = await get('/v1/operations/CaseStatistics.csv?measure=CASES&rows=FORCE&columns=STAGE');
    const lines: string[][] = parse(await response.text());
    expect(lines[0]).toEqual(['', 'Investigation', 'Total']);
    expect(lines.slice(1)).toEqual([
      ['Greater Manchester', '3', '3'],
      ['Total', '3', '3'],
    ]);
  });
});

describe('/v1/openapi.json', () => {
  it('is valid OpenAPI 3.1, and answers are as it says', async () => {
    const response = await get('/v1/openapi.json');
    const description = (await response.json()) as any;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const openApi = ajv.compile(JSON.parse(readFileSync(OPENAPI, 'utf8')));
    openApi(description);
    expect(openApi.errors).toBeNull();
    const { get: operation } = description.paths['/v1/operations/SuspectGraph'];
    expect(operation.parameters[0]).toMatchObject({ name: 'id', in: 'query', required: true });
    const answer = operation.responses['200'].content['application/json'].schema;
    const check = ajv.compile({ ...answer, components: description.components });
    for (const id of [idOf('suspect', 'S1'), 'nobody']) {
      check(await (await get(`/v1/operations/SuspectGraph?id=${id}`)).json());
      expect(check.errors).toBeNull();
    }
    expect(check({ data: { suspect: { id: 1 } } })).toBe(false);
  });

  it('is kept by whoever asks whether it still holds', async () => {
    const etag = (await get('/v1/openapi.json')).headers.get('etag')!;
    expect((await get('/v1/openapi.json', { 'if-none-match': etag })).status).toBe(304);
  });
});

it('the manifest is given to whoever holds a key', async () => {
  const manifest = (await (await get('/v1/operations')).json()) as any;
  expect(manifest).toMatchObject({ format: 'apollo-persisted-query-manifest', version: 1 });
  for (const { id, body } of manifest.operations) expect(id).toBe(sha256(body));
});

describeShared('stored operations', () => {
  it('have the names, the variables and the answers that consumers rely on', () => {
    const contract = readdirSync(path.join(shared, 'contract/operations')).map((name) =>
      parseGraphql(readFileSync(path.join(shared, 'contract/operations', name), 'utf8')),
    );
    const own = new Map(manifestOf(FOLDER).operations.map(({ name, body }) => [name, parseGraphql(body)]));
    for (const document of contract) {
      for (const wanted of document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)) {
        const name = wanted.name!.value;
        const given = own.get(name)!.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
        expect([name, given.operation, variables(given)]).toEqual([name, wanted.operation, variables(wanted)]);
        expect([name, answer(own.get(name)!, given)]).toEqual([name, answer(document, wanted)]);
      }
    }
  });
});

const variables = ({ variableDefinitions = [] }: OperationDefinitionNode) => variableDefinitions.map(print);

/** Every field of an answer by its path, with arguments. */
function answer(document: ReturnType<typeof parseGraphql>, { selectionSet }: OperationDefinitionNode): string[] {
  const visit = ({ selections }: SelectionSetNode, above: string): string[] =>
    selections.flatMap((node) => {
      if (node.kind === Kind.INLINE_FRAGMENT) return visit(node.selectionSet, above);
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const named = document.definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value,
        );
        return visit((named as { selectionSet: SelectionSetNode }).selectionSet, above);
      }
      const own = `${above}/${print({ ...node, selectionSet: undefined })}`;
      return [own, ...(node.selectionSet ? visit(node.selectionSet, own) : [])];
    });
  return visit(selectionSet, '').sort();
}
