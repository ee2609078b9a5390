import { GraphQLError, GraphQLScalarType } from 'graphql';
import { aFederation } from './federation';

describe('an enum of which each subgraph knows other values', () => {
  const users = [
    { id: 'u1', kind: 'GUEST' },
    { id: 'u2', kind: 'ROBOT' },
    { id: 'u3', kind: null },
  ];

  it('has all of them where it is only answered', async () => {
    await using graph = await aFederation({
      subgraphs: {
        a: 'type Query { users: [User] } type User @key(fields: "id") { id: ID! kind: Kind @shareable } enum Kind { GUEST ADMIN }',
        b: 'type Query { robots: [User] } type User @key(fields: "id") { id: ID! kind: Kind @shareable } enum Kind { GUEST ROBOT }',
      },
      root: { users: users.slice(0, 1), robots: users },
      entities: { User: users },
    });
    expect(await graph.ask('{ users { kind } robots { kind } }')).toEqual({
      data: { users: [{ kind: 'GUEST' }], robots: [{ kind: 'GUEST' }, { kind: 'ROBOT' }, { kind: null }] },
    });
  });

  it('has those that all know where it is only asked', async () => {
    await using graph = await aFederation({
      subgraphs: {
        a: 'type Query { a(kind: Kind): String } enum Kind { GUEST ADMIN }',
        b: 'type Query { b(kind: Kind, kinds: [Kind!] = [GUEST]): String } enum Kind { GUEST ROBOT }',
      },
      fields: { 'Query.a': (_, { kind }) => kind ?? 'none', 'Query.b': (_, { kind, kinds }) => `${kind} ${kinds}` },
    });
    expect(
      await graph.ask('query ($k: Kind) { a(kind: GUEST) b(kind: $k) c: b(kinds: [GUEST, GUEST]) }', { k: 'GUEST' }),
    ).toEqual({
      data: { a: 'GUEST', b: 'GUEST GUEST', c: 'undefined GUEST,GUEST' },
    });
    for (const kind of ['ADMIN', 'ROBOT', 'guest', 1]) {
      const { data, errors } = await graph.answer('query ($k: Kind) { a(kind: $k) }', { k: kind });
      expect(data ?? null).toBeNull();
      expect(errors![0]!.message).toMatch(/\$k/);
      expect(graph.asked).toEqual([]);
    }
  });

  it('is null with an error where a subgraph answers with a value that nobody knows', async () => {
    await using graph = await aFederation({
      subgraphs: { a: 'type Query { users: [User] } type User { id: ID kind: Kind } enum Kind { GUEST }' },
      instead: { a: async () => ({ data: { users: [{ kind: 'GUEST' }, { kind: 'ALIEN' }, { kind: 3 }] } }) },
    });
    const { data, errors } = await graph.answer('{ users { kind } }');
    expect(data).toEqual({ users: [{ kind: 'GUEST' }, { kind: null }, { kind: null }] });
    expect(errors!.map(({ path }) => path)).toEqual([
      ['users', 1, 'kind'],
      ['users', 2, 'kind'],
    ]);
  });
});

