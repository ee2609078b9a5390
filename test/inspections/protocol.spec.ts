import { type Bundle, type Graph, aBreach, aCase, aCharge, aDecision, aGraph, aRecordedCrime, anAssessment, anIncident, anOrder } from '../support'; // prettier-ignore
import { take } from '../records';

const TESTS = [
  'RISK_ASSESSED',
  'VICTIM_STATEMENT',
  'ORDER_CONSIDERED',
  'HISTORY_PRESENT',
  'LEAD_NAMED',
  'NO_INFORMATION_NOTICE',
  'EARLY_ADVICE_ANSWERED',
  'ACTION_PLAN_DONE',
  'BREACHES_REFERRED',
];
const aProtocol = (version: string, tests: string[], fields: object = {}): Bundle => ({
  type: 'protocol',
  source: 'cps',
  ref: `p/${version}`,
  key: 'joint',
  version,
  title: 'Joint protocol',
  publisher: 'CPS and NPCC',
  inForceFrom: version,
  checks: tests.map((test) => ({ key: test, text: `Is it ${test}?`, test })),
  ...fields,
});
const aLead = (ref: string, fields: object): Bundle => ({
  type: 'stalkingLead',
  source: 'police:06',
  ref,
  organisation: 'Police',
  role: 'Stalking lead',
  from: '2020-01-01',
  ...fields,
});
const inCase = (type: string, ref: string, fields: object): Bundle => ({ type, source: 'police:06', ref, ...fields });

