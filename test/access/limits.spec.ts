import { type Graph, aCase, aGraph, aSuspect, aVictim } from '../support';
import { headersOf, issueKey } from './keys';

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
  const cases = Array.from({ length: 6 }, (_none, n) => aCase(`C${n}`));
  const { rejects } = await graph.import([aSuspect('S1'), aVictim('V1'), ...cases]);
  expect(rejects).toEqual([]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const withCost = { 'throughline-cost': 'true' };
const PAGE = 'query ($first: Int!) { cases(first: $first) { edges { node { urn suspects { id } } } } }';

describe('what an operation costs', () => {
  test('is estimated from the page that is asked for, measured, and told to who asks', async () => {
    const { extensions } = await graph.query(PAGE, { first: 100 }, withCost);
    // The connection; an edge and a case for each of a hundred, with ten suspects; six of them, with one.
    expect(extensions).toEqual({ cost: { estimated: 1 + 100 * (1 + 1 + 10), actual: 1 + 6 * (1 + 1 + 1) } });
    expect((await graph.query(PAGE, { first: 2 }, withCost)).extensions!.cost).toEqual({ estimated: 25, actual: 7 });
    expect((await graph.query(PAGE, { first: 2 })).extensions).toBeUndefined();
  });

  test('is that of what its caller may see', async () => {
    const { secret } = await issueKey(graph, { grants: [{ scopes: ['case:read'], forces: ['20'] }] });
    const query = '{ cases(first: 10) { edges { node { urn orders { id } } } } }';
    const { extensions } = await graph.query(query, {}, { ...headersOf(secret), ...withCost });
    expect(extensions!.cost).toEqual({ estimated: 21, actual: 1 });
  });

  test('is taken from the minute as it was measured, not as it was feared', async () => {
    const grants = [{ scopes: ['case:read'], forces: ['06'] }];
    const { secret } = await issueKey(graph, { grants, limits: { costPerMinute: 1300 } });
    const ask = async () => (await graph.query(PAGE, { first: 100 }, headersOf(secret))).errors?.[0];
    // By the estimate, the second would be one too many.
    for (let n = 0; n < 5; n += 1) expect(await ask()).toBeUndefined();
    const { secret: less } = await issueKey(graph, { grants, limits: { costPerMinute: 10 } });
    expect((await graph.query(PAGE, { first: 6 }, headersOf(less))).errors).toBeUndefined();
    const refused = await graph.query(PAGE, { first: 1 }, headersOf(less));
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', retryAfter: expect.any(Number) });
  });
});
