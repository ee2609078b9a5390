import { aFederation } from './federation';

const products = [
  { id: '1', price: 10, weight: 2, size: { width: 3, depth: 4 }, name: 'Chair' },
  { id: '2', price: 20, weight: null, size: { width: 5, depth: 6 }, name: 'Desk' },
  { id: '3', price: 30, weight: 7, size: null, name: 'Lamp' },
];
const catalogue = `type Query { products: [Product] product: Product }
  type Product @key(fields: "id") { id: ID! price: Int weight: Int size: Size name: String }
  type Size { width: Int depth: Int }`;
const world = { root: { products, product: products[0] }, entities: { Product: products } };

test('what a field requires is fetched first, though nobody asked to see it', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      catalogue,
      shipping: `type Product @key(fields: "id") {
        id: ID! price: Int @external weight: Int @external cost: Int @requires(fields: "price weight") }`,
    },
    fields: { 'Product.cost': ({ price, weight }) => price * (weight ?? 100) },
  });
  expect(await graph.ask('{ products { cost } }')).toEqual({
    data: { products: [{ cost: 20 }, { cost: 2000 }, { cost: 210 }] },
  });
  expect(graph.asked[1]!.variables.representations[1]).toEqual({
    __typename: 'Product',
    id: '2',
    price: 20,
    weight: null,
  });
});

test('a nested requirement brings only the fields that it names', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      catalogue,
      rooms: `type Product @key(fields: "id") {
          id: ID! size: Size @external area: Int @requires(fields: "size { width depth }") }
        type Size @external { width: Int depth: Int }`,
    },
    fields: { 'Product.area': ({ size }) => size && size.width * size.depth },
  });
  expect(await graph.ask('{ products { size { width } area } }')).toEqual({
    data: {
      products: [
        { size: { width: 3 }, area: 12 },
        { size: { width: 5 }, area: 30 },
        { size: null, area: null },
      ],
    },
  });
  expect(graph.asked[1]!.variables.representations).toEqual([
    { __typename: 'Product', id: '1', size: { width: 3, depth: 4 } },
    { __typename: 'Product', id: '2', size: { width: 5, depth: 6 } },
    { __typename: 'Product', id: '3', size: null },
  ]);
});

describe('requirements upon requirements', () => {
  const chain = {
    ...world,
    subgraphs: {
      catalogue,
      tax: 'type Product @key(fields: "id") { id: ID! price: Int @external gross: Int @requires(fields: "price") }',
      till: `type Product @key(fields: "id") { id: ID! gross: Int @external name: String @external
        label: String @requires(fields: "gross name") total: Int @requires(fields: "gross") }`,
      posters: `type Product @key(fields: "id") { id: ID! label: String @external total: Int @external
        poster: String @requires(fields: "label total") }`,
    },
    fields: {
      'Product.gross': ({ price }: any) => price + 1,
      'Product.label': ({ gross, name, price }: any) => `${name}: ${gross ?? price + 1}`,
      'Product.total': ({ gross, price }: any) => (gross ?? price + 1) * 2,
      'Product.poster': ({ label, total, name, price }: any) =>
        `${label ?? `${name}: ${price + 1}`} / ${total ?? (price + 1) * 2}`,
    },
  };

  it('are met in their order, each subgraph asked once', async () => {
    await using graph = await aFederation(chain);
    expect(await graph.ask('{ products { poster } }')).toEqual({
      data: { products: [{ poster: 'Chair: 11 / 22' }, { poster: 'Desk: 21 / 42' }, { poster: 'Lamp: 31 / 62' }] },
    });
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['catalogue', 'tax', 'till', 'posters']);
  });

  it('are met where every step is asked for as well', async () => {
    await using graph = await aFederation(chain);
    expect(await graph.ask('{ product { id gross label poster price total } }')).toEqual({
      data: {
        product: { id: '1', gross: 11, label: 'Chair: 11', poster: 'Chair: 11 / 22', price: 10, total: 22 },
      },
    });
  });
});

test('a requirement on the same subgraph, by way of another, is met', async () => {
  const posts = [
    { id: 'p1', author: { id: 'a1', name: 'Ann' }, byNovice: true },
    { id: 'p2', author: { id: 'a2', name: 'Ben' }, byNovice: false },
  ];
  await using graph = await aFederation({
    subgraphs: {
      posts: `type Query { feed: [Post] }
        type Post @key(fields: "id") { id: ID! byNovice: Boolean @external byExpert: Boolean @requires(fields: "byNovice") author: Author! @shareable }
        type Author @key(fields: "id") { id: ID! yearsOfExperience: Int }`,
      judges: `type Post @key(fields: "id") { id: ID! author: Author! @external byNovice: Boolean @requires(fields: "author { yearsOfExperience }") }
        type Author @key(fields: "id") { id: ID! yearsOfExperience: Int @external }`,
    },
    root: { feed: posts },
    entities: {
      Post: posts,
      Author: posts.map(({ author }, index) => Object.assign(author, { yearsOfExperience: index * 9 })),
    },
    fields: {
      'Post.byNovice': ({ author }) => author.yearsOfExperience < 5,
      'Post.byExpert': ({ byNovice }) => !byNovice,
    },
  });
  expect(await graph.ask('{ feed { id byExpert } }')).toEqual({
    data: {
      feed: [
        { id: 'p1', byExpert: false },
        { id: 'p2', byExpert: true },
      ],
    },
  });
});