describe('a joint protocol', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await take(graph, [
      aProtocol('2014-01-01', ['RISK_ASSESSED'], { inForceTo: '2018-05-22' }),
      aProtocol('2018-05-23', TESTS),
      aLead('L1', { force: '06', to: '2024-06-30' }),
      aLead('L2', { force: '44', from: '2025-01-01' }),
      // Has everything that is asked for.
      aCase('good', { victimPersonalStatementOn: '2024-01-20' }),
      anAssessment('R1', { case: 'good', assessedAt: '2024-01-11T10:00:00Z' }),
      aDecision('D1', { case: 'good', orderConsidered: 'YES' }),
      anIncident('I1', { case: 'good' }),
      anIncident('I2', { case: 'good', occurredFrom: '2024-01-05T10:00:00Z' }),
      inCase('earlyAdvice', 'A1', { case: 'good', requestedAt: '2024-01-12', requestedBy: '06', respondedAt: '2024-01-15' }), // prettier-ignore
      inCase('actionPlan', 'P1', { case: 'good', issuedOn: '2024-01-16', dueOn: '2024-02-01', items: [{ text: 'a', doneOn: '2024-01-20' }] }), // prettier-ignore
      anOrder('O1', { case: 'good' }),
      aBreach('B1', { order: 'O1', state: 'CHARGED' }),
      // Lacks all of it.
      aCase('bad', { force: '44', area: 'WESSEX', policeInformationNoticeOn: '2024-01-12' }),
      aDecision('D2', { case: 'bad', orderConsidered: 'NO' }),
      anIncident('I3', { case: 'bad' }),
      anIncident('I4', { case: 'bad', evidence: 'DISPROVED', occurredFrom: '2024-01-05T10:00:00Z' }),
      inCase('earlyAdvice', 'A2', { case: 'bad', requestedAt: '2024-01-12', requestedBy: '44' }),
      inCase('actionPlan', 'P2', { case: 'bad', issuedOn: '2024-01-16', dueOn: '2024-02-01', items: [{ text: 'a' }] }),
      anOrder('O2', { case: 'bad' }),
      aBreach('B2', { order: 'O2', state: 'CRIMED' }),
      // Of the time of the first version, and before any.
      aCase('old', { openedOn: '2018-05-22' }),
      aCase('older', { openedOn: '2013-12-31' }),
      aCase('new', { openedOn: '2024-07-01' }),
    ]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const findings = async (urn: string) => {
    const { data, errors } = await graph.query(
      `query ($urn: String!) { case(urn: $urn) { protocolFindings { protocol version check { key } status facts } stalkingLeads { role force { code } } } }`,
      { urn },
    );
    expect(errors).toBeUndefined();
    return data.case;
  };
  const statuses = (found: any) =>
    Object.fromEntries(found.protocolFindings.map(({ check, status }: any) => [check.key, status]));

  it('is met by a case that has all of it, with the facts', async () => {
    const found = await findings('good');
    expect(statuses(found)).toEqual(Object.fromEntries(TESTS.map((test) => [test, 'MET'])));
    expect(found.protocolFindings[0]).toMatchObject({
      protocol: 'joint',
      version: '2018-05-23',
      facts: ['The risk was assessed on 2024-01-11.'],
    });
    expect(found.protocolFindings[6].facts).toEqual(['Advice asked for on 2024-01-12 was given on 2024-01-15.']);
    expect(found.stalkingLeads).toEqual([{ role: 'Stalking lead', force: { code: '06' } }]);
  });

  it('is not met by one that lacks it, and what nothing says is not taken for a no', async () => {
    const found = await findings('bad');
    expect(statuses(found)).toEqual({
      RISK_ASSESSED: 'NOT_RECORDED',
      VICTIM_STATEMENT: 'NOT_RECORDED',
      ORDER_CONSIDERED: 'NOT_MET',
      HISTORY_PRESENT: 'NOT_MET',
      LEAD_NAMED: 'NOT_MET',
      NO_INFORMATION_NOTICE: 'NOT_MET',
      EARLY_ADVICE_ANSWERED: 'NOT_MET',
      ACTION_PLAN_DONE: 'NOT_MET',
      BREACHES_REFERRED: 'NOT_MET',
    });
    expect(found.protocolFindings.at(-1).facts).toEqual(['The breach of 2024-04-01 stands at CRIMED.']);
  });

  it('is that of the day on which the case was opened', async () => {
    expect(statuses(await findings('old'))).toEqual({ RISK_ASSESSED: 'NOT_RECORDED' });
    expect(statuses(await findings('older'))).toEqual({});
    expect(statuses(await findings('new'))).toMatchObject({ LEAD_NAMED: 'NOT_MET', EARLY_ADVICE_ANSWERED: 'NOT_APPLICABLE' }); // prettier-ignore
  });

  it('is checked for a page of cases with one call of each subgraph', async () => {
    const made = await graph.countStatements(() =>
      graph.query(`{ cases(first: 5) { edges { node { protocolFindings { status } } } } }`),
    );
    expect(made.get('risk-assessments')).toHaveLength(1);
    expect(made.get('orders')).toHaveLength(1);
    expect(made.get('cases')!.length).toBeLessThanOrEqual(3);
  });

  it('is tabulated by place, each case by its own version', async () => {
    const ask = (by: string | null, key = 'joint') =>
      graph.query(
        `query ($by: CaseDimension, $key: String!) { protocolTable(key: $key, filter: {}, by: $by) {
          rows { key cells { value percent } total } columns { key } denominator } }`,
        { by, key },
      );
    const { data } = await ask(null);
    const row = (key: string) => data.protocolTable.rows.find((one: any) => one.key === key);
    expect(data.protocolTable.columns.map(({ key }: any) => key)).toEqual(['MET', 'NOT_MET', 'NOT_APPLICABLE', 'NOT_RECORDED']); // prettier-ignore
    expect(data.protocolTable.denominator).toBe(5);
    expect(row('2014-01-01/RISK_ASSESSED').total).toBe(1);
    expect(row('2018-05-23/ORDER_CONSIDERED')).toMatchObject({
      total: 3,
      cells: [{ value: 1, percent: 50 }, { value: 1, percent: 50 }, { value: 1, percent: null }, { value: 0 }],
    });
    const apart = await ask('FORCE');
    expect(apart.data.protocolTable.rows.find((one: any) => one.key === '44/2018-05-23/LEAD_NAMED').cells[1].value).toBe(1); // prettier-ignore
    expect((await ask('MONTH')).errors![0]!.extensions).toMatchObject({ fields: [{ field: 'by' }] });
    expect((await ask(null, 'x')).errors![0]!.extensions).toMatchObject({ fields: [{ field: 'key' }] });
  });
});

