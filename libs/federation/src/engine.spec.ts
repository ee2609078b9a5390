import { GraphQLError, GraphQLScalarType, parse, visit } from 'graphql';
import { type Part, aGraph } from '../test/graph';
import { people, pets } from '../test/people';
import type { Answer, Variant } from './index';

interface Ref {
  id: string;
}

const parts = { people, pets };
const codes = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions.code);

test('an operation is answered from two subgraphs, as objects and as text', async () => {
  const { engine } = await aGraph(parts);
  const document = parse('{ people { name pets { name } __typename } }');
  const data = {
    people: [
      { name: 'Person 1', pets: [{ name: 'Pet of 1' }], __typename: 'Person' },
      { name: 'Person 2', pets: [{ name: 'Pet of 2' }], __typename: 'Person' },
    ],
  };
  expect(await engine.execute({ document })).toEqual({ data });
  expect(await engine.executeText({ document })).toEqual({ data: JSON.stringify(data) });
});

test('an entity that stands in several places is asked for once, and answered in each', async () => {
  const graph = await aGraph(parts);
  expect(await graph.ask('{ pets { owner { id name } } }')).toEqual({
    data: { pets: ['1', '1', '2'].map((id) => ({ owner: { id, name: `Person ${id}` } })) },
  });
  expect(graph.asked.map(({ subgraph, variables }) => [subgraph, variables])).toEqual([
    ['pets', {}],
    ['people', { representations: ['1', '2'].map((id) => ({ __typename: 'Person', id })) }],
  ]);
});

test('the schema answers for itself, beside what subgraphs answer', async () => {
  const graph = await aGraph(parts);
  const { data } = await graph.ask(
    'query ($name: String!) { type: __type(name: $name) { name kind } ...S me { name } } fragment S on Query { __schema { queryType { name } } }',
    { name: 'Pet' },
  );
  expect(JSON.stringify(data)).toBe(
    '{"type":{"name":"Pet","kind":"OBJECT"},"__schema":{"queryType":{"name":"Query"}},"me":{"name":"Me"}}',
  );
  expect(await graph.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
});

const refused: [what: string, query: string, variables: object, operationName: string | undefined][] = [
  ['a variable that does not fit', 'query ($n: Int!) { me { pets(first: $n) { name } } }', { n: 'x' }, undefined],
  ['a variable that is missing', 'query ($n: Int!) { me { pets(first: $n) { name } } }', {}, undefined],
  ['a name that no operation has', 'query A { me { id } }', {}, 'B'],
  ['no name where several are meant', 'query A { me { id } } query B { me { id } }', {}, undefined],
  ['a kind of operation that the graph has not', 'subscription { x }', {}, undefined],
  ['a variable that the engine itself needs', 'query ($representations: Int) { me { id } }', {}, undefined],
];

test.each(refused)('%s is the caller’s to mend', async (_what, query, variables, operationName) => {
  const graph = await aGraph(parts);
  const answer = await graph.engine.execute({ document: parse(query), variables: { ...variables }, operationName });
  expect([answer.data, codes(answer)]).toEqual([undefined, ['BAD_USER_INPUT']]);
  expect(graph.asked).toEqual([]);
});

test('custom scalars have the rules that they are given', async () => {
  const Day = new GraphQLScalarType({
    name: 'Day',
    parseValue: (value) => {
      if (value !== 'today') throw new GraphQLError('not a day');
      return value;
    },
  });
  const { ask } = await aGraph(parts, { scalars: [Day] });
  expect(codes(await ask('query ($day: Day) { people(born: $day) { id } }', { day: 'never' }))).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect((await ask('query ($day: Day) { people(born: $day) { id } }', { day: 'today' })).errors).toBeUndefined();
});

test('a query is not subscribed to', async () => {
  const { engine } = await aGraph(parts);
  expect(codes((await engine.subscribe({ document: parse('{ me { id } }') })) as Answer)).toEqual(['BAD_USER_INPUT']);
});

test('an operation that needs more planning than is allowed is refused', async () => {
  const inBoth = (other: string) => ({
    typeDefs: `type Query { ${other}: [T] @shareable t: [T] @shareable } type T @key(fields: "id") { id: ID! a: T @shareable b: T @shareable ${other}: Int }`,
  });
  let planned = 0;
  const { ask } = await aGraph(
    { one: inBoth('x'), two: inBoth('y'), three: inBoth('z') },
    { limits: { paths: 2 }, hooks: { onPlan: () => (planned += 1) } },
  );
  for (let time = 0; time < 2; time += 1) {
    const answer = await ask('{ t { a { b { a { b { a { x y z } } } } } } }');
    expect([answer.data, codes(answer)]).toEqual([undefined, ['LIMIT_EXCEEDED']]);
  }
  expect(planned).toBe(1);
});

test('an answer that cannot be written is an error, not a crash', async () => {
  const round: Record<string, unknown> = {};
  round.self = round;
  const typeDefs = 'scalar Any type Query { any: Any }';
  const { engine } = await aGraph({ one: { typeDefs, instead: async () => ({ data: { any: round } }) } });
  const { data, errors } = await engine.executeText({ document: parse('{ any }') });
  expect([data, codes({ errors })]).toEqual(['null', ['INTERNAL']]);
});

test('an operation is planned once, however often it is parsed, until it is forgotten', async () => {
  const planned: unknown[] = [];
  const { ask, engine } = await aGraph(parts, {
    hooks: { onPlan: ({ operationName, error }) => planned.push(operationName ?? error ?? 'anonymous') },
    limits: { operations: 2 },
  });
  const document = parse('query A { me { id } }');
  for (const variables of [{}, {}]) await engine.execute({ document, operationName: 'A', variables });
  await ask('{ me { name } }');
  await ask('{ me { name } }');
  await engine.execute({ document, operationName: 'A' });
  expect(planned).toEqual(['A', 'anonymous']);
  await ask('{ me { pets { name } } }');
  await ask('{ me { name } }');
  expect(planned).toEqual(['A', 'anonymous', 'anonymous', 'anonymous']);
  expect(engine.plan(document).node).toMatchObject({ kind: 'Fetch', serviceName: 'people' });
});

test('what an answer took to write is told', async () => {
  const written: unknown[] = [];
  const { ask } = await aGraph(parts, {
    hooks: { onWrite: ({ errors, ended, began }) => written.push([errors, ended >= began]) },
  });
  await ask('{ me { id } }');
  expect(written).toEqual([[0, true]]);
});

describe('a variant of an operation', () => {
  /** Leaves out every field of a name, wherever it stands. */
  const without = (name: string): Variant => ({
    key: `without ${name}`,
    prune: (document) => {
      const withheld = new Set<never>();
      const pruned = visit(document, {
        Field: (node) => {
          if (node.name.value !== name) return undefined;
          withheld.add(node as never);
          return null;
        },
      });
      return { document: pruned, withheld };
    },
  });

  test('answers null, without a word, for what it leaves out, and does not ask for it', async () => {
    const graph = await aGraph(parts);
    const document = parse('{ people { id pets { name } } }');
    expect(await graph.engine.execute({ document, variant: without('pets') })).toEqual({
      data: {
        people: [
          { id: '1', pets: null },
          { id: '2', pets: null },
        ],
      },
    });
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['people']);
    const whole = await graph.engine.execute({ document });
    expect((whole.data as any).people[0].pets).toEqual([{ name: 'Pet of 1' }]);
  });

  test('takes a null further up where it has no place', async () => {
    const { engine } = await aGraph(parts);
    expect(
      await engine.execute({ document: parse('{ me { secret } pets { name } }'), variant: without('secret') }),
    ).toEqual({
      data: { me: null, pets: [{ name: 'Rex' }, { name: 'Rex' }, { name: 'Rex' }] },
    });
    expect(await engine.execute({ document: parse('{ oldest { id secret } }'), variant: without('secret') })).toEqual({
      data: null,
    });
  });
});

