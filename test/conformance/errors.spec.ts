import { GraphQLError } from 'graphql';
import { type Answer, aFederation, pathsOf } from './federation';

const people = [
  { id: 'a', name: 'Ann', age: 30 },
  { id: 'b', name: 'Ben', age: 40 },
];
const [ann, ben] = people;
Object.assign(ann!, { friends: [ben, ben], best: ben });
Object.assign(ben!, { friends: [ann], best: null });

const refused = (message = 'not for you', more: object = {}) => {
  throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN', because: ['x'], ...more } });
};
const world = {
  subgraphs: {
    names:
      'type Query { people: [Person] me: Person } type Person @key(fields: "id") { id: ID! name: String friends: [Person] best: Person }',
    ages: 'type Query { oldest: Person broken: Int } type Person @key(fields: "id") { id: ID! age: Int shoe: Int! strict: Int }',
  },
  root: { people, me: ann },
  entities: { Person: people },
};
const withError = (field: string, fail: (row: any) => unknown) => ({ ...world, fields: { [field]: fail } });
const where = ({ errors = [] }: Answer) => errors.map(({ path }) => path);

describe('an error of a field that a second subgraph brings', () => {
  const age = withError('Person.age', ({ id }) => (id === 'b' ? refused() : 30));

  it('comes with its code, its message and what it says, at the place where the caller sees the field', async () => {
    await using graph = await aFederation(age);
    const answer = await graph.ask('{ crowd: people { years: age } }');
    expect(answer.data).toEqual({ crowd: [{ years: 30 }, { years: null }] });
    expect(answer.errors).toEqual([
      { message: 'not for you', path: ['crowd', 1, 'years'], extensions: { code: 'FORBIDDEN', because: ['x'] } },
    ]);
  });

  it('is told at every place where the entity stands, though it was asked for once', async () => {
    await using graph = await aFederation(age);
    const answer = await graph.ask('{ me { friends { id age } best { age } } }');
    expect(answer.data).toEqual({
      me: {
        friends: [
          { id: 'b', age: null },
          { id: 'b', age: null },
        ],
        best: { age: null },
      },
    });
    expect(pathsOf(answer)).toEqual(['["me","best","age"]', '["me","friends",0,"age"]', '["me","friends",1,"age"]']);
  });

  it('is told once for each name under which the field was asked for', async () => {
    await using graph = await aFederation(age);
    const answer = await graph.ask('{ people { x: age y: age } }');
    expect(pathsOf(answer)).toEqual(['["people",1,"x"]', '["people",1,"y"]']);
  });

  it('takes the object with it where the field may not be null, and is told once', async () => {
    await using graph = await aFederation(withError('Person.shoe', ({ id }) => (id === 'b' ? refused() : 9)));
    const answer = await graph.ask('{ people { name size: shoe } }');
    expect(answer.data).toEqual({ people: [{ name: 'Ann', size: 9 }, null] });
    expect(where(answer)).toEqual([['people', 1, 'size']]);
    expect(answer.errors![0]!.extensions!.code).toBe('FORBIDDEN');
  });

  it('tells nothing of what the service said for itself', async () => {
    const leaks = { stacktrace: ['at /srv/app.ts'], exception: { sql: 'SELECT' }, serviceName: 'ages' };
    await using graph = await aFederation(withError('Person.age', () => refused('no', leaks)));
    const { errors } = await graph.answer('{ me { age } }');
    expect(errors).toEqual([{ message: 'no', path: ['me', 'age'], extensions: { code: 'FORBIDDEN', because: ['x'] } }]);
  });
});

test('an error that has no code says only that something is missing, and where', async () => {
  await using graph = await aFederation(
    withError('Person.age', () => {
      throw new Error('relation "person_secret" does not exist at 10.1.2.3');
    }),
  );
  const answer = await graph.ask('{ people { name age } }');
  expect(answer.data).toEqual({
    people: [
      { name: 'Ann', age: null },
      { name: 'Ben', age: null },
    ],
  });
  expect(pathsOf(answer)).toEqual(['["people",0,"age"]', '["people",1,"age"]']);
  expect(answer.errors!.every(({ extensions }) => typeof extensions!.code === 'string')).toBe(true);
  expect(JSON.stringify(answer)).not.toMatch(/person_secret|10\.1\.2\.3|ages/);
});

test('errors of root fields of several subgraphs are all told', async () => {
  await using graph = await aFederation({
    ...world,
    fields: { 'Query.people': () => refused('first'), 'Query.broken': () => refused('second') },
  });
  const answer = await graph.ask('{ a: people { id } b: broken me { name } }');
  expect(answer.data).toEqual({ a: null, b: null, me: { name: 'Ann' } });
  expect(answer.errors!.map(({ message, path }) => [message, path]).sort()).toEqual([
    ['first', ['a']],
    ['second', ['b']],
  ]);
});

