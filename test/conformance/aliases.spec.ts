import { aFederation } from './federation';

const products = [
  { id: '1', name: 'Chair', price: 10, weight: 2, tags: ['a', 'b', 'c'] },
  { id: '2', name: 'Desk', price: 20, weight: 5, tags: [] },
];
products.forEach((product, index) => Object.assign(product, { similar: [products[1 - index]] }));
const world = {
  subgraphs: {
    catalogue: `type Query { products(first: Int = 2): [Product] product(id: ID!): Product }
      type Product @key(fields: "id") { id: ID! name(upper: Boolean): String tags(first: Int!, from: Int = 0): [String] similar(first: Int): [Product] }`,
    prices:
      'type Product @key(fields: "id") { id: ID! price(in: Currency = GBP, times: Int): Int weight: Int } enum Currency { GBP EUR }',
  },
  entities: { Product: products },
  fields: {
    'Query.products': (_: any, { first }: any) => products.slice(0, first),
    'Query.product': (_: any, { id }: any) => products.find((product) => product.id === id) ?? null,
    'Product.name': ({ name }: any, { upper }: any) => (upper ? name.toUpperCase() : name),
    'Product.tags': ({ tags }: any, { first, from }: any) => tags.slice(from, from + first),
    'Product.similar': ({ similar }: any, { first }: any) => similar.slice(0, first ?? 9),
    'Product.price': ({ price }: any, { in: currency, times }: any) =>
      (currency === 'EUR' ? price * 3 : price) * (times ?? 1),
  },
};

describe('one field under several names with different arguments', () => {
  it('on root fields', async () => {
    await using graph = await aFederation(world);
    expect(
      await graph.ask(
        '{ one: product(id: "1") { name } two: product(id: "2") { name price } none: product(id: "3") { price } }',
      ),
    ).toEqual({
      data: { one: { name: 'Chair' }, two: { name: 'Desk', price: 20 }, none: null },
    });
    expect(graph.counts).toEqual({ catalogue: 1, prices: 1 });
  });

  it('on fields of an entity that another subgraph holds', async () => {
    await using graph = await aFederation(world);
    expect(
      await graph.ask(
        'query ($c: Currency, $n: Int!) { products { eur: price(in: EUR) price gbp: price(in: $c) many: price(times: $n) weight } }',
        { c: 'GBP', n: 4 },
      ),
    ).toEqual({
      data: {
        products: [
          { eur: 30, price: 10, gbp: 10, many: 40, weight: 2 },
          { eur: 60, price: 20, gbp: 20, many: 80, weight: 5 },
        ],
      },
    });
    expect(graph.counts).toEqual({ catalogue: 1, prices: 1 });
  });

  it('on lists of entities, at every depth', async () => {
    await using graph = await aFederation(world);
    expect(
      await graph.ask(
        `{ products(first: 1) { a: similar { weight b: similar { price c: similar(first: 0) { price } } } none: similar(first: 0) { weight } } }`,
      ),
    ).toEqual({ data: { products: [{ a: [{ weight: 5, b: [{ price: 10, c: [] }] }], none: [] }] } });
  });

  it('on lists of values', async () => {
    await using graph = await aFederation(world);
    expect(
      await graph.ask('{ product(id: "1") { x: tags(first: 1) y: tags(first: 9, from: 1) tags(first: 0) } }'),
    ).toEqual({
      data: { product: { x: ['a'], y: ['b', 'c'], tags: [] } },
    });
  });
});

