import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, buildSchema, parse } from 'graphql';
import { compileSelection } from './selection';
import { ObjectWriter, TextWriter } from './writer';

const schema = buildSchema(`
  type Query { thing: Thing things: [Thing!]! grid: [[Int!]]! shape: Shape kept: Thing! }
  interface Shape { name: String }
  type Thing implements Shape { name: String id: ID! colour: Colour size: Float count: Int on: Boolean any: Any self: Thing sure: Thing! }
  type Other implements Shape { name: String corner: Int }
  enum Colour { RED GREEN }
  scalar Any
`);

const withheldIn = (document: DocumentNode, ...names: string[]) => {
  const { selectionSet } = document.definitions[0] as OperationDefinitionNode;
  return new Set(selectionSet.selections.filter((node) => node.kind === Kind.FIELD && names.includes(node.name.value)));
};

/** Everything is fetched under the caller's names. */
const given = {
  of: ({ alias, name }: FieldNode) => (alias ?? name).value,
  planned: (document: DocumentNode) => document,
};

/** What is written for some data, which must be the same in both forms. */
function written(
  query: string,
  data: Record<string, unknown>,
  variables = {},
  withheld: string[] = [],
  missing = new Set<object>(),
) {
  const document = parse(query);
  const { selectionSet } = document.definitions[0] as OperationDefinitionNode;
  const inclusion = {
    variables,
    withheld: withheldIn(document, ...withheld) as never,
    names: given,
    later: new Set<string>(),
    weightOf: () => 0,
  };
  const shape = compileSelection(schema, document, schema.getQueryType()!, [selectionSet], inclusion)(undefined)!;
  const objects = new ObjectWriter(missing).write(shape, data);
  const text = new TextWriter(missing).write(shape, data);
  expect(text.problems).toEqual(objects.problems);
  // What a null further up swallowed was counted before.
  if (text.problems.length + withheld.length + missing.size === 0) expect(objects.bytes).toBe(text.bytes);
  expect(objects.bytes).toBeGreaterThanOrEqual(text.bytes);
  expect(text.written).toBe(objects.written && JSON.stringify(objects.written));
  return { data: objects.written ?? null, errors: objects.problems };
}

const paths = (errors: readonly { path: unknown }[]) => errors.map(({ path }) => path);

test('only what was asked for is written, in the order and under the names it was asked for', () => {
  const thing = { __typename: 'Thing', id: '1', name: 'x', extra: true };
  expect(
    JSON.stringify(written('{ thing { label: name id } }', { other: 1, thing: { ...thing, label: 'x' } }).data),
  ).toBe('{"thing":{"label":"x","id":"1"}}');
});

test('selections of one field are one, whichever fragments they come from', () => {
  const query = `{ thing { id ...A self { id } } thing { size } }
    fragment A on Thing { self { name } ... on Shape { name } ... on Other { corner } }`;
  const data = { thing: { id: '1', name: 'a', size: 2.5, self: { id: '2', name: 'b' } } };
  expect(JSON.stringify(written(query, data).data)).toBe(
    '{"thing":{"id":"1","self":{"name":"b","id":"2"},"name":"a","size":2.5}}',
  );
});

test('skipped fields and fragments are left out, by the values of variables', () => {
  const query = `query ($yes: Boolean!) {
    thing { id @skip(if: $yes) name @include(if: $yes) ... @include(if: $yes) { size } on @skip(if: true) } }`;
  const data = { thing: { id: '1', name: 'a', size: 1, on: true } };
  expect(written(query, data, { yes: true }).data).toEqual({ thing: { name: 'a', size: 1 } });
  expect(written(query, data, { yes: false }).data).toEqual({ thing: { id: '1' } });
});

test('objects of an interface are answered by their own type', () => {
  const query = '{ shape { __typename kind: __typename name ... on Other { corner } } }';
  expect(written(query, { shape: { __typename: 'Other', name: 'o', corner: 3 } }).data).toEqual({
    shape: { __typename: 'Other', kind: 'Other', name: 'o', corner: 3 },
  });
  expect(written('{ shape { name ... on Other { corner } } }', { shape: { name: 'o' } }).data).toEqual({
    shape: { name: 'o' },
  });
  for (const shape of [{ __typename: 'Query' }, { __typename: 'Shape' }, { name: 'o' }, { __typename: 5 }]) {
    const { data, errors } = written(query, { shape });
    expect([data, errors.length]).toEqual([{ shape: null }, 1]);
  }
});

