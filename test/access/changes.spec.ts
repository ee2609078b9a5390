import { randomUUID } from 'node:crypto';
import type { Grant } from '@throughline/access';
import type { SubgraphPort } from '@throughline/subgraph';
import { Client } from 'pg';
import { take, withdrawn } from '../records';
import { FORCE, type Graph, aCase, aGraph, aSuspect, aVictim, anIncident, anOrder, idOf } from '../support';
import { issued, pageOf, pagesOf } from './issued';

const CASES_OF_06: Grant = { scopes: ['case:read'], rows: { forces: ['06'] } };
const EVERYTHING: Grant = { scopes: ['case:read', 'order:read', 'inspection:read'], rows: { everyRow: true } };

/** Case A is force 06's, B force 20's, and C a restricted one of 06. */
let graph: Graph;
let isDown = false;
beforeAll(async () => {
  graph = await aGraph({
    ports: (running) => running.map((subgraph) => (subgraph.name === 'orders' ? breakable(subgraph) : subgraph)),
  });
  await take(graph, [
    ...['S1', 'S2', 'S3'].map((ref) => aSuspect(ref)),
    aVictim('V1'),
    aVictim('V3'),
    aCase('A'),
    aCase('B', { force: '20', area: 'WEST_MIDLANDS', suspects: ['S2'], victims: ['V3'] }),
    aCase('C', { suspects: ['S3'], victims: ['V3'], restricted: true }),
    ...[
      ['A', 'S1'],
      ['C', 'S3'],
    ].map(([ref, suspect]) => anIncident(`I${ref}`, { case: ref, suspect, narrative: 'Words.' })),
    { ...anIncident('IB', { case: of06('B'), suspect: of06('S2'), victim: of06('V3') }), source: 'police:20' },
    anOrder('O1', { case: 'A' }),
  ]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const of06 = (ref: string) => ({ source: FORCE, ref });

function breakable(port: SubgraphPort): SubgraphPort {
  return new Proxy(port, {
    get: (target, name) => {
      if (name === 'execute' && isDown) return () => Promise.reject(new Error('down'));
      const value = target[name as keyof SubgraphPort] as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

const idsOf = (changes: { id: string }[]) => changes.map(({ id }) => id).sort();

test('a partner hears of the records that it may read and of no others, never of what they say', async () => {
  const { headers } = await issued(graph, [CASES_OF_06]);
  const { changes } = await pagesOf(graph, headers);
  expect(idsOf(changes)).toEqual(
    [idOf('suspect', 'S1'), idOf('victim', 'V1'), idOf('case', 'A'), idOf('incident', 'IA')].sort(),
  );
  for (const change of changes) expect(Object.keys(change)).toEqual(['id', 'type', 'kind', 'at', 'version']);
  expect(changes.map(({ kind, version }) => [kind, version])).toEqual(changes.map(() => ['CREATED', 1]));
});

test('whoever has no scope for a type hears nothing of it; a restricted case is heard of by who is given its name', async () => {
  const orders = await issued(graph, [{ scopes: ['order:read'], rows: { forces: ['06'] } }]);
  expect((await pagesOf(graph, orders.headers)).changes).toMatchObject([{ id: idOf('order', 'O1'), type: 'order' }]);
  const sealed = await issued(graph, [{ scopes: ['case:read'], rows: { cases: [idOf('case', 'C')] } }]);
  expect(idsOf((await pagesOf(graph, sealed.headers)).changes)).toEqual(
    [idOf('case', 'C'), idOf('incident', 'IC'), idOf('suspect', 'S3'), idOf('victim', 'V3')].sort(),
  );
  const counts = await issued(graph, [{ scopes: ['statistics:read'], rows: { everyRow: true } }]);
  expect((await pagesOf(graph, counts.headers)).changes).toEqual([]);
});

test('small pages give what one gives, nothing lost or doubled, and each record in its order', async () => {
  const { headers } = await issued(graph, [EVERYTHING]);
  for (const stage of ['CHARGED', 'INVESTIGATION', 'CHARGED']) await take(graph, [aCase('A', { stage })]);
  const whole = await pagesOf(graph, headers);
  const paged = await pagesOf(graph, headers, undefined, 2);
  const text = (changes: object[]) => changes.map((change) => JSON.stringify(change)).sort();
  expect(text(paged.changes)).toEqual(text(whole.changes));
  expect(new Set(text(whole.changes)).size).toBe(whole.changes.length);
  const ofA = paged.changes.filter(({ id }) => id === idOf('case', 'A'));
  expect(ofA.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  expect(ofA.map(({ kind }) => kind)).toEqual(['CREATED', 'UPDATED', 'UPDATED', 'UPDATED']);
  expect((await pageOf(graph, headers, paged.cursor)).changes).toEqual([]);
});

test('from now on means from now on, and a change that is committed late is told late', async () => {
  const { headers } = await issued(graph, [EVERYTHING]);
  const late = new Client({ connectionString: graph.superuserUrl });
  await late.connect();
  try {
    await late.query('BEGIN');
    await late.query(
      `INSERT INTO cases.change (type, record, version, actor, action) VALUES ('suspect', $1, 2, 'late', 'IMPORT')`,
      [idOf('suspect', 'S1')],
    );
    const { cursor } = await pageOf(graph, headers, 'now');
    await take(graph, [aVictim('V9')]);
    const before = await pageOf(graph, headers, cursor);
    expect(before.changes).toEqual([]);
    await late.query('COMMIT');
    const after = await pagesOf(graph, headers, before.cursor);
    expect(after.changes.map(({ id, version }) => [id, version])).toEqual([
      [idOf('suspect', 'S1'), 2],
      [idOf('victim', 'V9'), 1],
    ]);
  } finally {
    await late.end();
  }
});

test('what is withdrawn is told as such; what has gone out of reach is not spoken of', async () => {
  await take(graph, [
    aSuspect('S7'),
    aCase('G', { suspects: ['S7'] }),
    aCase('H', { suspects: ['S7'] }),
    anIncident('IG', { case: 'G', suspect: 'S7' }),
  ]);
  const { headers } = await issued(graph, [CASES_OF_06]);
  const { cursor } = await pageOf(graph, headers, 'now');
  const gone = anIncident('IG', { case: 'G', suspect: 'S7' });
  await take(graph, [withdrawn(gone), aCase('H', { suspects: ['S7'], restricted: true })]);
  const { changes } = await pagesOf(graph, headers, cursor);
  expect(changes).toMatchObject([{ id: idOf('incident', 'IG'), kind: 'WITHDRAWN' }]);
  // What had been told of it is not told again, either.
  expect(idsOf((await pagesOf(graph, headers)).changes)).not.toContain(idOf('case', 'H'));
});

test('what is told is in the log before it is told, as a disclosure; where nothing is told there is nothing to log', async () => {
  const { headers, id } = await issued(graph, [CASES_OF_06]);
  const { changes, cursor } = await pagesOf(graph, headers);
  await pageOf(graph, headers, cursor);
  const { records } = await graph.access.services.log.find(
    { principalId: id },
    { first: 10, before: null, count: false },
  );
  expect(records).toMatchObject([
    { kind: 'DISCLOSURE', operation: 'GET /v1/changes', outcome: 'ALLOWED', purpose: 'INVESTIGATION' },
  ]);
  expect(records[0]!.recordIds).toEqual([...new Set(idsOf(changes))]);
  expect(records[0]!.coordinates).toEqual(['case.id', 'incident.id', 'suspect.id', 'victim.id']);
});

test('two statements for each subgraph, however many records there are', async () => {
  const { headers } = await issued(graph, [CASES_OF_06]);
  const statements = await graph.countStatements(() => pageOf(graph, headers));
  expect(Math.max(...[...statements.values()].map((made) => made.length))).toBe(2);
});

test('a cursor tells its holder nothing, and is taken only as it was given', async () => {
  const { headers } = await issued(graph, [CASES_OF_06]);
  const { cursor } = await pageOf(graph, headers);
  const parts = cursor.split('.');
  expect(parts.map((part) => Buffer.from(part, 'base64url').toString('latin1')).join()).not.toMatch(/cases|\d+:\d+/);
  const forged = [...parts.slice(0, 3), Buffer.from('{}').toString('base64url'), parts[4]].join('.');
  for (const since of [forged, `${cursor}x`, '1:1', '']) {
    await expect(pageOf(graph, headers, since)).rejects.toThrow('400 INVALID_INPUT');
  }
  for (const limit of [0, 101, -1, 1.5]) {
    await expect(pageOf(graph, headers, cursor, limit)).rejects.toThrow('400 INVALID_INPUT');
  }
});

test('nobody hears anything without a key, or by one that is confined to stored operations or was revoked', async () => {
  await expect(pageOf(graph, {})).rejects.toThrow('401 UNAUTHENTICATED');
  const confined = await issued(graph, [CASES_OF_06], { operations: ['SuspectGraph'] });
  await expect(pageOf(graph, confined.headers)).rejects.toThrow('403 OPERATION_NOT_ALLOWED');
  const revoked = await issued(graph, [CASES_OF_06]);
  const { cursor } = await pageOf(graph, revoked.headers);
  await graph.access.services.keys.revoke(revoked.id, 'test', 'Done.');
  await expect(pageOf(graph, revoked.headers, cursor)).rejects.toThrow('401 KEY_REVOKED');
});

test('while a subgraph cannot be asked there is no page, and what it has is told once it can', async () => {
  const { headers } = await issued(graph, [EVERYTHING]);
  const { cursor } = await pagesOf(graph, headers);
  const ref = randomUUID();
  await take(graph, [anOrder(ref, { case: 'A' }), aVictim(ref)]);
  isDown = true;
  try {
    await expect(pageOf(graph, headers, cursor)).rejects.toThrow('503 SUBGRAPH_UNAVAILABLE');
  } finally {
    isDown = false;
  }
  const { changes } = await pagesOf(graph, headers, cursor);
  expect(idsOf(changes)).toEqual([idOf('order', ref), idOf('victim', ref)].sort());
});
