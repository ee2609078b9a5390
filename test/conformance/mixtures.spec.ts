import { type Asked, aFederation } from './federation';

describe('an object that only its parent entity leads to', () => {
  const categories = { id: 'c', name: 'Chairs', details: 'Details of Chair' };
  const products = [{ id: 'p', pid: 'q', name: 'Chair', category: categories }];
  const world = { root: { product: products[0], products }, entities: { Product: products } };

  it('is completed by way of the parent', async () => {
    await using graph = await aFederation({
      ...world,
      subgraphs: {
        a: `type Query { product: Product } type Product @key(fields: "id pid") { id: ID! pid: ID! }`,
        b: `type Product @key(fields: "id pid") { id: ID! pid: ID! category: Category @shareable }
          type Category { details: String }`,
        c: `type Product @key(fields: "id pid") { id: ID! pid: ID! category: Category @shareable }
          type Category { id: ID! name: String }`,
      },
    });
    expect(await graph.ask('{ product { category { details name id } } }')).toEqual({
      data: { product: { category: { details: 'Details of Chair', name: 'Chairs', id: 'c' } } },
    });
  });

  it('is completed by way of the parent, where it has a key that no other subgraph takes', async () => {
    await using graph = await aFederation({
      ...world,
      subgraphs: {
        a: `type Product @key(fields: "id") { id: ID! category: Category @shareable }
          type Category { details: String }`,
        b: `type Product @key(fields: "id") { id: ID! category: Category @shareable }
          type Category @key(fields: "id") { id: ID! @shareable }`,
        c: 'type Category @key(fields: "id") { id: ID! name: String }',
        d: 'type Query { product: Product } type Product @key(fields: "id") { id: ID! name: String }',
      },
      entities: { ...world.entities, Category: [categories] },
    });
    expect(await graph.ask('{ product { id name category { id name details } } }')).toEqual({
      data: { product: { id: 'p', name: 'Chair', category: { id: 'c', name: 'Chairs', details: 'Details of Chair' } } },
    });
  });
});

test('entities in circles, with keys that are lists of keys', async () => {
  const products = ['1', '2'].map((id) => ({ id, pid: `p${id}`, price: { amount: Number(id) * 10 } }));
  const [first, second] = products;
  const category = { id: 'c', tag: 't', mainProduct: second };
  products.forEach((product) => Object.assign(product, { category }));
  const list = { products, selected: second, first };
  await using graph = await aFederation({
    subgraphs: {
      links: `type Product @key(fields: "id") { id: ID! category: Category @shareable }
        type Category @key(fields: "id tag") { id: ID! tag: String mainProduct: Product! }`,
      lists: `type Query { top: List } type List @key(fields: "products { id }") { products: [Product!]! @shareable }
        type Product @key(fields: "id") @key(fields: "id pid") { id: ID! pid: ID }`,
      picks: `type List @key(fields: "products { id pid }") { products: [Product!]! @shareable selected: Product @shareable }
        type Product @key(fields: "id pid") { id: ID! pid: ID }`,
      heads: `type List @key(fields: "products { id pid category { id tag } } selected { id }") {
          products: [Product!]! @shareable selected: Product @shareable first: Product }
        type Product @key(fields: "id pid category { id tag }") { id: ID! pid: ID category: Category @shareable price: Price }
        type Category @key(fields: "id tag") { id: ID! tag: String } type Price { amount: Int }`,
    },
    root: { top: list },
    entities: { Product: products, Category: [category], List: [list] },
  });
  expect(
    await graph.ask(
      '{ top { products { id pid price { amount } category { mainProduct { id } } } selected { id } first { pid } } }',
    ),
  ).toEqual({
    data: {
      top: {
        products: products.map(({ id, pid, price }) => ({ id, pid, price, category: { mainProduct: { id: '2' } } })),
        selected: { id: '2' },
        first: { pid: 'p1' },
      },
    },
  });
});

describe('an interface that every subgraph answers by id', () => {
  const users = [{ __typename: 'User', id: 'u', name: 'Ann' }];
  const shops = [{ __typename: 'Shop', id: 's', city: 'Hull', owner: users[0] }];
  const nodes = [...users, ...shops];

  it('is asked of the subgraph that knows the type', async () => {
    await using graph = await aFederation({
      subgraphs: {
        users:
          'type Query { node(id: ID!): Node @shareable me: Node } interface Node { id: ID! } type User implements Node @key(fields: "id") { id: ID! name: String }',
        shops: `type Query { node(id: ID!): Node @shareable } interface Node { id: ID! }
          type Shop implements Node @key(fields: "id") { id: ID! city: String owner: User } type User implements Node @key(fields: "id") { id: ID! }`,
      },
      root: { me: users[0] },
      entities: { User: users, Shop: shops },
      fields: { 'Query.node': (_, { id }) => nodes.find((node) => node.id === id) ?? null },
    });
    expect(await graph.ask('{ me { __typename id ... on User { name } } }')).toEqual({
      data: { me: { __typename: 'User', id: 'u', name: 'Ann' } },
    });
    expect(await graph.ask('{ node(id: "u") { __typename ... on User { name } } }')).toEqual({
      data: { node: { __typename: 'User', name: 'Ann' } },
    });
  });
});

