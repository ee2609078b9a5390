import { type Graph, aGraph } from '../support';
import { behaviourOf } from './flags';

const FLAGS = 20_000;

/** Many flags of many people, a few of them of one person, of one force and referred. */
const fill = `INSERT INTO behaviour.flag (id, key, person, linked_ids, rule, rule_version, severity, title, victim_ids, forces,
    areas, restricted, case_ids, needs, rests_on, flag, facts_hash, raised_at, changed_at, closed_at, review_status)
  SELECT md5('flag' || n)::uuid, n::text, p, ARRAY[p], (ARRAY['ORDER_EXPIRING', 'REPEAT_HIGH_HARM'])[1 + n % 2], 1, n % 4,
    'Title', ARRAY[p], ARRAY[CASE WHEN n % 2000 = 1 THEN '77' ELSE lpad((n % 43)::text, 2, '0') END],
    ARRAY[CASE WHEN n % 2000 = 1 THEN 'WESSEX' ELSE 'NORTH_WEST' END], false, '{}', '[]', '[]',
    '{"key":"k","victims":[],"because":[],"restsOn":[]}', 'facts', timestamptz '2024-01-01' + n * interval '1 hour',
    now(), NULL, CASE WHEN n % 2000 = 1 THEN 'REFERRED' ELSE 'OPEN' END
  FROM (SELECT n, md5('person' || n / 10)::uuid AS p FROM generate_series(1, ${FLAGS}) n) AS s`;

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

let graph: Graph;
let person: string;
beforeAll(async () => {
  graph = await aGraph();
  await graph.asSuperuser(fill);
  await graph.asSuperuser('ANALYZE behaviour.flag');
  const [flag] = await behaviourOf(graph).query<{ person: string }>('SELECT person FROM behaviour.flag LIMIT 1');
  person = flag!.person;
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Rows of flags that the statement of a page looks at, by its plan; Infinity where it reads the table from end to end. */
async function rowsRead(filter: object, { after, fields = '' }: { after?: string; fields?: string } = {}) {
  const db = behaviourOf(graph);
  const told = db.onStatement;
  let made: { sql: string; params: unknown[] } | undefined;
  db.onStatement = (sql, params = []) => {
    if (sql.includes('behaviour.flag t')) made = { sql, params };
  };
  const { data, errors } = await graph.query(
    `query ($filter: FlagFilter, $after: String) { flagQueue(filter: $filter, first: 20, after: $after) { ${fields} edges { cursor } } }`,
    { filter, after },
  );
  db.onStatement = told;
  expect(errors).toBeUndefined();
  const [row] = await db.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${made!.sql}`,
    made!.params,
  );
  return { read: rowsOf(row!['QUERY PLAN'][0]!.Plan), edges: data.flagQueue.edges as { cursor: string }[] };
}

function rowsOf(node: Node): number {
  const below = (node.Plans ?? []).reduce((rows, one) => rows + rowsOf(one), 0);
  if (node['Relation Name'] !== 'flag') return below;
  if (node['Node Type'] === 'Seq Scan') return Infinity;
  return below + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
}

it('reads no more than a page of flags for a page, wherever it is', async () => {
  const first = await rowsRead({});
  expect(first.read).toBeLessThan(50);
  expect((await rowsRead({}, { after: first.edges.at(-1)!.cursor })).read).toBeLessThan(50);
  expect((await rowsRead({ severityAtLeast: 'HIGH' })).read).toBeLessThan(50);
});

it.each([
  ['suspectId', () => ({ suspectId: person })],
  ['forces', () => ({ forces: ['77'] })],
  ['areas', () => ({ areas: ['WESSEX'] })],
  ['reviewStatus', () => ({ reviewStatus: ['REFERRED'] })],
  ['raisedSince', () => ({ raisedSince: '2026-04-13T00:00:00Z' })],
  ['rules and raisedSince', () => ({ rules: ['ORDER_EXPIRING'], raisedSince: '2026-04-13T00:00:00Z' })],
])('finds the few that %s leaves by an index, and counts them by one', async (_by, filter) => {
  const { read, edges } = await rowsRead(filter(), { fields: 'totalCount' });
  expect(edges.length).toBeGreaterThan(0);
  expect(read).toBeLessThan(400);
});