describe('input', () => {
  const subgraphs = {
    a: `type Query { echo(filter: Filter, n: Int = 7, list: [[Int]], id: ID, f: Float): String } type Thing @key(fields: "id") { id: ID! }
      input Filter { name: String size: Size = { min: 1 } tags: [String!] = ["x"] only: Boolean inner: [Filter] }
      input Size { min: Int! = 2 max: Int }`,
    b: `type Query { other(filter: Filter): String } input Filter { name: String size: Size = { min: 1 } tags: [String!] = ["x"] only: Boolean local: Int inner: [Filter] } input Size { min: Int! = 2 max: Int }`,
  };
  const world = {
    subgraphs,
    fields: {
      'Query.echo': (_: any, args: any) => JSON.stringify(args),
      'Query.other': (_: any, args: any) => JSON.stringify(args),
    },
  };

  it.each([
    ['{ echo }', {}, { n: 7 }],
    ['{ echo(n: null) }', {}, { n: null }],
    ['query ($n: Int) { echo(n: $n) }', {}, { n: 7 }],
    ['query ($n: Int) { echo(n: $n) }', { n: null }, { n: null }],
    ['query ($n: Int = 3) { echo(n: $n) }', {}, { n: 3 }],
    ['query ($n: Int = 3) { echo(n: $n) }', { n: null }, { n: null }],
    ['query ($n: Int! = 3) { echo(n: $n) }', {}, { n: 3 }],
    ['query ($n: Int! = 3) { echo(n: $n) }', { n: 4 }, { n: 4 }],
    ['{ echo(filter: {}) }', {}, { filter: { size: { min: 1 }, tags: ['x'] }, n: 7 }],
    [
      '{ echo(filter: { size: { max: 9 }, tags: null, only: false }) }',
      {},
      { filter: { size: { min: 2, max: 9 }, tags: null, only: false }, n: 7 },
    ],
    [
      'query ($f: Filter) { echo(filter: $f) }',
      { f: { size: null, tags: 'one' } },
      { filter: { size: null, tags: ['one'] }, n: 7 },
    ],
    [
      'query ($f: Filter) { echo(filter: $f) }',
      { f: { inner: [{ name: 'x' }, null] } },
      { filter: { inner: [{ name: 'x', size: { min: 1 }, tags: ['x'] }, null], size: { min: 1 }, tags: ['x'] }, n: 7 },
    ],
    [
      'query ($s: Size, $t: [String!]) { echo(filter: { name: "q\\"\\u00e9\\n", size: $s, tags: $t }) }',
      { s: { min: 5 } },
      { filter: { name: 'q"é\n', size: { min: 5 }, tags: ['x'] }, n: 7 },
    ],
    ['query ($l: [[Int]]) { echo(list: $l) }', { l: [[1, null], null, []] }, { n: 7, list: [[1, null], null, []] }],
    ['query ($l: [[Int]]) { echo(list: $l) }', { l: 5 }, { n: 7, list: [[5]] }],
    ['{ echo(list: [1, [2, 3]], id: 12, f: 2) }', {}, { n: 7, list: [[1], [2, 3]], id: '12', f: 2 }],
    ['query ($id: ID, $f: Float) { echo(id: $id, f: $f) }', { id: 99, f: 1e21 }, { n: 7, id: '99', f: 1e21 }],
    [
      '{ echo(filter: { name: """block "quoted" \\n""" }) }',
      {},
      { filter: { name: 'block "quoted" \\n', size: { min: 1 }, tags: ['x'] }, n: 7 },
    ],
  ])('%s with %j', async (query, variables, args) => {
    await using graph = await aFederation(world);
    const { data } = await graph.ask(query, variables);
    expect(JSON.parse(data.echo)).toEqual(args);
  });

  it('goes to each subgraph that needs it, and only what that subgraph declares', async () => {
    await using graph = await aFederation(world);
    const { data } = await graph.ask('query ($f: Filter, $n: Int) { echo(filter: $f, n: $n) other(filter: $f) }', {
      f: { name: 'x' },
      n: 1,
      extra: 'not declared',
    });
    expect(JSON.parse(data.echo)).toMatchObject({ n: 1, filter: { name: 'x' } });
    expect(JSON.parse(data.other)).toMatchObject({ filter: { name: 'x' } });
    expect(Object.keys(graph.asked.find(({ subgraph }) => subgraph === 'b')!.variables)).toEqual(['f']);
  });

  it.each([
    ['query ($n: Int!) { echo(n: $n) }', {}],
    ['query ($n: Int!) { echo(n: $n) }', { n: null }],
    ['query ($n: Int) { echo(n: $n) }', { n: 'three' }],
    ['query ($n: Int) { echo(n: $n) }', { n: 2 ** 40 }],
    ['query ($n: Int) { echo(n: $n) }', { n: 1.5 }],
    ['query ($f: Filter) { echo(filter: $f) }', { f: { nome: 'x' } }],
    ['query ($f: Filter) { echo(filter: $f) }', { f: { local: 1 } }],
    ['query ($f: Filter) { echo(filter: $f) }', { f: { tags: [null] } }],
    ['query ($f: Filter) { echo(filter: $f) }', { f: [1] }],
  ])('that does not fit is refused, and nobody is asked: %s with %j', async (query, variables) => {
    await using graph = await aFederation(world);
    const { data, errors } = await graph.answer(query, variables);
    expect(data ?? null).toBeNull();
    expect(errors!.length).toBeGreaterThan(0);
    expect(graph.asked).toEqual([]);
  });
});

