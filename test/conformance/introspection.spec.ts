import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { aFederation } from './federation';

const cats = [{ id: 'c', name: 'Tom', lives: 9 }];
const world = {
  subgraphs: {
    a: `"The root." type Query { pet: Pet "Old." old: String @deprecated(reason: "use pet") } union Pet = Cat type Cat @key(fields: "id") { id: ID! name: String }
      type Mutation { rename(id: ID!, name: String = "x"): Cat }`,
    b: 'type Cat @key(fields: "id") { id: ID! lives: Int }',
  },
  root: { pet: cats[0], old: 'o' },
  entities: { Cat: cats },
};

test('the whole schema is told as callers may see it, and nothing of federation', async () => {
  await using graph = await aFederation(world);
  const { data } = await graph.ask(
    getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true }),
  );
  const told = printSchema(lexicographicSortSchema(buildClientSchema(data)));
  expect(told).toContain('union Pet = Cat');
  expect(told).toContain('"""The root."""');
  expect(told).toContain('old: String @deprecated(reason: "use pet")');
  expect(told).not.toMatch(/join__|link__|_Any|_Entity|_service|@key|federation/);
  expect(graph.asked).toEqual([]);
});

test('introspection stands beside data, in fragments, under other names, with variables', async () => {
  await using graph = await aFederation(world);
  expect(
    await graph.ask(
      `query ($t: String = "Cat", $deep: Boolean!) {
        kind: __typename ...Schema pet { ... on Cat { lives kind: __typename } }
        __type(name: $t) { ...T } none: __type(name: "Nobody") { name }
      }
      fragment Schema on Query { __schema { queryType { ...T } mutationType { name } subscriptionType { name } } }
      fragment T on __Type { __typename name fields(includeDeprecated: true) @include(if: $deep) { label: name } }`,
      { deep: true },
    ),
  ).toEqual({
    data: {
      kind: 'Query',
      __schema: {
        queryType: { __typename: '__Type', name: 'Query', fields: [{ label: 'pet' }, { label: 'old' }] },
        mutationType: { name: 'Mutation' },
        subscriptionType: null,
      },
      pet: { lives: 9, kind: 'Cat' },
      __type: { __typename: '__Type', name: 'Cat', fields: [{ label: 'id' }, { label: 'name' }, { label: 'lives' }] },
      none: null,
    },
  });
  expect(graph.counts).toEqual({ a: 1, b: 1 });
});

describe('__typename', () => {
  it.each([
    ['{ __typename }', { __typename: 'Query' }, {}],
    ['{ a: __typename b: __typename ... on Query { c: __typename } }', { a: 'Query', b: 'Query', c: 'Query' }, {}],
    ['{ pet { __typename } }', { pet: { __typename: 'Cat' } }, { a: 1 }],
    [
      '{ pet { a: __typename ... on Cat { __typename b: __typename lives } } }',
      { pet: { a: 'Cat', __typename: 'Cat', b: 'Cat', lives: 9 } },
      { a: 1, b: 1 },
    ],
    ['mutation { __typename }', { __typename: 'Mutation' }, {}],
  ])('%s', async (query, data, counts) => {
    await using graph = await aFederation(world);
    expect(await graph.ask(query)).toEqual({ data });
    expect(graph.counts).toEqual(counts);
  });
});
