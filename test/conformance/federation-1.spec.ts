import { aFederation } from './federation';
import type { Row } from './subgraph-of';

/** Federation 1 has no `@link`; the mark keeps the harness from adding one. */
const FED_1 = '#fed1\n';
const users = [
  { id: 'u1', name: 'Ann', email: 'ann@example.org', tier: 2 },
  { id: 'u2', name: 'Ben', email: 'ben@example.org', tier: 3 },
];
const orders = [
  { id: 'o1', buyer: users[0] },
  { id: 'o2', buyer: users[1] },
];
const world = {
  root: { users, orders },
  entities: { User: users, Order: orders },
  fields: { 'User.discount': ({ tier }: Row) => tier * 5 },
};
const owner =
  'type Query { users: [User] } type User @key(fields: "id") { id: ID! name: String email: String tier: Int }';

const extensions = {
  'extend type with external keys': `${FED_1} extend type Query { orders: [Order] } type Order @key(fields: "id") { id: ID! buyer: User }
    extend type User @key(fields: "id") { id: ID! @external tier: Int @external discount: Int @requires(fields: "tier") }`,
  '@extends with external keys': `${FED_1} type Query @extends { orders: [Order] } type Order @key(fields: "id") { id: ID! buyer: User }
    type User @extends @key(fields: "id") { id: ID! @external tier: Int @external discount: Int @requires(fields: "tier") }`,
  'an external field that nothing uses': `${FED_1} extend type Query { orders: [Order] } type Order @key(fields: "id") { id: ID! buyer: User }
    extend type User @key(fields: "id") { id: ID! @external name: String @external tier: Int @external discount: Int @requires(fields: "tier") }`,
};

describe.each(Object.entries(extensions))('a federation 1 subgraph: %s', (_name, sdl) => {
  it.each([
    ['a federation 1 owner', FED_1 + owner],
    ['a federation 2 owner', owner],
  ])('beside %s', async (_owner, users) => {
    await using graph = await aFederation({ ...world, subgraphs: { users, orders: sdl } });
    expect(await graph.ask('{ orders { id buyer { name discount } } users { discount email } }')).toEqual({
      data: {
        orders: [
          { id: 'o1', buyer: { name: 'Ann', discount: 10 } },
          { id: 'o2', buyer: { name: 'Ben', discount: 15 } },
        ],
        users: [
          { discount: 10, email: 'ann@example.org' },
          { discount: 15, email: 'ben@example.org' },
        ],
      },
    });
  });

  it('answers with the key alone, asking nobody else', async () => {
    await using graph = await aFederation({ ...world, subgraphs: { users: owner, orders: sdl } });
    expect(await graph.ask('{ orders { buyer { id } } }')).toEqual({
      data: { orders: [{ buyer: { id: 'u1' } }, { buyer: { id: 'u2' } }] },
    });
    expect(graph.counts).toEqual({ orders: 1 });
  });
});

test('a federation 1 value type that stands in two subgraphs is theirs together', async () => {
  const money = 'type Money { amount: Int currency: String }';
  const products = [{ id: 'p', price: { amount: 3, currency: 'GBP' }, refund: { amount: 1, currency: 'GBP' } }];
  await using graph = await aFederation({
    subgraphs: {
      prices: `${FED_1} type Query { product: Product } type Product @key(fields: "id") { id: ID! price: Money } ${money}`,
      refunds: `${FED_1} extend type Product @key(fields: "id") { id: ID! @external refund: Money } ${money}`,
    },
    root: { product: products[0] },
    entities: { Product: products },
  });
  expect(await graph.ask('{ product { price { amount } refund { currency amount } } }')).toEqual({
    data: { product: { price: { amount: 3 }, refund: { currency: 'GBP', amount: 1 } } },
  });
});
