import { forces } from '@throughline/reference';
import { Client } from 'pg';

/** How many cases; everything else in proportion. */
export const CASES = Number(process.env.THROUGHLINE_SCALE_CASES ?? 300_000);

const share = (of: number) => Math.ceil(CASES * of);
const counts = {
  suspect: share(1 / 3),
  victim: CASES,
  case: CASES,
  incident: share(2),
  recorded_crime: CASES,
  charge: share(2 / 3),
  charging_decision: share(2 / 3),
  early_advice: share(1 / 3),
  action_plan: share(1 / 6),
  file_quality_check: share(1 / 2),
  order: share(1 / 3),
  order_event: share(1 / 3),
  breach: share(1 / 3),
  risk_assessment: share(2 / 3),
  referral: share(1 / 6),
  recommendation: Math.min(2000, CASES),
};
type Table = keyof typeof counts;

const tables = Object.keys(counts);
/** The id of the nth row of a table, as SQL and as text. */
const idSql = (table: Table, n: string) =>
  `('${String(tables.indexOf(table)).padStart(8, '0')}-0000-4000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;
export const bigId = (table: Table, n: number) =>
  `${String(tables.indexOf(table)).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const oneOf = (...values: string[]) =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(', ')}])[1 + floor(random() * ${values.length})::int]`;
/** Some of a table, the first of them much more often: a few people have many cases. */
const some = (table: Table) => idSql(table, `1 + floor(power(random(), 3) * ${counts[table]})`);
const any = (table: Table) => idSql(table, `1 + floor(random() * ${counts[table]})`);
const day = `date '2016-01-01' + floor(random() * 3800)::int`;
const moment = `timestamptz '2016-01-01 00:00Z' + random() * interval '3800 days'`;
const perhaps = (probability: number, sql: string) => `CASE WHEN random() < ${probability} THEN ${sql} END`;
/** The first forces have most of the cases. */
const force = `(ARRAY[${forces.map(({ code }) => `'${code}'`).join(', ')}])[1 + floor(random() * random() * ${forces.length})::int]`;
/** A word of letters alone, another for each number. */
const word = (n: string) => `left(translate(md5((${n})::text), '0123456789', 'ghijklmnop'), 9)`;
const answer = `'[{"item": "a", "answer": "YES"}]'`;

/** What the nth row of each table has; `n` counts from 1. Ids, sources and references are added. */
const rows: Record<Table, { schema: string; columns: Record<string, string> }> = {
  suspect: {
    schema: 'cases',
    columns: {
      names: `jsonb_build_array(jsonb_build_object('given', ${word('floor(random() * 200)')}, 'family', ${word('1000 + n % 20000')}, 'kind', 'LEGAL'))`,
      date_of_birth: `date '1950-01-01' + floor(random() * 20000)::int`,
      pnc_id: `'24/' || n`,
      identifiers: `jsonb_build_array(jsonb_build_object('scheme', 'CRO', 'value', n::text))`,
    },
  },
  victim: { schema: 'cases', columns: { names: `'[{"given": "Bo", "family": "Invented", "kind": "LEGAL"}]'` } },
  case: {
    schema: 'cases',
    columns: {
      urn: `'U' || n`,
      force,
      area: oneOf('NORTH_WEST', 'LONDON_NORTH', 'LONDON_SOUTH', 'WALES', 'WESSEX', 'YORKSHIRE', 'NORTH_EAST'),
      opened_on: day,
      stage: oneOf('INVESTIGATION', 'CHARGED', 'CHARGED', 'CONVICTED', 'NFA', 'NFA', 'CLOSED', 'CLOSED'),
      suspect_ids: `ARRAY[${some('suspect')}]`,
      victim_ids: `ARRAY[${some('victim')}]`,
      relationship: oneOf('FORMER_PARTNER', 'FORMER_PARTNER', 'PARTNER', 'NEIGHBOUR', 'STRANGER', 'OTHER'),
      domestic: 'random() < 0.5',
      restricted: 'random() < 0.002',
      reported_on: perhaps(0.9, `date '2015-12-01' + floor(random() * 100)::int`),
      referred_on: perhaps(0.7, `date '2016-03-10' + floor(random() * 200)::int`),
      closed_reason: perhaps(0.6, oneOf('VICTIM_WITHDREW', 'EVIDENTIAL', 'PUBLIC_INTEREST', 'ADMINISTRATIVE')),
      file_availability: perhaps(0.9, oneOf('AVAILABLE', 'AVAILABLE', 'PARTIAL', 'ARCHIVED', 'DESTROYED', 'NOT_FOUND')),
    },
  },
  incident: {
    schema: 'cases',
    columns: {
      case_id: any('case'),
      suspect_id: some('suspect'),
      victim_id: some('victim'),
      occurred_from: moment,
      time_known: 'true',
      behaviours: `ARRAY[${oneOf('S2A_A', 'S2A_B', 'S2A_D', 'THREAT_VIOLENCE')}]`,
      basis: `'ALLEGATION'`,
      evidence: `'ACCEPTED'`,
    },
  },
  recorded_crime: {
    schema: 'cases',
    columns: {
      reference: `'R' || n`,
      force,
      recorded_on: day,
      principal_offence: oneOf('195/12', '195/94', '008/30', '008/65', '105/12'),
      case_id: idSql('case', 'n'),
    },
  },
  charge: {
    schema: 'cases',
    columns: {
      case_id: any('case'),
      suspect_id: some('suspect'),
      offence: oneOf('PH97010', 'PH97003', 'PH97011', 'SE20006', 'CJ88116'),
      charged_on: day,
    },
  },
  charging_decision: {
    schema: 'cases',
    columns: {
      case_id: any('case'),
      suspect_id: some('suspect'),
      decided_on: day,
      kind: `'CHARGE'`,
      outcome: oneOf('CHARGE', 'NFA_EVIDENTIAL', 'NFA_PUBLIC_INTEREST', 'CONTINUE'),
      considered: `'[{"family": "STALKING", "reason": "x"}]'`,
      decided_by: `'CPS'`,
      order_considered: oneOf('YES', 'NO', 'NOT_RECORDED'),
    },
  },
  early_advice: {
    schema: 'cases',
    columns: {
      case_id: any('case'),
      requested_at: moment,
      requested_time_known: 'true',
      requested_by: force,
      responded_at: perhaps(0.8, `timestamptz '2026-06-01 00:00Z' + random() * interval '20 days'`),
    },
  },
  action_plan: {
    schema: 'cases',
    columns: {
      case_id: any('case'),
      issued_on: day,
      due_on: `date '2026-06-01'`,
      items: `jsonb_build_array(jsonb_build_object('text', 'Do it.', 'doneOn', ${perhaps(0.7, `date '2026-05-01'`)}))`,
    },
  },
  file_quality_check: {
    schema: 'cases',
    columns: {
      case_id: any('case'),
      checked_on: day,
      standard: `'DG6'`,
      compliant: 'random() < 0.6',
      gaps: perhaps(0.5, `ARRAY[${oneOf('VPS', 'MG3', 'UNUSED')}]`).replace('END', `ELSE '{}' END`),
    },
  },
  order: {
    schema: 'orders',
    columns: {
      suspect_id: some('suspect'),
      case_id: any('case'),
      force: perhaps(0.95, force),
      kind: oneOf('SPO', 'SPO', 'RO_CONVICTION', 'RO_CONVICTION', 'RO_CONVICTION', 'NMO', 'DVPO', 'RO_ACQUITTAL'),
      protected_person_ids: `ARRAY[${some('victim')}]`,
      made_on: perhaps(0.9, day),
      effective_to: perhaps(0.7, `date '2017-01-01' + floor(random() * 5000)::int`),
      state: oneOf('IN_FORCE', 'IN_FORCE', 'VARIED', 'EXPIRED', 'EXPIRED', 'EXPIRED', 'DISCHARGED', 'APPLIED'),
      conditions: `'[{"ref": "c1", "kind": "PROHIBITION", "text": "Not to contact."}]'`,
    },
  },
  order_event: { schema: 'orders', columns: { order_id: idSql('order', 'n'), '"on"': day, kind: `'MADE'` } },
  breach: {
    schema: 'orders',
    columns: {
      order_id: some('order'),
      occurred_at: moment,
      time_known: 'true',
      reported_at: moment,
      reported_time_known: 'true',
      state: oneOf('REPORTED', 'CRIMED', 'INVESTIGATED', 'CHARGED', 'NFA', 'NFA', 'CONVICTED'),
    },
  },
  risk_assessment: {
    schema: 'risk_assessments',
    columns: {
      suspect_id: some('suspect'),
      victim_id: some('victim'),
      case_id: perhaps(0.8, any('case')),
      instrument: oneOf('screen', 'screen', 'dash'),
      instrument_version: `'1'`,
      assessed_at: moment,
      time_known: 'true',
      trigger: oneOf('INITIAL', 'INITIAL', 'REVIEW', 'BREACH'),
      answers: answer,
      grade: oneOf('STANDARD', 'MEDIUM', 'MEDIUM', 'HIGH'),
      computed_grade: oneOf('STANDARD', 'MEDIUM', 'HIGH'),
    },
  },
  referral: {
    schema: 'risk_assessments',
    columns: {
      forum: oneOf('MARAC', 'MAPPA'),
      suspect_id: some('suspect'),
      victim_id: some('victim'),
      case_id: any('case'),
      referred_on: day,
      heard_on: perhaps(0.8, day),
    },
  },
  recommendation: {
    schema: 'inspections',
    columns: {
      report: `'Report ' || n % 40`,
      number: `(1 + n % 50)::text`,
      text: `'Do better.'`,
      owner: oneOf('CPS', 'Home Office', 'College of Policing'),
      due_on: day,
      history: `'[{"on": "2020-01-01", "status": "ACCEPTED"}]'`,
    },
  },
};

/** Which tables are filled beside which: two at a time, as there are two cores. */
const lanes: Table[][] = [
  ['case', 'recorded_crime', 'charge', 'early_advice', 'action_plan', 'order', 'referral', 'recommendation', 'victim'],
  ['incident', 'suspect', 'charging_decision', 'file_quality_check', 'breach', 'order_event', 'risk_assessment'],
];

/** Fills a migrated database, as its superuser, always with the same rows. */
export async function fill(url: string): Promise<void> {
  await Promise.all(lanes.map((lane, index) => fillTables(url, lane, index)));
}

async function fillTables(url: string, lane: Table[], seed: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET maintenance_work_mem = '256MB'`);
    await client.query('SELECT setseed($1)', [seed / 10]);
    for (const table of lane) await fillTable(client, table);
  } finally {
    await client.end();
  }
}

async function fillTable(client: Client, table: Table): Promise<void> {
  const { schema, columns } = rows[table];
  const name = `${schema}."${table}"`;
  // Building an index at the end costs a fraction of keeping it up row by row.
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = $1::regclass AND NOT indisprimary`,
    [name],
  );
  for (const index of indexes) await client.query(`DROP INDEX ${index.name}`);
  await client.query(
    `INSERT INTO ${name} (id, source, ref, ${Object.keys(columns).join(', ')})
     SELECT ${idSql(table, 'n')}, 'police:06', n::text, ${Object.values(columns).join(', ')}
     FROM generate_series(1, ${counts[table]}) AS n`,
  );
  for (const index of indexes) await client.query(index.definition);
  if (table === 'case' || table === 'order') {
    await client.query(
      `INSERT INTO ${schema}.change (type, record, version, actor, action)
       SELECT '${table}', id, 1, 'scale', 'IMPORT' FROM ${name}`,
    );
    await client.query(`VACUUM ANALYZE ${schema}.change`);
  }
  await client.query(`VACUUM ANALYZE ${name}`);
  if (table === 'suspect') await client.query('VACUUM ANALYZE cases.suspect_name, cases.name_word');
}
