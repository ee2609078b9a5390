import { take, withdrawn } from '../records';
import { type Graph, aCase, aGraph, anAssessment, anOrder, aSuspect, aVictim, idOf } from '../support';

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

describe('suspects by what other subgraphs say of them', () => {
  const FIND = `query ($text: String, $filter: SuspectFilter, $first: Int = 20, $after: String) {
    suspects(text: $text, filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
  const refs = ['bound', 'varied', 'ended', 'not yet', 'high', 'was high', 'neither'];
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const find = async (filter: object, more: object = {}) => {
    const { data, errors } = await graph.query(FIND, { filter: { bornFrom: '2001-01-01', ...filter }, ...more });
    expect(errors).toBeUndefined();
    return data.suspects;
  };
  const names = (list: any) =>
    list.edges.map(({ node }: any) => refs.find((ref) => idOf('suspect', `O-${ref}`) === node.id)).sort();

  beforeAll(async () => {
    const order = (ref: string, fields: object) =>
      anOrder(`O-${ref}`, { suspect: `O-${ref}`, effectiveFrom: day(-10), effectiveTo: day(10), ...fields });
    const assessment = (ref: string, grade: string, assessedAt: string) =>
      anAssessment(`${ref} ${assessedAt}`, { suspect: `O-${ref}`, grade, assessedAt });
    await take(graph, [
      ...refs.map((ref) => aSuspect(`O-${ref}`, { dateOfBirth: '2001-02-03' })),
      order('bound', { effectiveTo: day(0) }),
      order('varied', { state: 'VARIED', effectiveTo: undefined }),
      order('ended', { effectiveTo: day(-2) }),
      order('not yet', { effectiveFrom: day(2) }),
      order('neither', { state: 'DISCHARGED' }),
      assessment('high', 'MEDIUM', '2024-01-01T10:00:00Z'),
      assessment('high', 'HIGH', '2024-02-01T10:00:00Z'),
      assessment('was high', 'HIGH', '2024-01-01T10:00:00Z'),
      assessment('was high', 'STANDARD', '2024-02-01T10:00:00Z'),
      assessment('bound', 'HIGH', '2024-01-01T10:00:00Z'),
      assessment('neither', 'HIGH', '2024-02-01T10:00:00Z'),
    ]);
    await take(graph, [withdrawn(assessment('neither', 'HIGH', '2024-02-01T10:00:00Z'))]);
  });

  it('are bound by an order in force today, or are not', async () => {
    expect(names(await find({ withOrderInForce: true }))).toEqual(['bound', 'varied']);
    const free = await find({ withOrderInForce: false });
    expect(names(free)).toEqual(['ended', 'high', 'neither', 'not yet', 'was high']);
    expect(free.totalCount).toBe(5);
    expect((await find({ withOrderInForce: null })).totalCount).toBe(refs.length);
  });

  it('have a grade in their newest assessment', async () => {
    expect(names(await find({ currentGrade: ['HIGH'] }))).toEqual(['bound', 'high']);
    expect(names(await find({ currentGrade: ['STANDARD', 'MEDIUM'] }))).toEqual(['was high']);
    expect(names(await find({ currentGrade: ['HIGH'], withOrderInForce: true }))).toEqual(['bound']);
    expect(names(await find({ currentGrade: ['HIGH'], withOrderInForce: false }))).toEqual(['high']);
    expect((await find({ currentGrade: [] })).totalCount).toBe(0);
  });

  it('are found by name within them, and by pages', async () => {
    expect(names(await find({ withOrderInForce: true }, { text: 'O-bound' }))).toEqual(['bound']);
    const first = await find({ withOrderInForce: false }, { first: 3 });
    const second = await find({ withOrderInForce: false }, { first: 3, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...names(first), ...names(second)].sort()).toEqual(['ended', 'high', 'neither', 'not yet', 'was high']);
  });

  it('take one statement of each subgraph', async () => {
    const statements = await graph.countStatements(() =>
      find({ currentGrade: ['HIGH', 'MEDIUM'], withOrderInForce: true }),
    );
    expect([...statements].map(([name, made]) => [name, made.length]).sort()).toEqual([
      ['cases', 1],
      ['orders', 1],
      ['risk-assessments', 1],
    ]);
  });
});
