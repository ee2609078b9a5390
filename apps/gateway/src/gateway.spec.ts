import { connect } from 'node:net';
import { newKey } from '@throughline/access';
import type { SubgraphPort } from '@throughline/subgraph';
import { GraphQLError } from 'graphql';
import { fetch } from 'undici';
import { type Stand, type World, anOrder, bundle, graphql, startWorld, supergraph } from '../test/world';
import { startGateway } from './gateway';

/** Stands for the subgraph of cases: each test says how it answers. */
const answer = jest.fn<ReturnType<SubgraphPort['execute']>, Parameters<SubgraphPort['execute']>>();
const cases: Stand = {
  port: {
    name: 'cases',
    records: [],
    importsAtOnce: 1,
    execute: answer,
    subscribe: () => {
      throw new Error('owns nothing');
    },
    import: () => Promise.reject(new Error('owns nothing')),
    finishImport: () => Promise.reject(new Error('owns nothing')),
    changes: () => Promise.reject(new Error('owns nothing')),
    lastChange: () => Promise.resolve(null),
    followChanges: () => {
      throw new Error('owns nothing');
    },
  },
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@inaccessible"])
    type Suspect @key(fields: "id") { id: ID! nickname: String linkedIds: [ID!]! @inaccessible }
    type Query { motto: String suspect(id: ID!): Suspect }`,
};

let world: World;
beforeAll(async () => {
  world = await startWorld(cases);
  await world.import(bundle(anOrder('O-1')));
});
afterAll(() => world.stop());
const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
beforeEach(() => {
  stderr.mockClear();
  answer.mockReset();
});

const JOINED = '{ orders { edges { node { ref suspect { nickname } } } } }';

test('one question is answered by two subgraphs', async () => {
  answer.mockResolvedValue({ data: { _entities: [{ nickname: 'the neighbour' }] } });
  const { body } = await world.graphql(JOINED);
  expect(body).toEqual({
    data: { orders: { edges: [{ node: { ref: 'O-1', suspect: { nickname: 'the neighbour' } } }] } },
  });
});

test('where a subgraph is down, what the others know is answered, and nothing tells how it is built', async () => {
  answer.mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.7:5432 at /srv/app/cases.ts'));
  const { status, body, text } = await world.graphql(JOINED, undefined, { 'x-request-id': 'r-1' });
  expect(status).toBe(200);
  expect(body.data).toEqual({ orders: { edges: [{ node: { ref: 'O-1', suspect: { nickname: null } } }] } });
  expect(body.errors).toEqual([
    {
      message: expect.any(String),
      path: ['orders', 'edges', 0, 'node', 'suspect', 'nickname'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId: 'r-1' },
    },
  ]);
  expect(text).not.toMatch(/ECONNREFUSED|10\.0\.0\.7|srv|stack|serviceName|internal|cases/);
  expect(stderr.mock.calls.join()).toMatch(/r-1: cases: Error: connect ECONNREFUSED/);
});

test('an error of a subgraph keeps its code and fields and loses everything else', async () => {
  const extensions = { code: 'INVALID_INPUT', fields: [{ field: 'id', reason: 'no' }], stacktrace: ['at x.ts'] };
  answer.mockResolvedValue({
    data: { motto: null },
    errors: [new GraphQLError('Not so.', { path: ['motto'], extensions })],
  });
  const { body } = await world.graphql('{ motto }', undefined, { 'x-request-id': 'r-2' });
  expect(body.errors).toEqual([
    {
      message: 'Not so.',
      path: ['motto'],
      extensions: { code: 'INVALID_INPUT', fields: [{ field: 'id', reason: 'no' }], requestId: 'r-2' },
    },
  ]);
});

test('an error that no catalogue knows says only that it happened, and is logged', async () => {
  answer.mockResolvedValue({ data: null, errors: [new GraphQLError('relation "cases.secret" does not exist')] });
  const { body, text } = await world.graphql('{ motto }');
  expect(body.errors).toEqual([
    {
      message: 'Part of the graph does not answer at the moment; what it holds is missing here.',
      path: ['motto'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId: expect.any(String) },
    },
  ]);
  expect(text).not.toContain('secret');
  expect(stderr.mock.calls.join()).toContain('secret');
});

test.each([
  ['does not parse', '{ orders '],
  ['asks for a field that is not there', '{ ordres { totalCount } }'],
  ['gives a wrong enum', '{ orders(sort: UPWARDS) { totalCount } }'],
  ['gives a day that does not exist', '{ orders(filter: { madeFrom: "2024-02-30" }) { totalCount } }'],
])('a query that %s is INVALID_INPUT and says why', async (_what, query) => {
  const { status, body } = await world.graphql(query);
  expect(status).toBe(200);
  expect(body.errors[0]).toMatchObject({
    message: expect.stringMatching(/Syntax Error|ordres|UPWARDS|2024-02-30/),
    extensions: { code: 'INVALID_INPUT', requestId: expect.any(String) },
  });
  expect(answer).not.toHaveBeenCalled();
});

test('a variable that does not fit is INVALID_INPUT and says why', async () => {
  const { status, body } = await world.graphql(
    'query($day: Date) { orders(filter: { madeFrom: $day }) { totalCount } }',
    {
      day: 'yesterday',
    },
  );
  expect({ status, code: body.errors[0].extensions.code }).toEqual({ status: 200, code: 'INVALID_INPUT' });
  expect(body.errors[0].message).toMatch(/Variable "\$day" got invalid value "yesterday"/);
});

test('a client that knows the media type of GraphQL is told by the status that its operation was refused', async () => {
  const accept = { accept: 'application/graphql-response+json' };
  expect((await world.graphql('{ ordres }', undefined, accept)).status).toBe(400);
  expect(
    (
      await world.graphql(
        'query($day: Date) { orders(filter: { madeFrom: $day }) { totalCount } }',
        { day: 'x' },
        accept,
      )
    ).status,
  ).toBe(400);
});

test('what the subgraph refuses is INVALID_INPUT with its fields', async () => {
  const { body } = await world.graphql('{ orders(first: 101) { totalCount } }');
  expect(body.errors[0].extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'first' }] });
  expect(body.errors[0].extensions.serviceName).toBeUndefined();
});

test('requests that never become an operation are told their id too', async () => {
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: {
        'x-api-key': world.key,
        'throughline-purpose': 'AUDIT',
        'x-request-id': 'r-3',
        'content-type': 'application/json',
        ...headers,
      },
      body,
    });
  const answers = await Promise.all([
    post({}, '{}'),
    post({}, '{"query":'),
    post({ 'content-type': 'text/plain' }, '{ motto }'),
    post({}, JSON.stringify({ query: `# ${'x'.repeat(1024 * 1024)}` })),
    fetch(`${world.url}/graphql?query=`, {
      headers: { 'x-api-key': world.key, 'throughline-purpose': 'AUDIT', 'x-request-id': 'r-3' },
    }),
    fetch(`${world.url}/%zz`, { headers: { 'x-request-id': 'r-3' } }),
    fetch(`${world.url}/nowhere`, {
      headers: { 'x-api-key': world.key, 'throughline-purpose': 'AUDIT', 'x-request-id': 'r-3' },
    }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 413, 400, 400, 404]);
  for (const response of answers) {
    const { errors } = (await response.json()) as { errors: unknown[] };
    const code = response.status === 404 ? 'NOT_FOUND' : 'INVALID_INPUT';
    expect(errors).toEqual([{ message: expect.any(String), extensions: { code, requestId: 'r-3' } }]);
  }
});

