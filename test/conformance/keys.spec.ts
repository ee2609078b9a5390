import { aFederation } from './federation';

test('a composite key finds the one entity that has all its parts', async () => {
  const seats = ['1A', '1B', '2A'].flatMap((number) =>
    ['T1', 'T2'].map((train) => ({ train, number, window: number.endsWith('A'), price: Number(number[0]) * 10 })),
  );
  await using graph = await aFederation({
    subgraphs: {
      trains: `type Query { seats: [Seat!]! } type Seat @key(fields: "train number") { train: ID! number: String! window: Boolean! }`,
      fares: `type Seat @key(fields: "number train") { number: String! train: ID! price: Int }`,
    },
    root: { seats },
    entities: { Seat: seats },
  });
  expect(await graph.ask('{ seats { price } }')).toEqual({
    data: { seats: [10, 10, 10, 10, 20, 20].map((price) => ({ price })) },
  });
  expect(graph.asked[1]!.variables.representations).toContainEqual({ __typename: 'Seat', number: '2A', train: 'T2' });
  expect(graph.asked[1]!.query).not.toContain('window');
});

test('a key that lies in another entity, and in a list, is sent as it stands', async () => {
  const wards = [
    { id: 'w1', hospital: { id: 'h1', name: 'North' }, rooms: [{ number: 1 }, { number: 2 }], beds: 4 },
    { id: 'w1', hospital: { id: 'h2', name: 'South' }, rooms: [{ number: 1 }], beds: 9 },
    { id: 'w1', hospital: { id: 'h1', name: 'North' }, rooms: [], beds: 0 },
  ];
  await using graph = await aFederation({
    subgraphs: {
      wards: `
        type Query { wards: [Ward] }
        type Ward @key(fields: "id hospital { id } rooms { number }") { id: ID! hospital: Hospital! rooms: [Room!]! }
        type Hospital { id: ID! @shareable name: String } type Room @shareable { number: Int! }`,
      beds: `
        type Ward @key(fields: "id hospital { id } rooms { number }") {
          id: ID! hospital: Hospital! rooms: [Room!]! beds: Int }
        type Hospital @shareable { id: ID! } type Room @shareable { number: Int! }`,
    },
    root: { wards },
    entities: { Ward: wards },
  });
  expect(await graph.ask('{ wards { beds hospital { name } } }')).toEqual({
    data: {
      wards: [
        { beds: 4, hospital: { name: 'North' } },
        { beds: 9, hospital: { name: 'South' } },
        { beds: 0, hospital: { name: 'North' } },
      ],
    },
  });
  expect(graph.asked[1]!.variables.representations[0]).toEqual({
    __typename: 'Ward',
    id: 'w1',
    hospital: { id: 'h1' },
    rooms: [{ number: 1 }, { number: 2 }],
  });
});

describe('subgraphs that know an entity by different keys', () => {
  const books = [
    { id: '1', isbn: 'x1', shelf: 's1', title: 'One', pages: 10, weight: 100 },
    { id: '2', isbn: 'x2', shelf: 's2', title: 'Two', pages: 20, weight: 200 },
  ];
  const library = {
    subgraphs: {
      titles: 'type Query { books: [Book] } type Book @key(fields: "id") { id: ID! title: String }',
      editions: 'type Book @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: String! pages: Int }',
      shelves: 'type Book @key(fields: "isbn") @key(fields: "shelf") { isbn: String! shelf: ID! }',
      scales: 'type Book @key(fields: "shelf") { shelf: ID! weight: Int }',
    },
    root: { books },
    entities: { Book: books },
  };

  it('are reached from one to the next', async () => {
    await using graph = await aFederation(library);
    expect(await graph.ask('{ books { weight title } }')).toEqual({
      data: {
        books: [
          { weight: 100, title: 'One' },
          { weight: 200, title: 'Two' },
        ],
      },
    });
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['titles', 'editions', 'shelves', 'scales']);
  });

  it('are asked once each for all that is wanted of them', async () => {
    await using graph = await aFederation(library);
    expect(await graph.ask('{ books { shelf weight pages isbn id } }')).toEqual({
      data: {
        books: [
          { shelf: 's1', weight: 100, pages: 10, isbn: 'x1', id: '1' },
          { shelf: 's2', weight: 200, pages: 20, isbn: 'x2', id: '2' },
        ],
      },
    });
    expect(graph.counts).toEqual({ titles: 1, editions: 1, shelves: 1, scales: 1 });
  });
});

