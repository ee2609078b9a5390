import { type FieldNode, parse, visit } from 'graphql';
import { type Part, aGraph } from '../test/graph';
import type { IncrementalAnswer, Variant } from './options';

interface Ref {
  id: string;
}

const people: Part = {
  typeDefs: `type Query { people: [Person] me: Person } type Person @key(fields: "id") { id: ID! name: String boss: Person }`,
  resolvers: {
    Query: {
      people: () => ['1', '2'].map((id) => ({ id, name: `Person ${id}` })),
      me: () => ({ id: '1', name: 'Me', boss: { id: '2', name: 'Boss' } }),
    },
    Person: { __resolveReference: ({ id }: Ref) => ({ id, name: `Person ${id}` }) },
  },
};
const pets: Part = {
  typeDefs: `type Person @key(fields: "id") { id: ID! pets: [Pet!]! } type Pet { name: String! keeper: Person }`,
  resolvers: {
    Person: { __resolveReference: ({ id }: Ref) => ({ id, pets: [{ name: `Pet ${id}`, keeper: { id: '2' } }] }) },
  },
};
const debts: Part = {
  typeDefs: `type Person @key(fields: "id") { id: ID! debt: Int }`,
  resolvers: { Person: { __resolveReference: ({ id }: Ref) => ({ id, debt: Number(id) }) } },
};
const parts = { people, pets, debts };

async function all(query: string, variables = {}, given: Record<string, Part> = parts) {
  const graph = await aGraph(given);
  const answer = await graph.engine.executeIncrementally({ document: parse(query), variables });
  if (!('initialResult' in answer)) return { ...graph, initial: answer, patches: [], ends: [] };
  const patches: any[] = [];
  const ends: boolean[] = [];
  for await (const { incremental = [], hasNext } of answer.subsequentResults) {
    patches.push(...incremental);
    ends.push(hasNext);
  }
  return { ...graph, initial: answer.initialResult, patches, ends };
}

test('what is deferred comes later, at each place where it belongs', async () => {
  const { initial, patches, ends } = await all(
    '{ people { name ... on Person @defer(label: "pets") { pets { name } } } }',
  );
  expect(initial).toEqual({ data: { people: [{ name: 'Person 1' }, { name: 'Person 2' }] }, hasNext: true });
  expect(patches).toEqual(
    [0, 1].map((at) => ({ data: { pets: [{ name: `Pet ${at + 1}` }] }, path: ['people', at], label: 'pets' })),
  );
  expect(ends.map((more) => more)).toEqual([...ends.slice(0, -1).map(() => true), false]);
});

test('several parts come as they are ready, and a part may have parts of its own', async () => {
  const { initial, patches } = await all(`{ me { name
    ... @defer(label: "debt") { debt }
    ... @defer(label: "pets") { pets { name ... @defer(label: "keeper") { keeper { name debt } } } } } }`);
  expect(initial.data).toEqual({ me: { name: 'Me' } });
  expect(Object.fromEntries(patches.map(({ label, ...patch }) => [label, patch]))).toEqual({
    debt: { data: { debt: 1 }, path: ['me'] },
    pets: { data: { pets: [{ name: 'Pet 1' }] }, path: ['me'] },
    keeper: { data: { keeper: { name: 'Person 2', debt: 2 } }, path: ['me', 'pets', 0] },
  });
});

test('a variable decides whether to defer, and whether to answer at all', async () => {
  const query = `query ($later: Boolean!, $no: Boolean = false) { me { name ... @defer(if: $later) { debt @skip(if: $no) pets { name } } } }`;
  expect((await all(query, { later: false })).initial).toEqual({
    data: { me: { name: 'Me', debt: 1, pets: [{ name: 'Pet 1' }] } },
  });
  const { patches } = await all(query, { later: true, no: true });
  expect(patches).toEqual([{ data: { pets: [{ name: 'Pet 1' }] }, path: ['me'] }]);
});

test('what has an alias is deferred under it', async () => {
  const { initial, patches } = await all('{ i: me { n: name ... @defer { p: pets { m: name } } } }');
  expect([initial.data, patches]).toEqual([{ i: { n: 'Me' } }, [{ data: { p: [{ m: 'Pet 1' }] }, path: ['i'] }]]);
});

test('an alias may be what the plan itself needs, and arguments may be given', async () => {
  const query = '{ me { id: name name: id ... @defer { __typename: debt debt: pets { name } } } }';
  const { initial, patches } = await all(query);
  expect([initial.data, patches]).toEqual([
    { me: { id: 'Me', name: '1' } },
    [{ data: { __typename: 1, debt: [{ name: 'Pet 1' }] }, path: ['me'] }],
  ]);
});

