import { findHomeOfficeCode, findOffence } from '@throughline/reference';
import { recordId } from '@throughline/subgraph';
import { demoWorld } from '../../tools/demo/demo-world';
import { type Bundle, type Graph, aCase, aCharge, aGraph, aRecordedCrime } from '../support';

interface Table {
  columns: { key: string }[];
  rows: { key: string; title: string; total: number; cells: { value: number }[] }[];
  columnTotals: number[];
  total: number;
  denominator: number;
  notes: string[];
  comparabilityBreaks: { from: string }[];
}

const TABLE = `title columns { key title } rows { key title cells { value suppressed } total } columnTotals total denominator notes comparabilityBreaks { from text }`;
const ASK = `query ($measure: CaseMeasure!, $rows: CaseDimension!, $columns: CaseDimension, $filter: CaseFilter) {
  caseStatistics(measure: $measure, rows: $rows, columns: $columns, filter: $filter) { ${TABLE} } }`;

const MEASURES = ['CASES', 'RECORDED_CRIMES', 'CHARGES', 'DECISIONS', 'INCIDENTS'];
const DIMENSIONS = [
  'HOME_OFFICE_CODE',
  'FAMILY',
  'FORCE',
  'AREA',
  'YEAR',
  'QUARTER',
  'MONTH',
  'STAGE',
  'OUTCOME',
  'RELATIONSHIP',
  'DECISION_OUTCOME',
  'CRIME_TYPE',
];

