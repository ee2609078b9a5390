import { aFederation } from './federation';

const posts = [
  { id: 'p1', title: 'One', body: 'first', words: 5 },
  { id: 'p2', title: 'Two', body: 'second', words: 6 },
];
const world = { root: { posts, drafts: posts }, entities: { Post: posts } };

describe('a field that another subgraph has taken over', () => {
  const subgraphs = {
    old: 'type Query { posts: [Post] } type Post @key(fields: "id") { id: ID! title: String body: String }',
    new: 'type Query { drafts: [Post] } type Post @key(fields: "id") { id: ID! body: String @override(from: "old") }',
  };

  it('is never asked of the one before', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ posts { title body } }')).toEqual({
      data: {
        posts: [
          { title: 'One', body: 'first' },
          { title: 'Two', body: 'second' },
        ],
      },
    });
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['old', 'new']);
    expect(graph.asked[0]!.query).not.toContain('body');
  });

  it('is not asked of the one before where the way begins at the new one', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ drafts { body } }')).toEqual({
      data: { drafts: [{ body: 'first' }, { body: 'second' }] },
    });
    expect(graph.counts).toEqual({ new: 1 });
  });
});

test('a field taken over keeps what it requires, and what requires it', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      old: `type Query { posts: [Post] } type Post @key(fields: "id") { id: ID! body: String words: Int }`,
      counter: `type Post @key(fields: "id") { id: ID! body: String @external words: Int @override(from: "old") @requires(fields: "body") }`,
      reader: `type Post @key(fields: "id") { id: ID! words: Int @external minutes: Int @requires(fields: "words") }`,
    },
    fields: { 'Post.words': ({ body }) => body.length, 'Post.minutes': ({ words }) => words * 2 },
  });
  expect(await graph.ask('{ posts { minutes words } }')).toEqual({
    data: {
      posts: [
        { minutes: 10, words: 5 },
        { minutes: 12, words: 6 },
      ],
    },
  });
  expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['old', 'counter', 'reader']);
  expect(graph.asked[0]!.query).not.toContain('words');
});

test('a field of types behind an interface is taken over', async () => {
  const items = [
    { __typename: 'Photo', id: 'i1', at: 'mon' },
    { __typename: 'Video', id: 'i2', at: 'tue' },
  ];
  await using graph = await aFederation({
    subgraphs: {
      old: `type Query { feed: [Item] } interface Item { id: ID! at: String }
        type Photo implements Item @key(fields: "id") { id: ID! at: String }
        type Video implements Item @key(fields: "id") { id: ID! at: String }`,
      new: `type Query { mine: [Item] } interface Item { id: ID! at: String }
        type Photo implements Item @key(fields: "id") { id: ID! at: String @override(from: "old") }
        type Video implements Item @key(fields: "id") { id: ID! at: String @external }`,
    },
    root: { feed: items, mine: items.slice(0, 1) },
    entities: { Photo: items.slice(0, 1), Video: items.slice(1) },
  });
  expect(await graph.ask('{ feed { id at } mine { at } }')).toEqual({
    data: {
      feed: [
        { id: 'i1', at: 'mon' },
        { id: 'i2', at: 'tue' },
      ],
      mine: [{ at: 'mon' }],
    },
  });
  const atOfPhoto = graph.asked.filter(({ subgraph, query }) => subgraph === 'old' && /Photo *\{[^}]*at/.test(query));
  expect(atOfPhoto).toEqual([]);
});

test('a field that takes over from a subgraph which is not there is an ordinary field', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      posts: 'type Query { posts: [Post] } type Post @key(fields: "id") { id: ID! title: String }',
      bodies: 'type Post @key(fields: "id") { id: ID! body: String @override(from: "gone") }',
    },
  });
  expect(await graph.ask('{ posts { body } }')).toEqual({ data: { posts: [{ body: 'first' }, { body: 'second' }] } });
});

describe('a field that is being taken over for some requests', () => {
  const subgraphs = {
    old: 'type Query { posts: [Post] } type Post @key(fields: "id") { id: ID! title: String body: String }',
    new: 'type Post @key(fields: "id") { id: ID! body: String @override(from: "old", label: "new-bodies") }',
  };
  const answer = { data: { posts: [{ body: 'first' }, { body: 'second' }] } };

  it('is asked of the one before where its label does not hold', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ posts { body } }')).toEqual(answer);
    expect(graph.counts).toEqual({ old: 1 });
  });

  it('is asked of the new one where it holds, on the same graph', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    await graph.ask('{ posts { body } }');
    expect(await graph.inProcess('{ posts { body } }', {}, { overrides: ['new-bodies'] })).toEqual(answer);
    expect(graph.counts).toEqual({ old: 1, new: 1 });
    expect(await graph.inProcess('{ posts { body } }', {}, { overrides: ['another'] })).toEqual(answer);
    expect(graph.counts).toEqual({ old: 1 });
  });
});
