import { aFederation } from './federation';

const products = [
  { id: '1', price: 10, weight: 2, size: { width: 3, depth: 4 }, name: 'Chair' },
  { id: '2', price: 20, weight: null, size: { width: 5, depth: 6 }, name: 'Desk' },
  { id: '3', price: 30, weight: 7, size: null, name: 'Lamp' },
];
describe('a required field with an argument', () => {
  const priced = products.map((product) => ({
    ...product,
    comments: ['x', 'y', 'z'].map((text) => ({ id: `${product.id}${text}`, text })),
  }));
  const shop = {
    subgraphs: {
      prices: `type Query { products: [Product] } type Product @key(fields: "id") { id: ID! price(currency: String!): Int
        comments(first: Int!): [Comment] } type Comment @key(fields: "id") { id: ID! text: String }`,
      shipping: `type Product @key(fields: "id") { id: ID! price(currency: String!): Int @external
        comments(first: Int!): [Comment] @external
        cost: Int @requires(fields: "price(currency: \\"USD\\")")
        digest: String @requires(fields: "comments(first: 2) { text }") }
        type Comment @key(fields: "id") { id: ID! text: String @external }`,
    },
    root: { products: priced },
    entities: { Product: priced, Comment: priced.flatMap(({ comments }) => comments) },
    fields: {
      'Product.price': ({ price }: any, { currency }: any) => (currency === 'USD' ? price : price * 2),
      'Product.comments': ({ comments }: any, { first }: any) => comments.slice(0, first),
      'Product.cost': ({ price }: any) => price * 3,
      'Product.digest': ({ comments }: any) =>
        comments
          .slice(0, 2)
          .map(({ text }: any) => text)
          .join('+'),
    },
  };

  it('is required with that argument', async () => {
    await using graph = await aFederation(shop);
    expect(await graph.ask('{ products { cost digest } }')).toEqual({
      data: { products: [30, 60, 90].map((cost) => ({ cost, digest: 'x+y' })) },
    });
  });

  it('may be asked for with the same argument', async () => {
    await using graph = await aFederation(shop);
    expect(await graph.ask('{ products { price(currency: "USD") cost } }')).toEqual({
      data: { products: [10, 20, 30].map((price) => ({ price, cost: price * 3 })) },
    });
  });

  it('may be asked for with another argument, under its own name and under others', async () => {
    await using graph = await aFederation(shop);
    expect(await graph.ask('{ products { price(currency: "EUR") cost } }')).toEqual({
      data: { products: [10, 20, 30].map((price) => ({ price: price * 2, cost: price * 3 })) },
    });
    expect(
      await graph.ask(
        '{ products { usd: price(currency: "USD") price(currency: "EUR") cost comments(first: 1) { id } digest } }',
      ),
    ).toEqual({
      data: {
        products: products.map(({ id, price }) => ({
          usd: price,
          price: price * 2,
          cost: price * 3,
          comments: [{ id: `${id}x` }],
          digest: 'x+y',
        })),
      },
    });
  });
});
