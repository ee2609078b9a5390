import { take, withdrawn } from '../records';
import { type Graph, aCase, aGraph, aSuspect, aVictim, idOf } from '../support';

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

const BY_IDS = 'query ($ids: [ID!]!) { suspectsByIds(ids: $ids) { id displayName } }';
const found = async (ids: string[]) => {
  const { data, errors } = await graph.query(BY_IDS, { ids });
  expect(errors).toBeUndefined();
  return data.suspectsByIds.map(({ displayName }: { displayName: string }) => displayName);
};

describe('suspects by their ids', () => {
  const refs = Array.from({ length: 100 }, (_none, n) => `B${n}`);
  const id = (ref: string) => idOf('suspect', ref);
  beforeAll(async () => {
    await take(
      graph,
      refs.map((ref) => aSuspect(ref)),
    );
    await take(graph, [aVictim('V1'), aSuspect('gone')]);
    await take(graph, [withdrawn(aSuspect('gone'))]);
  });

  it('come in the order of the ids, without those that are not held', async () => {
    expect(await found([id('B2'), idOf('victim', 'V1'), id('B1'), 'no id at all', id('gone'), id('B2')])).toEqual([
      'Test B2',
      'Test B1',
      'Test B2',
    ]);
    expect(await found([])).toEqual([]);
  });

  it('are a hundred at most, found by one statement', async () => {
    const backwards = [...refs].reverse();
    const statements = await graph.countStatements(async () => {
      expect(await found(backwards.map(id))).toEqual(backwards.map((ref) => `Test ${ref}`));
    });
    expect(statements.get('cases')).toHaveLength(1);
    const { errors } = await graph.query(BY_IDS, { ids: [...refs, 'one more'].map(id) });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'ids', reason: 'takes at most 100, not 101' }],
    });
  });
});

describe('cases of suspects and victims', () => {
  const page = '{ totalCount pageInfo { hasNextPage endCursor } edges { node { urn } } }';
  const urns = (list: any) => list.edges.map(({ node }: any) => node.urn);

  it('are those that name them, newest first, a page at a time, whoever else they name', async () => {
    await take(graph, [
      ...['A', 'B', 'C'].map((ref) => aSuspect(ref)),
      aVictim('X'),
      aCase('1', { suspects: ['A'], victims: ['X'], openedOn: '2024-01-01' }),
      aCase('2', { suspects: ['B', 'A'], victims: ['X', 'Y'], openedOn: '2024-02-01' }),
      aCase('3', { suspects: ['B', 'C', 'B'], victims: ['Y'], openedOn: '2024-03-01' }),
      aCase('4', { suspects: ['A', 'B', 'C'], victims: ['X'], openedOn: '2024-04-01' }),
      aCase('5', { suspects: ['A', 'B', 'C'], victims: ['X'], openedOn: '2024-05-01' }),
    ]);
    await take(graph, [withdrawn(aCase('5'))]);
    const ids = ['A', 'B', 'C', 'none'].map((ref) => idOf('suspect', ref));
    const { data } = await graph.query(
      `query ($ids: [ID!]!, $victim: ID!) {
        suspectsByIds(ids: $ids) { cases(first: 2) ${page} } victim(id: $victim) { cases ${page} } }`,
      { ids, victim: idOf('victim', 'X') },
    );
    const [a, b, c] = data.suspectsByIds.map(({ cases }: any) => cases);
    expect([urns(a), urns(b), urns(c)]).toEqual([
      ['4', '2'],
      ['4', '3'],
      ['4', '3'],
    ]);
    expect([a, b, c].map(({ totalCount }) => totalCount)).toEqual([3, 3, 2]);
    expect([a, b, c].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
    expect(urns(data.victim.cases)).toEqual(['4', '2', '1']);
    const next = await graph.query(
      `query ($id: ID!, $after: String) { suspect(id: $id) { cases(first: 2, after: $after) ${page} } }`,
      { id: ids[0], after: a.pageInfo.endCursor },
    );
    expect(urns(next.data.suspect.cases)).toEqual(['1']);
  });
});
