import { rmSync } from 'node:fs';
import type { Database } from '@throughline/subgraph';
import { Client } from 'pg';
import { EVERYWHERE } from '../../tools/bench/tables';
import { startTestCluster } from '../cluster';
import { type Graph, aGraph } from '../support';
import { anInspection, inspectionId } from '../inspections/inspecting';
import { CASES, bigId, fill } from '../../tools/bench/big-world';

const KINDS = [
  'QUESTION_BY_RATING',
  'CHARGED_BY_APPROPRIATE',
  'OUTCOME_BY_REASON',
  'PROTECTIVE_ORDERS',
  'POLICE_FILE_QUALITY',
  'TIMELINESS',
  'RISK_ASSESSMENT',
  'AVAILABILITY',
];
const EXAMINED = Math.min(CASES, 5_000);
/** What the way of the files between the services, and the laying out of the table, may cost beside the SQL. */
const MOST = 1.5;
const ROUNDS = 3;

const milliseconds = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
const least = async (measure: () => Promise<number>) => {
  let found = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) found = Math.min(found, await measure());
  return found;
};

// Filling a database takes minutes: it is done where a size is asked for, as by THROUGHLINE_SCALE_CASES=300000.
(process.env.THROUGHLINE_SCALE_CASES ? describe : describe.skip)(
  `the tables of an inspection of ${CASES} files`,
  () => {
    let graph: Graph;
    let cluster: { url: string; stop(): Promise<void> };
    let directory: string;

    beforeAll(async () => {
      cluster = await startTestCluster();
      process.env.THROUGHLINE_TEST_DATABASE = cluster.url;
      graph = await aGraph();
      await graph.import([anInspection('I1')]);
      const url = graph.superuserUrl;
      await fill(url);
      const admin = new Client({ connectionString: url });
      await admin.connect();
      directory = (await admin.query<{ at: string }>(`SELECT current_setting('data_directory') AS at`)).rows[0]!.at;
      const sample = bigId('case', 0);
      await admin.query(
        `INSERT INTO inspections.sample (id, inspection_id, frame, allocation, given, size, frame_size, seed, algorithm, drawn_by)
       VALUES ($1, $2, '{}', 'PROPORTIONAL', '[]', $3, $3, 'x', 'x', 'x')`,
        [sample, inspectionId('I1'), CASES],
      );
      await admin.query(
        `INSERT INTO inspections.sample_file (sample_id, inspection_id, case_id, stratum, place, drawn)
       SELECT $1, $2, id, 'ALL', row_number() OVER (), true FROM cases."case"`,
        [sample, inspectionId('I1')],
      );
      await admin.query(
        `INSERT INTO inspections.file_examination (id, source, ref, inspection_id, case_id, examined_on, answers, code_compliant, appropriate_family)
       SELECT gen_random_uuid(), 'hmcpsi', case_id::text, inspection_id, case_id, '2024-09-01',
         '[{"question": "WHOLE", "rating": "FULLY_MEETING"}, {"question": "ORDER", "yes": true}]', 'YES', 'STALKING'
       FROM inspections.sample_file WHERE place <= $1`,
        [EXAMINED],
      );
      await admin.query('VACUUM ANALYZE inspections.sample_file, inspections.file_examination');
      await admin.end();
    }, 300_000);
    afterAll(async () => {
      await graph[Symbol.asyncDispose]();
      await cluster.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    it.each(KINDS.flatMap((kind) => [undefined, 'AREA', 'STRATUM'].map((by) => [kind, by] as const)))(
      '%s by %s costs little more than its SQL',
      async (kind, by) => {
        const ask = () =>
          graph.query(
            `query ($id: ID!, $kind: InspectionTableKind!, $by: InspectionTableBy) {
            inspection(id: $id) { table(kind: $kind, by: $by) { denominator } } }`,
            { id: inspectionId('I1'), kind, by },
          );
        const statements: [db: Database, sql: string, params: unknown[]][] = [];
        const before = graph.subgraphs.map(({ db }) => db.onStatement);
        for (const { db } of graph.subgraphs) {
          db.onStatement = (sql, params = []) => statements.push([db, sql, params]);
        }
        const { data, errors } = await ask();
        graph.subgraphs.forEach(({ db }, index) => (db.onStatement = before[index]));
        expect(errors).toBeUndefined();
        expect(data.inspection.table.denominator).toBeGreaterThan(0);
        const whole = await least(() => milliseconds(ask));
        const bare = await least(() =>
          milliseconds(async () => {
            for (const [db, sql, params] of statements) await db.as(EVERYWHERE).count(sql, params);
          }),
        );
        process.stdout.write(`${kind} ${by ?? ''}: ${whole.toFixed(0)} ms, SQL ${bare.toFixed(0)} ms\n`);
        expect(whole / bare).toBeLessThan(MOST);
      },
    );
  },
);
