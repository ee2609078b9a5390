import { NO_RIGHTS, type Rights, scopes } from '@throughline/access';
import { type Database, type Subgraph, recordId } from '@throughline/subgraph';
import { Client } from 'pg';
import { InspectionTableBy, InspectionTableKind } from '../../apps/inspections/src/table/inspection-table.model';
import { CASES, fill } from './big-world';
import type { Door } from '../cli/import';
import { startAlone } from '../up/alone';

type Line = { measured: string } & Record<string, string | number>;
type Statement = [db: Database, sql: string, params: unknown[]];

/** Every table that there is, with what takes it apart. */
const KINDS = Object.keys(InspectionTableKind);
const BY = [undefined, ...Object.keys(InspectionTableBy)];
const TABLE = `query ($id: ID!, $kind: InspectionTableKind!, $by: InspectionTableBy) {
  inspection(id: $id) { table(kind: $kind, by: $by) { title denominator rows { key cells { value } } } } }`;
const STATISTICS: Record<string, string> = {
  'caseStatistics, cases by force and year': '{ caseStatistics(measure: CASES, rows: FORCE, columns: YEAR) { total } }',
  'caseStatistics, crimes by family and force':
    '{ caseStatistics(measure: RECORDED_CRIMES, rows: FAMILY, columns: FORCE) { total } }',
  'caseStatistics, charges by area and month':
    '{ caseStatistics(measure: CHARGES, rows: AREA, columns: MONTH) { total } }',
  'caseStatistics, incidents by year and family':
    '{ caseStatistics(measure: INCIDENTS, rows: YEAR, columns: FAMILY) { total } }',
  'caseStatistics, decisions by family and outcome':
    '{ caseStatistics(measure: DECISIONS, rows: FAMILY, columns: DECISION_OUTCOME) { total } }',
  'descriptionConsistency by force': '{ descriptionConsistency(by: FORCE) { total } }',
};
const ROUNDS = 3;
const INSPECTION = recordId('inspection', 'hmcpsi', 'I1');
/** Those of whoever reads everything but restricted cases. */
export const EVERYWHERE: Rights = {
  ...NO_RIGHTS,
  scopes: Object.fromEntries(scopes.map((scope) => [scope, 1])),
  every: 1,
};

/**
 * The tables of an inspection of many files, and those over all casework, over HTTP through the gateway: beside them the
 * statements that they make, run one after another under the same rights. The best of three rounds each.
 */
export async function tables(): Promise<Line[]> {
  const { door, running, superuserUrl, stop } = await startAlone('tables');
  try {
    await inspectEverything(superuserUrl);
    return await measured(door, running);
  } finally {
    await stop();
  }
}

async function measured(door: Door, running: readonly Subgraph[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const kind of KINDS) {
    for (const by of BY) {
      const ask = () => asked(door, TABLE, { id: INSPECTION, kind, by });
      lines.push({ measured: `${kind}${by ? ` by ${by}` : ''}, ${CASES} files`, ...(await measure(running, ask)) });
    }
  }
  for (const [name, query] of Object.entries(STATISTICS)) {
    lines.push({ measured: `${name}, ${CASES} cases`, ...(await measure(running, () => asked(door, query, {}))) });
  }
  return lines;
}

async function measure(running: readonly Subgraph[], ask: () => Promise<unknown>) {
  const statements: Statement[] = [];
  for (const { db } of running) db.onStatement = (sql, params = []) => statements.push([db, sql, params]);
  await ask();
  for (const { db } of running) db.onStatement = undefined;
  const whole = await best(ask);
  const bare = await best(async () => {
    for (const [db, sql, params] of statements) await db.as(EVERYWHERE).count(sql, params);
  });
  return { 'table ms': Math.round(whole), 'SQL ms': Math.round(bare), ratio: Math.round((100 * whole) / bare) / 100 };
}

async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

async function asked(door: Door, query: string, variables: object): Promise<void> {
  const response = await fetch(`${door.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${door.key}`,
      'throughline-purpose': 'INSPECTION',
    },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await response.json()) as { errors?: unknown[] };
  if (errors) throw new Error(JSON.stringify(errors));
}

const THEMES = [
  {
    key: 'DECISION',
    title: 'The decision',
    questions: [
      { key: 'WHOLE', text: 'Does it look at the whole of the conduct?', kind: 'RATING' },
      { key: 'ORDER', text: 'Was an order thought of?', kind: 'YES_NO' },
    ],
  },
];

/** Fills the database, with an inspection for which every case was drawn and one in sixty examined. */
async function inspectEverything(superuserUrl: string): Promise<void> {
  await fill(superuserUrl);
  const admin = new Client({ connectionString: superuserUrl });
  await admin.connect();
  try {
    await admin.query(
      `INSERT INTO inspections.inspection (id, source, ref, title, body, opened_on, themes)
       VALUES ($1, 'hmcpsi', 'I1', 'Every file', 'hmcpsi', '2024-06-01', $2)`,
      [INSPECTION, JSON.stringify(THEMES)],
    );
    await admin.query(
      `INSERT INTO inspections.sample (id, inspection_id, frame, allocation, given, size, frame_size, seed, algorithm, drawn_by)
       VALUES ($1, $1, '{}', 'PROPORTIONAL', '[]', $2, $2, 'x', 'x', 'x')`,
      [INSPECTION, CASES],
    );
    await admin.query(
      `INSERT INTO inspections.sample_file (sample_id, inspection_id, case_id, stratum, place, drawn)
       SELECT $1, $1, id, 'ALL', row_number() OVER (), true FROM cases."case"`,
      [INSPECTION],
    );
    await admin.query(
      `INSERT INTO inspections.file_examination
         (id, source, ref, inspection_id, case_id, examined_on, answers, code_compliant, appropriate_family)
       SELECT gen_random_uuid(), 'hmcpsi', case_id::text, inspection_id, case_id, '2024-09-01',
         '[{"question": "WHOLE", "rating": "FULLY_MEETING"}, {"question": "ORDER", "yes": true}]', 'YES', 'STALKING'
       FROM inspections.sample_file WHERE place % 60 = 0`,
    );
    await admin.query('VACUUM ANALYZE inspections.sample_file, inspections.file_examination, row_rules.case_scope');
  } finally {
    await admin.end();
  }
}
