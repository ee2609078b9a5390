import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
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
const headers = () => ({ authorization: `Bearer ${graph.door.key}` });

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
