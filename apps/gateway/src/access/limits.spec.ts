import { buildSchema, parse } from 'graphql';
import { extentOf } from './cost';
import { Allowance, MOST, refuseTooMuch } from './limits';

const schema = buildSchema(`
  type Query { cases(first: Int = 20): CaseConnection byIds(ids: [ID!]!): [Case!] case: Case }
  type CaseConnection { edges: [CaseEdge!]! totalCount: Int }
  type CaseEdge { node: Case! }
  type Case { id: ID parent: Case incidents: [Incident!]! }
  type Incident { id: ID }`);
const extent = (text: string, variables = {}) => extentOf(schema, parse(text), undefined, variables);
const principal = (limits = {}) =>
  ({ limits: { requestsPerSecond: null, costPerMinute: null, maxCost: null, maxDepth: null, ...limits } }) as never;

test.each([
  ['{ case { id } }', {}, 1],
  // A connection, twenty edges, their nodes.
  ['{ cases { edges { node { id } } } }', {}, 41],
  ['{ cases(first: 100) { edges { node { id } } } }', {}, 201],
  ['query ($n: Int) { cases(first: $n) { edges { node { id } } } }', { n: 5 }, 11],
  ['query ($n: Int = 7) { cases(first: $n) { edges { node { id } } } }', {}, 15],
  ['{ cases(first: 2) { edges { node { incidents { id } } } } }', {}, 25],
  ['query ($ids: [ID!]!) { byIds(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] }, 3],
  ['{ cases { totalCount } }', {}, 1],
])('%s costs', (text, variables, cost) => expect(extent(text, variables).cost).toBe(cost));

test('depth and aliases are counted through fragments, however often these are spread', () => {
  expect(extent('{ a: case { ...F } } fragment F on Case { b: parent { c: id } }')).toMatchObject({
    depth: 3,
    aliases: 3,
  });
  const doubling = Array.from(
    { length: 40 },
    (_none, n) => `fragment F${n} on Case { x: parent { ...F${n + 1} } y: parent { ...F${n + 1} } }`,
  ).join(' ');
  const began = performance.now();
  const { cost, depth } = extent(`{ case { ...F0 } } ${doubling} fragment F40 on Case { id }`);
  expect(performance.now() - began).toBeLessThan(500);
  expect([cost, depth]).toEqual([1e9, 42]);
});

test('a circle of fragments ends', () => {
  expect(
    extent('{ case { ...A } } fragment A on Case { parent { ...B } } fragment B on Case { parent { ...A } }').cost,
  ).toBeLessThan(10);
});

test('an operation beyond the caller’s limits, or the service’s, is refused', () => {
  const most = { cost: 10, depth: 5, aliases: 0 };
  expect(() => refuseTooMuch(most, principal({ maxCost: 10, maxDepth: 5 }))).not.toThrow();
  expect(() => refuseTooMuch(most, principal({ maxCost: 9 }))).toThrow('a cost of 10');
  expect(() => refuseTooMuch(most, principal({ maxDepth: 4 }))).toThrow('a depth of 5');
  expect(() => refuseTooMuch({ ...most, cost: MOST.maxCost + 1 }, principal({ maxCost: 1e9 }))).toThrow('cost');
  expect(() => refuseTooMuch({ ...most, aliases: MOST.aliases + 1 }, principal())).toThrow('aliases');
});

test('an allowance is used up, fills again, and is each caller’s own', () => {
  let now = 0;
  const allowance = new Allowance('requests a second', 1, () => now);
  const passes = (caller: string) => {
    try {
      allowance.take(caller, 3);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ extensions: { code: 'LIMIT_EXCEEDED', retryAfter: 1 } });
      return false;
    }
  };
  expect(Array.from({ length: 5 }, () => passes('a'))).toEqual([true, true, true, false, false]);
  expect(passes('b')).toBe(true);
  now = 0.5;
  expect([passes('a'), passes('a')]).toEqual([true, false]);
  now = 10;
  expect(Array.from({ length: 4 }, () => passes('a'))).toEqual([true, true, true, false]);
  expect(() => allowance.take('c', null)).not.toThrow();
});

test('what is more than all of an allowance passes once it is full, and leaves it empty for longer', () => {
  let now = 0;
  const allowance = new Allowance('cost a minute', 60, () => now);
  allowance.take('a', 100, 300);
  expect(() => allowance.take('a', 100, 1)).toThrow('try again');
  now = 119;
  expect(() => allowance.take('a', 100, 1)).toThrow('try again');
  now = 121;
  expect(() => allowance.take('a', 100, 1)).not.toThrow();
});