test('an interface whose fields lead round to itself', async () => {
  const books = [
    { __typename: 'Book', id: 'b1', price: 3 },
    { __typename: 'Book', id: 'b2', price: 3 },
  ];
  books.forEach((book, index) => Object.assign(book, { same: books[1 - index], group: { lead: books[0] } }));
  await using graph = await aFederation({
    subgraphs: {
      a: `type Query { product: Product } interface Product { same: Product group: Group }
        type Book implements Product @key(fields: "id") { id: ID! same: Product group: Group } type Group { lead: Product }`,
      b: `interface Product { price: Float } type Book implements Product @key(fields: "id") { id: ID! price: Float }`,
    },
    root: { product: books[0] },
    entities: { Book: books },
  });
  expect(
    await graph.ask('{ product { same { price same { ... on Book { id price group { lead { price } } } } } } }'),
  ).toEqual({
    data: { product: { same: { price: 3, same: { id: 'b1', price: 3, group: { lead: { price: 3 } } } } } },
  });
});

describe('federation 2 in the manner of federation 1', () => {
  const users = [{ id: 'u', name: 'Ann', nick: 'A', rid: 'r' }];
  const world = { root: { user: users[0], current: users[0] }, entities: { User: users } };
  const owner = 'type Query { user: User } type User @key(fields: "id") { id: ID! name: String rid: ID @shareable }';

  it.each([
    [
      '@extends',
      'type Query { current: User } type User @extends @key(fields: "id") { id: ID! @external rid: ID @shareable nick: String }',
    ],
    [
      'extend type',
      'type Query { current: User } extend type User @key(fields: "id") { id: ID! @external rid: ID @shareable nick: String }',
    ],
    [
      'provided keys',
      'type Query { current: User @provides(fields: "rid") } extend type User @key(fields: "id") { id: ID! @external rid: ID @external nick: String }',
    ],
  ])('%s', async (_manner, extension) => {
    await using graph = await aFederation({ ...world, subgraphs: { owner, extension } });
    expect(await graph.ask('{ current { id rid name nick } user { rid nick id } }')).toEqual({
      data: { current: { id: 'u', rid: 'r', name: 'Ann', nick: 'A' }, user: { rid: 'r', nick: 'A', id: 'u' } },
    });
  });
});

test('types that overlap in unions and interfaces, each subgraph with its own part', async () => {
  const ovens = [{ __typename: 'Oven', id: 'o', warranty: 2, watts: 900 }];
  const toasters = [{ __typename: 'Toaster', id: 't', warranty: 1, slots: 4 }];
  const all = [...ovens, ...toasters];
  await using graph = await aFederation({
    subgraphs: {
      a: `type Query { products: [Product] node(id: ID!): Node @shareable } union Product = Oven | Toaster interface Node { id: ID! }
        type Oven implements Node @key(fields: "id") { id: ID! } type Toaster implements Node @key(fields: "id") { id: ID! }`,
      b: `type Query { toasters: [Toaster] devices: [Device] } interface Device { warranty: Int }
        type Oven implements Device @key(fields: "id") { id: ID! warranty: Int watts: Int }
        type Toaster implements Device @key(fields: "id") { id: ID! warranty: Int slots: Int }`,
    },
    root: { products: all, toasters, devices: all },
    entities: { Oven: ovens, Toaster: toasters },
    fields: { 'Query.node': (_, { id }) => all.find((each) => each.id === id) ?? null },
  });
  expect(
    await graph.ask(`{
      products { __typename ... on Node { id } ... on Oven { watts } ... on Device { warranty } }
      devices { kind: __typename ... on Toaster { slots id } ... on Product { ... on Oven { id } } }
      node(id: "t") { ... on Device { warranty } ... on Toaster { slots } }
      toasters { ... on Node { id } }
    }`),
  ).toEqual({
    data: {
      products: [
        { __typename: 'Oven', id: 'o', watts: 900, warranty: 2 },
        { __typename: 'Toaster', id: 't', warranty: 1 },
      ],
      devices: [
        { kind: 'Oven', id: 'o' },
        { kind: 'Toaster', slots: 4, id: 't' },
      ],
      node: { warranty: 1, slots: 4 },
      toasters: [{ id: 't' }],
    },
  });
});