test('a null that its place does not take stands further up, once', () => {
  expect(written('{ thing { self { id } name } }', { thing: { self: { id: null }, name: 'a' } })).toEqual({
    data: { thing: { self: null, name: 'a' } },
    errors: [{ message: 'Cannot return null for non-nullable field Thing.id.', path: ['thing', 'self', 'id'] }],
  });
  const all = written('{ things { sure { id } } }', { things: [{ sure: { id: '1' } }, { sure: {} }] });
  expect([all.data, paths(all.errors)]).toEqual([null, [['things', 1, 'sure', 'id']]]);
  const none = written('{ things { id } }', {});
  expect([none.data, paths(none.errors)]).toEqual([null, [['things']]]);
});

test('lists of lists keep their nulls where they may have them', () => {
  expect(written('{ grid }', { grid: [[1, 2], null, []] }).data).toEqual({ grid: [[1, 2], null, []] });
  const holed = written('{ grid }', { grid: [[1, null], [2]] });
  expect([holed.data, paths(holed.errors)]).toEqual([{ grid: [null, [2]] }, [['grid', 0, 1]]]);
  const flat = written('{ grid }', { grid: [1] });
  expect([flat.data, paths(flat.errors)]).toEqual([{ grid: [null] }, [['grid', 0]]]);
  const no = written('{ grid }', { grid: 'text' });
  expect([no.data, paths(no.errors)]).toEqual([null, [['grid']]]);
});

test.each([
  ['colour', 'RED', 'BLUE'],
  ['size', 0.5, '0.5'],
  ['count', -5, 1.5],
  ['count', 2 ** 31 - 1, 2 ** 31],
  ['on', false, 'false'],
  ['name', '', 12],
  ['id', 'x', {}],
  ['self', { id: '1' }, 'text'],
])('a value of %s is checked: %p is one, %p is none', (field, good, bad) => {
  const query = `{ thing { ${field === 'self' ? 'self { id }' : field} name } }`;
  expect(written(query, { thing: { name: 'n', [field]: good } }).errors).toEqual([]);
  const { data, errors } = written(query, { thing: { name: 'n', [field]: bad } });
  expect(paths(errors)).toEqual([['thing', field]]);
  expect((data as any).thing?.[field] ?? null).toBeNull();
});

test('an id may come as a number, and a custom scalar may be anything', () => {
  expect(written('{ thing { id any } }', { thing: { id: 7, any: { a: [null, 'b"c'] } } }).data).toEqual({
    thing: { id: '7', any: { a: [null, 'b"c'] } },
  });
});

test.each(['plain', 'quote " and \\ backslash', 'line\nbreak\tand\u0000control', 'emoji 😀', 'half \ud83d', '\u2028'])(
  'text is written as JSON.stringify writes it: %j',
  (name) => {
    expect(written('{ thing { name } }', { thing: { name } }).data).toEqual({ thing: { name } });
  },
);

test('names that every object has are data like any other', () => {
  const query = '{ constructor: thing { id } toString: thing { id } __proto__: thing { name } }';
  const source = JSON.parse('{ "__proto__": { "name": "a" } }');
  const { data, errors } = written(query, source);
  expect(errors.map(({ path }) => path)).toEqual([['constructor'], ['toString']]);
  expect(JSON.stringify(data)).toBe('{"constructor":null,"toString":null,"__proto__":{"name":"a"}}');
  expect(({} as any).name).toBeUndefined();
});

test('a null that nobody gave is told from one that somebody did', () => {
  expect(written('{ thing { name } kept { id name } }', { thing: null, kept: { id: '2' } })).toEqual({
    data: { thing: null, kept: { id: '2', name: null } },
    errors: [{ message: expect.stringContaining('name'), path: ['kept', 'name'] }],
  });
});

test('what is withheld is null without a word, and so is what a subgraph does not know', () => {
  expect(written('{ thing { id } kept { id } }', { thing: { id: '1' }, kept: { id: '2' } }, {}, ['thing'])).toEqual({
    data: { thing: null, kept: { id: '2' } },
    errors: [],
  });
  expect(written('{ thing { id } kept { id } }', { thing: { id: '1' }, kept: { id: '2' } }, {}, ['kept'])).toEqual({
    data: null,
    errors: [],
  });
  const unknown = { name: 'stub' };
  expect(written('{ thing { name id } }', { thing: unknown }, {}, [], new Set([unknown]))).toEqual({
    data: { thing: null },
    errors: [],
  });
});
