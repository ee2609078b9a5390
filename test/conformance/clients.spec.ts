import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Defer20220824Handler } from '@apollo/client/incremental';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client, cacheExchange, fetchExchange, gql as urqlGql, subscriptionExchange } from '@urql/core';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Graph, aCase, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph({ index: true });
  await graph.import([aSuspect('S1'), aSuspect('S2'), aVictim('V1'), aCase('C1'), aCase('C2'), anOrder('O1')]);
  await graph.indexed();
});
afterAll(() => graph[Symbol.asyncDispose]());

const SUSPECT = /* GraphQL */ `
  query Suspect($id: ID!) {
    suspect(id: $id) {
      id
      displayName
      orders {
        id
        kind
      }
    }
  }
`;
const expected = {
  displayName: 'Test S1',
  orders: [{ kind: 'SPO' }],
};
const headers = () => graph.headers;

const DEFERRED = /* GraphQL */ `
  query Deferred($id: ID!) {
    suspect(id: $id) {
      id
      displayName
      ... on Suspect @defer(label: "orders") {
        orders {
          id
          kind
        }
      }
    }
  }
`;
const { orders, ...early } = expected;

/** Everything that was done on a suspect so far arrives first. */
const ACTIVITY = /* GraphQL */ `
  subscription Activity($suspectId: ID!) {
    suspectActivity(suspectId: $suspectId, since: "0") {
      cursor
      suspect {
        displayName
      }
    }
  }
`;
const followed = () => ({ suspectId: idOf('suspect', 'S1') });
const event = { suspectActivity: { cursor: expect.any(String), suspect: { displayName: 'Test S1' } } };
const sockets = () =>
  createWsClient({
    url: `${graph.door.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: headers(),
    retryAttempts: 0,
  });

describe('Apollo Client', () => {
  const client = (useGETForQueries = false) =>
    new ApolloClient({
      cache: new InMemoryCache(),
      link: new HttpLink({ uri: `${graph.door.url}/graphql`, headers: headers(), useGETForQueries }),
    });

  it.each([
    ['POST', false],
    ['GET', true],
  ])('asks by %s and keeps what it was told by id and type', async (_method, byGet) => {
    const apollo = client(byGet);
    const { data } = await apollo.query({ query: gql(SUSPECT), variables: { id: idOf('suspect', 'S1') } });
    expect(data).toMatchObject({ suspect: expected });
    const cached = apollo.readFragment({
      id: `Suspect:${idOf('suspect', 'S1')}`,
      fragment: gql('fragment F on Suspect { displayName }'),
    });
    expect(cached).toEqual({ __typename: 'Suspect', displayName: 'Test S1' });
  });

  it.each([
    ['POST', false],
    ['GET', true],
  ])('is answered in parts by %s', async (_method, useGETForQueries) => {
    const apollo = new ApolloClient({
      cache: new InMemoryCache(),
      incrementalHandler: new Defer20220824Handler(),
      link: new HttpLink({ uri: `${graph.door.url}/graphql`, headers: headers(), useGETForQueries }),
    });
    const seen: any[] = [];
    await new Promise<void>((resolve) => {
      const query = apollo.watchQuery({
        query: gql(DEFERRED),
        variables: { id: idOf('suspect', 'S1') },
        notifyOnNetworkStatusChange: false,
      });
      query.subscribe(({ data, dataState, error }) => {
        expect(error).toBeUndefined();
        if (data) seen.push(data);
        if (dataState === 'complete') resolve();
      });
    });
    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual({ suspect: { __typename: 'Suspect', id: idOf('suspect', 'S1'), ...early } });
    expect(seen[1]).toMatchObject({ suspect: { ...early, orders } });
  });

  it('follows a subscription over WebSocket', async () => {
    const ws = sockets();
    const apollo = new ApolloClient({ cache: new InMemoryCache(), link: new GraphQLWsLink(ws) });
    const data = await new Promise((resolve, reject) => {
      const subscription = apollo.subscribe({ query: gql(ACTIVITY), variables: followed() }).subscribe({
        next: (result) => {
          subscription.unsubscribe();
          resolve(result.error ?? result.data);
        },
        error: reject,
      });
    });
    await ws.dispose();
    expect(data).toMatchObject(event);
  });

  it('is told of errors with their codes', async () => {
    const asked = client().query({ query: gql('query Wrong { suspect(id: "x") { nobody } }') });
    await expect(asked).rejects.toThrow();
    const error = await asked.catch((reason: unknown) => reason);
    expect(CombinedGraphQLErrors.is(error) && error.errors[0]!.extensions!.code).toBe('INVALID_INPUT');
  });
});

describe('urql', () => {
  const client = (preferGetMethod: boolean) =>
    new Client({
      url: `${graph.door.url}/graphql`,
      exchanges: [cacheExchange, fetchExchange],
      fetchOptions: () => ({ headers: headers() }),
      preferGetMethod,
    });

  it.each([
    ['POST', false],
    ['GET', true],
  ])('asks by %s', async (_method, byGet) => {
    const { data, error } = await client(byGet)
      .query(urqlGql(SUSPECT), { id: idOf('suspect', 'S1') })
      .toPromise();
    expect(error).toBeUndefined();
    expect(data).toMatchObject({ suspect: expected });
  });

  it('is answered in parts', async () => {
    const seen: any[] = [];
    await new Promise<void>((resolve) => {
      const query = client(false).query(urqlGql(DEFERRED), { id: idOf('suspect', 'S1') });
      query.subscribe(({ data, error, hasNext }) => {
        expect(error).toBeUndefined();
        seen.push(structuredClone(data));
        if (!hasNext) resolve();
      });
    });
    expect(seen[0].suspect).not.toHaveProperty('orders');
    expect(seen[0]).toMatchObject({ suspect: early });
    expect(seen.at(-1)).toMatchObject({ suspect: { ...early, orders } });
  });

  const first = (urql: Client) =>
    new Promise((resolve) => {
      const { unsubscribe } = urql.subscription(urqlGql(ACTIVITY), followed()).subscribe(({ data, error }) => {
        setImmediate(() => unsubscribe());
        resolve(error ?? data);
      });
    });

  it('follows a subscription by fetch', async () => {
    const urql = new Client({
      url: `${graph.door.url}/graphql`,
      exchanges: [fetchExchange],
      fetchOptions: () => ({ headers: headers() }),
      preferGetMethod: false,
      fetchSubscriptions: true,
    });
    expect(await first(urql)).toMatchObject(event);
  });

  it('follows a subscription over WebSocket', async () => {
    const ws = sockets();
    const exchange = subscriptionExchange({
      forwardSubscription: ({ query = '', variables }) => ({
        subscribe: (sink) => ({
          unsubscribe: ws.subscribe({ query, variables: variables as Record<string, unknown> }, sink as never),
        }),
      }),
    });
    const urql = new Client({ url: `${graph.door.url}/graphql`, exchanges: [exchange], preferGetMethod: false });
    expect(await first(urql)).toMatchObject(event);
    await ws.dispose();
  });

  it('is told of errors with their codes', async () => {
    const { error } = await client(false).query(urqlGql('{ suspect(id: "x") { nobody } }'), {}).toPromise();
    expect(error!.graphQLErrors[0]!.extensions.code).toBe('INVALID_INPUT');
  });
});

describe('graphql-sse and graphql-ws', () => {
  it('follow subscriptions, ask for data, and are told of errors with their codes', async () => {
    const sse = createSseClient({ url: `${graph.door.url}/graphql`, headers: headers(), retryAttempts: 0 });
    const ws = sockets();
    for (const client of [sse, ws]) {
      for await (const { data } of client.iterate({ query: ACTIVITY, variables: followed() })) {
        expect(data).toEqual(event);
        break;
      }
      const results = [];
      const variables = { id: idOf('suspect', 'S1') };
      for await (const result of client.iterate({ query: SUSPECT, variables })) results.push(result);
      expect(results).toEqual([{ data: { suspect: expect.objectContaining({ displayName: 'Test S1' }) } }]);
    }
    sse.dispose();
    await ws.dispose();
  });
});

describe('a client without incremental delivery', () => {
  it.each(['application/json', 'multipart/mixed;incrementalSpec=v0.2,application/json;q=0.9', '*/*'])(
    'that accepts %s is answered at once',
    async (accept) => {
      const response = await fetch(`${graph.door.url}/graphql`, {
        method: 'POST',
        headers: { ...headers(), accept, 'content-type': 'application/json' },
        body: JSON.stringify({ query: DEFERRED, variables: { id: idOf('suspect', 'S1') } }),
      });
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(await response.json()).toMatchObject({ data: { suspect: expected } });
    },
  );
});

describe('an error in a part that comes later', () => {
  it('has its code and the id of the request', async () => {
    const query = '{ offences(first: 1) { cjsCode } ... @defer { cases(first: 1000) { totalCount } } }';
    const response = await fetch(`${graph.door.url}/graphql`, {
      method: 'POST',
      headers: { ...headers(), accept: 'multipart/mixed', 'content-type': 'application/json', 'x-request-id': 'r1' },
      body: JSON.stringify({ query }),
    });
    expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
    const parts = (await response.text()).split('\r\n').filter((line) => line.startsWith('{'));
    const [first, last] = parts.map((part) => JSON.parse(part));
    expect(first).toEqual({ data: { offences: [expect.anything()] }, hasNext: true });
    expect(last).toEqual({
      incremental: [{ data: { cases: null }, path: [], errors: [expect.objectContaining({ path: ['cases'] })] }],
      hasNext: false,
    });
    expect(last.incremental[0].errors[0].extensions).toMatchObject({ code: 'INVALID_INPUT', requestId: 'r1' });
  });
});
