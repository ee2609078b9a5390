import { profile } from '@throughline/conduct';
import { recordId } from '@throughline/subgraph';
import { type ToldFacts, suspectFacts, toldFacts } from '../facts';
import { aGuidance, guidanceId, anExamination, anEvent, take } from '../records';
import {
  type Graph,
  aBreach,
  aCase,
  aCharge,
  aDecision,
  aGraph,
  aRecordedCrime,
  aSuspect,
  aVictim,
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

/** Everything that is told of one suspect. */
const everything = [
  aSuspect('S1'),
  aVictim('V1'),
  aCase('C1', { force: '02', victims: ['V1', 'V2'], restricted: true }),
  anIncident('I1', {
    // In summer: midnight in London is eleven o'clock in the evening before in UTC.
    occurredFrom: '2024-07-03',
    behaviours: ['S2A_A', 'THREAT_KILL'],
    evidence: 'UNVERIFIED',
    fearOfViolence: true,
    dayToDayEffects: ['MOVED_HOME'],
    narrative: 'He stood there all night.',
  }),
  anIncident('I2', { occurredFrom: '2024-07-04T10:15:30.5+02:00', seriousAlarmOrDistress: true, victim: 'V2' }),
  aRecordedCrime('R1', {
    case: 'C1',
    force: '02',
    principalOffence: '8/58',
    includedClassifications: ['149/0', '8/50'],
  }),
  { ...aRecordedCrime('R2', { case: 'C1' }), principalOffence: undefined, crimeType: 'Violence and sexual offences' },
  aCharge('H1', {
    offence: 'CD98078',
    victim: 'V1',
    breaches: ['B1', { source: 'police:13', ref: 'B9' }],
    verdict: 'GUILTY',
    disposedOn: '2024-10-01',
  }),
  aCharge('H2', { offence: 'PH97003A' }),
  aDecision('D1', {
    considered: [
      { family: 'STALKING', accepted: false, rationale: 'Not a course of conduct.' },
      { family: 'HARASSMENT', accepted: true },
    ],
    guidanceCited: [{ key: 'charging', version: '2022-06-22' }],
  }),
  anOrder('O1', { case: 'C1', force: '02', effectiveFrom: '2024-03-02', effectiveTo: '2026-03-01' }),
  anOrder('O2', { kind: 'RO_ACQUITTAL', madeOn: undefined, state: 'APPLIED' }),
  anEvent('E1'),
  aBreach('B1', { incident: 'I1', occurredAt: '2024-04-01' }),
  anAssessment('A1', {
    case: 'C1',
    respondsTo: [
      { type: 'incident', ref: 'I1' },
      { type: 'breach', ref: 'B1' },
      { type: 'order', ref: { source: 'police:13', ref: 'O9' } },
    ],
  }),
  aGuidance('charging', '2022-06-22'),
  aGuidance('charging', '2025-01-01', { datePrecision: 'MONTH', inForceTo: '2026-02-09' }),
  aGuidance('stalking', '2024-01-01'),
  aGuidance('recording', '2024-01-01'),
  anExamination('X1', {
    answers: [
      { question: 'q1', guidance: { key: 'stalking', version: '2024-01-01' } },
      { question: 'q2', guidance: { key: 'stalking', version: '2024-01-01' }, comment: 'Again.' },
      { question: 'q3', yes: true },
    ],
  }),
  // Somebody else's.
  aSuspect('S2'),
  aCase('C2', { suspects: ['S2'] }),
  anIncident('I9', { case: 'C2', suspect: 'S2' }),
  anOrder('O9', { suspect: 'S2' }),
  anAssessment('A9', { suspect: 'S2' }),
  anExamination('X9', { case: { source: 'police:06', ref: 'C2' } }),
];

describe('the facts of a suspect', () => {
  let facts: ToldFacts;
  beforeAll(async () => {
    await take(graph, everything);
    facts = await told('S1');
  });

  it('are those of the cases', () => {
    expect(facts.linkedIds).toEqual([idOf('suspect', 'S1')]);
    expect(facts.linkedCaseIds).toEqual([idOf('case', 'C1')]);
    expect(facts.cases).toEqual([
      {
        id: idOf('case', 'C1'),
        urn: 'C1',
        force: '01',
        area: 'NORTH_WEST',
        restricted: true,
        victimIds: [idOf('victim', 'V1'), idOf('victim', 'V2')],
        relationship: 'FORMER_PARTNER',
      },
    ]);
    const ofCase = { caseId: idOf('case', 'C1'), suspectId: idOf('suspect', 'S1') };
    expect(facts.incidents).toHaveLength(2);
    expect(facts.incidents).toEqual(
      expect.arrayContaining([
        {
          ...ofCase,
          id: idOf('incident', 'I1'),
          victimId: idOf('victim', 'V1'),
          occurredFrom: '2024-07-02T23:00:00Z',
          timeKnown: false,
          behaviours: ['S2A_A', 'THREAT_KILL'],
          evidence: 'UNVERIFIED',
          fearOfViolence: true,
          seriousAlarmOrDistress: false,
          dayToDayEffects: ['MOVED_HOME'],
        },
        {
          ...ofCase,
          id: idOf('incident', 'I2'),
          victimId: idOf('victim', 'V2'),
          occurredFrom: '2024-07-04T08:15:30.5Z',
          timeKnown: true,
          behaviours: ['S2A_B'],
          evidence: 'ACCEPTED',
          fearOfViolence: false,
          seriousAlarmOrDistress: true,
          dayToDayEffects: [],
        },
      ]),
    );
  });

  it('have families for the codes of crimes and charges, aggravated forms and attempts too', () => {
    const caseId = idOf('case', 'C1');
    expect(facts.recordedCrimes).toHaveLength(2);
    expect(facts.recordedCrimes).toEqual(
      expect.arrayContaining([
        {
          id: idOf('recordedCrime', 'R1'),
          caseId,
          force: '01',
          recordedOn: '2024-01-03',
          principalFamily: 'STALKING_FEAR',
          includedFamilies: ['CRIMINAL_DAMAGE', 'HARASSMENT'],
        },
        {
          id: idOf('recordedCrime', 'R2'),
          caseId,
          force: '06',
          recordedOn: '2024-01-03',
          principalFamily: null,
          includedFamilies: [],
        },
      ]),
    );
    const charged = { caseId, suspectId: idOf('suspect', 'S1'), chargedOn: '2024-02-01' };
    expect(facts.charges).toHaveLength(2);
    expect(facts.charges).toEqual(
      expect.arrayContaining([
        {
          ...charged,
          id: idOf('charge', 'H1'),
          victimId: idOf('victim', 'V1'),
          family: 'STALKING_FEAR',
          breachIds: [idOf('breach', 'B1'), recordId('breach', 'police:13', 'B9')],
          verdict: 'GUILTY',
          disposedOn: '2024-10-01',
        },
        {
          ...charged,
          id: idOf('charge', 'H2'),
          victimId: null,
          family: 'BREACH_RESTRAINING_ORDER',
          breachIds: [],
          verdict: null,
          disposedOn: null,
        },
      ]),
    );
  });

  it('say of a rationale only that there is one', () => {
    expect(facts.decisions).toEqual([
      {
        id: idOf('chargingDecision', 'D1'),
        caseId: idOf('case', 'C1'),
        suspectId: idOf('suspect', 'S1'),
        decidedOn: '2024-02-01',
        kind: 'CHARGE',
        considered: [
          { family: 'STALKING', accepted: false, reasoned: true },
          { family: 'HARASSMENT', accepted: true, reasoned: false },
        ],
        guidanceCited: [{ key: 'charging', version: '2022-06-22' }],
      },
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/course of conduct|all night|Again/);
  });

  it('are the orders with what happened to them, and their breaches', () => {
    const binding = { suspectId: idOf('suspect', 'S1'), protectedPersonIds: [idOf('victim', 'V1')] };
    expect(facts.orders).toHaveLength(2);
    expect(facts.orders).toEqual(
      expect.arrayContaining([
        {
          ...binding,
          id: idOf('order', 'O1'),
          caseId: idOf('case', 'C1'),
          force: '01',
          kind: 'SPO',
          breachBehaviour: 'BREACH_SPO',
          madeOn: '2024-03-01',
          effectiveFrom: '2024-03-02',
          effectiveTo: '2026-03-01',
          state: 'IN_FORCE',
          events: [{ id: idOf('orderEvent', 'E1'), on: '2024-03-01', kind: 'MADE' }],
        },
        {
          ...binding,
          id: idOf('order', 'O2'),
          caseId: null,
          force: null,
          kind: 'RO_ACQUITTAL',
          breachBehaviour: 'BREACH_RO',
          madeOn: null,
          effectiveFrom: null,
          effectiveTo: null,
          state: 'APPLIED',
          events: [],
        },
      ]),
    );
    expect(facts.breaches).toEqual([
      {
        id: idOf('breach', 'B1'),
        orderId: idOf('order', 'O1'),
        occurredAt: '2024-03-31T23:00:00Z',
        timeKnown: false,
        incidentId: idOf('incident', 'I1'),
        reportedAt: '2024-04-01T12:00:00Z',
        state: 'REPORTED',
      },
    ]);
  });

  it('are the assessments, with what each responds to', () => {
    expect(facts.assessments).toEqual([
      {
        id: idOf('riskAssessment', 'A1'),
        suspectId: idOf('suspect', 'S1'),
        victimId: idOf('victim', 'V1'),
        caseId: idOf('case', 'C1'),
        assessedAt: '2024-04-02T10:00:00Z',
        timeKnown: true,
        grade: 'MEDIUM',
        respondsTo: [
          { type: 'incident', id: idOf('incident', 'I1') },
          { type: 'breach', id: idOf('breach', 'B1') },
          { type: 'order', id: recordId('order', 'police:13', 'O9') },
        ],
      },
    ]);
  });

  it('are every version of the guidance that decisions cite or examinations judge by, and no other', () => {
    expect(facts.citedGuidance).toEqual(['charging']);
    expect(facts.examinations).toEqual([
      {
        id: recordId('fileExamination', 'hmcpsi', 'X1'),
        caseId: idOf('case', 'C1'),
        examinedOn: '2024-09-01',
        guidance: [{ key: 'stalking', version: '2024-01-01' }],
      },
    ]);
    expect(facts.guidanceVersions).toHaveLength(3);
    expect(facts.guidanceVersions).toEqual(
      expect.arrayContaining([
        {
          id: guidanceId('charging', '2022-06-22'),
          key: 'charging',
          version: '2022-06-22',
          inForceFrom: '2022-06-22',
          inForceTo: null,
          datePrecision: 'DAY',
        },
        {
          id: guidanceId('charging', '2025-01-01'),
          key: 'charging',
          version: '2025-01-01',
          inForceFrom: '2025-01-01',
          inForceTo: '2026-02-09',
          datePrecision: 'MONTH',
        },
        expect.objectContaining({ id: guidanceId('stalking', '2024-01-01') }),
      ]),
    );
  });

  it('are what the behaviour rules take', () => {
    const { flags } = profile(suspectFacts(facts), '2024-12-01T00:00:00Z');
    expect(flags.map(({ rule }) => rule)).toEqual(['BREACH_NOT_ACTIONED', 'REPEAT_HIGH_HARM']);
  });

  it('are no part of the graph that callers see', async () => {
    for (const field of [
      'linkedIds',
      'linkedCaseIds',
      'citedGuidance',
      'caseFacts',
      'orderFacts',
      'riskFacts',
      'inspectionFacts',
    ]) {
      const { errors } = await graph.query(`query ($id: ID!) { suspect(id: $id) { ${field} } }`, {
        id: idOf('suspect', 'S1'),
      });
      expect(errors![0]!.message).toMatch(`Cannot query field "${field}"`);
    }
  });

  it('are nothing for somebody of whom there is no record, and empty for somebody of whom there is only a name', async () => {
    await take(graph, [aSuspect('bare')]);
    const [nobody, bare, garbage] = await toldFacts(graph, [idOf('suspect', 'nobody'), idOf('suspect', 'bare'), 'x']);
    expect([nobody, garbage]).toEqual([null, null]);
    expect(bare).toEqual({
      linkedIds: [idOf('suspect', 'bare')],
      linkedCaseIds: [],
      citedGuidance: [],
      cases: [],
      incidents: [],
      recordedCrimes: [],
      charges: [],
      decisions: [],
      orders: [],
      breaches: [],
      assessments: [],
      guidanceVersions: [],
      examinations: [],
    });
  });
});
