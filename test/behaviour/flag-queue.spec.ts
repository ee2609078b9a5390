import { randomUUID } from 'node:crypto';
import { type Graph, aCase, aGraph, aSuspect, aVictim, anIncident, anOrder, idOf } from '../support';
import { type HeldFlag, SEVERITIES, behaviourOf, holdFlags } from './flags';

const QUEUE = `query ($filter: FlagFilter, $first: Int = 50, $after: String) {
  flagQueue(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id rule severity title raisedAt suspect { id } victims { id } force { code } forces { code name } review { status } } } } }`;

const joined = randomUUID();
const RULES = ['ORDER_EXPIRING', 'REPEAT_HIGH_HARM', 'BREACH_NOT_ACTIONED'];
const STATUSES = ['OPEN', 'ACCEPTED', 'DISMISSED', 'REFERRED'];

/** Flags of every severity, rule, force and status, some at the same moment, one closed. */
const given = Array.from({ length: 48 }, (_none, n) => ({
  severity: n % 4,
  rule: RULES[n % 3],
  forces: n % 5 === 0 ? ['06', '20'] : n % 5 === 1 ? ['43'] : ['06'],
  areas: n % 7 === 0 ? ['WESSEX'] : ['NORTH_WEST'],
  status: STATUSES[(n >> 2) % 4],
  raisedAt: `2024-05-${String(1 + (n >> 3)).padStart(2, '0')}T10:00:00.123456Z`,
  ...(n % 11 === 0 && { linkedIds: [joined, randomUUID()] }),
}));

