import { parse } from 'graphql';
import { aGraph } from '../test/graph';

const people = {
  typeDefs: `
    type Query { people: [Person!]! }
    type Person @key(fields: "id") { id: ID! name: String! }
  `,
  resolvers: {
    Query: { people: () => ['1', '2'].map((id) => ({ id, name: `Person ${id}` })) },
    Person: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Person ${id}` }) },
  },
};

const pets = {
  typeDefs: `
    type Query { pets: [Pet] }
    type Person @key(fields: "id") { id: ID! pets: [Pet] }
    type Pet { name: String owner: Person }
  `,
  resolvers: {
    Query: { pets: () => ['1', '1', '2'].map((id) => ({ name: 'Rex', owner: { id } })) },
    Person: { __resolveReference: ({ id }: { id: string }) => ({ id, pets: [{ name: `Pet of ${id}` }] }) },
  },
};

test('an operation is answered from two subgraphs, as objects and as text', async () => {
  const { engine } = await aGraph({ people, pets });
  const document = parse('{ people { name pets { name } __typename } }');
  const data = {
    people: [
      { name: 'Person 1', pets: [{ name: 'Pet of 1' }], __typename: 'Person' },
      { name: 'Person 2', pets: [{ name: 'Pet of 2' }], __typename: 'Person' },
    ],
  };
  expect(await engine.execute({ document })).toEqual({ data });
  expect(await engine.executeText({ document })).toEqual({ data: JSON.stringify(data) });
});

test('an entity that stands in several places is asked for once, and answered in each', async () => {
  const graph = await aGraph({ people, pets });
  expect(await graph.ask('{ pets { owner { id name } } }')).toEqual({
    data: {
      pets: [
        { owner: { id: '1', name: 'Person 1' } },
        { owner: { id: '1', name: 'Person 1' } },
        { owner: { id: '2', name: 'Person 2' } },
      ],
    },
  });
  expect(graph.asked.map(({ subgraph, variables }) => [subgraph, variables])).toEqual([
    ['pets', {}],
    ['people', { representations: ['1', '2'].map((id) => ({ __typename: 'Person', id })) }],
  ]);
});
