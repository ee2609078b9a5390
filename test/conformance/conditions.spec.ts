import { aFederation } from './federation';

const owners = [{ id: 'o1', name: 'Ann' }];
const shops = [
  { id: 's1', title: 'North', owner: owners[0], rating: 3, sales: 7 },
  { id: 's2', title: 'South', owner: owners[0], rating: 4, sales: 8 },
];
const world = {
  subgraphs: {
    shops:
      'type Query { shops: [Shop] size: Int } type Shop @key(fields: "id") { id: ID! title: String owner: Owner } type Owner @key(fields: "id") { id: ID! }',
    stats: 'type Query { total: Int } type Shop @key(fields: "id") { id: ID! rating: Int sales: Int }',
    owners: 'type Owner @key(fields: "id") { id: ID! name: String }',
  },
  root: { shops, size: 2, total: 15 },
  entities: { Shop: shops, Owner: owners },
};

describe('@include and @skip', () => {
  /** An operation that declares the variables it uses. */
  const declared = (body: string) => {
    const variables = ['$a: Boolean!', '$b: Boolean! = false'].filter((each) => body.includes(each.slice(0, 2)));
    return `query ${variables.length > 0 ? `(${variables.join(', ')})` : ''} { shops { title ${body}`;
  };
  const shown = (more: Record<string, unknown[]>) => ({
    data: {
      shops: shops.map(({ title }, index) => ({
        title,
        ...Object.fromEntries(Object.entries(more).map(([name, values]) => [name, values[index]])),
      })),
    },
  });

  it.each([
    ['on a field of an entity', `rating @include(if: $a) } }`, { a: true }, { rating: [3, 4] }],
    ['on a field of an entity', `rating @include(if: $a) } }`, { a: false }, {}],
    ['on a field of an entity', `rating @skip(if: $a) } }`, { a: true }, {}],
    ['on a field of an entity', `rating @skip(if: $a) } }`, { a: false }, { rating: [3, 4] }],
    ['with both on one field', `rating @skip(if: $a) @include(if: $b) } }`, { a: false, b: true }, { rating: [3, 4] }],
    ['with both on one field', `rating @skip(if: $a) @include(if: $b) } }`, { a: true, b: true }, {}],
    ['with both on one field', `rating @skip(if: $a) @include(if: $b) } }`, { a: false, b: false }, {}],
    ['with both on one field', `rating @skip(if: $a) @include(if: $b) } }`, { a: true, b: false }, {}],
    ['with one variable both ways', `rating @skip(if: $a) @include(if: $a) } }`, { a: true }, {}],
    [
      'with a variable that has a default',
      `rating @include(if: $b) sales @skip(if: $b) } }`,
      { a: true },
      { sales: [7, 8] },
    ],
    [
      'written out',
      `rating @include(if: true) sales @skip(if: true) @include(if: $a) } }`,
      { a: true },
      { rating: [3, 4] },
    ],
    [
      'on a field asked for twice',
      `rating @include(if: $a) rating @include(if: $b) } }`,
      { a: false, b: true },
      { rating: [3, 4] },
    ],
    ['on a field asked for twice', `rating @include(if: $a) rating @include(if: $b) } }`, { a: false, b: false }, {}],
    [
      'on two fields, differently',
      `rating @include(if: $a) sales @include(if: $b) } }`,
      { a: true, b: false },
      { rating: [3, 4] },
    ],
    [
      'on two fields, differently',
      `rating @include(if: $a) sales @include(if: $b) } }`,
      { a: false, b: true },
      { sales: [7, 8] },
    ],
    ['on a fragment', `... @include(if: $a) { rating sales } } }`, { a: true }, { rating: [3, 4], sales: [7, 8] }],
    ['on a fragment', `... @include(if: $a) { rating sales } } }`, { a: false }, {}],
    [
      'on a fragment and inside it',
      `... @include(if: $a) { rating sales @include(if: $b) } } }`,
      { a: true, b: false },
      { rating: [3, 4] },
    ],
    [
      'on a fragment and inside it',
      `... @include(if: $a) { rating sales @include(if: $b) } } }`,
      { a: false, b: true },
      {},
    ],
    [
      'on a named fragment',
      `...S @skip(if: $a) } } fragment S on Shop { sales rating @skip(if: $b) }`,
      { a: false, b: true },
      { sales: [7, 8] },
    ],
    [
      'on a named fragment',
      `...S @skip(if: $a) } } fragment S on Shop { sales rating @skip(if: $b) }`,
      { a: true, b: true },
      {},
    ],
    [
      'on a fragment of a type',
      `... on Shop @include(if: $a) { owner @skip(if: $b) { name } } } }`,
      { a: true, b: false },
      { owner: [{ name: 'Ann' }, { name: 'Ann' }] },
    ],
    [
      'on the way to an entity',
      `owner @include(if: $a) { name @skip(if: $b) __typename } } }`,
      { a: true, b: true },
      { owner: [{ __typename: 'Owner' }, { __typename: 'Owner' }] },
    ],
    ['on the way to an entity', `owner @include(if: $a) { name @skip(if: $b) } } }`, { a: false, b: false }, {}],
  ])('%s: %s with %j', async (_where, body, variables, expected) => {
    await using graph = await aFederation(world);
    expect(await graph.ask(declared(body), variables)).toEqual(shown(expected));
  });

  it('spare the fetches that only what is left out would need', async () => {
    await using graph = await aFederation(world);
    const query =
      'query ($a: Boolean!, $b: Boolean!) { shops { title rating @include(if: $a) owner { id name @skip(if: $b) } } }';
    await graph.ask(query, { a: false, b: true });
    expect(graph.counts).toEqual({ shops: 1 });
    await graph.ask(query, { a: true, b: true });
    expect(graph.counts).toEqual({ shops: 1, stats: 1 });
    await graph.ask(query, { a: true, b: false });
    expect(graph.counts).toEqual({ shops: 1, stats: 1, owners: 1 });
  });

  it.each([
    [
      { a: true, b: true },
      { size: 2, total: 15 },
      { shops: 1, stats: 1 },
    ],
    [{ a: true, b: false }, { size: 2 }, { shops: 1 }],
    [{ a: false, b: true }, { total: 15 }, { stats: 1 }],
    [{ a: false, b: false }, {}, {}],
  ])('on root fields, with %j', async (variables, data, counts) => {
    await using graph = await aFederation(world);
    expect(
      await graph.ask('query ($a: Boolean!, $b: Boolean!) { size @include(if: $a) total @include(if: $b) }', variables),
    ).toEqual({ data });
    expect(graph.counts).toEqual(counts);
  });

  it('on __typename and on the introspection of the schema', async () => {
    await using graph = await aFederation(world);
    const query =
      'query ($a: Boolean!) { __typename @include(if: $a) kind: __typename @skip(if: $a) __schema @include(if: $a) { queryType { name } } }';
    expect(await graph.ask(query, { a: true })).toEqual({
      data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } } },
    });
    expect(await graph.ask(query, { a: false })).toEqual({ data: { kind: 'Query' } });
    expect(graph.counts).toEqual({});
  });

  it('on everything that was asked for of an object leave an empty object', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('query ($a: Boolean!) { shops { rating @include(if: $a) } }', { a: false })).toEqual({
      data: { shops: [{}, {}] },
    });
  });

  it.each([
    ['{ shops @skip(if: $a) { rating @include(if: $a) } }', { shops: [{}, {}] }],
    ['{ shops @skip(if: $a) { ... on Shop { rating @include(if: $a) } } }', { shops: [{}, {}] }],
    [
      '{ shops @skip(if: $a) { owner @skip(if: $a) { name @include(if: false) } } }',
      { shops: [{ owner: {} }, { owner: {} }] },
    ],
    [
      '{ shops @skip(if: $a) { sales @skip(if: $a) @include(if: false) title } }',
      { shops: shops.map(({ title }) => ({ title })) },
    ],
    ['{ size @skip(if: $a) @include(if: false) }', {}],
  ])('below one another, where one rules the other out: %s', async (query, data) => {
    await using graph = await aFederation(world);
    expect(await graph.ask(`query ($a: Boolean!) ${query}`, { a: false })).toEqual({ data });
  });

  it('on a mutation leave the mutation out', async () => {
    let runs = 0;
    await using graph = await aFederation({
      ...world,
      subgraphs: { ...world.subgraphs, shops: `${world.subgraphs.shops} type Mutation { sell: Int close: Int }` },
      fields: { 'Mutation.sell': () => ++runs, 'Mutation.close': () => ++runs },
    });
    const query = 'mutation ($a: Boolean!) { sell @include(if: $a) close @skip(if: $a) }';
    expect((await graph.inProcess(query, { a: true })).data).toEqual({ sell: 1 });
    expect((await graph.inProcess(query, { a: false })).data).toEqual({ close: 2 });
    expect(runs).toBe(2);
  });

  it('with a variable that was not given is refused before anybody is asked', async () => {
    await using graph = await aFederation(world);
    const { data, errors } = await graph.answer('query ($a: Boolean!) { size @include(if: $a) }', {});
    expect(data ?? null).toBeNull();
    expect(errors!).toHaveLength(1);
    expect(graph.asked).toEqual([]);
  });
});
