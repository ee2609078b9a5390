import type { Grant } from '@throughline/access';
import { take } from '../records';
import { type Graph, aBreach, aCase, aGraph, aSuspect, aVictim, anIncident, anOrder, idOf } from '../support';
import { issued } from './issued';

/** What follows from records, for callers who may read some of them. S1 breaks an order in case A, and nothing is done. */
let graph: Graph;
beforeAll(async () => {
  graph = await aGraph({ index: true });
  await take(graph, [
    aSuspect('S1'),
    aVictim('V1'),
    aCase('A'),
    anIncident('I1', { case: 'A' }),
    anIncident('I2', { case: 'A', occurredFrom: '2024-02-02T21:00:00Z' }),
    anOrder('O1', { case: 'A' }),
    aBreach('X1'),
  ]);
  await graph.indexed();
});
afterAll(() => graph[Symbol.asyncDispose]());

const FLAG = 'id because { source { type id } }';
interface Flag {
  id: string;
  because: { source: { type: string; id: string } }[];
}

/** Flags as the queue lists them, and as the suspect has them. */
async function flagsOf(grants: Grant[]) {
  const { headers } = await issued(graph, grants);
  const queue = await graph.query(`{ flagQueue(first: 50) { totalCount edges { node { ${FLAG} } } } }`, {}, headers);
  const own = await graph.query(
    `query ($id: ID!) { suspect(id: $id) { behaviour { flags { ${FLAG} } } } }`,
    { id: idOf('suspect', 'S1') },
    headers,
  );
  const queued: Flag[] = queue.data?.flagQueue?.edges.map(({ node }: { node: Flag }) => node) ?? [];
  expect(queue.data?.flagQueue?.totalCount ?? 0).toBe(queued.length);
  return { queued, asked: (own.data?.suspect?.behaviour?.flags ?? null) as Flag[] | null };
}
const ids = (flags: Flag[]) => flags.map(({ id }) => id).sort();
const types = (flags: Flag[]) => new Set(flags.flatMap(({ because }) => because.map(({ source }) => source.type)));
const rows = { forces: ['06'] };

test('whoever reads all of it finds in the queue what the suspect has', async () => {
  const { queued, asked } = await flagsOf([
    { scopes: ['case:read', 'order:read', 'risk:read', 'inspection:read', 'behaviour:read'], rows },
  ]);
  expect(ids(queued)).toEqual(ids(asked!));
  expect(types(queued)).toContain('breach');
});

test('whoever may not read orders finds in the queue no flag that rests on one, and none that the suspect has not', async () => {
  const { queued, asked } = await flagsOf([{ scopes: ['case:read', 'behaviour:read'], rows }]);
  expect([...types(queued)].filter((type) => ['breach', 'order', 'orderEvent'].includes(type))).toEqual([]);
  expect(ids(asked!)).toEqual(expect.arrayContaining(ids(queued)));
});

test('what follows from records is opened only by a grant that reaches them', async () => {
  const { queued, asked } = await flagsOf([
    { scopes: ['case:read', 'order:read'], rows },
    { scopes: ['behaviour:read'], rows: { forces: ['20'] } },
  ]);
  expect({ queued, asked }).toEqual({ queued: [], asked: null });
});
