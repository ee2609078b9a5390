import type { Part } from './graph';

interface Ref {
  id: string;
}

const inOrders = (id: string) => ({ id, orderCount: Number(id) });

/** Orders, each of a person and with a judge, who is one too; people and their addresses live elsewhere. */
export const orders: Part = {
  typeDefs: `
    type Query { orders: [Order!]! slow: String }
    type Order { id: ID! person: Person judge: Person }
    type Person @key(fields: "id") { id: ID! orderCount: Int! }
  `,
  resolvers: {
    Query: {
      orders: () => ['1', '2', '1'].map((id, at) => ({ id: `o${at}`, person: inOrders(id), judge: inOrders('9') })),
      slow: () => 'done',
    },
    Person: { __resolveReference: ({ id }: Ref) => inOrders(id) },
  },
};
export const people: Part = {
  typeDefs: `type Person @key(fields: "id") { id: ID! name: String! nick: String region: Region @inaccessible } type Region { code: String }`,
  resolvers: {
    Person: { __resolveReference: ({ id }: Ref) => ({ id, name: `Name ${id}`, nick: null, region: { code: 'X' } }) },
  },
};
export const places: Part = {
  typeDefs: `
    type Person @key(fields: "id") { id: ID! name: String! @external region: Region @external address: String @requires(fields: "name") route: String @requires(fields: "region { code }") }
    type Region { code: String @external }
  `,
  resolvers: {
    Person: {
      __resolveReference: (ref: Ref & { name: string; region: unknown }) => ({
        ...ref,
        address: `Home of ${ref.name}`,
        route: JSON.stringify(ref.region),
      }),
    },
  },
};
export const parts = { orders, people, places };

/** The subgraph, with something else in place of its answers. */
export const failing = (part: Part, instead: Part['instead']): Part => ({ ...part, instead });
/** Where errors stand, and their codes. */
export const told = (
  errors: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[] = [],
) => errors.map(({ path, extensions }) => [(path as unknown[] | undefined)?.join('.'), extensions.code]).sort();
