import { InspectionTableKind } from '../../apps/inspections/src/table/inspection-table.model';
import { type Bundle, type Graph, aBreach, aCase, aCharge, aDecision, aGraph, anAssessment, anOrder } from '../support';
import { aGuidance, anExamination, take } from '../records';
import { aKey, anInspection, caseId, inspectionId, mutate } from './inspecting';

export const TABLE = `title columns { key title } rows { key title cells { value suppressed of percent low high label } total score }
  columnTotals total denominator notes comparabilityBreaks { from text }`;
const KINDS = Object.keys(InspectionTableKind);

const ofTheTime = { key: 'stalking', version: '2018-05-23' };
const later = { key: 'stalking', version: '2025-04-24' };

/** What is held about each file: the case, its charges, and what the inspector found. */
const files = [
  { ref: 'C1', code: 'PH97006', whole: 'FULLY_MEETING', yes: true, ok: 'YES', fits: 'STALKING' },
  { ref: 'C2', code: 'PH97006', whole: 'FULLY_MEETING', yes: true, ok: 'YES', fits: 'STALKING_FEAR' },
  { ref: 'C3', code: 'PH97010', whole: 'PARTIALLY_MEETING', yes: false, ok: 'YES', fits: 'STALKING_FEAR' },
  { ref: 'C4', code: 'PH97010', whole: 'NOT_MEETING', yes: false, ok: 'NO', fits: 'STALKING_SERIOUS_ALARM' },
  { ref: 'C5', code: 'PH97006', whole: 'NOT_APPLICABLE', yes: true, ok: 'NOT_ASSESSED', fits: 'HARASSMENT' },
  { ref: 'C6', code: 'SE20002', whole: 'NOT_MEETING', guidance: later, ok: 'NO', fits: 'STALKING' },
  { ref: 'C8', code: 'SE20002', whole: 'FULLY_MEETING', yes: true, ok: 'YES', fits: 'STALKING', wessex: true },
  { ref: 'C9', whole: 'PARTIALLY_MEETING', yes: false, ok: 'YES', fits: 'STALKING', wessex: true },
  { ref: 'C10', code: 'PH97004', whole: 'PARTIALLY_MEETING', yes: true, ok: 'NO', fits: 'HARASSMENT', wessex: true },
] as { ref: string; code?: string; whole: string; yes?: boolean; ok: string; fits: string; guidance?: object; wessex?: boolean }[]; // prettier-ignore

const cases: Record<string, object> = {
  C1: { reportedOn: '2024-01-01', referredOn: '2024-01-11', fileAvailability: 'AVAILABLE' },
  C2: { reportedOn: '2024-01-01', referredOn: '2024-01-21', fileAvailability: 'AVAILABLE' },
  C3: { reportedOn: '2024-01-01', referredOn: '2024-01-31', fileAvailability: 'AVAILABLE' },
  C4: { reportedOn: '2024-01-10', referredOn: '2024-01-05', fileAvailability: 'PARTIAL' },
  C5: { fileAvailability: 'ARCHIVED', openedOn: '2017-06-01' },
  C9: { stage: 'NFA', closedOn: '2024-03-01', closedReason: 'VICTIM_WITHDREW' },
  C10: { stage: 'CONVICTED', closedOn: '2024-09-01', closedReason: 'CONCLUDED' },
};
const decisions: Record<string, object> = {
  C1: { decidedOn: '2024-01-28', orderConsidered: 'YES' },
  C2: { decidedOn: '2024-02-20', orderConsidered: 'YES' },
  C3: { decidedOn: '2024-02-01', orderConsidered: 'YES' },
  C9: { outcome: 'NFA_EVIDENTIAL' },
};
const source = 'police:06';
const inCase = (type: string, ref: string, fields: object): Bundle => ({ type, source, ref, ...fields });

