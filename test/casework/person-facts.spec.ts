import { recordId } from '@throughline/subgraph';
import { type ToldFacts, toldFacts } from '../facts';
import { aGuidance, guidanceId, anExamination, anEvent, aLink, withdrawn, take } from '../records';
import {
  type Graph,
  aBreach,
  aCase,
  aCharge,
  aDecision,
  aGraph,
  aRecordedCrime,
  aSuspect,
  anAssessment,
  anIncident,
  anOrder,
  idOf,
} from '../support';

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

const told = async (ref: string): Promise<ToldFacts> => (await toldFacts(graph, [idOf('suspect', ref)]))[0]!;
const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id).sort();

describe('somebody who goes by several records', () => {
  const elsewhere = (ref: string) => ({ source: 'police:13', ref });
  const far = (type: string, ref: string) => recordId(type, 'police:13', ref);
  const person = [idOf('suspect', 'J1'), far('suspect', 'J2'), idOf('suspect', 'J3')].sort();
  const records = [
    aSuspect('J1'),
    aSuspect('J2', { source: 'police:13' }),
    aSuspect('J3'),
    aSuspect('J4'),
    aSuspect('J5'),
    aCase('JC1', { suspects: ['J1'] }),
    // Named by an incident, a charge and a decision alone.
    aCase('JC2', { source: 'police:13', force: '13', suspects: [] }),
    aCase('JC3', { suspects: [] }),
    aCase('JC4', { suspects: [] }),
    aCase('JC5', { suspects: ['J4'] }),
    anIncident('JI1', { case: 'JC1', suspect: 'J1' }),
    anIncident('JI2', { source: 'police:13', case: 'JC2', suspect: 'J2' }),
    anIncident('JI4', { case: 'JC5', suspect: 'J4' }),
    aCharge('JH3', { case: 'JC3', suspect: 'J3' }),
    aDecision('JD3', { case: 'JC4', suspect: 'J3', guidanceCited: [{ key: 'recording', version: '2024-01-01' }] }),
    aRecordedCrime('JR2', { source: 'police:13', force: '13', case: 'JC2' }),
    anOrder('JO1', { suspect: 'J1' }),
    anOrder('JO2', { suspect: elsewhere('J2') }),
    aBreach('JB2', { order: 'JO2' }),
    anAssessment('JA3', { suspect: 'J3' }),
    anExamination('JX2', { case: elsewhere('JC2') }),
    aLink('J1', 'J2', { b: elsewhere('J2') }),
    aLink('J2', 'J3', { a: elsewhere('J2') }),
    // A ring, a decision against, and one that was taken back.
    aLink('J3', 'J1'),
    aLink('J3', 'J4', { decision: 'DIFFERENT' }),
    aLink('J3', 'J5'),
  ];

  beforeAll(async () => {
    await take(graph, records);
    await take(graph, [withdrawn(aLink('J3', 'J5'))]);
  });

  it('has the facts of all of them, whichever is asked for', async () => {
    const [first, second, third] = await toldFacts(graph, [
      idOf('suspect', 'J1'),
      far('suspect', 'J2'),
      idOf('suspect', 'J3'),
    ]);
    expect(first!.linkedIds).toEqual(person);
    expect(first!.linkedCaseIds).toEqual(
      [idOf('case', 'JC1'), far('case', 'JC2'), idOf('case', 'JC3'), idOf('case', 'JC4')].sort(),
    );
    expect(first!.citedGuidance).toEqual(['recording']);
    expect(ids(first!.cases)).toEqual(first!.linkedCaseIds);
    expect(new Set(first!.cases.map(({ force }) => force))).toEqual(new Set(['06', '13']));
    expect(ids(first!.incidents)).toEqual([idOf('incident', 'JI1'), far('incident', 'JI2')].sort());
    expect(ids(first!.recordedCrimes)).toEqual([far('recordedCrime', 'JR2')]);
    expect(ids(first!.charges)).toEqual([idOf('charge', 'JH3')]);
    expect(ids(first!.decisions)).toEqual([idOf('chargingDecision', 'JD3')]);
    expect(ids(first!.orders)).toEqual([idOf('order', 'JO1'), idOf('order', 'JO2')].sort());
    expect(ids(first!.breaches)).toEqual([idOf('breach', 'JB2')]);
    expect(ids(first!.assessments)).toEqual([idOf('riskAssessment', 'JA3')]);
    expect(ids(first!.examinations)).toEqual([recordId('fileExamination', 'hmcpsi', 'JX2')]);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it('is not somebody else by a decision against, nor by one that was taken back', async () => {
    const [fourth, fifth] = await toldFacts(graph, [idOf('suspect', 'J4'), idOf('suspect', 'J5')]);
    expect(fourth!.linkedIds).toEqual([idOf('suspect', 'J4')]);
    expect(ids(fourth!.incidents)).toEqual([idOf('incident', 'JI4')]);
    expect(fifth!.linkedIds).toEqual([idOf('suspect', 'J5')]);
  });
});

describe('a record that was withdrawn', () => {
  it('is no fact any more, nor is what hangs on it', async () => {
    const own = { suspect: 'W1' };
    const records = [
      aSuspect('W1'),
      aCase('WC1', { suspects: ['W1'] }),
      anIncident('WI1', { ...own, case: 'WC1' }),
      aRecordedCrime('WR1', { case: 'WC1' }),
      aCharge('WH1', { ...own, case: 'WC1' }),
      aDecision('WD1', { ...own, case: 'WC1', guidanceCited: [{ key: 'w', version: '2024-01-01' }] }),
      anOrder('WO1', own),
      anEvent('WE1', { order: 'WO1' }),
      aBreach('WB1', { order: 'WO1' }),
      anAssessment('WA1', own),
      aGuidance('w', '2024-01-01'),
      aGuidance('w', '2025-01-01'),
      anExamination('WX1', { case: { source: 'police:06', ref: 'WC1' } }),
    ];
    await take(graph, records);
    const goes = async (type: string, ref: string) => {
      const record = records.find((one) => one.type === type && one.ref === ref)!;
      await take(graph, [withdrawn(record)]);
      return told('W1');
    };
    const before = await told('W1');
    expect(before.orders[0]!.events).toHaveLength(1);
    expect((await goes('incident', 'WI1')).incidents).toEqual([]);
    expect((await goes('recordedCrime', 'WR1')).recordedCrimes).toEqual([]);
    expect((await goes('charge', 'WH1')).charges).toEqual([]);
    expect((await goes('guidance', 'w/2025-01-01')).guidanceVersions.map(({ key, version }) => [key, version])).toEqual(
      expect.arrayContaining([['w', '2024-01-01']]),
    );
    expect(ids((await told('W1')).guidanceVersions)).not.toContain(guidanceId('w', '2025-01-01'));
    expect((await goes('fileExamination', 'WX1')).examinations).toEqual([]);
    const undecided = await goes('chargingDecision', 'WD1');
    expect([undecided.decisions, undecided.citedGuidance, undecided.guidanceVersions]).toEqual([[], [], []]);
    expect((await goes('orderEvent', 'WE1')).orders[0]!.events).toEqual([]);
    expect((await told('W1')).breaches).toHaveLength(1);
    const unbound = await goes('order', 'WO1');
    expect([unbound.orders, unbound.breaches]).toEqual([[], []]);
    expect((await goes('riskAssessment', 'WA1')).assessments).toEqual([]);
    const caseless = await goes('case', 'WC1');
    expect([caseless.cases, caseless.linkedCaseIds]).toEqual([[], []]);
    await take(graph, [withdrawn(records[0]!)]);
    expect(await toldFacts(graph, [idOf('suspect', 'W1')])).toEqual([null]);
  });
});

describe('SQL statements', () => {
  it('are as many for fifty suspects as for one', async () => {
    const refs = Array.from({ length: 50 }, (_none, n) => `M${n}`);
    await take(
      graph,
      refs.flatMap((ref, n) => [
        aSuspect(ref),
        aCase(`${ref}C`, { suspects: [ref] }),
        anIncident(`${ref}I`, { suspect: ref, case: `${ref}C` }),
        aDecision(`${ref}D`, {
          suspect: ref,
          case: `${ref}C`,
          guidanceCited: [{ key: 'charging', version: '2022-06-22' }],
        }),
        anOrder(`${ref}O`, { suspect: ref }),
        aBreach(`${ref}B`, { order: `${ref}O` }),
        anAssessment(`${ref}A`, { suspect: ref }),
        anExamination(`${ref}X`, { case: { source: 'police:06', ref: `${ref}C` } }),
        ...(n % 2 === 1 ? [aLink(refs[n - 1]!, ref)] : []),
      ]),
    );
    const statementsFor = async (of: string[]) => {
      const counted = await graph.countStatements(async () => {
        const found = await toldFacts(
          graph,
          of.map((ref) => idOf('suspect', ref)),
        );
        for (const facts of found) {
          expect(facts!.linkedIds).toHaveLength(2);
          expect(
            [facts!.incidents, facts!.breaches, facts!.assessments, facts!.examinations].map((list) => list.length),
          ).toEqual([2, 2, 2, 2]);
        }
      });
      return Object.fromEntries([...counted].map(([subgraph, statements]) => [subgraph, statements.length]));
    };
    const one = await statementsFor(refs.slice(0, 1));
    // The suspects themselves, and what is known of them.
    expect(one).toEqual({ cases: 2, orders: 1, 'risk-assessments': 1, inspections: 1 });
    expect(await statementsFor(refs)).toEqual(one);
  });
});
