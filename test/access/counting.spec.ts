import { type Bundle, type Graph, aCase, aGraph, aRecordedCrime } from '../support';
import { take } from '../records';
import { aKey, caseId } from '../inspections/inspecting';

/** Who may only count, and what they can tell from it. */

const COUNTS = { scopes: ['statistics:read'], everyRow: true };
const READS = (force: string) => ({ scopes: ['case:read'], forces: [force] });
const ASK = `query ($rows: CaseDimension!, $columns: CaseDimension, $filter: CaseFilter) {
  caseStatistics(measure: RECORDED_CRIMES, rows: $rows, columns: $columns, filter: $filter) {
    columns { key } rows { key total cells { value suppressed of percent } } columnTotals total denominator notes } }`;

/** How many crimes there are of each force in each year. */
const COUNTED: Record<string, number[]> = { '06': [3, 9, 20], '44': [30, 40, 50], '63': [60, 7, 80] };
const YEARS = ['2019', '2020', '2021'];

describe('whoever may only count', () => {
  let graph: Graph;
  const as = async (grants: object[]) => {
    const key = await aKey(graph, grants);
    const headers = { authorization: `Bearer ${key}`, 'throughline-purpose': 'INSPECTION' };
    return (query: string, variables: object = {}) => graph.query(query, variables, headers);
  };
  const tableOf = async (grants: object[], variables: object) => {
    const { data, errors } = await (await as(grants))(ASK, variables);
    expect(errors).toBeUndefined();
    return data.caseStatistics;
  };
  const cells = (table: any) => table.rows.map((row: any) => row.cells.map(({ value }: any) => value));

  beforeAll(async () => {
    graph = await aGraph();
    const crimes: Bundle[] = [];
    for (const [force, counts] of Object.entries(COUNTED)) {
      await take(graph, [aCase(force, { force, openedOn: '2019-01-01' })]);
      for (const [y, n] of counts.entries()) {
        for (let place = 0; place < n; place += 1) {
          crimes.push(
            aRecordedCrime(`${force}-${y}-${place}`, { case: force, force, recordedOn: `${YEARS[y]}-06-15` }),
          );
        }
      }
    }
    await take(graph, crimes);
    await take(graph, [
      aCase('SEALED', { force: '44', restricted: true }),
      aRecordedCrime('SEALED-1', { case: 'SEALED', force: '44', recordedOn: '2021-06-15' }),
    ]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('sees counts of everything in reach, no small one, and none that a small one follows from', async () => {
    const table = await tableOf([COUNTS], { rows: 'FORCE', columns: 'YEAR' });
    expect(cells(table)).toEqual([
      [null, null, 20],
      [30, 40, 50],
      [null, null, 80],
    ]);
    expect(table.rows.map(({ total }: any) => total)).toEqual([32, 120, 147]);
    expect(table).toMatchObject({ columnTotals: [93, 56, 150], total: 299, denominator: 299 });
    expect(table.rows[0].cells[0]).toEqual({ value: null, suppressed: true, of: null, percent: null });
    expect(table.rows[0].cells[2]).toEqual({ value: 20, suppressed: false, of: 32, percent: 62.5 });
    expect(table.notes.join(' ')).toContain('Counts below 5 are not shown');
  });

  it('sees the same of a dimension whatever it is crossed with', async () => {
    const filter = { recordedTo: '2019-12-31' };
    const crossed = await tableOf([COUNTS], { rows: 'FORCE', columns: 'MONTH', filter });
    const alone = await tableOf([COUNTS], { rows: 'FORCE', filter });
    const turned = await tableOf([COUNTS], { rows: 'YEAR', columns: 'FORCE', filter });
    expect(crossed.rows.map(({ total }: any) => total)).toEqual([null, null, 60]);
    expect(cells(alone)).toEqual([[null], [null], [60]]);
    expect(turned.columnTotals).toEqual([null, null, 60]);
    expect([crossed, alone, turned].map(({ total }) => total)).toEqual([93, 93, 93]);
  });

  it('is told of a table that is small as a whole only that there is one', async () => {
    const filter = { forces: ['06'], recordedTo: '2019-12-31' };
    const table = await tableOf([COUNTS], { rows: 'FORCE', columns: 'YEAR', filter });
    expect(table).toMatchObject({ total: null, denominator: null, columnTotals: [null] });
    expect(table.rows).toEqual([
      { key: '06', total: null, cells: [{ value: null, suppressed: true, of: null, percent: null }] },
    ]);
  });

  it('is not told the rows of a table that has hardly more crimes than rows', async () => {
    const day = '2001-03-01';
    await take(graph, [
      ...['A', 'B', 'C', 'D', 'E'].map((crimeType) =>
        aRecordedCrime(`few-${crimeType}`, { crimeType, recordedOn: day }),
      ),
      aRecordedCrime('few-F', { crimeType: 'A', recordedOn: day }),
    ]);
    const table = await tableOf([COUNTS], { rows: 'CRIME_TYPE', filter: { recordedTo: '2001-03-31' } });
    expect(table).toMatchObject({ rows: [], columns: [], columnTotals: [], total: 6 });
  });

  it('reads no record, and cannot ask for anybody’s', async () => {
    const ask = await as([COUNTS]);
    const { data, extensions } = await ask(
      `{ cases { totalCount } casesBehind(measure: CASES, rows: FORCE, row: "06") { total } descriptionConsistency(by: FORCE) { total } }`,
    );
    expect(data).toEqual({ cases: null, casesBehind: null, descriptionConsistency: null });
    expect(extensions!.withheld!.map(({ scope }) => scope)).toEqual(Array(3).fill('case:read'));
    for (const filter of [{ suspectId: caseId('06') }, { victimId: caseId('06') }]) {
      const { errors } = await ask(ASK, { rows: 'FORCE', filter });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    const { errors } = await ask(ASK, {
      rows: 'FORCE',
      filter: { recordedFrom: '2019-06-02', recordedTo: '2019-06-30' },
    });
    expect(errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'recordedFrom' }] });
  });

  it('sees every count of forces whose cases they may read, where a table is of no others', async () => {
    const grants = [COUNTS, READS('06')];
    const own = await tableOf(grants, {
      rows: 'FORCE',
      columns: 'YEAR',
      filter: { forces: ['06'], recordedFrom: '2019-01-01' },
    });
    expect(cells(own)).toEqual([COUNTED['06']]);
    expect(own.notes.join(' ')).not.toContain('not shown');
    const all = await tableOf([COUNTS, ...Object.keys(COUNTED).map(READS)], {
      rows: 'FORCE',
      columns: 'YEAR',
      filter: { recordedFrom: '2019-01-01' },
    });
    expect(cells(all)).toEqual(['06', '44', '63'].map((force) => COUNTED[force]));
  });

  it('cannot take away what they may read to find a small count of others', async () => {
    const filter = { recordedFrom: '2020-01-01', recordedTo: '2020-12-31' };
    const byYear = await tableOf([COUNTS, READS('44'), READS('63')], { rows: 'YEAR', columns: 'FORCE', filter });
    // Of what they do not read there are nine, all of the one force; theirs are shown as they are.
    expect(cells(byYear)).toEqual([[9, 40, 7]]);
    const small = { forces: ['06', '44'], recordedTo: '2019-12-31', recordedFrom: '2019-01-01' };
    const table = await tableOf([COUNTS, READS('44')], { rows: 'YEAR', filter: small });
    // 33 crimes, of which they read 30.
    expect(table).toMatchObject({ total: null, denominator: null, columnTotals: [null] });
    expect(cells(table)).toEqual([[null]]);
  });

  it('counts nothing of restricted cases that no grant names, nor of forces out of reach', async () => {
    const sealed = { forces: ['44'], recordedFrom: '2021-01-01' };
    expect((await tableOf([COUNTS], { rows: 'FORCE', filter: sealed })).total).toBe(50);
    const named = [COUNTS, { scopes: ['statistics:read'], cases: [caseId('SEALED')] }];
    expect((await tableOf(named, { rows: 'FORCE', filter: sealed })).total).toBe(51);
    const within = [{ scopes: ['statistics:read'], forces: ['44'] }];
    expect((await tableOf(within, { rows: 'FORCE', filter: { recordedFrom: '2019-01-01' } })).total).toBe(120);
  });

  it('cannot count what no scope of theirs opens', async () => {
    const { data, extensions } = await (await as([{ scopes: ['order:read'], everyRow: true }]))(ASK, { rows: 'FORCE' });
    expect(data.caseStatistics).toBeNull();
    expect(extensions!.withheld![0]).toMatchObject({ path: ['caseStatistics'] });
  });
});

describe('whoever may read', () => {
  it('is given the cases behind a cell, a row, a column and a table, a page at a time', async () => {
    await using graph = await aGraph();
    const refs = Array.from({ length: 7 }, (_one, n) => `C${n}`);
    await take(graph, [
      ...refs.map((ref) => aCase(ref, { openedOn: '2019-01-01' })),
      ...refs.flatMap((ref, n) => [
        aRecordedCrime(`${ref}-a`, { case: ref, recordedOn: `20${19 + (n % 2)}-02-01` }),
        aRecordedCrime(`${ref}-b`, { case: ref, recordedOn: `20${19 + (n % 2)}-03-01`, crimeType: 'Stalking' }),
      ]),
      aRecordedCrime('alone', { case: undefined, recordedOn: '2019-02-02' }),
    ]);
    const behind = async (args: string) => {
      const query = `{ casesBehind(measure: RECORDED_CRIMES, rows: YEAR, columns: CRIME_TYPE, ${args}) { total cases { urn } endCursor } }`;
      const { data, errors } = await graph.query(query);
      expect(errors).toBeUndefined();
      return data.casesBehind;
    };
    const urns = ({ cases }: any) => cases.map(({ urn }: any) => urn).sort();
    const even = refs.filter((_ref, n) => n % 2 === 0);
    expect(urns(await behind('row: "2019", column: "Stalking"'))).toEqual(even);
    expect(urns(await behind('row: "2019"'))).toEqual(even);
    expect(urns(await behind('column: "NOT_RECORDED"'))).toEqual(refs);
    expect(await behind('row: "1999"')).toEqual({ total: 0, cases: [], endCursor: null });
    const first = await behind('first: 4');
    const rest = await behind(`first: 4, after: "${first.endCursor}"`);
    expect([first.total, first.cases.length, rest.cases.length, rest.endCursor]).toEqual([7, 4, 3, null]);
    expect([...urns(first), ...urns(rest)].sort()).toEqual(refs);
  });
});
