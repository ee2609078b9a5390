import { type CaseAction, caseMachine } from '../../apps/cases/src/case/case.machine';
import { CaseStage } from '../../apps/cases/src/case/case.model';
import { type ChargeAction, chargeMachine } from '../../apps/cases/src/charge/charge.machine';
import { type Graph, FORCE, aCase, aCharge, aGraph, aSuspect, aVictim, anIncident, idOf } from '../support';

interface Mutation {
  name: string;
  /** What of the world it is done to, and whether that is given as `id` or as `case`. */
  to: 'case' | 'incident' | 'charge' | 'earlyAdvice' | 'actionPlan';
  adds?: true;
  payload: string;
  fields: string;
  /** The moves it can come to. */
  actions: CaseAction[];
  at: CaseStage;
  input: Record<string, unknown>;
  /** What it gives, the action in the history, and the stage of the case after it. */
  gives: object;
  action?: string;
  stage?: CaseStage;
}

const [S1, S2, V1, V2] = [idOf('suspect', 'S1'), idOf('suspect', 'S2'), idOf('victim', 'V1'), idOf('victim', 'V2')];
const DECISION = { suspect: S1, decidedOn: '2024-02-01', kind: 'CHARGE', outcome: 'CONTINUE', decidedBy: 'CPS' };
const person = { names: [{ given: 'New', family: 'Person' }], dateOfBirth: '1990-02-28', sex: 'M' };

const onCase = {
  to: 'case',
  payload: 'case',
  fields: 'stage closedOn closedReason suspects { id } victims { id }',
} as const;
const inCase = { to: 'case', adds: true } as const;
const ofIncident = { payload: 'incident', fields: 'evidence behaviours fearOfViolence dayToDayEffects' } as const;
const advice = { payload: 'earlyAdvice', fields: 'requestedBy { code } respondedAt advice topics' } as const;
const plan = { payload: 'actionPlan', fields: 'dueOn overdue items { text doneOn }' } as const;
const decision = {
  ...inCase,
  name: 'recordChargingDecision',
  payload: 'decision',
  fields: 'outcome considered { family accepted rationale } guidanceCited { key version } orderConsidered',
} as const;
const charge = {
  payload: 'charge',
  fields: 'offence { cjsCode } plea verdict disposedOn incidents { id } availableActions case { stage }',
} as const;
const toCharge = { ...charge, to: 'charge', at: 'CHARGED' } as const;

