import { aFederation } from './federation';

test('what the subgraph at hand holds is not fetched from another', async () => {
  const products = [{ id: '1', name: 'Chair', price: 5, stock: 2 }];
  await using graph = await aFederation({
    subgraphs: {
      catalogue:
        'type Query { products: [Product] } type Product @key(fields: "id") { id: ID! name: String @shareable price: Int @shareable }',
      store:
        'type Query { shelf: [Product] } type Product @key(fields: "id") { id: ID! name: String @shareable price: Int @shareable stock: Int }',
    },
    root: { products, shelf: products },
    entities: { Product: products },
  });
  expect(await graph.ask('{ products { name price } }')).toEqual({ data: { products: [{ name: 'Chair', price: 5 }] } });
  expect(graph.counts).toEqual({ catalogue: 1 });
  expect(await graph.ask('{ products { stock name price } }')).toEqual({
    data: { products: [{ stock: 2, name: 'Chair', price: 5 }] },
  });
  expect(graph.counts).toEqual({ catalogue: 1, store: 1 });
  expect(graph.asked[1]!.query).not.toMatch(/name|price/);
});

describe('a value type that no subgraph holds whole', () => {
  const settings = { theme: 'dark', font: { name: 'Sans', size: 12 }, beta: true };
  const users = [{ id: 'u', settings }];
  const subgraphs = {
    looks: `type Query { me: User @shareable settings: Settings @shareable } type User @key(fields: "id") { id: ID! settings: Settings @shareable }
      type Settings { theme: String font: Font @shareable } type Font { name: String }`,
    flags: `type Query { me: User @shareable settings: Settings @shareable } type User @key(fields: "id") { id: ID! settings: Settings @shareable }
      type Settings { beta: Boolean font: Font @shareable } type Font { size: Int }`,
  };
  const world = { subgraphs, root: { me: users[0], settings }, entities: { User: users } };

  it('is put together from a root field that both answer', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ settings { theme font { name size } beta } }')).toEqual({
      data: { settings: { theme: 'dark', font: { name: 'Sans', size: 12 }, beta: true } },
    });
    expect(graph.counts).toEqual({ looks: 1, flags: 1 });
  });

  it('is put together under an entity', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ me { settings { beta font { size name } theme } } }')).toEqual({
      data: { me: { settings: { beta: true, font: { size: 12, name: 'Sans' }, theme: 'dark' } } },
    });
  });

  it('is fetched from the one that holds all that is asked', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ settings { beta font { size } } }')).toEqual({
      data: { settings: { beta: true, font: { size: 12 } } },
    });
    expect(graph.counts).toEqual({ flags: 1 });
  });
});

test('lists that two root fetches bring are merged element by element', async () => {
  const stations = [
    { code: 'LDS', name: 'Leeds', platforms: 17 },
    { code: 'YRK', name: 'York', platforms: 11 },
  ];
  await using graph = await aFederation({
    subgraphs: {
      names: 'type Query { stations: [Station!]! @shareable } type Station { code: ID! @shareable name: String }',
      tracks: 'type Query { stations: [Station!]! @shareable } type Station { code: ID! @shareable platforms: Int }',
    },
    root: { stations },
  });
  expect(await graph.ask('{ stations { platforms name code } }')).toEqual({
    data: {
      stations: [
        { platforms: 17, name: 'Leeds', code: 'LDS' },
        { platforms: 11, name: 'York', code: 'YRK' },
      ],
    },
  });
});

describe('fields whose types differ between subgraphs', () => {
  const users = [
    { id: 'u1', name: 'Ann', mail: 'a@x', pals: [{ id: 'u2' }] },
    { id: 'u2', name: null, mail: 'b@x', pals: [] },
  ];
  const subgraphs = {
    strict: `type Query { users: [User!]! @shareable } type User @key(fields: "id") { id: ID! @shareable name: String @shareable pals: [Pal!]! @shareable mail: String! @shareable }
      type Pal @shareable { id: ID! }`,
    loose: `type Query { users: [User] @shareable people: [User] } type User @key(fields: "id") { id: ID @shareable name: String @shareable pals: [Pal] @shareable mail: String @shareable rank: Int }
      type Pal @shareable { id: ID }`,
  };

  it('are as nullable as the most nullable of them', async () => {
    await using graph = await aFederation({ subgraphs, root: { users, people: users }, entities: { User: users } });
    expect(String(graph.api.getType('User')?.toConfig().name)).toBe('User');
    const answer = {
      data: {
        users: [
          { id: 'u1', name: 'Ann', pals: [{ id: 'u2' }], mail: 'a@x' },
          { id: 'u2', name: null, pals: [], mail: 'b@x' },
        ],
      },
    };
    expect(await graph.ask('{ users { id name pals { id } mail } }')).toEqual(answer);
  });
});

test('a shared root field of a mutation runs once', async () => {
  let runs = 0;
  await using graph = await aFederation({
    subgraphs: {
      a: 'type Query { a: Int } type Mutation { add: Sum @shareable } type Sum @key(fields: "id") { id: ID! total: Int @shareable }',
      b: 'type Query { b: Int } type Mutation { add: Sum @shareable } type Sum @key(fields: "id") { id: ID! total: Int @shareable }',
    },
    entities: { Sum: [{ id: 's', total: 3 }] },
    fields: { 'Mutation.add': () => ({ id: 's', total: ++runs * 3 }) },
  });
  expect((await graph.inProcess('mutation { add { total } }')).data).toEqual({ add: { total: 3 } });
  expect(graph.asked).toHaveLength(1);
});