test('a page of another origin cannot make a browser ask: nothing but a header lets anybody in', async () => {
  const simple = await fetch(`${world.url}/graphql?query={motto}`, { headers: { cookie: `key=${world.key}` } });
  expect(simple.status).toBe(401);
  const preflight = await fetch(`${world.url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'x-api-key' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});

describe('the key', () => {
  const typo = (key: string) => key.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));

  test.each([
    ['none', () => ({})],
    ['another', () => ({ authorization: `Bearer ${newKey('test')}` })],
    ['one with a typo', () => ({ authorization: `Bearer ${typo(world.key)}` })],
    ['one in a basic header', () => ({ authorization: `Basic ${world.key}` })],
  ])('%s: nothing is answered but 401', async (_what, headers) => {
    for (const path of ['/graphql', '/v1/import', '/nowhere', '/graphql/']) {
      const response = await fetch(world.url + path, { headers: headers() as Record<string, string> });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await response.json()).toEqual({
        errors: [
          {
            message: expect.any(String),
            extensions: { code: 'UNAUTHENTICATED', requestId: response.headers.get('x-request-id') },
          },
        ],
      });
    }
  });

  test('it opens the graph either way it is sent', async () => {
    const open = { authorization: '', 'x-api-key': world.key };
    expect((await world.graphql('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
    expect((await world.graphql('{ __typename }', {}, open)).body).toEqual({ data: { __typename: 'Query' } });
  });

  test('behind it, the schema can be asked for, without what only subgraphs may see', async () => {
    const { body } = await world.graphql('{ __schema { types { name } } }');
    const names = body.data.__schema.types.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['Order', 'Suspect', 'Date']));
    expect(names).not.toContain('_Entity');
  });
});

test('a purpose is one of the nine, or is not taken', async () => {
  expect((await world.graphql('{ __typename }', {}, { 'throughline-purpose': 'INSPECTION' })).status).toBe(200);
  const { status, body } = await world.graphql('{ __typename }', {}, { 'throughline-purpose': 'CURIOSITY' });
  expect(status).toBe(400);
  expect(body.errors[0].message).toMatch(/throughline-purpose: must be one of INVESTIGATION, .*ADMINISTRATION/);
  expect(body.errors[0].extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: [{ field: 'throughline-purpose' }],
  });
});

test('a request keeps its id where the id is sane, else it is given one', async () => {
  const idOf = async (id: string) =>
    (await world.graphql('{ __typename }', {}, { 'x-request-id': id })).headers.get('x-request-id');
  expect(await idOf('abc-123')).toBe('abc-123');
  expect(await idOf('x'.repeat(129))).toMatch(/^[0-9a-f-]{36}$/);
  expect(await idOf('a b')).toMatch(/^[0-9a-f-]{36}$/);
});

test('every answer says how browsers must treat it', async () => {
  const answers = await Promise.all([
    fetch(world.url),
    fetch(`${world.url}/graphql`),
    fetch(`${world.url}/health/live`),
    graphql(world.url, world.key, { query: '{ __typename }' }),
  ]);
  for (const { headers } of answers) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  }
});

test('the front page tells anybody what this is and that a key is needed', async () => {
  const response = await fetch(world.url);
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  const page = await response.text();
  expect(page).toContain('/graphql');
  expect(page).toContain('$KEY');
  expect(page).not.toMatch(/src=|href=|<script|<style/);
});

test('it is ready when every subgraph answers, and names the one that does not', async () => {
  expect((await fetch(`${world.url}/health/live`)).status).toBe(200);
  answer.mockResolvedValue({ data: { __typename: 'Query' } });
  expect((await fetch(`${world.url}/health/ready`)).status).toBe(200);
  answer.mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.7'));
  const response = await fetch(`${world.url}/health/ready`);
  expect([response.status, await response.json()]).toEqual([
    503,
    { status: 'unavailable', subgraphs: ['cases'], databases: [] },
  ]);
});

test('is not ready before whoever started it says so, and is alive meanwhile', async () => {
  let isReady = false;
  answer.mockResolvedValue({ data: { __typename: 'Query' } });
  const gateway = await startGateway({
    supergraphSdl: await supergraph([cases]),
    subgraphs: [world.orders, cases.port],
    access: world.access,
    port: 0,
    isReady: () => isReady,
  });
  const ask = async (at: string) => {
    const response = await fetch(`${gateway.url}/health/${at}`);
    return [response.status, await response.json()];
  };
  expect(await ask('ready')).toEqual([503, { status: 'starting' }]);
  expect(await ask('live')).toEqual([200, { status: 'ok' }]);
  isReady = true;
  expect(await ask('ready')).toEqual([200, { status: 'ok' }]);
  await gateway.stop();
});

test('a supergraph that names a subgraph which is not connected does not start', async () => {
  const starting = startGateway({
    supergraphSdl: await supergraph([cases]),
    subgraphs: [],
    access: world.access,
    port: 0,
  });
  await expect(starting).rejects.toThrow(/none of that name is connected/);
});

test('when it stops, what is in flight is answered, and no more is taken', async () => {
  let release: () => void = () => undefined;
  const asked = new Promise<void>((begun) =>
    answer.mockImplementation(async () => {
      begun();
      await new Promise<void>((resolve) => (release = resolve));
      return { data: { motto: 'still here' } };
    }),
  );
  const other = await startGateway({
    supergraphSdl: await supergraph([cases]),
    subgraphs: [world.orders, cases.port],
    access: world.access,
    port: 0,
  });
  const slow = graphql(other.url, world.key, { query: '{ motto }' });
  await asked;
  const stopped = other.stop();
  const refused = new Promise((resolve) => connect(other.port, '127.0.0.1').on('error', resolve));
  await expect(refused).resolves.toMatchObject({ code: 'ECONNREFUSED' });
  release();
  expect((await slow).body).toEqual({ data: { motto: 'still here' } });
  await stopped;
});
