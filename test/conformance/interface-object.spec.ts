import { aFederation } from './federation';

const books = [{ id: 'm1', title: 'Emma', pages: 474, stars: 5, likes: 3, note: null as string | null }];
const films = [
  { id: 'm2', title: 'Alien', minutes: 117, stars: 4, likes: 4, note: 'n2' },
  { id: 'm3', title: 'Solaris', minutes: 167, stars: 3, likes: 5, note: 'n3' },
];
const media = [...books, ...films];
const lists = [{ id: 'l1', entries: [films[0], books[0], films[0], null] }];
const world = {
  root: { media, rated: media, list: lists[0] },
  entities: { Book: books, Film: films, List: lists },
  fields: { 'Media.verdict': ({ title, stars }: any) => `${title} ${stars}` },
};

const owner = `type Query { media: [Media] }
  interface Media @key(fields: "id") { id: ID! title: String }
  type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
  type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }`;
const ratings = `type Query { rated: [Media] }
  type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int note: String }`;

describe('an interface that one subgraph knows as an object', () => {
  it('gives its fields to every type that implements it', async () => {
    await using graph = await aFederation({ ...world, subgraphs: { owner, ratings } });
    expect(await graph.ask('{ media { title stars ... on Film { minutes note } ... on Book { stars } } }')).toEqual({
      data: {
        media: [
          { title: 'Emma', stars: 5 },
          { title: 'Alien', stars: 4, minutes: 117, note: 'n2' },
          { title: 'Solaris', stars: 3, minutes: 167, note: 'n3' },
        ],
      },
    });
    expect(graph.asked[1]!.variables.representations).toContainEqual({ __typename: 'Media', id: 'm2' });
  });

  it('says what its objects are, though the subgraph that lists them does not know', async () => {
    await using graph = await aFederation({ ...world, subgraphs: { owner, ratings } });
    expect(await graph.ask('{ rated { __typename stars } }')).toEqual({
      data: {
        rated: [
          { __typename: 'Book', stars: 5 },
          { __typename: 'Film', stars: 4 },
          { __typename: 'Film', stars: 3 },
        ],
      },
    });
    expect(graph.counts).toEqual({ owner: 1, ratings: 1 });
  });

  it('is narrowed to one of its types, though the subgraph that lists them does not know', async () => {
    await using graph = await aFederation({ ...world, subgraphs: { owner, ratings } });
    expect(await graph.ask('{ rated { ... on Film { minutes stars } } }')).toEqual({
      data: { rated: [{}, { minutes: 117, stars: 4 }, { minutes: 167, stars: 3 }] },
    });
    expect(await graph.ask('{ rated { ... on Book { id } kind: __typename } }')).toEqual({
      data: { rated: [{ id: 'm1', kind: 'Book' }, { kind: 'Film' }, { kind: 'Film' }] },
    });
    expect(await graph.ask('{ rated { id } }')).toEqual({
      data: { rated: [{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }] },
    });
    expect(graph.counts).toEqual({ ratings: 1 });
  });

  it('goes through fields of the interface to another subgraph and back', async () => {
    await using graph = await aFederation({ ...world, subgraphs: { owner, ratings } });
    expect(await graph.ask('{ rated { title stars id } }')).toEqual({
      data: {
        rated: [
          { title: 'Emma', stars: 5, id: 'm1' },
          { title: 'Alien', stars: 4, id: 'm2' },
          { title: 'Solaris', stars: 3, id: 'm3' },
        ],
      },
    });
  });
});

test('two subgraphs that know an interface as an object meet through the one that owns it', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      owner,
      ratings,
      likes: 'type Media @interfaceObject @key(fields: "id") { id: ID! likes: Int }',
    },
  });
  expect(await graph.ask('{ rated { likes stars ... on Book { pages } } }')).toEqual({
    data: {
      rated: [
        { likes: 3, stars: 5, pages: 474 },
        { likes: 4, stars: 4 },
        { likes: 5, stars: 3 },
      ],
    },
  });
});

