import { type Graph, aCase, aGraph, aSuspect, aVictim, idOf } from '../support';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { headersOf, issueKey } from './keys';

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
  const cases = Array.from({ length: 6 }, (_none, n) => aCase(`C${n}`));
  const { rejects } = await graph.import([aSuspect('S1'), aVictim('V1'), ...cases]);
  expect(rejects).toEqual([]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const withCost = { 'throughline-cost': 'true' };
const PAGE = 'query ($first: Int!) { cases(first: $first) { edges { node { urn suspects { id } } } } }';

describe('what an operation costs', () => {
  test('is estimated from the page that is asked for, measured, and told to who asks', async () => {
    const { extensions } = await graph.query(PAGE, { first: 100 }, withCost);
    // The connection; an edge and a case for each of a hundred, with ten suspects; six of them, with one.
    expect(extensions).toEqual({ cost: { estimated: 1 + 100 * (1 + 1 + 10), actual: 1 + 6 * (1 + 1 + 1) } });
    expect((await graph.query(PAGE, { first: 2 }, withCost)).extensions!.cost).toEqual({ estimated: 25, actual: 7 });
    expect((await graph.query(PAGE, { first: 2 })).extensions).toBeUndefined();
  });

  test('is that of what its caller may see', async () => {
    const { secret } = await issueKey(graph, { grants: [{ scopes: ['case:read'], forces: ['20'] }] });
    const query = '{ cases(first: 10) { edges { node { urn orders { id } } } } }';
    const { extensions } = await graph.query(query, {}, { ...headersOf(secret), ...withCost });
    expect(extensions!.cost).toEqual({ estimated: 21, actual: 1 });
  });

  test('is taken from the minute as it was measured, not as it was feared', async () => {
    const grants = [{ scopes: ['case:read'], forces: ['06'] }];
    const { secret } = await issueKey(graph, { grants, limits: { costPerMinute: 1300 } });
    const ask = async () => (await graph.query(PAGE, { first: 100 }, headersOf(secret))).errors?.[0];
    // By the estimate, the second would be one too many.
    for (let n = 0; n < 5; n += 1) expect(await ask()).toBeUndefined();
    const { secret: less } = await issueKey(graph, { grants, limits: { costPerMinute: 10 } });
    expect((await graph.query(PAGE, { first: 6 }, headersOf(less))).errors).toBeUndefined();
    const refused = await graph.query(PAGE, { first: 1 }, headersOf(less));
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', retryAfter: expect.any(Number) });
  });
});

describe('an operation that asks for too much', () => {
  const GRANTS = [{ scopes: ['case:read', 'behaviour:read'], forces: ['06'] }];
  const CASES = '{ cases(first: 6) { edges { node { urn stage openedOn } } } }';
  const post = (body: object, headers: Record<string, string>) =>
    fetch(`${graph.door.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const overHttp = async (query: string, secret: string) => {
    const response = await post({ query }, headersOf(secret));
    return { status: response.status, ...((await response.json()) as { errors?: Refusal[] }) };
  };
  const overSse = async (query: string, secret: string) => {
    const response = await post({ query }, headersOf(secret, { accept: 'text/event-stream' }));
    const text = await response.text();
    const data = /^data: (.+)$/m.exec(text)?.[1] ?? text;
    return { status: response.status, ...(JSON.parse(data) as { errors?: Refusal[] }) };
  };
  const overWebSocket = async (query: string, secret: string) => {
    const client = createClient({
      url: `${graph.door.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: headersOf(secret),
      retryAttempts: 0,
    });
    const { value } = (await client.iterate({ query }).next()) as { value: { errors?: Refusal[] } };
    await client.dispose();
    return { status: 429, ...value };
  };

  describe.each([
    ['HTTP', overHttp],
    ['Server-Sent Events', overSse],
    ['WebSocket', overWebSocket],
  ])('over %s', (transport, ask) => {
    test.each([
      [{ maxCost: 5 }, 'cost of 13'],
      [{ maxDepth: 2 }, 'depth of 4'],
      [{ maxTokens: 10 }, 'tokens'],
      [{ maxPageSize: 5 }, 'page of 6'],
      [{ maxResponseBytes: 200 }, 'more than 200 bytes'],
    ])('is refused by a key with %j', async (limits, message) => {
      const { secret } = await issueKey(graph, { grants: GRANTS, limits });
      const { status, errors } = await ask(CASES, secret);
      expect(errors).toEqual([
        expect.objectContaining({
          message: expect.stringContaining(message) as string,
          extensions: { code: 'LIMIT_EXCEEDED', requestId: expect.any(String) as string },
        }),
      ]);
      if (transport === 'HTTP') expect(status).toBe(429);
    });

    test('is answered within the limits of its key', async () => {
      const limits = { maxCost: 13, maxDepth: 4, maxTokens: 50, maxPageSize: 6, maxResponseBytes: 2000, maxAliases: 1 };
      const { secret } = await issueKey(graph, { grants: GRANTS, limits });
      expect((await ask(CASES, secret)).errors).toBeUndefined();
      const { errors } = await ask('{ a: cases { totalCount } b: cases { totalCount } }', secret);
      expect(errors![0]!.message).toContain('aliases');
    });
  });

  test('is refused as a stored operation, by its address and by its id', async () => {
    const { secret } = await issueKey(graph, { grants: GRANTS, limits: { maxCost: 20 } });
    const at = (address: string) => fetch(`${graph.door.url}${address}`, { headers: headersOf(secret) });
    for (const address of ['/v1/operations/Cases?first=50', '/v1/operations/Cases.csv?first=50']) {
      const response = await at(address);
      expect([address, response.status]).toEqual([address, 429]);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
    }
    expect((await at('/v1/operations/Cases?first=2')).status).toBe(200);
    const manifest = (await (await at('/v1/operations')).json()) as { operations: { name: string; id: string }[] };
    const { id } = manifest.operations.find(({ name }) => name === 'Cases')!;
    const response = await post({ documentId: id, variables: { first: 50 } }, headersOf(secret));
    expect(response.status).toBe(429);
  });

  test.each([
    ['tokens', `{ ${'me { name } '.repeat(1300)} }`, 429, 'LIMIT_EXCEEDED'],
    [
      'aliases',
      `{ ${Array.from({ length: 201 }, (_none, n) => `a${n}: __typename`).join(' ')} }`,
      429,
      'LIMIT_EXCEEDED',
    ],
    ['depth', nested(30), 429, 'LIMIT_EXCEEDED'],
    ['more depth', nested(800), 429, 'LIMIT_EXCEEDED'],
    ['directives', `{ me { name ${'@include(if: true) '.repeat(500)} } }`, 200, 'INVALID_INPUT'],
    ['circles', '{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }', 200, 'INVALID_INPUT'],
  ])('with a flood of %s is refused before it costs anything', async (_what, query, status, code) => {
    const statements = await graph.countStatements(async () => {
      for (const accept of ['application/json', 'text/event-stream']) {
        const response = await post({ query }, { ...graph.headers, accept });
        const text = await response.text();
        if (accept === 'application/json') expect(response.status).toBe(status);
        expect(text).toContain(`"code":"${code}"`);
        expect(text).toContain('"requestId"');
      }
    });
    expect([...statements.values()].flat()).toEqual([]);
  });

  test('in several at once is refused, and so is a body that is too long', async () => {
    const several = await post([{ query: '{ me { name } }' }, { query: '{ me { name } }' }], graph.headers);
    expect(several.status).toBe(400);
    expect(await several.json()).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
    const long = await post({ query: '{ me { name } }', variables: { x: 'x'.repeat(1024 * 1024) } }, graph.headers);
    expect(long.status).toBe(413);
  });
});

interface Refusal {
  message: string;
  extensions: { code: string };
}

function nested(depth: number): string {
  return `{ suspects { edges { node { ${'cases { edges { node { suspects { '.repeat(depth / 4)} id ${'} } } } '.repeat(depth / 4)} } } } }`;
}

describe('requests at once', () => {
  test('are as many as a key may have, streams among them', async () => {
    const grants = [{ scopes: ['case:read', 'behaviour:read'], forces: ['06'] }];
    const { secret } = await issueKey(graph, { grants, limits: { maxConcurrent: 1 } });
    const ending = new AbortController();
    const stream = await fetch(`${graph.door.url}/graphql`, {
      method: 'POST',
      headers: { ...headersOf(secret), accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'subscription ($id: ID!) { suspectActivity(suspectId: $id) { cursor } }',
        variables: { id: idOf('suspect', 'S1') },
      }),
      signal: ending.signal,
    });
    expect(stream.status).toBe(200);
    const ask = () => fetch(`${graph.door.url}/graphql?query={me{name}}`, { headers: headersOf(secret) });
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('ratelimit-limit')).toBe('1');
    ending.abort();
    while ((await ask()).status === 429) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await ask()).status).toBe(200);
  });
});