test('a named fragment is deferred wherever it is spread, and only there', async () => {
  const query = `{ me { boss { ...D @defer(label: "d") } ...D } } fragment D on Person { debt }`;
  const { initial, patches } = await all(query);
  expect([initial.data, patches]).toEqual([
    { me: { boss: {}, debt: 1 } },
    [{ data: { debt: 2 }, path: ['me', 'boss'], label: 'd' }],
  ]);
});

test('what a variant withholds is null in what comes later too', async () => {
  const { engine } = await aGraph(parts);
  const variant: Variant = {
    key: 'poor',
    prune: (document) => {
      const withheld = new Set<FieldNode>();
      const drop = (node: FieldNode): null | undefined => {
        if (node.name.value !== 'debt') return undefined;
        withheld.add(node);
        return null;
      };
      return { document: visit(document, { Field: drop }), withheld };
    },
  };
  const document = parse('{ me { name ... @defer { debt pets { name } } } }');
  const answer = await engine.executeIncrementally({ document, variant });
  const { value } = await (answer as IncrementalAnswer).subsequentResults.next();
  expect(value.incremental).toEqual([{ data: { debt: null, pets: [{ name: 'Pet 1' }] }, path: ['me'] }]);
});

test('an error goes with the part that it lies in', async () => {
  const broken = { ...parts, pets: { ...pets, instead: () => Promise.reject(new Error('x')) } };
  const { initial, patches } = await all('{ people { name ... @defer { pets { name } } } }', {}, broken);
  expect('errors' in initial).toBe(false);
  expect(patches.map(({ data, path, errors }) => [data, path, errors.map((error: any) => error.path)])).toEqual(
    [0, 1].map((at) => [null, ['people', at], [['people', at, 'pets']]]),
  );
});

test('without incremental delivery everything is answered at once', async () => {
  const { engine } = await aGraph(parts);
  expect(
    await engine.execute({ document: parse('{ me { name ...D @defer } } fragment D on Person { debt }') }),
  ).toEqual({
    data: { me: { name: 'Me', debt: 1 } },
  });
});

test('whoever stops listening stops the work', async () => {
  const hanging = { ...parts, pets: { ...pets, instead: () => new Promise(() => {}) } };
  const { engine } = await aGraph(hanging);
  const answer = await engine.executeIncrementally({ document: parse('{ me { name ... @defer { pets { name } } } }') });
  const { subsequentResults } = answer as IncrementalAnswer;
  const waiting = subsequentResults.next();
  await subsequentResults.return!();
  expect(await waiting).toEqual({ done: true, value: undefined });
});

test('a fragment within a named one is deferred at every place that the named one is spread', async () => {
  const query = `{ me { name ...F boss { ...F } } } fragment F on Person { name ... @defer { debt } }`;
  const { initial, patches } = await all(query);
  expect(initial.data).toEqual({ me: { name: 'Me', boss: { name: 'Boss' } } });
  expect(patches).toHaveLength(2);
  expect(patches).toEqual(
    expect.arrayContaining([
      { data: { debt: 1 }, path: ['me'] },
      { data: { debt: 2 }, path: ['me', 'boss'] },
    ]),
  );
});

test('what a condition leaves out does not come later either', async () => {
  const query = `query ($no: Boolean = false) { me { name ... @defer @include(if: $no) { debt }
    ... @include(if: $no) { ... @defer { pets { name } } } } }`;
  const { initial, patches } = await all(query);
  expect([initial.data, patches]).toEqual([{ me: { name: 'Me' } }, []]);
});

test('a part that was fetched with the rest comes after it all the same', async () => {
  const { initial, patches } = await all('{ me { ... @defer { name ... @defer { id __typename } } } }');
  expect(initial.data).toEqual({ me: {} });
  expect(patches).toEqual([
    { data: { name: 'Person 1' }, path: ['me'] },
    { data: { id: '1', __typename: 'Person' }, path: ['me'] },
  ]);
});

test('where a null came up, nothing comes later', async () => {
  const strict: Part = {
    typeDefs: `type Person @key(fields: "id") { id: ID! pets: [Pet!]! } type Pet { name: String! keeper: Person }`,
    resolvers: { Person: { __resolveReference: ({ id }: Ref) => ({ id, pets: id === '1' ? null : [] }) } },
  };
  const given = { ...parts, pets: strict };
  const { initial, patches } = await all('{ people { pets { name } ... @defer { debt } } }', {}, given);
  expect(initial.data).toEqual({ people: [null, { pets: [] }] });
  expect(patches).toEqual([{ data: { debt: 2 }, path: ['people', 1] }]);
});