describe('a field of an interface object that requires others', () => {
  const subgraphs = {
    owner,
    ratings,
    critics: `type Media @interfaceObject @key(fields: "id") {
      id: ID! title: String @external stars: Int @external verdict: String @requires(fields: "title stars") }`,
  };

  it.each([
    ['from the owner', '{ media { verdict } }', 'media'],
    ['from the subgraph that does not know the types', '{ rated { verdict } }', 'rated'],
  ])('%s', async (_from, query, root) => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask(query)).toEqual({
      data: { [root]: [{ verdict: 'Emma 5' }, { verdict: 'Alien 4' }, { verdict: 'Solaris 3' }] },
    });
  });

  it('on one type only', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ media { ... on Film { verdict minutes } title } }')).toEqual({
      data: {
        media: [
          { title: 'Emma' },
          { verdict: 'Alien 4', minutes: 117, title: 'Alien' },
          { verdict: 'Solaris 3', minutes: 167, title: 'Solaris' },
        ],
      },
    });
  });
});

test('what one type needs for a requirement is not sent for the others', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      owner: `${owner} union Found = Book`,
      critics: `type Media @interfaceObject @key(fields: "id") { id: ID! title: String @external verdict: String @requires(fields: "title") }`,
    },
    fields: { 'Media.verdict': ({ title }: any) => `${title}!` },
  });
  expect(await graph.ask('{ media { title ... on Found { ... on Found { ... on Book { verdict } } } } }')).toEqual({
    data: { media: [{ title: 'Emma', verdict: 'Emma!' }, { title: 'Alien' }, { title: 'Solaris' }] },
  });
});

describe('a stub of an interface object', () => {
  const playlists = (stub: string) => ({
    ...world,
    subgraphs: {
      owner,
      ratings,
      playlists: `type Query { list: List } type List @key(fields: "id") { id: ID! entries: [Media] } ${stub}`,
    },
  });
  const stubs = {
    resolvable: 'type Media @interfaceObject @key(fields: "id") { id: ID! }',
    'not resolvable': 'type Media @interfaceObject @key(fields: "id", resolvable: false) { id: ID! }',
  };

  it.each(Object.entries(stubs))(
    '(%s) leads to the fields of each type and to those of other subgraphs',
    async (_kind, stub) => {
      await using graph = await aFederation(playlists(stub));
      const film = { __typename: 'Film', id: 'm2', title: 'Alien', stars: 4, minutes: 117 };
      expect(await graph.ask('{ list { entries { __typename id title stars ... on Film { minutes } } } }')).toEqual({
        data: {
          list: { entries: [film, { __typename: 'Book', id: 'm1', title: 'Emma', stars: 5 }, film, null] },
        },
      });
    },
  );

  it.each(Object.entries(stubs))('(%s) answers with the key alone', async (_kind, stub) => {
    await using graph = await aFederation(playlists(stub));
    expect((await graph.ask('{ list { entries { id } } }')).data.list.entries[1]).toEqual({ id: 'm1' });
    expect(graph.counts).toEqual({ playlists: 1 });
  });

  it('is narrowed by fragments on its types, with fields of a third subgraph inside', async () => {
    await using graph = await aFederation(playlists(stubs['not resolvable']));
    expect(await graph.ask('{ list { entries { ... on Book { stars title } ... on Film { note } } } }')).toEqual({
      data: { list: { entries: [{ note: 'n2' }, { stars: 5, title: 'Emma' }, { note: 'n2' }, null] } },
    });
  });
});

test('an interface object that the owner does not find has no type, and is null', async () => {
  const lost = { id: 'gone', stars: 1 };
  await using graph = await aFederation({
    ...world,
    root: { rated: [films[0], lost] },
    subgraphs: { owner, ratings },
  });
  const { data } = await graph.answer('{ rated { __typename stars } }');
  expect(data).toEqual({ rated: [{ __typename: 'Film', stars: 4 }, null] });
});