test('a requirement inside lists of lists is met for each element', async () => {
  const teams = [
    { id: 't1', players: [[{ nick: 'a', goals: 1 }, null], null, [{ nick: 'b', goals: 2 }]] },
    { id: 't2', players: [] },
  ];
  await using graph = await aFederation({
    subgraphs: {
      teams: `type Query { teams: [Team] } type Team @key(fields: "id") { id: ID! players: [[Player]] }
        type Player { nick: String goals: Int }`,
      tables: `type Team @key(fields: "id") { id: ID! players: [[Player]] @external
          goals: Int @requires(fields: "players { goals }") }
        type Player @external { goals: Int }`,
    },
    root: { teams },
    entities: { Team: teams },
    fields: {
      'Team.goals': ({ players }) =>
        players.flat(2).reduce((sum: number, player: any) => sum + (player?.goals ?? 0), 0),
    },
  });
  expect(await graph.ask('{ teams { goals players { nick } } }')).toEqual({
    data: {
      teams: [
        { goals: 3, players: [[{ nick: 'a' }, null], null, [{ nick: 'b' }]] },
        { goals: 0, players: [] },
      ],
    },
  });
  expect(graph.asked[1]!.variables.representations[0].players).toEqual([[{ goals: 1 }, null], null, [{ goals: 2 }]]);
});

describe('a requirement over an abstract type', () => {
  const owners = [
    { __typename: 'Person', id: 'o1', name: 'Ann', age: 40 },
    { __typename: 'Company', id: 'o2', name: 'Acme', staff: 9 },
    { __typename: 'Trust', id: 'o3', name: 'Fund' },
  ];
  const cars = owners.map((owner, index) => ({ id: `c${index}`, owner, keeper: owner }));
  cars.push({ id: 'c9', owner: null as never, keeper: null as never });
  const text = ({ owner, keeper }: any) => {
    const { age, staff, name } = owner ?? keeper ?? {};
    return `${name ?? '-'} ${age ?? '-'} ${staff ?? '-'}`;
  };
  const park = {
    root: { cars },
    entities: { Car: cars },
    fields: { 'Car.plate': text, 'Car.badge': text },
  };
  const types = (external: string) => `
    interface Owner { id: ID! name: String }
    type Person implements Owner ${external} { id: ID! name: String age: Int }
    type Company implements Owner ${external} { id: ID! name: String staff: Int }
    type Trust implements Owner ${external} { id: ID! name: String }
    union Keeper = Person | Company | Trust`;
  const answer = ['Ann 40 -', 'Acme - 9', 'Fund - -', '- - -'];

  it('brings the fields of each object type', async () => {
    await using graph = await aFederation({
      ...park,
      subgraphs: {
        cars: `type Query { cars: [Car] } type Car @key(fields: "id") { id: ID! owner: Owner keeper: Keeper } ${types('')}`,
        plates: `type Car @key(fields: "id") { id: ID! owner: Owner @external keeper: Keeper @external
            plate: String @requires(fields: "owner { name ... on Person { age } ... on Company { staff } }")
            badge: String @requires(fields: "keeper { __typename ... on Person { name age } ... on Company { name staff } ... on Trust { name } }") }
          ${types('@external')}`,
      },
    });
    expect(await graph.ask('{ cars { plate } }')).toEqual({ data: { cars: answer.map((plate) => ({ plate })) } });
    expect(graph.asked[1]!.variables.representations[1].owner).toMatchObject({ name: 'Acme', staff: 9 });
    const badges = await graph.ask('{ cars { badge owner { id } } }');
    expect(graph.asked[1]!.variables.representations[2].keeper).toEqual({ __typename: 'Trust', name: 'Fund' });
    expect(badges).toEqual({
      data: { cars: answer.map((badge, index) => ({ badge, owner: owners[index] ? { id: owners[index].id } : null })) },
    });
  });
});

test('what is required may be asked for under another name, and its name given to something else', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      catalogue,
      shipping: `type Product @key(fields: "id") { id: ID! price: Int @external cost: Int @requires(fields: "price") }`,
    },
    fields: { 'Product.cost': ({ price }) => price * 2 },
  });
  expect(await graph.ask('{ product { id: name price: weight cost weight: price name: cost } }')).toEqual({
    data: { product: { id: 'Chair', price: 2, cost: 20, weight: 10, name: 20 } },
  });
});

test('a requirement of a field that is left out is not fetched', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      catalogue,
      tax: 'type Product @key(fields: "id") { id: ID! price: Int @external gross: Int @requires(fields: "price") }',
      till: 'type Product @key(fields: "id") { id: ID! gross: Int @external total: Int @requires(fields: "gross") }',
    },
    fields: { 'Product.gross': ({ price }) => price + 1, 'Product.total': ({ gross, price }) => gross ?? price + 1 },
  });
  const query = 'query ($on: Boolean!) { product { name total @include(if: $on) } }';
  expect(await graph.ask(query, { on: true })).toEqual({ data: { product: { name: 'Chair', total: 11 } } });
  expect(graph.counts).toEqual({ catalogue: 1, tax: 1, till: 1 });
  expect(await graph.ask(query, { on: false })).toEqual({ data: { product: { name: 'Chair' } } });
  expect(graph.counts).toEqual({ catalogue: 1 });
});
