import { randomUUID } from 'node:crypto';
import {
  type Grant,
  type Rights,
  type RowScope,
  ALL_RIGHTS,
  NO_RIGHTS,
  RIGHTS_SETTING,
  rowRules,
  matching,
  matchingSql,
  opens,
  reachedSql,
  rightsOf,
  scopes,
} from '@throughline/access';
import fc from 'fast-check';
import { Client } from 'pg';
import { run } from '../cluster';

const [caseA, caseB, suspectA, suspectB] = Array.from({ length: 4 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
];
let client: Client;
let name: string;

beforeAll(async () => {
  const admin = process.env.THROUGHLINE_TEST_DATABASE!;
  name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(admin, `CREATE DATABASE ${name}`);
  client = new Client({ connectionString: Object.assign(new URL(admin), { pathname: `/${name}` }).toString() });
  await client.connect();
  for (const statement of [...rowRules, ...rowRules]) await client.query(statement);
});

afterAll(async () => {
  await client.end();
  await run(process.env.THROUGHLINE_TEST_DATABASE!, `DROP DATABASE ${name} WITH (FORCE)`);
});

const some = (values: readonly string[]) => fc.subarray([...values]);
const anyGrant: fc.Arbitrary<Grant> = fc.record({
  scopes: fc.subarray([...scopes], { minLength: 1 }),
  rows: fc.record({
    everyRow: fc.boolean(),
    forces: some(['06', '20']),
    areas: some(['NORTH_WEST', 'WESSEX']),
    cases: some([caseA, caseB]),
    suspects: some([suspectA, suspectB]),
  }),
});
const anyRow: fc.Arbitrary<RowScope> = fc.record({
  force: fc.constantFrom('06', '20', '44', null),
  area: fc.constantFrom('NORTH_WEST', 'WESSEX', 'EAST', null),
  restricted: fc.boolean(),
  caseId: fc.constantFrom(caseA, caseB, null),
  suspectIds: some([suspectA, suspectB]),
});

/** What PostgreSQL says of rows under rights, for each scope. */
async function inPostgres(rights: Rights, rows: RowScope[]): Promise<boolean[][]> {
  await client.query('SELECT set_config($1, $2, false)', [RIGHTS_SETTING, JSON.stringify(rights)]);
  const columns = { force: 'force', area: 'area', restricted: 'restricted', caseId: 'case_id', suspectIds: 'suspects' };
  const { rows: found } = await client.query<Record<string, boolean>>(
    `SELECT ${scopes.map((scope) => `${reachedSql(scope, matchingSql(columns), columns.restricted)} AS "${scope}"`).join(', ')}
     FROM jsonb_to_recordset($1::jsonb) AS row(force text, area text, restricted boolean, case_id uuid, suspects uuid[])`,
    [
      JSON.stringify(
        rows.map(({ caseId, suspectIds, ...row }) => ({
          ...row,
          case_id: caseId,
          suspects: `{${suspectIds.join(',')}}`,
        })),
      ),
    ],
  );
  return found.map((row) => scopes.map((scope) => row[scope]!));
}

const here = (rights: Rights, rows: RowScope[]) =>
  rows.map((row) => scopes.map((scope) => opens(rights, scope, matching(rights, row))));

test('PostgreSQL and the process say the same of every row under any grants', async () => {
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyGrant, { maxLength: 6 }), fc.array(anyRow, { minLength: 1 }), async (grants, rows) => {
      const rights = rightsOf({ grants }, 'INVESTIGATION');
      const expected = here(rights, rows);
      opened += expected.flat().filter(Boolean).length;
      expect(await inPostgres(rights, rows)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
  expect(opened).toBeGreaterThan(1000);
});

test.each([
  ['no rights', NO_RIGHTS],
  ['those of a service', ALL_RIGHTS],
])('under %s', async (_name, rights) => {
  const rows = fc.sample(anyRow, 50);
  expect(await inPostgres(rights, rows)).toEqual(here(rights, rows));
});

test('a connection that says nothing of its rights reaches nothing', async () => {
  await client.query(`RESET ${RIGHTS_SETTING}`);
  const { rows } = await client.query(
    `SELECT ${reachedSql('case:read', matchingSql({ force: `'06'`, suspectIds: `ARRAY[]::uuid[]` }))} AS reached`,
  );
  expect(rows).toEqual([{ reached: false }]);
});