let graph: Graph;
let held: HeldFlag[];
beforeAll(async () => {
  graph = await aGraph();
  held = await holdFlags(graph, [...given, { severity: 3, closedAt: '2024-06-01T00:00:00Z' }]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** The flags that are open, in the order of the queue. */
const inOrder = (flags: HeldFlag[]): string[] =>
  flags
    .filter(({ closedAt }) => closedAt === null)
    .sort((a, b) => b.severity - a.severity || compare(b.raisedAt, a.raisedAt) || compare(b.id, a.id))
    .map(({ id }) => id);

async function queue(variables: object): Promise<any> {
  const { data, errors } = await graph.query(QUEUE, variables);
  expect(errors).toBeUndefined();
  return data.flagQueue;
}
const ids = ({ edges }: any): string[] => edges.map(({ node }: any) => node.id);

it('has every open flag, the gravest first and of these the newest', async () => {
  const found = await queue({ first: 100 });
  expect(ids(found)).toEqual(inOrder(held));
  expect(found.totalCount).toBe(48);
  const first = held.find(({ id }) => id === found.edges[0].node.id)!;
  expect(found.edges[0].node).toEqual({
    id: first.id,
    rule: first.rule,
    severity: SEVERITIES[first.severity],
    title: `Title of ${first.rule}`,
    raisedAt: first.raisedAt,
    suspect: { id: first.person },
    victims: [{ id: first.person }],
    force: { code: first.forces[0] },
    forces: first.forces.map((code) => ({ code, name: expect.any(String) })),
    review: { status: first.status },
  });
});

it('comes page by page, each flag once, also where flags are raised meanwhile', async () => {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: any = await queue({ first: 7, after });
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    expect(page.totalCount).toBe(48);
    seen.push(...ids(page));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(seen).toEqual(inOrder(held));
});

it('reads a page in one statement, and counts and asks for reviews in no other', async () => {
  const made = await graph.countStatements(() => queue({ first: 50 }));
  expect(made.get('behaviour')).toHaveLength(1);
});

it.each<[string, object, (flag: HeldFlag) => boolean]>([
  ['rules', { rules: ['REPEAT_HIGH_HARM', 'BREACH_NOT_ACTIONED'] }, ({ rule }) => rule !== 'ORDER_EXPIRING'],
  ['forces', { forces: ['20', '43'] }, ({ forces }) => forces.includes('20') || forces.includes('43')],
  ['areas', { areas: ['WESSEX'] }, ({ areas }) => areas.includes('WESSEX')],
  ['the least severity', { severityAtLeast: 'MEDIUM' }, ({ severity }) => severity >= 2],
  ['the least of all', { severityAtLeast: 'INFO' }, () => true],
  ['reviews', { reviewStatus: ['ACCEPTED', 'REFERRED'] }, ({ status }) => /ACC|REF/.test(status)],
  [
    'when they were raised',
    { raisedSince: '2024-05-03T11:00:00.123456+01:00' },
    (flag) => flag.raisedAt >= '2024-05-03',
  ],
  ['a suspect who is the same person', { suspectId: joined }, ({ linkedIds }) => linkedIds.includes(joined)],
  ['nobody', { suspectId: 'nobody' }, () => false],
  ['nothing', { rules: [] }, () => false],
  [
    'all of these together',
    { rules: ['ORDER_EXPIRING'], forces: ['06'], severityAtLeast: 'LOW', reviewStatus: ['OPEN', 'DISMISSED'] },
    ({ rule, forces, severity, status }) =>
      rule === 'ORDER_EXPIRING' && forces.includes('06') && severity >= 1 && /OPEN|DIS/.test(status),
  ],
])('can be narrowed by %s', async (_by, filter, fits) => {
  const expected = inOrder(held.filter(fits));
  const found = await queue({ filter, first: 100 });
  expect(ids(found)).toEqual(expected);
  expect(found.totalCount).toBe(expected.length);
});

it.each([
  [{ first: 0 }, 'first'],
  [{ first: 101 }, 'first'],
  [{ after: 'nonsense' }, 'after'],
  [{ after: Buffer.from('["TIMELINE","2024-05-01T10:00:00Z","x"]').toString('base64url') }, 'after'],
  [{ after: Buffer.from('["FLAG_QUEUE","4","2024-05-01T10:00:00Z"]').toString('base64url') }, 'after'],
])('refuses %j', async (variables, field) => {
  const { errors } = await graph.query(QUEUE, variables);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
});

it('shows one flag by its id, closed or not', async () => {
  const closed = held.find(({ closedAt }) => closedAt !== null)!;
  const query = `query ($id: ID!) { flag(id: $id) { id closedAt because { text source { type id } } thresholds { name value } } }`;
  expect((await graph.query(query, { id: closed.id })).data.flag).toMatchObject({
    id: closed.id,
    closedAt: closed.closedAt,
    because: [{ text: 'Because.', source: { type: 'order' } }],
    thresholds: [{ name: 'orderExpiringDays', value: 28 }],
  });
  expect((await graph.query(query, { id: randomUUID() })).data.flag).toBeNull();
  expect((await graph.query(query, { id: 'no uuid' })).data.flag).toBeNull();
});

it('says how far the index has followed the records, by whatever lags most', async () => {
  const state = async () => {
    const { data, errors } = await graph.query('{ flagQueue { asOf lagSeconds pending rebuilding } }');
    expect(errors).toBeUndefined();
    return data.flagQueue;
  };
  const db = behaviourOf(graph);
  expect(await state()).toEqual({ asOf: null, lagSeconds: null, pending: 0, rebuilding: false });
  await db.query(
    `INSERT INTO behaviour.feed_cursor (subgraph, cursor, at) VALUES ('cases', '1:1', now()), ('orders', NULL, now() - interval '10 seconds')`,
  );
  expect((await state()).lagSeconds).toBeGreaterThanOrEqual(10);
  expect((await state()).lagSeconds).toBeLessThan(100);
  await db.query(`INSERT INTO behaviour.pending (suspect, since) VALUES ($1, '2024-05-01T10:00:00Z'), ($2, now())`, [
    randomUUID(),
    randomUUID(),
  ]);
  expect(await state()).toMatchObject({ asOf: '2024-05-01T10:00:00Z', pending: 2 });
  expect((await state()).lagSeconds).toBeGreaterThan(86_400);
});

it('holds what the rules find in what was recorded, with the same ids as the profile', async () => {
  await using live = await aGraph({ index: true });
  await live.import([
    aSuspect('S1'),
    aVictim('V1'),
    aCase('C1'),
    anIncident('i1', { behaviours: ['THREAT_VIOLENCE'] }),
    anOrder('O1', { force: '20' }),
  ]);
  await live.indexed();
  const { data } = await live.query(
    `query ($id: ID!) { flagQueue { asOf lagSeconds edges { node { id rule raisedAt suspect { id displayName } forces { code } } } }
      suspect(id: $id) { behaviour { flags { id raisedAt forces { code } } } } }`,
    { id: idOf('suspect', 'S1') },
  );
  const [{ node }] = data.flagQueue.edges;
  expect(node).toMatchObject({
    rule: 'RISK_NOT_REASSESSED',
    suspect: { id: idOf('suspect', 'S1'), displayName: 'Test S1' },
    forces: [{ code: '06' }],
  });
  // A flag that was worked out anew knows when it was first raised.
  expect(data.suspect.behaviour.flags).toEqual([{ id: node.id, raisedAt: node.raisedAt, forces: node.forces }]);
  expect(data.flagQueue.lagSeconds).toBeLessThan(120);
});