describe('names that are taken by something else', () => {
  it('the key, under another name, and another field under the name of the key', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ products { id: name key: id price } }')).toEqual({
      data: {
        products: [
          { id: 'Chair', key: '1', price: 10 },
          { id: 'Desk', key: '2', price: 20 },
        ],
      },
    });
  });

  it('the same, where the field comes from the other subgraph', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ products { id: weight name: price price: name } }')).toEqual({
      data: {
        products: [
          { id: 2, name: 10, price: 'Chair' },
          { id: 5, name: 20, price: 'Desk' },
        ],
      },
    });
  });

  it('__typename under another name', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ kind: __typename products { type: __typename id: __typename weight } }')).toEqual({
      data: {
        kind: 'Query',
        products: [
          { type: 'Product', id: 'Product', weight: 2 },
          { type: 'Product', id: 'Product', weight: 5 },
        ],
      },
    });
  });

  it('names that mean something to the gateway or to JavaScript', async () => {
    await using graph = await aFederation(world);
    expect(
      await graph.ask(
        '{ _entities: products { representations: id constructor: weight toString: name hasOwnProperty: price } then: product(id: "1") { length: price } data: products { errors: id } }',
      ),
    ).toEqual({
      data: {
        _entities: [
          { representations: '1', constructor: 2, toString: 'Chair', hasOwnProperty: 10 },
          { representations: '2', constructor: 5, toString: 'Desk', hasOwnProperty: 20 },
        ],
        then: { length: 10 },
        data: [{ errors: '1' }, { errors: '2' }],
      },
    });
  });

  it('__proto__ is a name like any other', async () => {
    await using graph = await aFederation(world);
    const { data } = await graph.overHttp('{ __proto__: products { __proto__: weight x: id } }');
    expect(JSON.stringify(data)).toBe('{"__proto__":[{"__proto__":2,"x":"1"},{"__proto__":5,"x":"2"}]}');
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('fields asked for more than once', () => {
  it('are merged, with their selections, in the order of their first', async () => {
    await using graph = await aFederation(world);
    const answer = await graph.ask(`
      query { products { weight similar { id } ...More id similar { weight } } products { name } }
      fragment More on Product { similar { name price } price name }`);
    expect(JSON.stringify(answer.data.products[0])).toBe(
      '{"weight":2,"similar":[{"id":"2","name":"Desk","price":20,"weight":5}],"price":10,"name":"Chair","id":"1"}',
    );
  });
});

describe('one name for different fields, on different types', () => {
  const cats = [
    { __typename: 'Cat', id: 'c', lives: 9, toys: [{ id: 't1', label: 'ball' }], noise: 'meow', weight: 4 },
  ];
  const dogs = [
    {
      __typename: 'Dog',
      id: 'd',
      bark: 'woof',
      walks: ['am', 'pm'],
      bones: [{ id: 't2', label: 'bone' }],
      noise: 'woof',
      weight: 9,
    },
  ];
  const toys = [...cats[0]!.toys, ...dogs[0]!.bones];
  const zoo = {
    subgraphs: {
      pets: `type Query { pets: [Pet] } union Pet = Cat | Dog
        type Cat @key(fields: "id") { id: ID! lives: Int toys: [Toy] noise: String } type Dog @key(fields: "id") { id: ID! bark: String bones: [Toy] noise: String! }
        type Toy @key(fields: "id") { id: ID! }`,
      vets: 'type Cat @key(fields: "id") { id: ID! weight: Int } type Dog @key(fields: "id") { id: ID! weight: Int walks: [String] }',
      toys: 'type Toy @key(fields: "id") { id: ID! label: String }',
    },
    root: { pets: [...cats, ...dogs] },
    entities: { Cat: cats, Dog: dogs, Toy: toys },
  };

  it.each([
    ['{ pets { ... on Cat { x: noise } ... on Dog { y: noise } } }', [{ x: 'meow' }, { y: 'woof' }]],
    ['{ pets { ... on Cat { x: id } ... on Dog { x: id } } }', [{ x: 'c' }, { x: 'd' }]],
    ['{ pets { ... on Cat { name: noise } ... on Dog { name: bark } } }', [{ name: 'meow' }, { name: 'woof' }]],
    [
      '{ pets { ... on Cat { things: toys { label } } ... on Dog { things: bones { label } } } }',
      [{ things: [{ label: 'ball' }] }, { things: [{ label: 'bone' }] }],
    ],
    [
      '{ pets { ... on Cat { things: toys { label } } ... on Dog { things: bones { id } } } }',
      [{ things: [{ label: 'ball' }] }, { things: [{ id: 't2' }] }],
    ],
    [
      '{ pets { ... on Cat { id x: weight } ... on Dog { x: weight id: id } } }',
      [
        { id: 'c', x: 4 },
        { x: 9, id: 'd' },
      ],
    ],
    ['{ pets { ... on Cat { a: lives } ... on Dog { a: weight } } }', [{ a: 9 }, { a: 9 }]],
    [
      '{ pets { ... on Cat { x: id lives: weight } ... on Dog { id x: id walks lives: weight } } }',
      [
        { x: 'c', lives: 4 },
        { id: 'd', x: 'd', walks: ['am', 'pm'], lives: 9 },
      ],
    ],
  ])('%s', async (query, pets) => {
    await using graph = await aFederation(zoo);
    // Names that validation lets stand: the shapes are the same, or the gateway must keep the fields apart itself.
    expect(await graph.ask(query)).toEqual({ data: { pets } });
  });
});