test('a chain of entities, each known to its own pair of subgraphs by its own keys', async () => {
  const accounts = [{ id: 'a1', code: 'x' }];
  const users = [{ id: 'u1', email: 'e', account: accounts[0], karma: 5 }];
  const chats = [{ id: 'c1', room: 'r', owner: users[0], text: 'hi' }];
  Object.assign(accounts[0]!, { chats });
  await using graph = await aFederation({
    subgraphs: {
      a: `type Query { account(id: ID!): Account chat(id: ID!): Chat } type Account @key(fields: "id") { id: ID! chats: [Chat] }
        type Chat @key(fields: "id") { id: ID! room: String @shareable }`,
      b: `type Chat @key(fields: "id") @key(fields: "room") { id: ID! room: String @shareable owner: User } type User @key(fields: "email") { email: ID! id: ID @shareable }`,
      c: `type User @key(fields: "id") @key(fields: "email") { id: ID @shareable email: ID! account: Account } type Account @key(fields: "id") { id: ID! code: String }`,
      d: `type Chat @key(fields: "room") { room: String text: String } type User @key(fields: "id") { id: ID @shareable karma: Int }`,
    },
    entities: { Account: accounts, User: users, Chat: chats },
    fields: {
      'Query.account': (_, { id }) => accounts.find((each) => each.id === id) ?? null,
      'Query.chat': (_, { id }) => chats.find((each) => each.id === id) ?? null,
    },
  });
  expect(
    await graph.ask(
      '{ account(id: "a1") { code chats { text owner { karma account { id chats { id owner { email } } } } } } none: chat(id: "z") { text } }',
    ),
  ).toEqual({
    data: {
      account: {
        code: 'x',
        chats: [
          { text: 'hi', owner: { karma: 5, account: { id: 'a1', chats: [{ id: 'c1', owner: { email: 'e' } }] } } },
        ],
      },
      none: null,
    },
  });
});

test('an entity of many keys, of which each subgraph takes one, whose requirement leads away and back', async () => {
  const things = ['x', 'y'].map((id) => ({
    id,
    serial: `s${id}`,
    parts: { one: id, two: '2', three: '3' },
    name: `Thing ${id}`,
  }));
  const owner = { id: 'o', things };
  await using graph = await aFederation({
    subgraphs: {
      names: `type Thing @key(fields: "id") @key(fields: "serial", resolvable: false)
          @key(fields: "parts { one two }", resolvable: false) @key(fields: "id parts { two three }", resolvable: false) {
          id: ID! serial: ID! parts: Parts! name: String! }
        type Parts { one: ID! two: ID! three: ID! }`,
      owners: `type Query { owner: Owner } type Owner @key(fields: "id") { id: ID! things: [Thing!]! }
        type Thing @key(fields: "parts { one two }", resolvable: false) @key(fields: "id parts { two three }")
          @key(fields: "serial", resolvable: false) @key(fields: "id", resolvable: false) {
          id: ID! serial: ID! parts: Parts! name: String! @external echo: String! @requires(fields: "name") }
        type Parts { one: ID! two: ID! three: ID! }`,
    },
    root: { owner },
    entities: { Thing: things, Owner: [owner] },
    fields: { 'Thing.echo': ({ name }) => `${name}!` },
  });
  expect(await graph.ask('{ owner { id things { id name echo } } }')).toEqual({
    data: { owner: { id: 'o', things: things.map(({ id, name }) => ({ id, name, echo: `${name}!` })) } },
  });
});

describe('an interface object that leads nowhere', () => {
  const nodes = [{ __typename: 'Node', id: 'n', field: 'f' }];
  const breads = [{ __typename: 'Bread', id: 'b', name: 'Rye' }];
  const world = {
    subgraphs: {
      a: `type Query { a: Node product: Product } interface Node @key(fields: "id") { id: ID! }
        interface Product @key(fields: "id") { id: ID! } type Bread implements Product @key(fields: "id") { id: ID! }`,
      b: `type Query { b: Node } type Node @interfaceObject @key(fields: "id", resolvable: false) { id: ID! field: String }
        type Product @interfaceObject @key(fields: "id") { id: ID! name: String! }`,
    },
    root: { a: nodes[0], b: nodes[0], product: breads[0] },
    entities: { Bread: breads },
    // Nobody finds a bread by way of b.
    instead: {
      b: async ({ query }: Asked) =>
        query.includes('_entities') ? { data: null, errors: [{ message: 'none' }] } : null,
    },
  };

  it('answers what it has', async () => {
    await using graph = await aFederation(world);
    expect(await graph.answer('{ b { id field } product { id ... on Bread { key: id } } }')).toEqual({
      data: { b: { id: 'n', field: 'f' }, product: { id: 'b', key: 'b' } },
    });
  });

  it.each(['{ a { id } }', '{ a { field } }', '{ product { id name } }'])('%s is null with an error', async (query) => {
    await using graph = await aFederation(world);
    const { data, errors } = await graph.overHttp(query);
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true);
    expect(errors!.length).toBeGreaterThan(0);
  });
});