test('an error inside a fragment on one type is told at its place', async () => {
  const fail = () => refused('no');
  await using graph = await aFederation({
    subgraphs: {
      a: `type Query { node: Node nodes: [Node] } interface Node { id: ID! }
        type Cat implements Node @key(fields: "id") { id: ID! lives: Int }`,
      b: 'type Cat @key(fields: "id") { id: ID! owner: Owner } interface Owner { id: ID! } type Man implements Owner { id: ID! age: Int }',
    },
    root: { node: { id: 'c', __typename: 'Cat' }, nodes: [{ id: 'c', __typename: 'Cat' }] },
    entities: { Cat: [{ id: 'c', owner: { id: 'm', __typename: 'Man' } }] },
    fields: {
      'Cat.lives': fail,
      'Man.age': fail,
      'Cat.owner': () => ({ id: 'm', __typename: 'Man' }),
    },
  });
  const answer = await graph.ask(
    '{ node { id ... on Cat { n: lives } } nodes { ... on Cat { owner { ... on Man { age } } } } }',
  );
  expect(answer.data).toEqual({ node: { id: 'c', n: null }, nodes: [{ owner: { age: null } }] });
  expect(pathsOf(answer)).toEqual(['["node","n"]', '["nodes",0,"owner","age"]']);
});

test('an error inside an entity of an entity of a list is told at its place', async () => {
  await using graph = await aFederation(withError('Person.age', ({ id }) => (id === 'a' ? refused() : 40)));
  const answer = await graph.ask('{ people { id pals: friends { id friends { old: age } } } }');
  expect(answer.data.people[0].pals[1]).toEqual({ id: 'b', friends: [{ old: null }] });
  expect(pathsOf(answer)).toEqual([
    '["people",0,"pals",0,"friends",0,"old"]',
    '["people",0,"pals",1,"friends",0,"old"]',
  ]);
});

describe('an answer of a subgraph', () => {
  const ages = (answer: unknown) => ({ ...world, instead: { ages: async () => answer } });
  const nulls = {
    people: [
      { name: 'Ann', age: null },
      { name: 'Ben', age: null },
    ],
  };
  const coded = { message: 'm', extensions: { code: 'NOT_FOUND' } };

  it.each([
    ['no path at all', { data: { _entities: [null, null] }, errors: [coded] }],
    ['no data', { data: null, errors: [coded] }],
    ['no data and no error', { data: null }],
    ['nothing', {}],
    ['the path of the list', { data: { _entities: [null, null] }, errors: [{ ...coded, path: ['_entities'] }] }],
    ['fewer entities than asked for, which nobody can tell apart,', { data: { _entities: [{ age: 30 }] } }],
    ['more entities than asked for', { data: { _entities: [{ age: 1 }, { age: 2 }, { age: 3 }] } }],
    ['no list of entities', { data: { _entities: { age: 1 } } }],
    ['a list of something else', { data: { _entities: ['x', 5] } }],
    ['errors that are no list', { data: { _entities: null }, errors: 'oops' }],
    ['errors that are no errors', { data: { _entities: [null, null] }, errors: [null, 5, {}] }],
    [
      'paths that lead nowhere',
      {
        data: { _entities: [null, null] },
        errors: [
          { ...coded, path: ['_entities', 9, 'x'] },
          { ...coded, path: [{}] },
          { ...coded, path: 'x' },
        ],
      },
    ],
    ['data that is no object', { data: 'x' }],
    ['a list', []],
    ['a text', 'x'],
  ])('with %s leaves the rest as it is', async (_what, answer) => {
    await using graph = await aFederation(ages(answer));
    const { data, errors } = await graph.answer('{ people { name age } }');
    expect(data).toEqual(nulls);
    expect(errors!.length).toBeGreaterThan(0);
    for (const { message, extensions, path } of errors!) {
      expect(typeof message).toBe('string');
      expect(typeof extensions!.code).toBe('string');
      expect(path === undefined || path[0] === 'people').toBe(true);
    }
  });

  it('with an error at one entity tells it there', async () => {
    await using graph = await aFederation(
      ages({ data: { _entities: [{ age: 1 }, null] }, errors: [{ ...coded, path: ['_entities', 1, 'age'] }] }),
    );
    const { data, errors } = await graph.answer('{ people { name age } }');
    expect(data).toEqual({
      people: [
        { name: 'Ann', age: 1 },
        { name: 'Ben', age: null },
      ],
    });
    expect(errors).toEqual([{ ...coded, path: ['people', 1, 'age'] }]);
  });

  it('with an error at a whole entity tells it there', async () => {
    await using graph = await aFederation(
      ages({ data: { _entities: [null, { age: 2 }] }, errors: [{ ...coded, path: ['_entities', 0] }] }),
    );
    const { data, errors } = await graph.answer('{ people { name age } }');
    expect(data).toEqual({
      people: [
        { name: 'Ann', age: null },
        { name: 'Ben', age: 2 },
      ],
    });
    expect(errors!.map(({ path }) => path![1])).toEqual([0]);
  });
});

test('where what is required cannot be had, what requires it is null with the error of the cause, and its subgraph is not asked', async () => {
  await using graph = await aFederation({
    subgraphs: {
      a: 'type Query { people: [Person] } type Person @key(fields: "id") { id: ID! name: String }',
      b: 'type Person @key(fields: "id") { id: ID! age: Int! }',
      c: 'type Person @key(fields: "id") { id: ID! age: Int! @external senior: Boolean @requires(fields: "age") }',
    },
    root: { people },
    entities: { Person: people },
    fields: { 'Person.senior': ({ age }) => age > 35 },
    instead: {
      b: async () => {
        throw new Error('down');
      },
    },
  });
  const { data, errors } = await graph.inProcess('{ people { name senior } }');
  expect(data).toEqual({
    people: [
      { name: 'Ann', senior: null },
      { name: 'Ben', senior: null },
    ],
  });
  expect(errors!.length).toBeGreaterThan(0);
  expect(graph.counts).toEqual({ a: 1, b: 1 });
});