test('a way that ends at a null ends there, for that entity alone', async () => {
  const parcels = [
    { id: '1', label: 'L1', sender: { id: 'a', email: 'a@x', score: 1 } },
    { id: '2', label: 'L2', sender: null },
    { id: '3', label: 'L3', sender: { id: 'c', email: null, score: 3 } },
    null,
    { id: '5', label: 'L5', sender: { id: 'e', email: 'e@x', score: 5 } },
  ];
  const senders = parcels.flatMap((parcel) => parcel?.sender ?? []);
  await using graph = await aFederation({
    subgraphs: {
      parcels: 'type Query { parcels: [Parcel] } type Parcel @key(fields: "id") { id: ID! }',
      senders: 'type Parcel @key(fields: "id") { id: ID! sender: Sender } type Sender @key(fields: "id") { id: ID! }',
      mail: 'type Sender @key(fields: "id") @key(fields: "email") { id: ID! email: String }',
      scores: 'type Sender @key(fields: "email") { email: String score: Int }',
    },
    root: { parcels },
    entities: { Parcel: parcels.filter((parcel) => parcel !== null), Sender: senders },
  });
  expect((await graph.ask('{ parcels { sender { id score } } }')).data).toEqual({
    parcels: [
      { sender: { id: 'a', score: 1 } },
      { sender: null },
      { sender: { id: 'c', score: 3 } },
      null,
      { sender: { id: 'e', score: 5 } },
    ],
  });
  expect(graph.asked[2]!.variables.representations.map(({ id }: { id: string }) => id)).toEqual(['a', 'c', 'e']);
});

test('a stub whose key does not resolve leads to the subgraph that owns the entity', async () => {
  const authors = [{ id: 'a', name: 'Ann' }];
  const posts = [{ id: 'p', author: authors[0] }];
  await using graph = await aFederation({
    subgraphs: {
      posts: `type Query { posts: [Post] } type Post @key(fields: "id") { id: ID! author: Author }
        type Author @key(fields: "id", resolvable: false) { id: ID! }`,
      authors: 'type Author @key(fields: "id") { id: ID! name: String }',
    },
    root: { posts },
    entities: { Author: authors, Post: posts },
  });
  expect(await graph.ask('{ posts { author { name } } }')).toEqual({ data: { posts: [{ author: { name: 'Ann' } }] } });
});

describe('entities that refer to each other', () => {
  const people = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), friends: [] as object[], home: {} }));
  const homes = people.map(({ id }, index) => ({ id: `h${id}`, street: `Street ${index}`, people: [people[index]] }));
  people.forEach((person, index) => {
    person.friends = people.filter((other) => other !== person);
    person.home = homes[index]!;
  });
  const town = {
    subgraphs: {
      names: 'type Query { person: Person } type Person @key(fields: "id") { id: ID! name: String }',
      friends:
        'type Person @key(fields: "id") { id: ID! friends: [Person] home: Home } type Home @key(fields: "id") { id: ID! people: [Person] }',
      homes: 'type Home @key(fields: "id") { id: ID! street: String }',
    },
    root: { person: people[0] },
    entities: { Person: people, Home: homes },
  };

  it('are followed round and round', async () => {
    await using graph = await aFederation(town);
    expect(await graph.ask('{ person { friends { name friends { name } } } }')).toEqual({
      data: {
        person: {
          friends: [
            { name: 'B', friends: [{ name: 'A' }, { name: 'C' }] },
            { name: 'C', friends: [{ name: 'A' }, { name: 'B' }] },
          ],
        },
      },
    });
  });

  it('are followed through each other', async () => {
    await using graph = await aFederation(town);
    expect(await graph.ask('{ person { home { street people { name home { street people { id } } } } } }')).toEqual({
      data: {
        person: {
          home: { street: 'Street 0', people: [{ name: 'A', home: { street: 'Street 0', people: [{ id: 'a' }] } }] },
        },
      },
    });
  });
});

test('an entity inside a value type is reached like any other', async () => {
  const cities = [{ id: 'c', population: 7 }];
  await using graph = await aFederation({
    subgraphs: {
      trips: `type Query { trip: Trip } type Trip { legs: [[Leg]] } type Leg { from: City to: City }
        type City @key(fields: "id") { id: ID! }`,
      cities: 'type City @key(fields: "id") { id: ID! population: Int }',
    },
    root: { trip: { legs: [[{ from: cities[0], to: null }, null], null, [], [{ from: null, to: cities[0] }]] } },
    entities: { City: cities },
  });
  expect(await graph.ask('{ trip { legs { from { population } to { population } } } }')).toEqual({
    data: {
      trip: {
        legs: [[{ from: { population: 7 }, to: null }, null], null, [], [{ from: null, to: { population: 7 } }]],
      },
    },
  });
});
