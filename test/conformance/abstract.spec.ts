import { aFederation } from './federation';

const cats = [{ id: 'c1', name: 'Tom', lives: 9, home: { street: 'Elm' }, weight: 4 }];
const dogs = [{ id: 'd1', name: 'Rex', tricks: ['sit', null], home: { street: 'Oak' }, weight: 20 }];
const fish = [{ id: 'f1', name: 'Dory', depth: 3.5, weight: 1 }];
const all = [...cats, ...dogs, ...fish];
const world = {
  root: { animals: all, pets: [...dogs, null, ...cats], pet: cats[0], swimmers: fish, catch: [...fish, ...dogs] },
  entities: { Cat: cats, Dog: dogs, Fish: fish },
};

describe('an interface whose types lie in several subgraphs', () => {
  const subgraphs = {
    zoo: `type Query { animals: [Animal] } interface Animal { id: ID! name: String }
      type Cat implements Animal @key(fields: "id") { id: ID! name: String lives: Int }
      type Dog implements Animal @key(fields: "id") { id: ID! name: String tricks: [String] }
      type Fish implements Animal @key(fields: "id") { id: ID! name: String depth: Float }`,
    vets: `interface Animal { id: ID! weight: Int }
      type Cat implements Animal @key(fields: "id") { id: ID! weight: Int }
      type Dog implements Animal @key(fields: "id") { id: ID! weight: Int }
      type Fish implements Animal @key(fields: "id") { id: ID! weight: Int }`,
    homes: `type Cat @key(fields: "id") { id: ID! home: Home } type Dog @key(fields: "id") { id: ID! home: Home } type Home { street: String }`,
  };

  it('is asked for its own fields wherever they lie', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ animals { weight name } }')).toEqual({
      data: {
        animals: [
          { weight: 4, name: 'Tom' },
          { weight: 20, name: 'Rex' },
          { weight: 1, name: 'Dory' },
        ],
      },
    });
    expect(graph.counts).toEqual({ zoo: 1, vets: 1 });
  });

  it('is asked for fields of its types, in fragments within fragments', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(
      await graph.ask(`
        query { animals { __typename ...Body ... on Animal { ... on Dog { ...Home } ... on Cat { lives ...Body ...CatHome } } } }
        fragment Body on Animal { weight ... on Fish { depth ... on Animal { name } } }
        fragment Home on Dog { home { street } tricks }
        fragment CatHome on Cat { home { street } }`),
    ).toEqual({
      data: {
        animals: [
          { __typename: 'Cat', weight: 4, lives: 9, home: { street: 'Elm' } },
          { __typename: 'Dog', weight: 20, home: { street: 'Oak' }, tricks: ['sit', null] },
          { __typename: 'Fish', weight: 1, depth: 3.5, name: 'Dory' },
        ],
      },
    });
  });

  it('is asked for one type only, and nobody is asked for the others', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ animals { ... on Dog { weight } } }')).toEqual({
      data: { animals: [{}, { weight: 20 }, {}] },
    });
    expect(graph.asked[1]!.variables.representations).toEqual([{ __typename: 'Dog', id: 'd1' }]);
  });

  it('is asked for a field under one name on each type', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    const query =
      '{ animals { ... on Cat { x: lives y: weight } ... on Fish { y: weight } ... on Dog { z: weight name } } }';
    expect(await graph.ask(query)).toEqual({ data: { animals: [{ x: 9, y: 4 }, { z: 20, name: 'Rex' }, { y: 1 }] } });
  });
});

describe('a union that has other members in each subgraph', () => {
  const subgraphs = {
    left: `type Query { pets: [Pet] @shareable pet: Pet @shareable } union Pet = Cat | Dog
      type Cat @key(fields: "id") { id: ID! name: String @shareable } type Dog @key(fields: "id") { id: ID! name: String @shareable }`,
    right: `type Query { pet: Pet @shareable catch: [Pet] } union Pet = Dog | Fish | Cat
      type Cat @key(fields: "id") { id: ID! weight: Int } type Dog @key(fields: "id") { id: ID! tricks: [String] }
      type Fish { id: ID! @shareable depth: Float @shareable }`,
    other:
      'type Query { swimmers: [Swimmer] } union Swimmer = Fish type Fish { id: ID! @shareable depth: Float @shareable }',
  };

  it('may be asked for members that the subgraph at hand does not have', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(
      await graph.ask('{ pets { __typename ... on Fish { depth } ... on Cat { name weight } ... on Dog { tricks } } }'),
    ).toEqual({
      data: {
        pets: [{ __typename: 'Dog', tricks: ['sit', null] }, null, { __typename: 'Cat', name: 'Tom', weight: 4 }],
      },
    });
  });

  it('is asked only for members that the subgraph at hand knows', async () => {
    await using graph = await aFederation({ ...world, subgraphs });
    expect(await graph.ask('{ pets { ... on Fish { depth } } }')).toEqual({ data: { pets: [{}, null, {}] } });
    expect(graph.asked.every(({ query }) => !query.includes('Fish'))).toBe(true);
    expect(
      await graph.ask(
        '{ catch { ... on Fish { depth } ... on Dog { tricks name } } swimmers { ... on Fish { depth id } } }',
      ),
    ).toEqual({
      data: {
        catch: [{ depth: 3.5 }, { tricks: ['sit', null], name: 'Rex' }],
        swimmers: [{ depth: 3.5, id: 'f1' }],
      },
    });
  });
});

