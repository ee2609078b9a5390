import { type Grant, NO_RIGHTS, rightsOf } from '@throughline/access';
import { CodeBook, Context, type Database, write } from '@throughline/subgraph';
import { flagQueue, flagsById, reviewsOfFlags } from '../../apps/behaviour/src/flag/flag.queries';
import { recordReview } from '../../apps/behaviour/src/flag/review.queries';
import { suspectsMeeting } from '../../apps/behaviour/src/definition/definition.queries';
import type { Definition } from '../../apps/behaviour/src/definition/definition.model';
import { indexState } from '../../apps/behaviour/src/index-state/index-state.queries';
import { type Graph, aCase, aGraph, aSuspect, aVictim, idOf } from '../support';
import { type HeldFlag, behaviourOf, holdFlags, needsOf } from './flags';

/** Flags of a force's own records, of another's too, and of cases of the one and the other. */
let graph: Graph;
let service: Database;
let own: HeldFlag, shared: HeldFlag, inOwnCase: HeldFlag, inOthersCase: HeldFlag, sealed: HeldFlag;

beforeAll(async () => {
  graph = await aGraph();
  service = behaviourOf(graph);
  await graph.import([
    aSuspect('S1'),
    aVictim('V1'),
    aCase('C1'),
    aCase('C2', { force: '20', area: 'LONDON_NORTH' }),
    aCase('C3', { restricted: true }),
  ]);
  const caseIds = (ref: string) => [idOf('case', ref)];
  [own, shared, inOwnCase, inOthersCase, sealed] = (await holdFlags(graph, [
    {},
    { forces: ['06', '20'] },
    { caseIds: caseIds('C1') },
    { caseIds: [...caseIds('C1'), ...caseIds('C2')], forces: ['06', '20'] },
    { caseIds: caseIds('C3'), restricted: true },
  ])) as [HeldFlag, HeldFlag, HeldFlag, HeldFlag, HeldFlag];
});
afterAll(() => graph[Symbol.asyncDispose]());

const seenBy = (...grants: Grant[]): Database => service.as(rightsOf({ grants }, 'SAFEGUARDING'), 'somebody');
const reading = (rows: Grant['rows']): Grant => ({
  scopes: ['behaviour:read', 'behaviour:review', 'order:read'],
  rows,
});

async function queueOf(db: Database, filter?: object) {
  const { edges, totalCount } = await flagQueue(db, filter, { first: 50, count: true });
  return { ids: edges.map(({ node }) => node.id).sort(), totalCount };
}
const these = (...flags: HeldFlag[]) => ({ ids: flags.map(({ id }) => id).sort(), totalCount: flags.length });

it('shows a flag to whoever may see all that it rests on, and counts no other', async () => {
  expect(await queueOf(service)).toEqual(these(own, shared, inOwnCase, inOthersCase, sealed));
  expect(await queueOf(seenBy(reading({ forces: ['06'] })))).toEqual(these(own, inOwnCase));
  expect(await queueOf(seenBy(reading({ forces: ['06', '20'] })))).toEqual(these(own, shared, inOwnCase, inOthersCase));
  expect(await queueOf(seenBy(reading({ areas: ['NORTH_WEST'] })))).toEqual(these(inOwnCase));
  expect(await queueOf(seenBy(reading({ everyRow: true })))).toEqual(these(own, shared, inOwnCase, inOthersCase));
  expect(await queueOf(seenBy(reading({ cases: [idOf('case', 'C3')] })))).toEqual(these(sealed));
  expect(await queueOf(seenBy({ scopes: ['case:read'], rows: { everyRow: true } }))).toEqual(these());
  // The scope that opens what it rests on, and the one that opens what follows from it, are needed on the same rows.
  const [behaviour, orders] = [['behaviour:read'], ['order:read']] as Grant['scopes'][];
  const rows = { everyRow: true };
  expect(await queueOf(seenBy({ scopes: behaviour!, rows }))).toEqual(these());
  const apart = [
    { scopes: behaviour!, rows: { forces: ['06'] } },
    { scopes: orders!, rows: { forces: ['20'] } },
  ];
  expect(await queueOf(seenBy(...apart))).toEqual(these());
  expect(await queueOf(seenBy({ scopes: behaviour!, rows }, { scopes: orders!, rows: { forces: ['06'] } }))).toEqual(
    these(own, inOwnCase),
  );
});

it('finds by no filter what it does not show', async () => {
  const db = seenBy(reading({ forces: ['06'] }));
  expect(await queueOf(db, { suspectId: inOthersCase.person })).toEqual(these());
  expect(await queueOf(db, { forces: ['20'] })).toEqual(these());
  expect(await queueOf(db, { areas: ['NORTH_WEST'] })).toEqual(these(own, inOwnCase));
  expect(await flagsById(db, [inOthersCase.id, own.id])).toEqual([null, expect.objectContaining({ id: own.id })]);
});

it('takes and shows reviews of flags that are seen, and knows no other flag', async () => {
  const review = (db: Database, { id }: HeldFlag) => {
    const input = { requestId: id, flagId: id, status: 'ACCEPTED' as const, reason: 'Seen.', validateOnly: false };
    const context = new Context(db, new CodeBook(), { actor: 'somebody', rights: NO_RIGHTS });
    return write(context, 'reviewFlag', input, async (transaction) => ({
      flag: await recordReview(transaction, input, 'somebody'),
    }));
  };
  const db = seenBy(reading({ forces: ['06'] }));
  expect((await review(db, own)).flag).toMatchObject({ id: own.id, state: { status: 'ACCEPTED' } });
  await expect(review(db, shared)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  await review(service, shared);
  expect((await reviewsOfFlags(db, [own.id, shared.id])).map((reviews) => reviews.length)).toEqual([1, 0]);
});

it('says to everybody how far the index has come', async () => {
  await service.query(
    `INSERT INTO behaviour.feed_cursor (subgraph, cursor, at) VALUES ('cases', NULL, '2024-06-01T12:00:00Z')`,
  );
  await service.query(`INSERT INTO behaviour.pending (suspect, since) VALUES ($1, now())`, [idOf('suspect', 'S1')]);
  const state = { asOf: '2024-06-01T12:00:00Z', lagSeconds: expect.any(Number), pending: 1, rebuilding: false };
  expect(await indexState(seenBy(reading({ forces: ['43'] })), ['all'])).toEqual([state]);
  expect(await seenBy(reading({ everyRow: true })).query('SELECT FROM behaviour.pending')).toEqual([]);
});

it('lists who meets a definition to whoever may see all that it rests on', async () => {
  const definition = { key: 'd', version: '1' } as Definition;
  const meeting = `INSERT INTO behaviour.meeting (definition, version, person, linked_ids, forces, areas, restricted, case_ids, needs, figures)
    VALUES ('d', '1', $1, ARRAY[$1::uuid], $2, '{}', false, $3, $4, '[]')`;
  const meets = (person: string, forces: string[], caseIds: string[]) =>
    service.query(meeting, [person, forces, caseIds, JSON.stringify(needsOf({ caseIds }))]);
  await meets(own.person, ['06'], [idOf('case', 'C1')]);
  await meets(shared.person, ['06', '20'], [idOf('case', 'C1'), idOf('case', 'C2')]);
  const seen = async (db: Database) =>
    (await suspectsMeeting(db, definition, { first: 10, count: true })).edges.map(({ node }) => node.id);
  expect(await seen(seenBy(reading({ forces: ['06'] })))).toEqual([own.person]);
  expect(await seen(seenBy(reading({ forces: ['06', '20'] })))).toEqual([own.person, shared.person].sort());
});
