import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Kind, type OperationDefinitionNode, OperationTypeNode, buildSchema, parse, print, validate } from 'graphql';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { recordId } from '@throughline/subgraph';
import { convertPole } from '../../tools/cli/pole';
import { convertStanding } from '../../tools/cli/standing';
import { importRecords } from '../../tools/cli/import';
import { type Bundle, type Graph, aCharge, aGraph, anOrder } from '../support';
import { anInspection, inspectionId } from '../inspections/inspecting';
import { describeShared, shared } from './shared';

/** Operations of consumers that the graph answers. */
const OPERATIONS = [
  'SuspectGraph',
  'Cases',
  'Recommendations',
  'CaseStatistics',
  'BehaviourProfile',
  'FlagQueue',
  'ReviewFlag',
  'SuspectActivity',
  'FindSuspects',
  'CaseFile',
  'DrawSample',
  'ExamineFile',
  'InspectionTable',
];

const operations = () =>
  readdirSync(path.join(shared, 'contract/operations')).flatMap((file) => {
    const document = parse(readFileSync(path.join(shared, 'contract/operations', file), 'utf8'));
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    const named = document.definitions.filter(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode[];
    return named
      .filter(({ name }) => OPERATIONS.includes(name!.value))
      .map((operation) => {
        const used = fragments.filter((fragment) =>
          print(operation).includes(`...${(fragment as { name: { value: string } }).name.value}`),
        );
        return {
          name: operation.name!.value,
          kind: operation.operation,
          document: { kind: Kind.DOCUMENT, definitions: [operation, ...used] } as const,
        };
      });
  });

const scenarios = (): Bundle[] =>
  readdirSync(path.join(shared, 'contract/scenarios'))
    .filter((file) => file.endsWith('.ndjson'))
    .flatMap((file) =>
      readFileSync(path.join(shared, 'contract/scenarios', file), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as Bundle);

/** Every record of every table of them, as it would be read, in one order. */
async function contents(graph: Graph): Promise<string[]> {
  const found: string[] = [];
  for (const { db, name } of graph.subgraphs) {
    const tables = await db.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.columns
       WHERE table_schema = $1 AND column_name = 'content_hash' ORDER BY 1`,
      [name.replaceAll('-', '_')],
    );
    for (const table of tables) {
      const rows = await db.query<{ row: string }>(
        `SELECT (to_jsonb(t) - '{received_at,changed_at,record_version,import_run,import_place}'::text[])::text AS row FROM ${table.name} t ORDER BY 1`,
      );
      found.push(...rows.map(({ row }) => `${table.name} ${row}`));
    }
  }
  return found;
}

describeShared('the consumers’ contract', () => {
  it('has every operation, valid against the supergraph', async () => {
    const sdl = readFileSync(path.resolve(__dirname, '../../supergraph.graphql'), 'utf8');
    const schema = Supergraph.build(sdl, { supportedFeatures: new Set(ROUTER_SUPPORTED_SUPERGRAPH_FEATURES) })
      .apiSchema()
      .toGraphQLJSSchema();
    const found = operations();
    expect(found.map(({ name }) => name).sort()).toEqual([...OPERATIONS].sort());
    for (const { name, document } of found)
      expect({ name, errors: validate(schema, document) }).toEqual({ name, errors: [] });
  });

  it('has inputs with every field and type that the operations rely on', async () => {
    const theirs = buildSchema(`${readFileSync(path.join(shared, 'contract/inputs.graphql'), 'utf8')}
      enum CaseStage { X } enum OffenceFamily { X } enum Relationship { X } enum RiskGrade { X } enum FlagRule { X } enum FlagSeverity { X }
      enum CodeCompliance { X } enum InspectionRating { X } enum RecommendationStatus { X } type Query { x: Int }`);
    const sdl = readFileSync(path.resolve(__dirname, '../../supergraph.graphql'), 'utf8');
    const ours = Supergraph.build(sdl, { supportedFeatures: new Set(ROUTER_SUPPORTED_SUPERGRAPH_FEATURES) })
      .apiSchema()
      .toGraphQLJSSchema();
    const inputs = ['CaseFilter', 'RecommendationFilter', 'IdentifierInput', 'FlagFilter', 'ReviewFlagInput'];
    const inspecting = [
      'DrawSampleInput',
      'StratumSizeInput',
      'ExamineFileInput',
      'ExaminationAnswerInput',
      'GuidanceRefInput',
    ];
    for (const name of [...inputs, ...inspecting]) {
      const fields = (schema: typeof ours) =>
        Object.fromEntries(
          Object.values((schema.getType(name) as any).getFields()).map((field: any) => [
            field.name,
            String(field.type),
          ]),
        );
      expect(fields(ours)).toMatchObject(fields(theirs));
    }
    const enums = ['CaseMeasure', 'CaseDimension', 'FlagReviewStatus'];
    for (const name of [...enums, 'SampleAllocation', 'InspectionTableKind', 'InspectionTableBy']) {
      const values = (schema: typeof ours) =>
        (schema.getType(name) as any)
          .getValues()
          .map((value: any) => value.name)
          .sort();
      expect(values(ours)).toEqual(values(theirs));
    }
  });

  it('takes every worked case, changes nothing the second time, and gives the same graph in reverse order', async () => {
    await using forwards = await aGraph();
    await using backwards = await aGraph();
    const records = scenarios();
    expect(await forwards.import(records)).toMatchObject({ accepted: records.length, unchanged: 0, rejected: 0 });
    expect(await forwards.import(records)).toMatchObject({ accepted: 0, unchanged: records.length, rejected: 0 });
    expect(await backwards.import([...records].reverse())).toMatchObject({ accepted: records.length, rejected: 0 });
    const rows = await contents(forwards);
    expect(rows.length).toBe(records.length);
    expect(await contents(backwards)).toEqual(rows);
  });

  it('answers each operation over the worked cases', async () => {
    await using graph = await aGraph({ index: true });
    await graph.import([...scenarios(), anInspection('I1', { openedOn: '2025-01-01' })]);
    await graph.indexed();
    const inspection = inspectionId('I1');
    const { data: known } = await graph.query(`{ flagQueue(first: 1) { edges { node { id suspect { id } } } } }`);
    const [{ node: flag }] = known.flagQueue.edges;
    const variables: Record<string, object> = {
      SuspectGraph: { id: flag.suspect.id },
      BehaviourProfile: { id: flag.suspect.id },
      FlagQueue: { filter: { severityAtLeast: 'MEDIUM' } },
      FindSuspects: { text: 'Ashdown' },
      CaseFile: { urn: '0652084393/22' },
      ReviewFlag: { input: { requestId: 'once', flagId: flag.id, status: 'REFERRED', reason: 'To the lead.' } },
      CaseStatistics: { measure: 'INCIDENTS', rows: 'FORCE', columns: 'RELATIONSHIP' },
      DrawSample: { input: { requestId: 'drawn', inspectionId: inspection, frame: {}, size: 2, seed: 'chance' } },
      ExamineFile: {
        input: {
          requestId: 'examined',
          inspectionId: inspection,
          caseId: recordId('case', 'police:06', 'guidance-of-the-time/C1'),
          examinedOn: '2025-06-01',
          answers: [{ question: 'WHOLE', rating: 'FULLY_MEETING' }],
        },
      },
      InspectionTable: { inspectionId: inspection, table: 'QUESTION_BY_RATING', by: 'AREA' },
    };
    // A subscription tells of what is to come; nothing answers it at once.
    for (const { name, document } of operations().filter(({ kind }) => kind !== OperationTypeNode.SUBSCRIPTION)) {
      const { data, errors } = await graph.query(print(document), variables[name]);
      expect({ name, errors }).toEqual({ name, errors: undefined });
      expect(Object.values(data)[0]).not.toBeNull();
    }
  });
});

describeShared('real input', () => {
  /** The tables of a README: first column, second column, for the table under a heading that contains `title`. */
  const readmeTable = (title: string): Record<string, number> => {
    const lines = readFileSync(path.join(shared, 'data/pole/README.md'), 'utf8').split('\n');
    const start = lines.findIndex((line) => line.startsWith(`| ${title}`));
    const rows = lines.slice(
      start + 2,
      lines.findIndex((line, index) => index > start && !line.startsWith('|')),
    );
    return Object.fromEntries(
      rows
        .map((row) => row.split('|').map((cell) => cell.trim()))
        .map(([, key, count]) => [key, Number(count!.replaceAll(',', ''))]),
    );
  };

  it('of the POLE graph comes back from caseStatistics to the last crime', async () => {
    await using graph = await aGraph();
    const { records } = await convertPole(path.join(shared, 'data/pole'));
    expect(await importRecords(graph.door, records, 'pole')).toMatchObject({
      rejected: 0,
      byType: { recordedCrime: { accepted: 28_762 } },
    });
    const totals = async (rows: string) => {
      const { data } = await graph.query(
        `query ($rows: CaseDimension!) { caseStatistics(measure: RECORDED_CRIMES, rows: $rows) { total rows { title total } } }`,
        { rows },
      );
      expect(data.caseStatistics.total).toBe(28_762);
      return Object.fromEntries(
        data.caseStatistics.rows.map(({ title, total }: { title: string; total: number }) => [title, total]),
      );
    };
    expect(await totals('OUTCOME')).toEqual(readmeTable('`last_outcome`'));
    expect(await totals('CRIME_TYPE')).toEqual(readmeTable('crime `type`'));
  });

  it('of the standing data is laid over the catalogue, and opens codes that were unknown', async () => {
    await using graph = await aGraph();
    const rare = aCharge('CH-rare', { offence: 'AB06001' });
    expect((await graph.import([rare])).rejects[0]).toMatchObject({
      field: 'offence',
      reason: expect.stringContaining('unknown code "AB06001"'),
    });
    const { records } = await convertStanding(path.join(shared, 'data/standing'));
    expect(await importRecords(graph.door, records, 'standing')).toMatchObject({ rejected: 0 });
    expect(await graph.import([rare])).toMatchObject({ accepted: 1 });
    // Every subgraph that names forces keeps them.
    expect(await graph.import([anOrder('O-rail', { force: '25' })])).toMatchObject({ accepted: 1 });
    const { data } = await graph.query(`{ known: offence(cjsCode: "PH97010") { family title maximumSentence validFrom }
      rare: offence(cjsCode: "AB06001") { family modeOfTrial maximumSentence } }`);
    expect(data.known).toMatchObject({ family: 'STALKING_FEAR', maximumSentence: '10 years', validFrom: '2017-04-03' });
    expect(data.rare).toMatchObject({ family: 'OTHER', modeOfTrial: 'SUMMARY_ONLY' });
  });
});