const world: Bundle[] = [
  anInspection('I1'),
  aGuidance('stalking', '2018-05-23'),
  aGuidance('stalking', '2025-04-24'),
  ...files.flatMap(({ ref, code, whole, yes, ok, fits, guidance = ofTheTime, wessex }) => [
    aCase(ref, { ...(wessex ? { area: 'WESSEX', force: '44' } : {}), ...cases[ref] }),
    ...(code ? [aCharge(`CH-${ref}`, { case: ref, offence: code })] : []),
    aDecision(`D-${ref}`, { case: ref, ...decisions[ref] }),
    anExamination(`E-${ref}`, {
      case: { source, ref },
      answers: [
        { question: 'WHOLE', rating: whole, guidance },
        ...(yes === undefined ? [] : [{ question: 'ORDER', yes }]),
      ],
      codeCompliant: ok,
      appropriateFamily: fits,
    }),
  ]),
  aDecision('D-C1-review', { case: 'C1', decidedOn: '2024-01-21', kind: 'REVIEW', outcome: 'CONTINUE' }),
  anOrder('O1', { case: 'C1', appliedOn: '2024-02-01' }),
  aBreach('B1', { order: 'O1' }),
  anOrder('O2', { case: 'C2', appliedOn: '2024-02-01', madeOn: undefined, state: 'APPLIED' }),
  anOrder('O8', { case: 'C8' }),
  anOrder('O9', { case: 'C9', kind: 'BAIL_CONDITIONS' }),
  inCase('fileQualityCheck', 'Q1', { case: 'C1', checkedOn: '2024-01-12', standard: 'DG6', compliant: true }),
  inCase('fileQualityCheck', 'Q2', { case: 'C2', checkedOn: '2024-01-22', standard: 'DG6', compliant: false, gaps: ['Statement', 'Disclosure'] }), // prettier-ignore
  inCase('fileQualityCheck', 'Q3', { case: 'C3', checkedOn: '2024-01-31', standard: 'DG6', compliant: true }),
  inCase('fileQualityCheck', 'Q4', { case: 'C3', checkedOn: '2024-02-02', standard: 'DG6', compliant: false, gaps: ['Statement'] }), // prettier-ignore
  inCase('earlyAdvice', 'A1', { case: 'C1', requestedAt: '2024-01-02T10:00:00Z', requestedBy: '06', respondedAt: '2024-01-05T09:00:00Z' }), // prettier-ignore
  inCase('actionPlan', 'P2', { case: 'C2', issuedOn: '2024-01-22', dueOn: '2024-02-22', items: [{ text: 'a', doneOn: '2024-01-25' }, { text: 'b', doneOn: '2024-01-30' }] }), // prettier-ignore
  inCase('actionPlan', 'P3', { case: 'C3', issuedOn: '2024-01-22', dueOn: '2024-02-22', items: [{ text: 'a', doneOn: '2024-01-25' }, { text: 'b' }] }), // prettier-ignore
  anAssessment('R1', { case: 'C1' }),
  anAssessment('R2', { case: 'C1', assessedAt: '2024-05-02T10:00:00Z', grade: 'HIGH', trigger: 'REVIEW' }),
  anAssessment('R3', { case: 'C2', instrument: 'other', grade: 'STANDARD' }),
];

interface Cell {
  value: number | null;
  of: number | null;
  percent: number | null;
  low: number | null;
  high: number | null;
  label: string | null;
  suppressed: boolean;
}
interface Table {
  title: string;
  columns: { key: string; title: string }[];
  rows: { key: string; title: string; cells: Cell[]; total: number; score: number | null }[];
  columnTotals: (number | null)[];
  total: number;
  denominator: number;
  notes: string[];
  comparabilityBreaks: { from: string }[];
}

