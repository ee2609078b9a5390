import { aFederation } from './federation';

/** `items` of type `list`, whose elements get `a` (of type `a`) from a second subgraph. */
function shelf(list: string, a: string, items: unknown) {
  const entities = [items].flat(9).filter((item): item is Record<string, any> => item !== null);
  return {
    subgraphs: {
      one: `type Query { box: Box note: String } type Box { items: ${list} } type Item @key(fields: "id") { id: ID! }`,
      two: `type Item @key(fields: "id") { id: ID! a: ${a} b: Int }`,
    },
    root: { box: { items }, note: 'n' },
    entities: { Item: entities },
  };
}
const items = [
  { id: '1', a: 1, b: 1 },
  { id: '2', a: null, b: 2 },
  { id: '3', a: 3, b: 3 },
];
const paths = ({ errors = [] }: { errors?: { path?: unknown }[] }) => errors.map(({ path }) => path);

describe('a null where the schema allows none, in an entity of another subgraph', () => {
  it.each([
    [
      '[Item]',
      'Int',
      {
        box: {
          items: [
            { id: '1', a: 1 },
            { id: '2', a: null },
            { id: '3', a: 3 },
          ],
        },
        note: 'n',
      },
      [],
    ],
    [
      '[Item]',
      'Int!',
      { box: { items: [{ id: '1', a: 1 }, null, { id: '3', a: 3 }] }, note: 'n' },
      [['box', 'items', 1, 'a']],
    ],
    ['[Item!]', 'Int!', { box: { items: null }, note: 'n' }, [['box', 'items', 1, 'a']]],
    [
      '[Item]!',
      'Int!',
      { box: { items: [{ id: '1', a: 1 }, null, { id: '3', a: 3 }] }, note: 'n' },
      [['box', 'items', 1, 'a']],
    ],
    ['[Item!]!', 'Int!', { box: null, note: 'n' }, [['box', 'items', 1, 'a']]],
  ])('goes up to the first parent that may be null: %s of %s', async (list, a, data, errors) => {
    await using graph = await aFederation(shelf(list, a, items));
    const answer = await graph.ask('{ box { items { id a } } note }');
    expect(answer.data).toEqual(data);
    expect(paths(answer)).toEqual(errors);
  });

  it('goes up to the whole answer where nothing on its way may be null', async () => {
    await using graph = await aFederation({
      subgraphs: {
        one: 'type Query { item: Item! note: String } type Item @key(fields: "id") { id: ID! }',
        two: 'type Item @key(fields: "id") { id: ID! a: Int! }',
      },
      root: { item: items[1], note: 'n' },
      entities: { Item: items },
    });
    const answer = await graph.ask('{ note item { a } }');
    expect(answer.data).toBeNull();
    expect(paths(answer)).toEqual([['item', 'a']]);
  });

  it('goes up through lists of lists', async () => {
    await using graph = await aFederation(
      shelf('[[Item!]]', 'Int!', [[items[0], items[2]], [items[0], items[1]], null]),
    );
    const answer = await graph.ask('{ box { items { a } } }');
    expect(answer.data).toEqual({ box: { items: [[{ a: 1 }, { a: 3 }], null, null] } });
    expect(paths(answer)).toEqual([['box', 'items', 1, 1, 'a']]);
  });

  it('is told once for each place, under the names that the caller gave', async () => {
    await using graph = await aFederation(shelf('[Item]', 'Int!', [items[1], items[0], items[1]]));
    const answer = await graph.ask('{ chest: box { things: items { x: a b } } }');
    expect(answer.data).toEqual({ chest: { things: [null, { x: 1, b: 1 }, null] } });
    expect(paths(answer)).toEqual(
      expect.arrayContaining([
        ['chest', 'things', 0, 'x'],
        ['chest', 'things', 2, 'x'],
      ]),
    );
    expect(answer.errors).toHaveLength(2);
  });

  it('is nobody’s concern where the field was not asked for', async () => {
    await using graph = await aFederation(shelf('[Item!]!', 'Int!', items));
    expect(await graph.ask('{ box { items { id b } } }')).toEqual({
      data: { box: { items: items.map(({ id, b }) => ({ id, b })) } },
    });
  });
});

describe('an entity that a subgraph does not know', () => {
  const lost = { id: '9' };

  it('has nulls where its fields may be null, and no error', async () => {
    await using graph = await aFederation({ ...shelf('[Item]', 'Int', [items[0], lost]), entities: { Item: items } });
    expect(await graph.answer('{ box { items { id a b } } }')).toEqual({
      data: {
        box: {
          items: [
            { id: '1', a: 1, b: 1 },
            { id: '9', a: null, b: null },
          ],
        },
      },
    });
  });

  it('is null itself where a field may not be null: a record that has not arrived is no error', async () => {
    await using graph = await aFederation({
      ...shelf('[Item]', 'Int!', [items[0], lost, items[2]]),
      entities: { Item: items },
    });
    expect(await graph.answer('{ box { items { id a b } } }')).toEqual({
      data: { box: { items: [{ id: '1', a: 1, b: 1 }, null, { id: '3', a: 3, b: 3 }] } },
    });
  });

  it('ends the way to what lies beyond it', async () => {
    await using graph = await aFederation({
      subgraphs: {
        one: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! }',
        two: 'type Item @key(fields: "id") { id: ID! maker: Maker } type Maker @key(fields: "id") { id: ID! }',
        three: 'type Maker @key(fields: "id") { id: ID! name: String }',
      },
      root: { item: lost },
      entities: { Item: [], Maker: [] },
    });
    expect(await graph.answer('{ item { id maker { name } } }')).toEqual({ data: { item: { id: '9', maker: null } } });
    expect(graph.counts).toEqual({ one: 1, two: 1 });
  });
});

describe('nulls that were there from the start', () => {
  it.each([
    ['a list of nulls', [null, null]],
    ['an empty list', []],
    ['no list', null],
  ])('%s asks nobody for more', async (_what, list) => {
    await using graph = await aFederation(shelf('[Item]', 'Int!', list));
    expect(await graph.ask('{ box { items { id a } } }')).toEqual({ data: { box: { items: list } } });
    expect(graph.counts).toEqual({ one: 1 });
  });

  it('a subgraph’s own null propagation is taken over, with its one error', async () => {
    await using graph = await aFederation({
      subgraphs: { one: 'type Query { box: Box } type Box { items: [Item!] note: String } type Item { a: Int! }' },
      root: { box: { items: [{ a: 1 }, { a: null }], note: 'n' } },
    });
    const answer = await graph.ask('{ box { things: items { x: a } note } }');
    expect(answer.data).toEqual({ box: { things: null, note: 'n' } });
    expect(paths(answer)).toEqual([['box', 'things', 1, 'x']]);
  });
});