test('fields that have an alias in common, but not a type, are not mixed up', async () => {
  const shelf: Part = {
    typeDefs: `type Query { items: [Item] } union Item = Book | Film type Book { by: Person } type Film { by: Person } type Person @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: { items: () => ['Book', 'Film'].map((__typename) => ({ __typename, by: { id: '1' } })) },
    },
  };
  const names: Part = {
    typeDefs: `type Person @key(fields: "id") { id: ID! first: String last: String home: Home work: Home } type Home { code: String town: String }`,
    resolvers: {
      Person: {
        __resolveReference: () => ({
          first: 'F',
          last: 'L',
          home: { code: 'HC', town: 'HT' },
          work: { code: 'WC', town: 'WT' },
        }),
      },
    },
  };
  const { ask } = await aGraph({ shelf, names });
  const query = `{ items { ... on Book { by { name: first at: home { x: code } } } ... on Film { by { name: last at: work { x: town } } } } }`;
  expect(await ask(query)).toEqual({
    data: { items: [{ by: { name: 'F', at: { x: 'HC' } } }, { by: { name: 'L', at: { x: 'WT' } } }] },
  });
});

test('values from further up reach a subgraph as arguments, for each place its own', async () => {
  const shops: Part = {
    typeDefs: `type Query { shops: [Shop] } type Shop @key(fields: "id") { id: ID! currency: String items: [Item] } type Item @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        shops: () => ['GBP', 'EUR'].map((currency) => ({ id: currency, currency, items: [{ id: '1' }, { id: '2' }] })),
      },
    },
  };
  const prices: Part = {
    typeDefs: `
      type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String @external }
      type Item @key(fields: "id") { id: ID! price(in: String @fromContext(field: "$shop { currency }")): String }
    `,
    resolvers: {
      Item: { __resolveReference: (ref: Ref) => ref, price: ({ id }: Ref, args: { in: string }) => `${id} ${args.in}` },
    },
  };
  const { ask } = await aGraph({ shops, prices });
  expect(await ask('{ shops { items { price } } }')).toEqual({
    data: {
      shops: ['GBP', 'EUR'].map((currency) => ({ items: ['1', '2'].map((id) => ({ price: `${id} ${currency}` })) })),
    },
  });
});

test('a field moves to another subgraph where its label says so', async () => {
  const from: Part = { typeDefs: `type Query { where: String }`, resolvers: { Query: { where: () => 'from' } } };
  const to: Part = {
    typeDefs: `type Query { where: String @override(from: "from", label: "percent(0)") }`,
    resolvers: { Query: { where: () => 'to' } },
  };
  const { engine } = await aGraph({ from, to });
  const document = parse('{ where }');
  expect((await engine.execute({ document })).data).toEqual({ where: 'from' });
  expect((await engine.execute({ document, overrides: ['percent(0)'] })).data).toEqual({ where: 'to' });
});

test('a supergraph with directives on access is served: they are for others to enforce', async () => {
  const typeDefs = `type Query { open: String closed: String @authenticated scoped: String @requiresScopes(scopes: [["a"]]) }`;
  const { ask } = await aGraph({ one: { typeDefs, resolvers: { Query: { closed: () => 'c', scoped: () => 's' } } } });
  expect(await ask('{ closed scoped }')).toEqual({ data: { closed: 'c', scoped: 's' } });
});