/** Every mutation but `openCase`, with an input that is right at the stage `at`. */
const MUTATIONS: Mutation[] = [
  {
    ...inCase,
    name: 'addSuspect',
    payload: 'suspect',
    fields: 'displayName dateOfBirth pncId identifiers { scheme value } cases { edges { node { urn } } }',
    actions: ['ADD_SUSPECT'],
    at: 'INVESTIGATION',
    input: { ...person, pncId: '24/1A', identifiers: [{ scheme: 'phone', value: '07700 900000' }] },
    gives: { displayName: 'New Person', pncId: '24/1A', identifiers: [{ scheme: 'phone', value: '07700 900000' }] },
  },
  {
    ...inCase,
    name: 'addVictim',
    payload: 'victim',
    fields: 'displayName dateOfBirth sex',
    actions: ['ADD_VICTIM'],
    at: 'INVESTIGATION',
    input: person,
    gives: { displayName: 'New Person', dateOfBirth: '1990-02-28', sex: 'M' },
  },
  {
    ...onCase,
    name: 'linkSuspectToCase',
    actions: ['ADD_SUSPECT'],
    at: 'INVESTIGATION',
    input: { suspectId: S2 },
    gives: { suspects: expect.arrayContaining([{ id: S1 }, { id: S2 }]) },
  },
  {
    ...onCase,
    name: 'linkVictimToCase',
    actions: ['ADD_VICTIM'],
    at: 'INVESTIGATION',
    input: { victimId: V2 },
    gives: { victims: expect.arrayContaining([{ id: V1 }, { id: V2 }]) },
  },
  {
    ...inCase,
    ...ofIncident,
    name: 'recordIncident',
    actions: ['RECORD_INCIDENT'],
    at: 'INVESTIGATION',
    input: {
      suspect: S1,
      victim: V1,
      occurredFrom: '2024-06-01T23:30:00',
      occurredTo: '2024-06-02',
      behaviours: ['S2A_A'],
      basis: 'ALLEGATION',
      fearOfViolence: true,
      dayToDayEffects: ['MOVED_HOME'],
    },
    gives: { evidence: 'UNVERIFIED', behaviours: ['S2A_A'], fearOfViolence: true, dayToDayEffects: ['MOVED_HOME'] },
  },
  {
    ...ofIncident,
    to: 'incident',
    name: 'recordEffects',
    actions: ['RECORD_EFFECTS'],
    at: 'REFERRED',
    input: { dayToDayEffects: ['SLEEP_LOSS', 'COUNSELLING'] },
    gives: { fearOfViolence: false, dayToDayEffects: ['SLEEP_LOSS', 'COUNSELLING'] },
  },
  {
    ...ofIncident,
    to: 'incident',
    name: 'markEvidence',
    actions: ['MARK_EVIDENCE'],
    at: 'CLOSED',
    input: { evidence: 'DISPROVED', reason: 'He was in custody.' },
    gives: { evidence: 'DISPROVED' },
  },
  {
    ...inCase,
    ...advice,
    name: 'requestEarlyAdvice',
    actions: ['REQUEST_EARLY_ADVICE'],
    at: 'INVESTIGATION',
    input: { requestedAt: '2024-02-01T10:00:00Z', topics: ['Which family'] },
    gives: { requestedBy: { code: '06' }, respondedAt: null, topics: ['Which family'] },
    stage: 'EARLY_ADVICE',
  },
  {
    ...advice,
    to: 'earlyAdvice',
    name: 'answerEarlyAdvice',
    actions: ['ANSWER_EARLY_ADVICE'],
    at: 'EARLY_ADVICE',
    input: { respondedAt: '2024-02-03T10:00:00Z', advice: 'Consider s.4A.' },
    gives: { respondedAt: '2024-02-03T10:00:00Z', advice: 'Consider s.4A.' },
  },
  {
    ...onCase,
    name: 'referCase',
    fields: 'stage referredOn',
    actions: ['REFER'],
    at: 'EARLY_ADVICE',
    input: { referredOn: '2024-02-05' },
    gives: { stage: 'REFERRED', referredOn: '2024-02-05' },
    stage: 'REFERRED',
  },
  {
    ...inCase,
    ...plan,
    name: 'issueActionPlan',
    actions: ['ISSUE_ACTION_PLAN'],
    at: 'REFERRED',
    input: { issuedOn: '2024-02-06', dueOn: '2024-02-20', items: ['Telephone records', 'Statement'] },
    gives: {
      dueOn: '2024-02-20',
      overdue: true,
      items: [
        { text: 'Telephone records', doneOn: null },
        { text: 'Statement', doneOn: null },
      ],
    },
  },
  {
    ...plan,
    to: 'actionPlan',
    name: 'extendActionPlan',
    actions: ['EXTEND_ACTION_PLAN'],
    at: 'REFERRED',
    input: { dueOn: '2024-03-01', reason: 'The laboratory is late.' },
    gives: { dueOn: '2024-03-01' },
  },
  {
    ...plan,
    to: 'actionPlan',
    name: 'completeActionPlanItem',
    actions: ['COMPLETE_ACTION_PLAN_ITEM'],
    at: 'REFERRED',
    input: { item: 1, doneOn: '2024-02-06' },
    gives: {
      items: [
        { text: 'one', doneOn: null },
        { text: 'two', doneOn: '2024-02-06' },
      ],
    },
  },
  {
    ...decision,
    actions: ['DECIDE'],
    at: 'REFERRED',
    input: {
      ...DECISION,
      outcome: 'CHARGE',
      test: 'FULL_CODE',
      evidentialStageMet: true,
      publicInterestStageMet: true,
      considered: [{ family: 'STALKING_FEAR', accepted: true, rationale: 'Fear on five occasions.' }],
      guidanceCited: [{ key: 'code', version: '8' }],
      rationale: 'It is stalking.',
      orderConsidered: 'YES',
    },
    gives: {
      outcome: 'CHARGE',
      considered: [{ family: 'STALKING_FEAR', accepted: true, rationale: 'Fear on five occasions.' }],
      guidanceCited: [{ key: 'code', version: '8' }],
      orderConsidered: 'YES',
    },
  },
  {
    ...decision,
    actions: ['REVIEW'],
    at: 'NFA',
    input: { ...DECISION, kind: 'VICTIM_RIGHT_TO_REVIEW', outcome: 'CHARGE' },
    gives: { outcome: 'CHARGE' },
  },
  {
    ...decision,
    actions: ['TAKE_NO_FURTHER_ACTION'],
    at: 'REFERRED',
    input: { ...DECISION, outcome: 'NFA_EVIDENTIAL' },
    gives: { outcome: 'NFA_EVIDENTIAL' },
    stage: 'NFA',
  },
  {
    ...decision,
    actions: ['STOP'],
    at: 'CHARGED',
    input: { ...DECISION, kind: 'DISCONTINUANCE', outcome: 'STOP' },
    gives: { outcome: 'STOP' },
    stage: 'DISCONTINUED',
  },
  {
    ...inCase,
    ...charge,
    name: 'chargeSuspect',
    actions: ['CHARGE'],
    at: 'REFERRED',
    input: { suspect: S1, victim: V1, offence: 'PH97006', chargedOn: '2024-07-02' },
    gives: { offence: { cjsCode: 'PH97006' }, availableActions: Object.keys(chargeMachine) },
    stage: 'CHARGED',
  },
  {
    ...toCharge,
    name: 'amendCharge',
    actions: ['AMEND_CHARGE'],
    input: { offence: 'PH97011' },
    gives: { offence: { cjsCode: 'PH97011' } },
  },
  { ...toCharge, name: 'recordPlea', actions: ['RECORD_PLEA'], input: { plea: 'NG' }, gives: { plea: 'NG' } },
  {
    ...toCharge,
    name: 'recordVerdict',
    actions: ['RECORD_VERDICT', 'CONVICT'],
    input: { verdict: 'GUILTY_OF_ALTERNATIVE', disposedOn: '2024-02-01' },
    gives: { verdict: 'GUILTY_OF_ALTERNATIVE', disposedOn: '2024-02-01', availableActions: [] },
    stage: 'CONVICTED',
  },
  {
    ...toCharge,
    name: 'recordVerdict',
    actions: ['RECORD_VERDICT', 'ACQUIT'],
    input: { verdict: 'NOT_GUILTY', disposedOn: '2024-09-01' },
    gives: { verdict: 'NOT_GUILTY' },
    stage: 'ACQUITTED',
  },
  {
    ...toCharge,
    name: 'discontinueCharge',
    actions: ['DISCONTINUE_CHARGE', 'STOP'],
    input: { disposedOn: '2024-09-01', reason: 'A witness died.' },
    gives: { verdict: 'NO_VERDICT', disposedOn: '2024-09-01' },
    stage: 'DISCONTINUED',
  },
  {
    ...onCase,
    name: 'closeCase',
    actions: ['CLOSE', 'CONCLUDE'],
    at: 'INVESTIGATION',
    input: { closedReason: 'VICTIM_WITHDREW', closedOn: '2024-05-01' },
    gives: { stage: 'CLOSED', closedReason: 'VICTIM_WITHDREW', closedOn: '2024-05-01' },
    stage: 'CLOSED',
  },
  {
    ...onCase,
    name: 'closeCase',
    actions: ['CLOSE', 'CONCLUDE'],
    at: 'CONVICTED',
    input: { closedReason: 'CONCLUDED', closedOn: '2024-10-01' },
    gives: { stage: 'CONVICTED', closedOn: '2024-10-01' },
    action: 'CONCLUDE',
  },
  {
    ...onCase,
    name: 'reopenCase',
    actions: ['REOPEN'],
    at: 'CLOSED',
    input: { reason: 'New evidence.' },
    gives: { stage: 'INVESTIGATION', closedOn: null, closedReason: null },
    stage: 'INVESTIGATION',
  },
];