describe('a table of an inspection', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await take(graph, world);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const table = async (kind: string, by?: string): Promise<Table> => {
    const { data, errors } = await graph.query(
      `query ($id: ID!, $kind: InspectionTableKind!, $by: InspectionTableBy) { inspection(id: $id) { table(kind: $kind, by: $by) { ${TABLE} } } }`,
      { id: inspectionId('I1'), kind, by },
    );
    expect(errors).toBeUndefined();
    return data.inspection.table;
  };
  /** Values by row and column, those that are nought left out. */
  const values = ({ columns, rows }: Table) =>
    Object.fromEntries(
      rows.map(({ key, cells }) => [
        key,
        Object.fromEntries(cells.flatMap(({ value }, c) => (value === 0 ? [] : [[columns[c]!.key, value]]))),
      ]),
    );
  const cell = ({ columns, rows }: Table, row: string, column: string) =>
    rows.find(({ key }) => key === row)!.cells[columns.findIndex(({ key }) => key === column)]!;

  it('T1: questions by rating, with what does not apply and what is not fair kept out of percentages', async () => {
    const t1 = await table('QUESTION_BY_RATING');
    expect(values(t1)).toEqual({
      WHOLE: { FULLY_MEETING: 3, PARTIALLY_MEETING: 3, NOT_MEETING: 1, NOT_APPLICABLE: 1, NOT_IN_FORCE: 1 },
      ORDER: { YES: 5, NO: 3 },
      CODE_COMPLIANT: { YES: 5, NO: 2, NOT_APPLICABLE: 1, NOT_IN_FORCE: 1 },
    });
    // Of 7 rated: 3 × 2 points and 3 × 1 of 14. Intervals as worked out by an independent program.
    expect(t1.rows.map(({ score, total }) => [score, total])).toEqual([[64.3, 9], [null, 8], [null, 9]]); // prettier-ignore
    expect(cell(t1, 'WHOLE', 'FULLY_MEETING')).toEqual({
      value: 3,
      suppressed: false,
      of: 7,
      percent: 42.9,
      low: 15.8,
      high: 75,
      label: null,
    });
    expect(cell(t1, 'CODE_COMPLIANT', 'YES')).toMatchObject({ of: 7, percent: 71.4, low: 35.9, high: 91.8 });
    expect(cell(t1, 'WHOLE', 'NOT_APPLICABLE')).toMatchObject({ of: null, percent: null });
    expect(t1.denominator).toBe(9);
    expect(t1.notes.join(' ')).toContain('Guidance of another time was used to judge 1 of the decisions');
    expect(t1.rows[0]!.title).toBe('Does it look at the whole of the conduct?');
  });

  it('T2: by CPS area', async () => {
    const t2 = await table('QUESTION_BY_RATING', 'AREA');
    expect(values(t2)).toMatchObject({
      'NORTH_WEST/WHOLE': {
        FULLY_MEETING: 2,
        PARTIALLY_MEETING: 1,
        NOT_MEETING: 1,
        NOT_APPLICABLE: 1,
        NOT_IN_FORCE: 1,
      },
      'WESSEX/WHOLE': { FULLY_MEETING: 1, PARTIALLY_MEETING: 2 },
      'WESSEX/CODE_COMPLIANT': { YES: 2, NO: 1 },
    });
    // 1 × 2 + 2 × 1 of 6 points.
    expect(t2.rows.find(({ key }) => key === 'WESSEX/WHOLE')).toMatchObject({ score: 66.7, total: 3 });
    expect(t2.rows[0]!.title).toBe('North West: Does it look at the whole of the conduct?');
  });

  it('T3: what was charged by what would have fitted, each cell with its class', async () => {
    const t3 = await table('CHARGED_BY_APPROPRIATE');
    expect(values(t3)).toEqual({
      HARASSMENT: { HARASSMENT: 1 },
      STALKING: { HARASSMENT: 1, STALKING: 1, STALKING_FEAR: 1 },
      STALKING_FEAR: { STALKING_FEAR: 1, STALKING_SERIOUS_ALARM: 1 },
      BREACH_RESTRAINING_ORDER: { STALKING: 1 },
      NOT_CHARGED: { STALKING: 1 },
    });
    expect(cell(t3, 'STALKING', 'STALKING_FEAR').label).toBe('UNDER_CHARGED');
    expect(cell(t3, 'STALKING', 'HARASSMENT').label).toBe('OVER_CHARGED');
    expect(cell(t3, 'STALKING_FEAR', 'STALKING_SERIOUS_ALARM').label).toBe('AGREE');
    expect(cell(t3, 'BREACH_RESTRAINING_ORDER', 'STALKING').label).toBe('WRONG_FAMILY');
    expect(t3).toMatchObject({ total: 8, denominator: 8 });
    expect(t3.notes[0]).toBe(
      'Of 8 files compared, 4 agree, 1 were charged with less than the inspector’s offence, 1 with more, 1 with another kind of offence, and 1 not at all.',
    );
    expect(t3.notes[2]).toContain('1 files judged by guidance of another time are left out');
  });

  it('T4: outcome by reason', async () => {
    const t4 = await table('OUTCOME_BY_REASON');
    expect(values(t4)).toEqual({
      CHARGE: { NOT_CLOSED: 7, CONCLUDED: 1 },
      NFA_EVIDENTIAL: { VICTIM_WITHDREW: 1 },
      NFA_PUBLIC_INTEREST: {},
      OUT_OF_COURT: {},
      STOP: {},
      NOT_DECIDED: {},
    });
    expect(cell(t4, 'CHARGE', 'NOT_CLOSED')).toMatchObject({ of: 9, percent: 77.8 });
    expect(t4).toMatchObject({ total: 9, denominator: 9, columnTotals: [1, 0, 0, 0, 1, 0, 7] });
  });

  it('T5: protective orders, each step in per cent of the one before', async () => {
    const t5 = await table('PROTECTIVE_ORDERS');
    expect(values(t5)).toEqual({
      ALL: { FILES: 9, CONSIDERED: 3, SOUGHT: 3, MADE: 2, BREACHED: 1, BREACH_ONLY: 2 },
    });
    const of = (column: string) => {
      const { of: n, percent } = cell(t5, 'ALL', column);
      return [n, percent];
    };
    expect(of('CONSIDERED')).toEqual([9, 33.3]);
    expect(of('SOUGHT')).toEqual([3, 66.7]);
    expect(of('MADE')).toEqual([3, 66.7]);
    expect(of('BREACHED')).toEqual([2, 50]);
    expect(of('BREACH_ONLY')).toEqual([1, 0]);
    expect(cell(t5, 'ALL', 'SOUGHT')).toMatchObject({ low: 20.8, high: 93.9 });
    expect(values(await table('PROTECTIVE_ORDERS', 'FORCE'))).toEqual({
      '06': { FILES: 6, CONSIDERED: 3, SOUGHT: 2, MADE: 1, BREACHED: 1, BREACH_ONLY: 1 },
      '44': { FILES: 3, SOUGHT: 1, MADE: 1, BREACH_ONLY: 1 },
    });
  });

  it('T6: the police file by what was missing, by its latest check', async () => {
    const t6 = await table('POLICE_FILE_QUALITY');
    expect(values(t6)).toEqual({
      COMPLIANT: { FILES: 1 },
      NOT_COMPLIANT: { FILES: 2, 'GAP:Statement': 2, 'GAP:Disclosure': 1 },
      NOT_CHECKED: { FILES: 6 },
    });
    expect(cell(t6, 'NOT_COMPLIANT', 'FILES')).toMatchObject({ of: 3, percent: 66.7 });
    expect(cell(t6, 'NOT_COMPLIANT', 'GAP:Disclosure')).toMatchObject({ of: 2, percent: 50 });
    expect(t6.total).toBe(9);
  });

  it('T7: timeliness, median and 90th centile of what was measured', async () => {
    const t7 = await table('TIMELINESS');
    expect(Object.fromEntries(t7.rows.map(({ key, cells }) => [key, cells.map(({ value }) => value)]))).toEqual({
      REPORT_TO_REFERRAL: [3, 20, 30], // 10, 20, 30
      REFERRAL_TO_FIRST_REVIEW: [4, 10, 30], // 1, 10, 27, 30
      FIRST_REVIEW_TO_DECISION: [9, 0, 7], // eight times 0, and 7
      REPORT_TO_DECISION: [4, 27, 50], // 22, 27, 31, 50
      EARLY_ADVICE: [1, 3, 3],
      ACTION_PLAN: [1, 8, 8],
    });
    expect(cell(t7, 'REPORT_TO_REFERRAL', 'FILES')).toMatchObject({ of: 9, percent: 33.3 });
    expect(t7.notes[2]).toContain('there are 1.');
  });

  it('T8: risk assessment', async () => {
    const t8 = await table('RISK_ASSESSMENT');
    expect(values(t8)).toEqual({
      ALL: {
        FILES: 9,
        PRESENT: 2,
        'INSTRUMENT:other': 1,
        'INSTRUMENT:screen': 1,
        'GRADE:STANDARD': 1,
        'GRADE:HIGH': 1,
        REASSESSED: 1,
      },
    });
    expect(cell(t8, 'ALL', 'GRADE:HIGH')).toMatchObject({ of: 2, percent: 50 });
  });

  it('tells how many files could be had', async () => {
    expect(values(await table('AVAILABILITY'))).toEqual({
      ALL: { AVAILABLE: 3, PARTIAL: 1, ARCHIVED: 1, NOT_RECORDED: 4 },
    });
  });

  it.each(KINDS)('%s is the same in sum, by whatever it is taken apart', async (kind) => {
    const whole = await table(kind);
    for (const by of ['AREA', 'FORCE', 'FAMILY', 'STRATUM']) {
      const apart = await table(kind, by);
      expect(apart.denominator).toBe(whole.denominator);
      expect(apart.columns).toEqual(whole.columns);
      if (kind === 'TIMELINESS') continue;
      const sum = (t: Table) => t.columns.map((_column, c) => t.rows.reduce((n, { cells }) => n + cells[c]!.value!, 0));
      expect(sum(apart)).toEqual(sum(whole));
    }
  });

  it('says of its files where they come from, and which recording rules changed between them', async () => {
    const { notes, comparabilityBreaks } = await table('OUTCOME_BY_REASON');
    expect(notes.at(-1)).toBe(
      'The inspection is about 9 files: 0 drawn at random, of which 0 were destroyed or could not be found; 9 were examined, drawn or not.',
    );
    expect(comparabilityBreaks.map(({ from }) => from)).toEqual(['2018-04-01', '2020-04-01', '2023-05-01']);
  });

  it('leads to the files behind each of its cells', async () => {
    const behind = async (kind: string, row: string, column: string, more = '') => {
      const { data, errors } = await graph.query(
        `query ($id: ID!) { inspection(id: $id) { filesBehind(kind: ${kind}, row: ${JSON.stringify(row)}, column: ${JSON.stringify(column)} ${more}) { total endCursor cases { urn } } } }`,
        { id: inspectionId('I1') },
      );
      return errors ? errors[0]!.extensions : data.inspection.filesBehind;
    };
    const urns = async (kind: string, row: string, column: string, more?: string) =>
      (await behind(kind, row, column, more)).cases.map(({ urn }: { urn: string }) => urn).sort();
    expect(await urns('QUESTION_BY_RATING', 'WHOLE', 'NOT_IN_FORCE')).toEqual(['C6']);
    expect(await urns('QUESTION_BY_RATING', 'WESSEX/WHOLE', 'PARTIALLY_MEETING', 'by: AREA')).toEqual(['C10', 'C9']);
    expect(await urns('CHARGED_BY_APPROPRIATE', 'STALKING', 'HARASSMENT')).toEqual(['C5']);
    expect(await urns('PROTECTIVE_ORDERS', 'ALL', 'SOUGHT')).toEqual(['C1', 'C2', 'C8']);
    expect(await urns('TIMELINESS', 'REPORT_TO_REFERRAL', 'FILES')).toEqual(['C1', 'C2', 'C3']);
    expect(await urns('RISK_ASSESSMENT', 'ALL', 'REASSESSED')).toEqual(['C1']);
    expect(await urns('POLICE_FILE_QUALITY', 'NOT_COMPLIANT', 'GAP:Statement')).toEqual(['C2', 'C3']);
    expect(await urns('AVAILABILITY', 'ALL', 'ARCHIVED')).toEqual(['C5']);
    expect(await behind('TIMELINESS', 'REPORT_TO_REFERRAL', 'P90')).toMatchObject({ fields: [{ field: 'column' }] });
    expect(await behind('TIMELINESS', 'REPORT', 'FILES')).toMatchObject({ fields: [{ field: 'row' }] });
    const first = await behind('OUTCOME_BY_REASON', 'CHARGE', 'NOT_CLOSED', 'first: 5');
    expect(first).toMatchObject({ total: 7, endCursor: expect.any(String) });
    const rest = await behind('OUTCOME_BY_REASON', 'CHARGE', 'NOT_CLOSED', `first: 5, after: "${first.endCursor}"`);
    expect(rest.endCursor).toBeNull();
    expect(new Set([...first.cases, ...rest.cases].map(({ urn }) => urn)).size).toBe(7);
  });

  it.each(KINDS)('%s takes a handful of statements, however many files', async (kind) => {
    const made = await graph.countStatements(() => table(kind, 'AREA'));
    expect(made.get('cases')!.length).toBeLessThanOrEqual(4);
    expect(made.get('inspections')!.length).toBeLessThanOrEqual(4);
    expect((made.get('orders') ?? []).length + (made.get('risk-assessments') ?? []).length).toBeLessThanOrEqual(1);
  });

  it('is taken apart by the strata of the latest sample, and counts what its sample says of files', async () => {
    const { data } = await mutate(
      graph,
      'drawSample',
      { inspectionId: inspectionId('I1'), frame: { areas: ['WESSEX'] }, size: 2, seed: 'x', stratifyBy: 'AREA' },
      'sample { id files { case { id } } }',
    );
    const lost = data.result.sample.files[0].case.id;
    const apart = await table('AVAILABILITY', 'STRATUM');
    expect(apart.rows.map(({ title, total }) => [title, total])).toEqual([['Wessex', 2], ['Not drawn', 7]]); // prettier-ignore
    const { errors } = await graph.query(
      `mutation ($input: SampleFileInput!) { recordFileAvailability(input: $input) { file { availability } } }`,
      {
        input: {
          requestId: 'found-1',
          sampleId: data.result.sample.id,
          caseId: lost,
          availability: 'ARCHIVED',
        },
      },
    );
    expect(errors).toBeUndefined();
    expect(values(await table('AVAILABILITY'))).toEqual({
      ALL: { AVAILABLE: 3, PARTIAL: 1, ARCHIVED: 2, NOT_RECORDED: 3 },
    });
    expect(caseId('C1')).not.toBe(lost);
  });

  it('of an inspection without files is empty', async () => {
    await take(graph, [anInspection('I-empty')]);
    for (const kind of KINDS) {
      const { data, errors } = await graph.query(
        `query ($id: ID!, $kind: InspectionTableKind!) { inspection(id: $id) { table(kind: $kind) { total denominator } } }`,
        { id: inspectionId('I-empty'), kind },
      );
      expect(errors).toBeUndefined();
      expect(data.inspection.table.denominator).toBe(0);
    }
  });

  it('shows who may not read every case no count from which a small one would follow', async () => {
    const key = await aKey(graph, [
      { scopes: ['inspection:read'], everyRow: true },
      { scopes: ['case:read', 'order:read', 'risk:read'], forces: ['44'] },
    ]);
    const ask = async (kind: string) => {
      const { data, errors } = await graph.query(
        `query ($id: ID!, $kind: InspectionTableKind!) { inspection(id: $id) { table(kind: $kind) { ${TABLE} } } }`,
        { id: inspectionId('I1'), kind },
        { authorization: `Bearer ${key}`, 'throughline-purpose': 'INSPECTION' },
      );
      expect(errors).toBeUndefined();
      return data.inspection.table as Table;
    };
    const ratings = await ask('QUESTION_BY_RATING');
    for (const { cells } of ratings.rows) {
      for (const { value, suppressed } of cells)
        expect(suppressed ? value : (value ?? 5)).toBe(suppressed ? null : value);
    }
    const shown = ratings.rows
      .flatMap(({ cells }) => cells.map(({ value }) => value))
      .filter((value) => value !== null);
    for (const value of shown) expect(value).toBeGreaterThanOrEqual(5);
    expect(ratings.rows[0]!.cells[0]).toMatchObject({ value: null, suppressed: true, of: null, percent: null });
    expect(ratings.notes.join(' ')).toContain('fewer than 5');
    // Of the other cases nothing is counted at all: their rows are out of reach.
    const outcomes = await ask('OUTCOME_BY_REASON');
    expect(outcomes.total).toBeNull();
    expect(outcomes.notes.at(-1)).toContain('cannot be read');
  });

  it('is an error where a subgraph that it needs cannot be reached, and not a table with a part at nought', async () => {
    await using broken = await aGraph({
      ports: (running) =>
        running.map((port) =>
          port.name === 'orders'
            ? Object.assign(Object.create(port) as typeof port, { execute: () => Promise.reject(new Error('down')) })
            : port,
        ),
    });
    await take(broken, world.filter(({ type }) => type === 'inspection')); // prettier-ignore
    const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { data, errors } = await broken.query(
      `query ($id: ID!) { inspection(id: $id) { table(kind: PROTECTIVE_ORDERS) { total } } }`,
      { id: inspectionId('I1') },
    );
    told.mockRestore();
    expect(errors![0]!.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(data?.inspection ?? null).toBeNull();
  });
});