describe('custom scalars', () => {
  const day = new GraphQLScalarType({
    name: 'Day',
    serialize: (value) => String(value),
    parseValue: (value) => {
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
      throw new GraphQLError('a Day is YYYY-MM-DD');
    },
  });
  const events = [
    {
      day: '2024-01-02',
      facts: { a: [1, null, { b: 'x' }], __typename: 'Nobody' },
      matrix: [[1, 'x'], null, [null, [true]]],
    },
    { day: '2024-01-03', facts: 'text', matrix: [] },
  ];
  const world = {
    subgraphs: {
      a: 'scalar Day scalar JSON type Query { events(on: Day): [Event] json(value: JSON): JSON } type Event @key(fields: "day") { day: Day! }',
      b: 'scalar Day scalar JSON type Event @key(fields: "day") { day: Day! facts: JSON matrix: [[JSON]] }',
    },
    root: { events },
    entities: { Event: events },
    fields: { 'Query.json': (_: any, { value }: any) => value },
    scalars: [day],
  };

  it('are keys, and values of any shape', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ events { day facts matrix } }')).toEqual({
      data: { events: events.map(({ day, facts, matrix }) => ({ day, facts, matrix })) },
    });
  });

  it.each([[{ a: 1 }], [[1, [2]]], ['x'], [0], [false], [null]])('are handed through: %j', async (value) => {
    await using graph = await aFederation(world);
    expect(await graph.ask('query ($v: JSON) { json(value: $v) }', { v: value })).toEqual({ data: { json: value } });
  });

  it('may be written out, with variables inside', async () => {
    await using graph = await aFederation(world);
    expect(
      await graph.ask('query ($v: String) { json(value: { a: [1, true, $v, null], b: { c: ENUM } }) }', { v: 'x' }),
    ).toEqual({
      data: { json: { a: [1, true, 'x', null], b: { c: 'ENUM' } } },
    });
  });

  it('are refused by their rule', async () => {
    await using graph = await aFederation(world);
    const { data, errors } = await graph.inProcess('query ($d: Day) { events(on: $d) { day } }', { d: 'tomorrow' });
    expect(data ?? null).toBeNull();
    expect(errors![0]!.message).toContain('$d');
    expect(graph.asked).toEqual([]);
  });
});

describe('what a subgraph says against its schema', () => {
  const lying = (a: unknown) => ({
    subgraphs: {
      a: 'type Query { i: Int f: Float s: String b: Boolean id: ID l: [Int] o: Thing n: Int! e: Kind ll: [[Int!]] } type Thing { id: ID x: Int! } enum Kind { A B }',
    },
    instead: { a: async () => ({ data: a }) as any },
  });

  it.each([
    ['{ i }', { i: 'x' }, { i: null }],
    ['{ i }', { i: 1.5 }, { i: null }],
    ['{ i }', { i: 2 ** 33 }, { i: null }],
    ['{ i }', { i: { x: 1 } }, { i: null }],
    ['{ f }', { f: 'x' }, { f: null }],
    ['{ s }', { s: { toString: 'x' } }, { s: null }],
    ['{ b }', { b: 'yes' }, { b: null }],
    ['{ id }', { id: [1] }, { id: null }],
    ['{ l }', { l: 5 }, { l: null }],
    ['{ l }', { l: [1, 'x', 3] }, { l: [1, null, 3] }],
    ['{ ll }', { ll: [[1], ['x'], 7] }, { ll: [[1], null, null] }],
    ['{ o { x } }', { o: 5 }, { o: null }],
    ['{ o { x } }', { o: [{ x: 1 }] }, { o: null }],
    ['{ o { id x } }', { o: { id: 'a' } }, { o: null }],
    ['{ n }', { n: 'x' }, null],
    ['{ i n }', { i: 1 }, null],
  ])('%s answered with %j', async (query, given, expected) => {
    await using graph = await aFederation(lying(given));
    const { data, errors } = await graph.answer(query);
    expect(data).toEqual(expected);
    expect(errors!.length).toBeGreaterThan(0);
    expect(errors!.every(({ path }) => Array.isArray(path))).toBe(true);
  });

  it.each([
    ['{ f }', { f: 3 }, { f: 3 }],
    ['{ id }', { id: 5 }, { id: '5' }],
    ['{ i l e }', { i: null, l: [null], e: 'A' }, { i: null, l: [null], e: 'A' }],
  ])('is taken where the schema allows it: %s answered with %j', async (query, given, expected) => {
    await using graph = await aFederation(lying(given));
    expect(await graph.answer(query)).toEqual({ data: expected });
  });
});