const HISTORY = 'history(first: 20) { edges { node { action reason version changes { field before after } } } }';
const STAGES = Object.keys(CaseStage) as CaseStage[];
const actions = Object.keys(caseMachine) as CaseAction[];
const described = MUTATIONS.map((mutation) => [`${mutation.name} (${mutation.actions.at(-1)!})`, mutation] as const);
const mutationOf = (name: string, action?: CaseAction) =>
  MUTATIONS.find((mutation) => mutation.name === name && (!action || mutation.actions.includes(action)))!;

let made = 0;
const requestId = () => `test-${++made}`;

describe('cases', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await graph.import([aSuspect('S1'), aSuspect('S2'), aVictim('V1'), aVictim('V2')]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  /** A case at a stage, with an incident, a charge, early advice not yet given and an action plan, all of one ref. */
  const aWorld = async (stage: CaseStage, { ofCase = {}, ofCharge = {}, ofIncident: happened = {} } = {}) => {
    const ref = `world-${++made}`;
    const closed = stage === 'CLOSED' ? { closedOn: '2024-04-01', closedReason: 'OTHER' } : {};
    const part = { source: FORCE, ref, case: ref };
    const items = [{ text: 'one' }, { text: 'two' }];
    const summary = await graph.import([
      aCase(ref, { stage, ...closed, ...ofCase }),
      anIncident(ref, { case: ref, ...happened }),
      aCharge(ref, { case: ref, ...ofCharge }),
      { ...part, type: 'earlyAdvice', requestedAt: '2024-02-01T10:00:00Z', requestedBy: '06' },
      { ...part, type: 'actionPlan', issuedOn: '2024-02-01', dueOn: '2024-02-15', items },
    ]);
    expect(summary.rejects).toEqual([]);
    return ref;
  };
  const ask = (name: string, input: object, answer: string) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return graph.query(`mutation ($input: ${type}!) { result: ${name}(input: $input) { ${answer} } }`, { input });
  };
  const run = ({ name, to, adds, payload, fields, input }: Mutation, ref: string, more: object = {}) =>
    ask(
      name,
      { requestId: requestId(), [adds ? 'case' : 'id']: idOf(to, ref), ...input, ...more },
      `${payload} { id recordVersion ${fields} ${HISTORY} }`,
    );
  const theCase = async (ref: string) => {
    const fields = `stage recordVersion availableActions incidents { totalCount } charges { verdict offence { cjsCode } recordVersion }
      decisions { outcome } earlyAdvice { respondedAt } actionPlans { dueOn items { doneOn } } suspects { id } victims { id } ${HISTORY}`;
    return (await graph.query(`query ($id: ID!) { case(id: $id) { ${fields} } }`, { id: idOf('case', ref) })).data.case;
  };
  const refused = (answer: { errors?: any[] }) => answer.errors?.[0].extensions;

  it('are opened in investigation', async () => {
    const input = {
      requestId: requestId(),
      urn: '06AA0000124',
      force: '06',
      area: 'NORTH_WEST',
      openedOn: '2024-02-01',
      reportedOn: '2024-01-30',
      suspects: [S1],
      victims: [V1, V2],
      relationship: 'FORMER_PARTNER',
      domestic: true,
      crimeReferences: ['CRI/1'],
      flags: ['stalking'],
    };
    const fields = `case { id urn stage classification restricted reportedOn flags crimeReferences suspects { id } victims { id } ${HISTORY} }`;
    const { data, errors } = await ask('openCase', input, fields);
    expect(errors).toBeUndefined();
    expect(data.result.case).toMatchObject({
      stage: 'INVESTIGATION',
      classification: 'OFFICIAL_SENSITIVE',
      restricted: false,
      reportedOn: '2024-01-30',
      flags: ['stalking'],
      crimeReferences: ['CRI/1'],
      suspects: [{ id: S1 }],
      history: { edges: [{ node: { action: 'OPEN', version: 1, changes: [] } }] },
    });
    expect((await ask('openCase', input, fields)).data).toEqual(data);
    const [nobody, elsewhere] = [idOf('suspect', 'nobody'), 'NOWHERE'];
    expect(
      refused(await ask('openCase', { ...input, requestId: requestId(), suspects: [nobody] }, fields)),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'suspects[0]', reason: 'there is no suspect with this id' }],
    });
    expect(refused(await ask('openCase', { ...input, requestId: requestId(), area: elsewhere }, fields))).toMatchObject(
      {
        code: 'INVALID_INPUT',
        fields: [{ field: 'area' }],
      },
    );
  });

  it('can come to every move of the machine', () => {
    expect([...new Set(MUTATIONS.flatMap((mutation) => mutation.actions))].sort()).toEqual([...actions].sort());
  });

  describe.each(described)('%s', (_name, mutation) => {
    const {
      payload,
      at,
      gives,
      stage,
      actions: [first],
    } = mutation;
    const action = mutation.action ?? first;

    it('does what it says, once, and leaves it in the history', async () => {
      const ref = await aWorld(at);
      const request = { requestId: requestId() };
      const { data, errors } = await run(mutation, ref, request);
      expect(errors).toBeUndefined();
      const record = data.result[payload];
      expect(record).toMatchObject(gives);
      expect(record.history.edges[0].node).toMatchObject({
        action,
        version: record.recordVersion,
        reason: mutation.input.reason ?? null,
      });
      expect(await theCase(ref)).toMatchObject({ stage: stage ?? at });
      const after = await theCase(ref);
      expect((await run(mutation, ref, request)).data).toEqual(data);
      expect(await theCase(ref)).toEqual(after);
    });

    it('is refused for another version than the record has', async () => {
      const ref = await aWorld(at);
      const before = await theCase(ref);
      const extensions = refused(await run(mutation, ref, { expectedVersion: 7 }));
      expect(extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
      expect(await theCase(ref)).toEqual(before);
    });

    it('can be tried without changing anything', async () => {
      const ref = await aWorld(at);
      const before = await theCase(ref);
      const { data } = await run(mutation, ref, { validateOnly: true });
      expect(data.result[payload].id).toEqual(expect.any(String));
      expect(await theCase(ref)).toEqual(before);
    });

    it('says that there is nothing with an unknown id', async () => {
      const extensions = refused(await run(mutation, 'nothing'));
      if (mutation.adds) expect(extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'case' }] });
      else expect(extensions).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe.each(STAGES)('at stage %s', (stage) => {
    const legal = actions.filter((action) => caseMachine[action].from.includes(stage));

    it('say what can be done', async () => {
      expect((await theCase(await aWorld(stage))).availableActions).toEqual(legal);
    });

    it.each(described.filter(([, mutation]) => !mutation.actions.some((action) => legal.includes(action))))(
      'refuse %s, and say what can be done',
      async (_name, mutation) => {
        const extensions = refused(await run(mutation, await aWorld(stage)));
        expect(extensions).toMatchObject({ code: 'RULE_REFUSED', allowed: legal });
        expect(extensions.because).toEqual([expect.stringContaining(`cannot be done in state ${stage}`)]);
      },
    );
  });

  it('say what has changed since the version that a change was meant for', async () => {
    const ref = await aWorld('INVESTIGATION');
    await run(mutationOf('referCase'), ref);
    const extensions = refused(await run(mutationOf('closeCase'), ref, { expectedVersion: 1 }));
    expect(extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    expect(extensions.differs).toContainEqual({ field: 'stage', before: 'INVESTIGATION', after: 'REFERRED' });
  });

  it('refuse the id of a request for anything else', async () => {
    const ref = await aWorld('INVESTIGATION');
    const request = { requestId: requestId() };
    await run(mutationOf('referCase'), ref, request);
    expect(refused(await run(mutationOf('closeCase'), ref, request))).toMatchObject({
      code: 'CONFLICT',
      field: 'requestId',
    });
  });

  it('show in their own history that somebody was added, and that a charge changed their stage', async () => {
    const ref = await aWorld('REFERRED');
    await run(mutationOf('addSuspect'), ref);
    await run(mutationOf('chargeSuspect'), ref, { reason: 'Authorised.' });
    const { history, suspects } = await theCase(ref);
    const [charged, added] = history.edges.map(({ node }: any) => node);
    expect(suspects).toHaveLength(2);
    expect(added).toMatchObject({ action: 'ADD_SUSPECT', version: 2, changes: [{ field: 'suspects' }] });
    expect(charged).toMatchObject({ action: 'CHARGE', version: 3, reason: 'Authorised.' });
    expect(charged.changes).toEqual([{ field: 'stage', before: 'REFERRED', after: 'CHARGED' }]);
  });

  it.each([
    ['a reason for marking evidence', mutationOf('markEvidence'), { reason: ' ' }, 'reason'],
    ['a reason for more time', mutationOf('extendActionPlan'), { reason: null }, 'reason'],
    ['a reason for discontinuing', mutationOf('discontinueCharge'), { reason: null }, 'reason'],
    ['a reason for reopening', mutationOf('reopenCase'), { reason: null }, 'reason'],
    ['a suspect of the case in an incident', mutationOf('recordIncident'), { suspect: S2 }, 'suspect'],
    ['a victim of the case in an incident', mutationOf('recordIncident'), { victim: V2 }, 'victim'],
    ['an end after the beginning', mutationOf('recordIncident'), { occurredTo: '2024-06-01T23:29:00' }, 'occurredTo'],
    ['a report after the beginning', mutationOf('recordIncident'), { reportedAt: '2024-05-31' }, 'reportedAt'],
    ['a behaviour', mutationOf('recordIncident'), { behaviours: [] }, 'behaviours'],
    ['a name', mutationOf('addSuspect'), { names: [] }, 'names'],
    ['somebody who is there', mutationOf('linkSuspectToCase'), { suspectId: idOf('suspect', 'no') }, 'suspectId'],
    ['somebody not yet named', mutationOf('linkVictimToCase'), { victimId: V1 }, 'victimId'],
    ['advice after it was asked for', mutationOf('answerEarlyAdvice'), { respondedAt: '2024-01-31' }, 'respondedAt'],
    ['a force that asks', mutationOf('requestEarlyAdvice'), { requestedBy: 'XX' }, 'requestedBy'],
    ['a plan due after its issue', mutationOf('issueActionPlan'), { dueOn: '2024-02-05' }, 'dueOn'],
    ['something in a plan', mutationOf('issueActionPlan'), { items: [] }, 'items'],
    ['more time than before', mutationOf('extendActionPlan'), { dueOn: '2024-02-15' }, 'dueOn'],
    ['an item of the plan', mutationOf('completeActionPlanItem'), { item: 2 }, 'item'],
    ['a day after the issue', mutationOf('completeActionPlanItem'), { doneOn: '2024-01-31' }, 'doneOn'],
    ['a referral after the opening', mutationOf('referCase'), { referredOn: '2024-01-09' }, 'referredOn'],
    ['a closing after the opening', mutationOf('closeCase'), { closedOn: '2024-01-09' }, 'closedOn'],
    ['a suspect of the case in a decision', mutationOf('recordChargingDecision'), { suspect: S2 }, 'suspect'],
    ['a suspect of the case in a charge', mutationOf('chargeSuspect'), { suspect: S2 }, 'suspect'],
    ['a victim of the case in a charge', mutationOf('chargeSuspect'), { victim: V2 }, 'victim'],
    ['an offence', mutationOf('chargeSuspect'), { offence: 'PH97O10' }, 'offence'],
    ['incidents of the case', mutationOf('chargeSuspect'), { incidents: [idOf('incident', 'no')] }, 'incidents[0]'],
    ['incidents of the case', mutationOf('amendCharge'), { incidents: [idOf('incident', 'no')] }, 'incidents[0]'],
    ['a verdict after the charge', mutationOf('recordVerdict'), { disposedOn: '2024-01-31' }, 'disposedOn'],
    ['an end after the charge', mutationOf('discontinueCharge'), { disposedOn: '2024-01-31' }, 'disposedOn'],
  ])('need %s, and name the field', async (_what, mutation, input, field) => {
    const ref = await aWorld(mutation.at);
    const before = await theCase(ref);
    const extensions = refused(await run(mutation, ref, input));
    expect(extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
    expect(await theCase(ref)).toEqual(before);
  });

  describe('of which the law demands something', () => {
    const chargeIt = mutationOf('chargeSuspect');
    const decide = mutationOf('recordChargingDecision');
    const police = { outcome: 'CHARGE', decidedBy: 'POLICE' };
    const stalking = [{ family: 'STALKING', accepted: false }];

    it.each([
      ['a charge past the six months', chargeIt, { chargedOn: '2024-07-03' }, 'was 2024-07-02', 's.127'],
      ['a code not yet valid', chargeIt, { offence: 'PH97007' }, 'to 2017-04-02', 's.4A'],
      ['an amendment to what was past', mutationOf('amendCharge'), { offence: 'PH97007' }, 'to 2017-04-02', 's.4A'],
      ['domestic abuse charged by the police', decide, { ...police, considered: [] }, 'domestic abuse', 'Guidance'],
      ['stalking charged by the police', decide, { ...police, considered: stalking }, 'STALKING', 'Guidance'],
      ['a charge without the evidence', decide, { evidentialStageMet: false }, 'not met', 'Code for Crown Prosecutors'],
    ])('refuse %s, and say by what law', async (_what, mutation, input, what, law) => {
      const ref = await aWorld(mutation.at);
      const before = await theCase(ref);
      const extensions = refused(await run(mutation, ref, input));
      expect(extensions).toMatchObject({ code: 'RULE_REFUSED', because: [expect.stringContaining(what)] });
      expect(extensions.because[0]).toContain(law);
      expect(await theCase(ref)).toEqual(before);
    });

    it('count the six months from the last incident that the charge names', async () => {
      const ref = await aWorld('REFERRED');
      await graph.import([anIncident(`${ref}-later`, { case: ref, occurredFrom: '2024-02-29T23:30:00Z' })]);
      const first = { incidents: [idOf('incident', ref)], chargedOn: '2024-08-29' };
      expect(refused(await run(chargeIt, ref, first)).because).toEqual([expect.stringContaining('was 2024-07-02')]);
      expect(refused(await run(chargeIt, ref, { chargedOn: '2024-08-30' })).because[0]).toContain('was 2024-08-29');
      expect((await run(chargeIt, ref, { chargedOn: '2024-08-29' })).errors).toBeUndefined();
    });

    it('count nothing that is disproved', async () => {
      const ref = await aWorld('REFERRED');
      const later = anIncident(`${ref}-later`, { case: ref, occurredFrom: '2024-05-01', evidence: 'DISPROVED' });
      await graph.import([later]);
      expect(refused(await run(chargeIt, ref, { chargedOn: '2024-07-03' })).because[0]).toContain('was 2024-07-02');
      const named = { incidents: [idOf('incident', later.ref)] };
      expect(refused(await run(chargeIt, ref, named)).fields).toMatchObject([{ field: 'incidents[0]' }]);
    });

    it('are not charged before what the charge names', async () => {
      const input = { chargedOn: '2024-01-01' };
      const ref = await aWorld('REFERRED');
      const answer = await run(chargeIt, ref, { ...input, incidents: [idOf('incident', ref)] });
      expect(refused(answer).fields).toMatchObject([{ field: 'chargedOn' }]);
    });

    it('take early advice, and each item of a plan, once', async () => {
      const ref = await aWorld('EARLY_ADVICE');
      for (const name of ['answerEarlyAdvice', 'completeActionPlanItem']) {
        expect((await run(mutationOf(name), ref)).errors).toBeUndefined();
        expect(refused(await run(mutationOf(name), ref))).toMatchObject({
          code: 'RULE_REFUSED',
          because: [expect.stringContaining('already, ')],
        });
      }
    });

    it('are concluded once', async () => {
      const ref = await aWorld('CONVICTED', { ofCase: { closedOn: '2024-03-01' } });
      expect(refused(await run(mutationOf('closeCase'), ref)).because).toEqual([
        'The case was closed already, on 2024-03-01.',
      ]);
    });
  });

  it('end with the last of their charges, as the charges did', async () => {
    const ref = await aWorld('CHARGED', { ofCase: { suspects: ['S1', 'S2'] } });
    await graph.import([aCharge(`${ref}-2`, { case: ref, suspect: 'S2' })]);
    expect((await run(mutationOf('recordVerdict', 'ACQUIT'), ref)).errors).toBeUndefined();
    expect((await theCase(ref)).stage).toBe('CHARGED');
    const { data } = await run(mutationOf('recordVerdict', 'CONVICT'), `${ref}-2`);
    expect(data.result.charge.case.stage).toBe('CONVICTED');
  });

  it('go on for one suspect when nothing more is done about another', async () => {
    const ref = await aWorld('REFERRED', { ofCase: { suspects: ['S1', 'S2'] } });
    const noFurtherAction = mutationOf('recordChargingDecision', 'TAKE_NO_FURTHER_ACTION');
    expect((await run(noFurtherAction, ref)).errors).toBeUndefined();
    expect((await theCase(ref)).stage).toBe('REFERRED');
    expect((await run(noFurtherAction, ref, { suspect: S2 })).errors).toBeUndefined();
    expect((await theCase(ref)).stage).toBe('NFA');
  });

  it('keep their charges as they ended', async () => {
    const ref = await aWorld('CHARGED', { ofCharge: { verdict: 'GUILTY', disposedOn: '2024-03-01' } });
    for (const action of Object.keys(chargeMachine) as ChargeAction[]) {
      const extensions = refused(await run(mutationOf(MUTATIONS.find((m) => m.actions.includes(action))!.name), ref));
      expect(extensions).toMatchObject({ code: 'RULE_REFUSED', allowed: [] });
      expect(extensions.because).toEqual([expect.stringContaining(`${action} cannot be done in state DISPOSED`)]);
    }
  });

  it('take changes of themselves and of what belongs to them at once, one after the other', async () => {
    const ref = await aWorld('CHARGED');
    const names = [
      'recordPlea',
      'amendCharge',
      'recordEffects',
      'markEvidence',
      'addSuspect',
      'addVictim',
      'recordIncident',
    ];
    const answers = await Promise.all(names.map((name) => run(mutationOf(name), ref)));
    expect(answers.map(({ errors }) => errors)).toEqual(names.map(() => undefined));
    expect(await theCase(ref)).toMatchObject({ recordVersion: 3, charges: [{ recordVersion: 3 }] });
  });
});