describe('a protocol over more cases than are looked at together', () => {
  const MANY = 5_010;

  it('counts each of them once', async () => {
    await using graph = await aGraph();
    const cases = Array.from({ length: MANY }, (_none, n) =>
      aCase(`C${n}`, { openedOn: '2024-05-01', ...(n % 3 === 0 && { victimPersonalStatementOn: '2024-05-02' }) }),
    );
    await take(graph, [
      {
        type: 'protocol',
        source: 'npcc',
        ref: 'P1',
        key: 'joint',
        version: '2024',
        title: 'A protocol',
        publisher: 'npcc',
        inForceFrom: '2024-01-01',
        checks: [{ key: 'STATEMENT', text: 'Was a statement taken?', test: 'VICTIM_STATEMENT' }],
      },
      ...cases,
    ]);
    const { data, errors } = await graph.query(
      `{ protocolTable(key: "joint", filter: {}) { denominator total columnTotals rows { key cells { value } } } }`,
    );
    expect(errors).toBeUndefined();
    const cells = [MANY / 3, 0, 0, (2 * MANY) / 3];
    expect(data.protocolTable).toEqual({
      denominator: MANY,
      total: MANY,
      columnTotals: cells,
      rows: [{ key: '2024/STATEMENT', cells: cells.map((value) => ({ value })) }],
    });
  });
});

describe('the indicators of a recommendation', () => {
  it('follow by month what its topics bear on, before and after', async () => {
    await using graph = await aGraph();
    await take(graph, [
      {
        type: 'recommendation',
        source: 'hmcpsi',
        ref: 'R1',
        report: 'A report',
        number: '1',
        text: 'Charge what was done.',
        owner: 'CPS',
        history: [{ on: '2024-03-15', status: 'ACCEPTED' }],
        topics: ['BREACH_SPO', 'STALKING'],
      },
      aCase('C1'),
      aCase('C2'),
      aCharge('alone', { offence: 'ST19001', chargedOn: '2024-02-10' }),
      aCharge('with', { case: 'C2', offence: 'ST19001', chargedOn: '2024-02-20' }),
      aCharge('other', { case: 'C2', chargedOn: '2024-05-20' }),
      aRecordedCrime('r1', { recordedOn: '2024-04-01' }),
      aRecordedCrime('r2', { recordedOn: '2024-04-30', principalOffence: '195/94' }),
      aRecordedCrime('r3', { recordedOn: '2024-04-30', principalOffence: '58/0' }),
    ]);
    const { data, errors } = await graph.query(
      `{ recommendations { indicators { key why table { rows { key cells { value of percent } } total notes comparabilityBreaks { from } } } } }`,
    );
    expect(errors).toBeUndefined();
    const [breaches, recorded, ...more] = data.recommendations[0].indicators;
    expect(more).toEqual([]);
    expect(breaches.key).toBe('BREACHES_CHARGED_ALONE');
    expect(breaches.table.rows[0].key).toBe('2022-03');
    const month = (table: any, key: string) => table.rows.find((row: any) => row.key === key).cells;
    expect(month(breaches.table, '2024-02')).toEqual([
      { value: 2, of: null, percent: null },
      { value: 1, of: 2, percent: 50 },
    ]);
    expect(breaches.table.comparabilityBreaks).toEqual([]);
    expect(month(recorded.table, '2024-04')[1]).toEqual({ value: 1, of: 2, percent: 50 });
    expect(recorded.table.comparabilityBreaks).toEqual([{ from: '2023-05-01' }]);
    expect(recorded.table.notes[0]).toBe('On 2024-03-15 the recommendation became ACCEPTED.');
  });
});
