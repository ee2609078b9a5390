import { aFederation } from './federation';

const users = [
  { id: 'u1', name: 'Ann', city: 'Leeds' },
  { id: 'u2', name: 'Ben', city: 'York' },
];
const reviews = [
  { id: 'r1', author: users[0], editor: users[1], text: 'good' },
  { id: 'r2', author: users[1], editor: null, text: 'bad' },
];
const owner = 'type User @key(fields: "id") { id: ID! name: String @shareable city: String @shareable }';
const world = { root: { reviews }, entities: { User: users, Review: reviews } };

describe('a field that provides part of an entity', () => {
  const subgraphs = {
    owner,
    reviews: `type Query { reviews: [Review] }
      type Review @key(fields: "id") { id: ID! author: User @provides(fields: "name") editor: User text: String }
      type User @key(fields: "id") { id: ID! name: String @external }`,
  };

  it('saves the way to the owner', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ reviews { author { name } } }')).toEqual({
      data: { reviews: [{ author: { name: 'Ann' } }, { author: { name: 'Ben' } }] },
    });
    expect(graph.counts).toEqual({ reviews: 1 });
  });

  it('does not save it for what it does not provide, nor for another field of the same type', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ reviews { author { name city } editor { name } } }')).toEqual({
      data: {
        reviews: [
          { author: { name: 'Ann', city: 'Leeds' }, editor: { name: 'Ben' } },
          { author: { name: 'Ben', city: 'York' }, editor: null },
        ],
      },
    });
    expect(graph.asked[0]!.query).toMatch(/author *\{[^}]*\bname/);
    expect(graph.asked[0]!.query).not.toMatch(/editor *\{[^}]*\bname/);
  });
});

test('a field may provide what lies deeper', async () => {
  const places = [{ id: 'p1', address: { street: 'Elm', city: { id: 'c1', name: 'Hull', size: 9 } }, note: 'n' }];
  const visits = [{ id: 'v1', place: places[0] }];
  await using graph = await aFederation({
    subgraphs: {
      places: `type Place @key(fields: "id") { id: ID! address: Address @shareable note: String }
        type Address { street: String city: City @shareable }
        type City @key(fields: "id") { id: ID! name: String @shareable size: Int }`,
      visits: `type Query { visits: [Visit] }
        type Visit @key(fields: "id") { id: ID! place: Place @provides(fields: "address { city { name } }") }
        type Place @key(fields: "id") { id: ID! address: Address @external }
        type Address @external { city: City } type City @key(fields: "id") { id: ID! name: String @external }`,
    },
    root: { visits },
    entities: { Place: places, Visit: visits, City: places.map(({ address }) => address.city) },
  });
  expect(await graph.ask('{ visits { place { address { city { name } } } } }')).toEqual({
    data: { visits: [{ place: { address: { city: { name: 'Hull' } } } }] },
  });
  expect(graph.counts).toEqual({ visits: 1 });
  expect(await graph.ask('{ visits { place { note address { street city { size name } } } } }')).toEqual({
    data: { visits: [{ place: { note: 'n', address: { street: 'Elm', city: { size: 9, name: 'Hull' } } } }] },
  });
});

describe('a field that provides parts of an abstract type', () => {
  const films = [{ __typename: 'Film', id: 'f1', title: 'Metropolis', minutes: 153 }];
  const songs = [{ __typename: 'Song', id: 's1', title: 'Lola', minutes: 4 }];
  const radio = {
    root: { playing: [...films, ...songs], wished: [...songs, ...films], loved: [...songs, ...films] },
    entities: { Film: films, Song: songs },
  };
  const archive = `interface Work { id: ID! title: String minutes: Int }
    type Film implements Work @key(fields: "id") { id: ID! title: String @shareable minutes: Int @shareable }
    type Song implements Work @key(fields: "id") { id: ID! title: String @shareable minutes: Int @shareable }`;

  it('by an interface', async () => {
    await using graph = await aFederation({
      ...radio,
      subgraphs: {
        archive,
        radio: `type Query { playing: [Work] @provides(fields: "... on Film { title } ... on Song { title minutes }") wished: [Work] loved: [Work] @provides(fields: "... on Film { title }") }
          interface Work { id: ID! title: String minutes: Int }
          type Film implements Work @key(fields: "id") { id: ID! title: String @external minutes: Int @external }
          type Song implements Work @key(fields: "id") { id: ID! title: String @external minutes: Int @external }`,
      },
    });
    expect(await graph.ask('{ playing { title ... on Song { minutes } } }')).toEqual({
      data: { playing: [{ title: 'Metropolis' }, { title: 'Lola', minutes: 4 }] },
    });
    expect(graph.counts).toEqual({ radio: 1 });
    expect(await graph.ask('{ playing { minutes } wished { title } loved { title } }')).toEqual({
      data: {
        playing: [{ minutes: 153 }, { minutes: 4 }],
        wished: [{ title: 'Lola' }, { title: 'Metropolis' }],
        loved: [{ title: 'Lola' }, { title: 'Metropolis' }],
      },
    });
  });

  it('by members of a union', async () => {
    await using graph = await aFederation({
      ...radio,
      subgraphs: {
        archive,
        radio: `type Query { playing: [Media] @provides(fields: "... on Film { title } ... on Song { minutes title }") wished: [Media] }
          union Media = Film | Song
          type Film @key(fields: "id") { id: ID! title: String @external }
          type Song @key(fields: "id") { id: ID! title: String @external minutes: Int @external }`,
      },
    });
    expect(await graph.ask('{ playing { __typename ... on Film { title } ... on Song { title minutes } } }')).toEqual({
      data: {
        playing: [
          { __typename: 'Film', title: 'Metropolis' },
          { __typename: 'Song', title: 'Lola', minutes: 4 },
        ],
      },
    });
    expect(graph.counts).toEqual({ radio: 1 });
    expect(await graph.ask('{ wished { ... on Film { minutes } ... on Song { minutes } } }')).toEqual({
      data: { wished: [{ minutes: 4 }, { minutes: 153 }] },
    });
  });
});

test('what is provided is fetched only where it is asked for', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      owner,
      reviews: `type Query { reviews: [Review] }
        type Review @key(fields: "id") { id: ID! author: User @provides(fields: "name city") text: String }
        type User @key(fields: "id") { id: ID! name: String @external city: String @external }`,
    },
  });
  expect(await graph.ask('{ reviews { author { city } } }')).toEqual({
    data: { reviews: [{ author: { city: 'Leeds' } }, { author: { city: 'York' } }] },
  });
  expect(graph.asked).toHaveLength(1);
  expect(graph.asked[0]!.query).not.toMatch(/name|text|id/);
});

test('a requirement may be met by what was provided', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      owner,
      reviews: `type Query { reviews: [Review] }
        type Review @key(fields: "id") { id: ID! author: User @provides(fields: "city") }
        type User @key(fields: "id") { id: ID! city: String @external }`,
      greetings: `type User @key(fields: "id") { id: ID! city: String @external hello: String @requires(fields: "city") }`,
    },
    fields: { 'User.hello': ({ city }) => `Hello, ${city}` },
  });
  expect(await graph.ask('{ reviews { author { hello } } }')).toEqual({
    data: { reviews: [{ author: { hello: 'Hello, Leeds' } }, { author: { hello: 'Hello, York' } }] },
  });
});
