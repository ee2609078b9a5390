import type { Part } from './graph';

interface Ref {
  id: string;
}

/** People, and their pets in another subgraph. */
export const people: Part = {
  typeDefs: `
    scalar Day
    type Query { people(born: Day): [Person!]! me: Person oldest: Person! }
    type Mutation { rename(id: ID!, name: String!): Person }
    type Person @key(fields: "id") { id: ID! name: String! secret: String! }
  `,
  resolvers: {
    Query: {
      people: () => ['1', '2'].map((id) => ({ id, name: `Person ${id}`, secret: 'x' })),
      me: () => ({ id: '1', name: 'Me', secret: 'x' }),
      oldest: () => ({ id: '2', name: 'Old', secret: 'x' }),
    },
    Mutation: { rename: (_: unknown, person: Ref) => person },
    Person: { __resolveReference: ({ id }: Ref) => ({ id, name: `Person ${id}` }) },
  },
};

export const pets: Part = {
  typeDefs: `
    type Query { pets: [Pet] }
    type Person @key(fields: "id") { id: ID! pets(first: Int): [Pet] }
    type Pet { name: String owner: Person }
  `,
  resolvers: {
    Query: { pets: () => ['1', '1', '2'].map((id) => ({ name: 'Rex', owner: { id } })) },
    Person: { __resolveReference: ({ id }: Ref) => ({ id, pets: [{ name: `Pet of ${id}` }] }) },
  },
};
