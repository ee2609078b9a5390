import { parse } from 'graphql';
import type { WriteEvent } from './options';
import { aGraph, composed } from '../test/graph';
import { compileExtent } from './extent';
import { readSupergraph } from './supergraph';

const page = '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)';
const typeDefs = `
  type Query {
    cases(first: Int = 20): CaseConnection ${page}
    byIds(ids: [ID!]!): [Case!] @listSize(assumedSize: 10)
    latest(first: Int, last: Int): [Case!] @listSize(assumedSize: 7, slicingArguments: ["first", "last"])
    plain: [Case!]
    case: Case
  }
  type Mutation { close: Case }
  type CaseConnection { edges: [CaseEdge!]! totalCount: Int @cost(weight: 30) }
  type CaseEdge @cost(weight: 0) { node: Case! }
  type Case { id: ID parent: Case incidents: [Incident!]! @listSize(assumedSize: 3) profile: Profile @cost(weight: 50) }
  type Incident { id: ID place: Place }
  type Profile { text: String }
  scalar Place @cost(weight: 2)`;
const { apiSchema, costs } = readSupergraph(composed({ cases: { typeDefs } }));
const extent = (text: string, variables = {}) => compileExtent(apiSchema, costs, parse(text))(variables);

test.each([
  ['{ case { id } }', {}, 1],
  // A connection and its nodes: edges weigh nothing here.
  ['{ cases { edges { node { id } } } }', {}, 21],
  ['{ cases(first: 100) { edges { node { id } } } }', {}, 101],
  ['query ($n: Int) { cases(first: $n) { edges { node { id } } } }', { n: 5 }, 6],
  ['query ($n: Int = 7) { cases(first: $n) { edges { node { id } } } }', {}, 8],
  ['query ($n: Int) { cases(first: $n) { edges { node { id } } } }', {}, 21],
  ['query ($n: Int) { cases(first: $n) { edges { node { id } } } }', { n: -1 }, 21],
  ['{ cases(first: 2) { edges { node { incidents { id place } } } } }', {}, 1 + 2 * (1 + 3 * (1 + 2))],
  ['query ($ids: [ID!]!) { byIds(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] }, 3],
  ['query ($a: ID!) { byIds(ids: [$a, "b"]) { id } }', { a: 'a' }, 2],
  ['{ latest { id } }', {}, 7],
  ['{ latest(last: 4) { id } }', {}, 4],
  ['{ plain { id } }', {}, 10],
  ['{ cases { totalCount } }', {}, 31],
  ['{ case { profile { text } } }', {}, 51],
  ['mutation { close { id } }', {}, 11],
  ['{ __typename a: __type(name: "Case") { fields { name } } }', {}, 1000],
  ['query ($deep: Boolean!) { case { id parent @include(if: $deep) { id } } }', { deep: false }, 1],
  ['query ($deep: Boolean!) { case { id parent @include(if: $deep) { id } } }', { deep: true }, 2],
  ['{ case { ... @skip(if: true) { parent { id } } } }', {}, 1],
])('%s with %j costs %d', (text, variables, cost) => expect(extent(text, variables).cost).toBe(cost));

test('the longest page is told', () => {
  const query = 'query ($n: Int) { a: cases(first: $n) { totalCount } b: cases(first: 30) { totalCount } case { id } }';
  expect(extent(query, { n: 10 }).page).toBe(30);
  expect(extent(query, { n: 99 }).page).toBe(99);
  expect(extent('{ case { id } }').page).toBe(0);
});

test('depth and aliases are counted through fragments, however often these are spread', () => {
  expect(extent('{ a: case { ...F } } fragment F on Case { b: parent { c: id } }')).toMatchObject({
    depth: 3,
    aliases: 3,
  });
});

test('fragments that double forty times are counted without being followed forty times', () => {
  const doubling = Array.from(
    { length: 40 },
    (_none, n) => `fragment F${n} on Case { x: parent @include(if: $on) { ...F${n + 1} } y: parent { ...F${n + 1} } }`,
  ).join(' ');
  const whole = `query ($on: Boolean!) { case { ...F0 } } ${doubling} fragment F40 on Case { id }`;
  expect(extent(whole, { on: true })).toEqual({ cost: 1e9, depth: 42, aliases: 1e9, page: 0 });
  expect(extent(whole, { on: false }).cost).toBe(41);
});

test('a circle of fragments ends', () => {
  const circle = 'fragment A on Case { parent { ...B } } fragment B on Case { parent { ...A } }';
  expect(extent(`{ case { ...A } } ${circle}`).cost).toBeLessThan(10);
});

describe('what an answer cost and how long it is', () => {
  const one = (id: string, more = {}) => ({ id, incidents: [], ...more });
  const resolvers = {
    Query: {
      cases: () => ({ edges: [{ node: one('1') }, { node: one('2') }], totalCount: 2 }),
      case: () => one('é', { incidents: [{ id: '1', place: 'x' }, { id: '2' }], profile: { text: 'x' } }),
      byIds: () => null,
    },
    Mutation: { close: () => one('3') },
  };
  const measured = async (query: string, maxBytes?: number) => {
    const written: WriteEvent[] = [];
    const hooks = { onWrite: (event: WriteEvent) => void written.push(event) };
    const { engine } = await aGraph({ cases: { typeDefs, resolvers } }, { hooks });
    const { data, errors } = await engine.executeText({ document: parse(query), maxBytes });
    expect(written).toHaveLength(1);
    return { data, errors, cost: written[0]!.cost, bytes: written[0]!.bytes };
  };

  test.each([
    ['{ cases(first: 100) { edges { node { id } } totalCount } }', 1 + 2 + 30],
    ['{ case { incidents { id place } profile { text } } }', 1 + 2 + 2 + 50],
    ['{ byIds(ids: ["a"]) { id } }', 0],
    ['mutation { close { id } }', 11],
    ['{ __typename a: __type(name: "Case") { fields { name } } }', 1000],
  ])('%s cost', async (query, cost) => expect((await measured(query)).cost).toBe(cost));

  test('an answer that is too long is refused', async () => {
    const text = '{"case":{"id":"é"}}';
    expect(await measured('{ case { id } }', 20)).toMatchObject({ data: text, bytes: 20 });
    const { data, errors } = await measured('{ case { id } }', 19);
    expect(data).toBe('null');
    expect(errors).toMatchObject([
      { extensions: { code: 'LIMIT_EXCEEDED' }, message: expect.stringMatching(/19 bytes/) },
    ]);
  });
});