test('members that have no key are asked of the subgraph that knows the whole union', async () => {
  const shapes = [
    { __typename: 'Circle', radius: 1 },
    { __typename: 'Square', side: 2 },
    { __typename: 'Point', at: 'origin' },
  ];
  await using graph = await aFederation({
    subgraphs: {
      full: `type Query { drawing: Drawing } type Drawing @shareable { shapes: [Shape] } union Shape = Circle | Square | Point
        type Circle @shareable { radius: Int } type Square { side: Int } type Point { at: String }`,
      part: `type Query { sketch: Drawing } type Drawing @shareable { shapes: [Shape] } union Shape = Circle
        type Circle @shareable { radius: Int }`,
    },
    root: { drawing: { shapes }, sketch: { shapes: shapes.slice(0, 1) } },
  });
  const wanted = '{ shapes { ... on Circle { radius } ... on Square { side } ... on Point { at } } }';
  expect(await graph.ask(`{ drawing ${wanted} sketch ${wanted} }`)).toEqual({
    data: { drawing: { shapes: [{ radius: 1 }, { side: 2 }, { at: 'origin' }] }, sketch: { shapes: [{ radius: 1 }] } },
  });
});

test('an interface and a union in one subgraph are plain types in another', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      a: `type Query { pet: Pet animals: [Named] } union Pet = Cat | Dog interface Named { name: String }
        type Cat implements Named @key(fields: "id") { id: ID! name: String } type Dog implements Named @key(fields: "id") { id: ID! name: String }
        type Fish implements Named { name: String }`,
      b: 'type Cat @key(fields: "id") { id: ID! lives: Int } type Dog @key(fields: "id") { id: ID! weight: Int }',
    },
  });
  expect(
    await graph.ask(
      '{ pet { ... on Named { name ... on Dog { weight } ... on Cat { lives } } } animals { ... on Pet { ... on Cat { id lives } } name } }',
    ),
  ).toEqual({
    data: {
      pet: { name: 'Tom', lives: 9 },
      animals: [{ id: 'c1', lives: 9, name: 'Tom' }, { name: 'Rex' }, { name: 'Dory' }],
    },
  });
});

test('an interface that implements an interface answers for both', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      a: `type Query { animals: [Node] } interface Node { id: ID! } interface Named implements Node { id: ID! name: String }
        type Cat implements Named & Node @key(fields: "id") { id: ID! name: String } type Dog implements Named & Node @key(fields: "id") { id: ID! name: String }
        type Fish implements Node @key(fields: "id") { id: ID! }`,
      b: `interface Heavy { weight: Int } type Cat implements Heavy @key(fields: "id") { id: ID! weight: Int } type Fish implements Heavy @key(fields: "id") { id: ID! weight: Int }`,
    },
  });
  expect(await graph.ask('{ animals { id ... on Named { name } ... on Heavy { weight } } }')).toEqual({
    data: {
      animals: [
        { id: 'c1', name: 'Tom', weight: 4 },
        { id: 'd1', name: 'Rex' },
        { id: 'f1', weight: 1 },
      ],
    },
  });
});

test('a type that a subgraph invents is answered as null with an error, and its neighbours are kept', async () => {
  await using graph = await aFederation({
    ...world,
    subgraphs: {
      a: 'type Query { pets: [Pet] } union Pet = Cat | Dog type Cat { id: ID! } type Dog { id: ID! }',
    },
    instead: {
      a: async () => ({
        data: {
          pets: [
            { __typename: 'Cat', id: '1' },
            { __typename: 'Axolotl', id: '2' },
          ],
        },
      }),
    },
  });
  const { data, errors } = await graph.answer('{ pets { __typename ... on Cat { id } } }');
  expect(data).toEqual({ pets: [{ __typename: 'Cat', id: '1' }, null] });
  expect(errors!.map(({ path }) => path)).toEqual([['pets', 1]]);
});
