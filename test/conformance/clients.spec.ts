import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Client, cacheExchange, fetchExchange, gql as urqlGql } from '@urql/core';
import { type Graph, aCase, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
  await graph.import([aSuspect('S1'), aSuspect('S2'), aVictim('V1'), aCase('C1'), aCase('C2'), anOrder('O1')]);
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

  it('is told of errors with their codes', async () => {
    const { error } = await client(false).query(urqlGql('{ suspect(id: "x") { nobody } }'), {}).toPromise();
    expect(error!.graphQLErrors[0]!.extensions.code).toBe('INVALID_INPUT');
  });
});