describe('caseStatistics', () => {
  let graph: Graph;
  const world = [...demoWorld({})] as object[] as Bundle[];
  const caseIdOf = (record: Bundle) => {
    if (record.type === 'case') return recordId('case', record.source, record.ref);
    const ref = record.case as string | { source: string; ref: string } | undefined;
    if (ref === undefined) return undefined;
    return typeof ref === 'string' ? recordId('case', record.source, ref) : recordId('case', ref.source, ref.ref);
  };
  // Nobody who is not given them by name counts what is of restricted cases.
  const sealed = new Set(world.filter(({ restricted }) => restricted === true).map(caseIdOf));
  const of = (type: string) => world.filter((record) => record.type === type && !sealed.has(caseIdOf(record) ?? ''));
  const caseOf = (record: Bundle) => cases.get(caseIdOf(record)!);
  const cases = new Map(of('case').map((record) => [recordId('case', record.source, record.ref), record]));
  const ask = async (variables: object): Promise<Table> => {
    const { data, errors } = await graph.query(ASK, variables);
    expect(errors).toBeUndefined();
    return data.caseStatistics;
  };
  const totals = (table: Table) => Object.fromEntries(table.rows.map(({ key, total }) => [key, total]));
  const tally = (records: Bundle[], by: (record: Bundle) => string | undefined) => {
    const counts: Record<string, number> = {};
    for (const record of records) {
      const key = by(record) ?? 'NOT_RECORDED';
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  };

  beforeAll(async () => {
    graph = await aGraph();
    expect((await graph.import(world)).rejects).toEqual([]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it.each([
    ['CASES', 'FORCE', 'case', (r: Bundle) => r.force],
    ['CASES', 'STAGE', 'case', (r: Bundle) => r.stage],
    ['CASES', 'RELATIONSHIP', 'case', (r: Bundle) => r.relationship],
    ['CASES', 'MONTH', 'case', (r: Bundle) => (r.openedOn as string).slice(0, 7)],
    ['RECORDED_CRIMES', 'HOME_OFFICE_CODE', 'recordedCrime', (r: Bundle) => r.principalOffence],
    [
      'RECORDED_CRIMES',
      'FAMILY',
      'recordedCrime',
      (r: Bundle) => findHomeOfficeCode(r.principalOffence as string)?.family,
    ],
    ['RECORDED_CRIMES', 'OUTCOME', 'recordedCrime', (r: Bundle) => r.outcomeCode ?? r.outcome],
    ['RECORDED_CRIMES', 'AREA', 'recordedCrime', (r: Bundle) => caseOf(r)?.area],
    ['CHARGES', 'FAMILY', 'charge', (r: Bundle) => findOffence(r.offence as string)?.family],
    ['CHARGES', 'YEAR', 'charge', (r: Bundle) => (r.chargedOn as string).slice(0, 4)],
    ['CHARGES', 'OUTCOME', 'charge', (r: Bundle) => r.verdict],
    ['DECISIONS', 'DECISION_OUTCOME', 'chargingDecision', (r: Bundle) => r.outcome],
    [
      'DECISIONS',
      'QUARTER',
      'chargingDecision',
      (r: Bundle) =>
        `${(r.decidedOn as string).slice(0, 4)}-Q${Math.ceil(Number((r.decidedOn as string).slice(5, 7)) / 3)}`,
    ],
    ['INCIDENTS', 'FORCE', 'incident', (r: Bundle) => caseOf(r)?.force],
  ] as [string, string, string, (r: Bundle) => string | undefined][])(
    'counts %s by %s as a count over the bundle does',
    async (measure, rows, type, by) => {
      expect(totals(await ask({ measure, rows }))).toEqual(tally(of(type), by));
    },
  );

  it.each(MEASURES)(
    'lays %s out by every pair of dimensions, with totals that agree',
    async (measure) => {
      const denominators = new Set<number>();
      for (const rows of DIMENSIONS) {
        for (const columns of DIMENSIONS.slice(DIMENSIONS.indexOf(rows) + 1)) {
          const table = await ask({ measure, rows, columns });
          denominators.add(table.denominator);
          const severalTimes = table.notes.some((note) => note.includes('several values'));
          const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
          if (severalTimes) continue;
          expect(sum(table.rows.map(({ total }) => total))).toBe(table.total);
          expect(sum(table.columnTotals)).toBe(table.total);
          for (const row of table.rows) expect(sum(row.cells.map(({ value }) => value))).toBe(row.total);
        }
      }
      expect(denominators.size).toBe(1);
    },
    120_000,
  );

  it('counts a case once under each of its families, and once in the total', async () => {
    await graph.import([
      aCase('F1', { openedOn: '1999-01-01' }),
      aCharge('F-a', { case: 'F1' }),
      aCharge('F-b', { case: 'F1', offence: 'SE20002A' }),
      aRecordedCrime('F-r', { case: 'F1' }),
    ]);
    const table = await ask({ measure: 'CASES', rows: 'FAMILY', filter: { openedTo: '1999-12-31' } });
    expect(totals(table)).toEqual({ BREACH_RESTRAINING_ORDER: 1, STALKING: 1, STALKING_FEAR: 1 });
    expect(table).toMatchObject({ total: 1, denominator: 1 });
    expect(table.notes.join(' ')).toContain('several values of offence family');
  });

  it('filters by every condition at once as by each alone', async () => {
    const filter = {
      forces: ['01', '06'],
      stages: ['CHARGED', 'CONVICTED'],
      families: ['STALKING', 'STALKING_FEAR'],
      domestic: true,
      openedFrom: '2020-01-01',
    };
    const { total } = await ask({ measure: 'CASES', rows: 'FORCE', filter });
    const all = await graph.query(`query ($filter: CaseFilter) { cases(filter: $filter) { totalCount } }`, { filter });
    expect(total).toBe(all.data.cases.totalCount);
    expect(total).toBeGreaterThan(0);
  });

  it('keeps a blank apart from what was not recorded', async () => {
    const july = { recordedFrom: '1998-07-01', recordedTo: '1998-07-31' };
    await graph.import([
      aRecordedCrime('T1', { recordedOn: '1998-07-01', principalOffence: undefined, crimeType: '' }),
      aRecordedCrime('T2', { recordedOn: '1998-07-02', principalOffence: undefined, crimeType: 'Burglary' }),
      aRecordedCrime('T3', { recordedOn: '1998-07-03' }),
    ]);
    const { rows } = await ask({ measure: 'RECORDED_CRIMES', rows: 'CRIME_TYPE', filter: july });
    expect(rows.map(({ key, title, total }) => [key, title, total])).toEqual([
      ['', '(blank)', 1],
      ['Burglary', 'Burglary', 1],
      ['NOT_RECORDED', 'Not recorded', 1],
    ]);
  });

  it('names the changes of recording rules that a trend spans, and only those', async () => {
    await graph.import([
      aRecordedCrime('B1', { recordedOn: '2013-06-01', force: '63' }),
      aRecordedCrime('B2', { recordedOn: '2019-06-01', force: '63' }),
    ]);
    const trend = await ask({
      measure: 'RECORDED_CRIMES',
      rows: 'YEAR',
      filter: { forces: ['63'], recordedTo: '2019-12-31' },
    });
    const from = trend.comparabilityBreaks.map((change) => change.from);
    expect(from).toContain('2014-04-01');
    expect(from).toContain('2018-04-01');
    expect(from).not.toContain('2020-04-01');
    const still = await ask({ measure: 'RECORDED_CRIMES', rows: 'FORCE' });
    expect(still.comparabilityBreaks).toEqual([]);
  });
});
