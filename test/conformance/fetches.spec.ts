import { parse } from 'graphql';
import { aFederation } from './federation';

const brands = [
  { id: 'b1', name: 'Acme', country: 'UK' },
  { id: 'b2', name: 'Bolt', country: 'FR' },
];
const products = Array.from({ length: 6 }, (_none, index) => ({
  id: `p${index}`,
  brand: brands[index % 2],
  maker: brands[(index + 1) % 2],
  price: index,
  stock: index * 2,
}));
const world = {
  subgraphs: {
    products: `type Query { products(first: Int): [Product] best: Product } type Product @key(fields: "id") { id: ID! brand: Brand maker: Brand }
      type Brand @key(fields: "id") { id: ID! }`,
    brands:
      'type Query { brands: [Brand] } type Brand @key(fields: "id") { id: ID! name: String country: String owner: Product } type Product @key(fields: "id") { id: ID! }',
    prices:
      'type Product @key(fields: "id") { id: ID! price: Int } type Brand @key(fields: "id") { id: ID! worth: Int }',
    stocks: 'type Product @key(fields: "id") { id: ID! stock: Int }',
  },
  root: { best: products[0], brands },
  entities: {
    Product: products,
    Brand: brands.map((brand) => Object.assign(brand, { worth: brand.id === 'b1' ? 10 : 20 })),
  },
  fields: { 'Query.products': (_: any, { first }: any) => products.slice(0, first ?? products.length) },
};
const idsOf = (representations: { id: string }[]) => representations.map(({ id }) => id);

describe('entities', () => {
  it('are asked for once, however often they occur in a list', async () => {
    await using graph = await aFederation(world);
    const { data } = await graph.ask('{ products { brand { name } } }');
    expect(data.products.map(({ brand }: any) => brand.name)).toEqual(['Acme', 'Bolt', 'Acme', 'Bolt', 'Acme', 'Bolt']);
    expect(idsOf(graph.asked[1]!.variables.representations)).toEqual(['b1', 'b2']);
  });

  it('at several places are asked for in one request to a subgraph', async () => {
    await using graph = await aFederation(world);
    const { data } = await graph.ask(
      '{ products { brand { name } maker { name country } } best { brand { country } } }',
    );
    expect(data.products[1]).toEqual({ brand: { name: 'Bolt' }, maker: { name: 'Acme', country: 'UK' } });
    expect(data.best).toEqual({ brand: { country: 'UK' } });
    expect(graph.counts).toEqual({ products: 1, brands: 1 });
  });

  it('of several types are asked for in one request to a subgraph', async () => {
    await using graph = await aFederation(world);
    const { data } = await graph.ask('{ products { price brand { worth } maker { worth } } }');
    expect(data.products[2]).toEqual({ price: 2, brand: { worth: 10 }, maker: { worth: 20 } });
    expect(graph.counts).toEqual({ products: 1, prices: 1 });
  });

  it('under several names of one field are asked for in one request', async () => {
    await using graph = await aFederation(world);
    const { data } = await graph.ask('{ some: products(first: 2) { price } all: products { price } }');
    expect(data.some).toEqual([{ price: 0 }, { price: 1 }]);
    expect(data.all).toHaveLength(6);
    expect(graph.counts).toEqual({ products: 1, prices: 1 });
  });

  it('are not asked for where there are none', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ products(first: 0) { price brand { name } } }')).toEqual({ data: { products: [] } });
    expect(graph.counts).toEqual({ products: 1 });
  });
});

test('fetches that do not need each other do not wait for each other', async () => {
  const begun: string[] = [];
  let open!: () => void;
  const both = new Promise<void>((resolve) => (open = resolve));
  const meet = async (name: string, usual: () => Promise<unknown>) => {
    begun.push(name);
    if (begun.length === 2) open();
    await both;
    return usual();
  };
  await using graph = await aFederation({
    ...world,
    instead: {
      prices: (_request, usual) => meet('prices', usual),
      stocks: (_request, usual) => meet('stocks', usual),
    },
  });
  expect((await graph.inProcess('{ best { price stock } }')).data).toEqual({ best: { price: 0, stock: 0 } });
});

test('a slow fetch holds up only what needs it', async () => {
  const order: string[] = [];
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await using graph = await aFederation({
    ...world,
    instead: {
      stocks: async (_request, usual) => {
        await held;
        order.push('stocks');
        return usual();
      },
      brands: async (_request, usual) => {
        order.push('brands');
        return usual();
      },
      prices: async (_request, usual) => {
        order.push('prices');
        release();
        return usual();
      },
    },
  });
  // The owner's price needs the brands, which come at once; the stock comes last of all.
  const { data } = await graph.inProcess('{ best { stock brand { owner { id } name worth } } }');
  expect(data.best.brand.name).toBe('Acme');
  expect(order.at(-1)).toBe('stocks');
});

test('two operations at once share nothing', async () => {
  await using graph = await aFederation(world);
  const document = parse('{ best { price } }');
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((caller) => graph.engine.execute({ document, caller })),
  );
  expect(answers).toEqual(Array(3).fill({ data: { best: { price: 0 } } }));
  expect(graph.counts).toEqual({ products: 3, prices: 3 });
});

test('an answer is the caller’s own: changing it changes no other', async () => {
  await using graph = await aFederation(world);
  const one = await graph.engine.execute({ document: parse('{ products { brand { name } } }') });
  const list = one.data!.products as { brand: { name: string } }[];
  list[0]!.brand.name = 'changed';
  expect(list[2]!.brand.name).toBe('Acme');
});
