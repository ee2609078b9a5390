import { randomUUID } from 'node:crypto';
import { type Graph, FORCE, aCase, aGraph, aSuspect, aVictim, anAssessment, idOf } from '../support';

const anInstrument = (ref: string, fields: object = {}) => ({
  type: 'riskInstrument',
  source: FORCE,
  ref,
  key: 'screen',
  version: '1',
  title: 'Invented screen',
  items: [{ code: 'afraid' }, { code: 'threats', highRisk: true }, { code: 'followed' }, { code: 'damage' }],
  answers: ['YES', 'NO', 'NOT_KNOWN'],
  grades: ['STANDARD', 'MEDIUM', 'HIGH'],
  grading: 'COUNT',
  ...fields,
});

const aReferral = (ref: string, fields: object = {}) => ({
  type: 'referral',
  source: FORCE,
  ref,
  forum: 'MARAC',
  suspect: 'S1',
  referredOn: '2024-05-01',
  ...fields,
});

const HISTORY = 'history { edges { node { action actor reason version changes { field before after } } } }';
const ASSESSMENT = `riskAssessment { id recordVersion suspect { id } victim { id } case { id } instrumentKey instrumentVersion
  instrument { title } assessedAt timeKnown trigger answers { item answer } grade computedGrade overrideReason assessorRole
  respondsTo { type id } ${HISTORY} }`;
const REFERRAL = `referral { id recordVersion forum suspect { id } victim { id } case { id } referredOn reason heardOn outcome availableActions ${HISTORY} }`;

let requests = 0;
const requestId = () => `test-${++requests}`;
const entries = ({ history }: any) => history.edges.map(({ node }: any) => node);

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
  await graph.import([
    aSuspect('S1'),
    aSuspect('S2'),
    aVictim('V1'),
    aCase('C1'),
    anInstrument('I1'),
    anInstrument('I2', { version: '2', grading: 'WEIGHTED' }),
    anInstrument('I3', { key: 'judged', grading: 'PROFESSIONAL_JUDGEMENT' }),
    anInstrument('I4', { key: 'clinical', grades: ['LOW', 'MODERATE', 'HIGH'] }),
  ]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const mutate = (name: string, type: string, input: object, fields: string) =>
  graph.query(`mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} } }`, { input });

describe('risk assessments', () => {
  const findings = {
    assessedAt: '2024-06-01T10:00:00Z',
    answers: [{ item: 'afraid', answer: 'YES' }],
    grade: 'MEDIUM',
  };
  const assessment = () => ({
    requestId: requestId(),
    suspect: idOf('suspect', 'S1'),
    victim: idOf('victim', 'V1'),
    instrument: 'screen',
    instrumentVersion: '1',
    trigger: 'INITIAL',
    ...findings,
  });
  const complete = (input: object = {}) =>
    mutate('completeAssessment', 'CompleteAssessmentInput', { ...assessment(), ...input }, ASSESSMENT);
  const completed = async (input: object = {}) => {
    const { data, errors } = await complete(input);
    expect(errors).toBeUndefined();
    return data.result.riskAssessment;
  };
  const review = (input: object) =>
    mutate('reviewAssessment', 'ReviewAssessmentInput', { requestId: requestId(), ...findings, ...input }, ASSESSMENT);

  it('are recorded as given, with the grade that their answers come to', async () => {
    const made = await completed({
      case: idOf('case', 'C1'),
      assessedAt: '2024-06-01',
      trigger: 'BREACH',
      assessorRole: 'first responder',
      respondsTo: [
        { type: 'BREACH', id: idOf('breach', 'B1') },
        { type: 'INCIDENT', id: idOf('incident', 'N1') },
      ],
      reason: 'A breach came in.',
    });
    expect(made).toMatchObject({
      recordVersion: 1,
      suspect: { id: idOf('suspect', 'S1') },
      victim: { id: idOf('victim', 'V1') },
      case: { id: idOf('case', 'C1') },
      instrumentKey: 'screen',
      instrumentVersion: '1',
      instrument: { title: 'Invented screen' },
      assessedAt: '2024-05-31T23:00:00Z',
      timeKnown: false,
      trigger: 'BREACH',
      answers: [{ item: 'afraid', answer: 'YES' }],
      grade: 'MEDIUM',
      computedGrade: 'MEDIUM',
      overrideReason: null,
      assessorRole: 'first responder',
      respondsTo: [
        { type: 'BREACH', id: idOf('breach', 'B1') },
        { type: 'INCIDENT', id: idOf('incident', 'N1') },
      ],
    });
    expect(entries(made)).toEqual([
      { action: 'COMPLETE', actor: expect.any(String), reason: 'A breach came in.', version: 1, changes: [] },
    ]);
    const held = await graph.query(`query ($id: ID!) { riskAssessment(id: $id) { grade computedGrade } }`, {
      id: made.id,
    });
    expect(held.data.riskAssessment).toEqual({ grade: 'MEDIUM', computedGrade: 'MEDIUM' });
  });

  it.each([
    ['screen', '1', ['afraid'], 'MEDIUM'],
    ['screen', '1', ['afraid', 'followed'], 'HIGH'],
    ['screen', '1', ['threats'], 'HIGH'],
    ['screen', '1', [], 'STANDARD'],
    ['screen', '2', ['afraid'], 'STANDARD'],
    ['screen', '2', ['afraid', 'followed'], 'MEDIUM'],
    ['judged', '1', ['threats'], null],
  ])('by %s version %s with %j answered YES come to %s', async (instrument, instrumentVersion, yes, computedGrade) => {
    const answers = ['afraid', 'threats', 'followed', 'damage'].map((item) => ({
      item,
      answer: yes.includes(item) ? 'YES' : 'NO',
    }));
    const grade = computedGrade ?? 'STANDARD';
    expect(await completed({ instrument, instrumentVersion, answers, grade })).toMatchObject({ grade, computedGrade });
  });

  it('may depart from the computed grade, with a reason', async () => {
    const departed = { grade: 'HIGH' };
    const { errors } = await complete(departed);
    expect(errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [
        { field: 'overrideReason', reason: 'is required where the grade (HIGH) is not the computed one (MEDIUM)' },
      ],
    });
    expect(await completed({ ...departed, overrideReason: 'Weapon at hand.' })).toMatchObject({
      grade: 'HIGH',
      computedGrade: 'MEDIUM',
      overrideReason: 'Weapon at hand.',
    });
  });

  it.each([
    ['an unknown item', { answers: [{ item: 'afriad', answer: 'YES' }] }, 'answers[0].item', 'one is afraid'],
    [
      'an unknown answer',
      { answers: [...findings.answers, { item: 'damage', answer: 'YESS' }] },
      'answers[1].answer',
      'one is YES',
    ],
    [
      'an item answered twice',
      { answers: [...findings.answers, ...findings.answers] },
      'answers[1].item',
      'answered already, by answers[0]',
    ],
    ['a grade the instrument does not have', { instrument: 'clinical' }, 'grade', 'LOW, MODERATE, HIGH'],
    ['an unknown instrument', { instrument: 'screm' }, 'instrument', 'nearest known one is screen, version 1, 2'],
    ['an unknown version', { instrumentVersion: '1x' }, 'instrument', 'nearest known one is 1'],
    ['an id that is none', { suspect: 'S1' }, 'suspect', 'expected the id of a record'],
    [
      'an event that is none',
      { respondsTo: [{ type: 'BREACH', id: 'B1' }] },
      'respondsTo[0].id',
      'expected the id of a record',
    ],
    ['no request id', { requestId: '' }, 'requestId', 'from 1 to 200'],
  ])('name the place of %s', async (_what, input, field, reason) => {
    const { data, errors } = await complete(input);
    expect(data).toBeNull();
    expect(errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field, reason: expect.stringContaining(reason) }],
    });
  });

  it('are recorded once for a request, and its id is refused for anything else', async () => {
    const input = assessment();
    const answered = await Promise.all([complete(input), complete(input), complete(input)]);
    const ids = answered.map(({ data }) => data.result.riskAssessment.id);
    expect(new Set(ids).size).toBe(1);
    expect(await completed(input)).toMatchObject({ id: ids[0], recordVersion: 1 });
    const other = await complete({ ...input, assessorRole: 'somebody else' });
    expect(other.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
  });

  it('can be tried without being recorded', async () => {
    const tried = await completed({ suspect: idOf('suspect', 'S2'), validateOnly: true });
    expect(tried).toMatchObject({ computedGrade: 'MEDIUM' });
    const held = await graph.query(
      `query ($id: ID!, $suspect: ID!) { riskAssessment(id: $id) { id } riskAssessments(filter: { suspectId: $suspect }) { totalCount } }`,
      { id: tried.id, suspect: idOf('suspect', 'S2') },
    );
    expect(held.data).toEqual({ riskAssessment: null, riskAssessments: { totalCount: 0 } });
  });

  describe('in review', () => {
    it('are new ones about the same, whose history names the earlier', async () => {
      const earlier = await completed({ case: idOf('case', 'C1') });
      const { data, errors } = await review({
        id: earlier.id,
        expectedVersion: 1,
        assessedAt: '2024-07-01',
        answers: [{ item: 'threats', answer: 'YES' }],
        grade: 'HIGH',
        reason: 'Three weeks on.',
      });
      expect(errors).toBeUndefined();
      const made = data.result.riskAssessment;
      expect(made).toMatchObject({
        suspect: { id: idOf('suspect', 'S1') },
        victim: { id: idOf('victim', 'V1') },
        case: { id: idOf('case', 'C1') },
        instrumentKey: 'screen',
        instrumentVersion: '1',
        trigger: 'REVIEW',
        grade: 'HIGH',
        computedGrade: 'HIGH',
      });
      expect(made.id).not.toBe(earlier.id);
      expect(entries(made)).toMatchObject([
        { action: 'REVIEW', reason: `Review of the assessment ${earlier.id}. Three weeks on.` },
      ]);
      const held = await graph.query(`query ($id: ID!) { riskAssessment(id: $id) { recordVersion grade } }`, {
        id: earlier.id,
      });
      expect(held.data.riskAssessment).toEqual({ recordVersion: 1, grade: 'MEDIUM' });
    });

    it('take what is given in place of the earlier’s', async () => {
      const earlier = await completed();
      const { data } = await review({
        id: earlier.id,
        suspect: idOf('suspect', 'S2'),
        victim: idOf('victim', 'V2'),
        case: idOf('case', 'C2'),
        instrument: 'judged',
      });
      expect(data.result.riskAssessment).toMatchObject({
        suspect: { id: idOf('suspect', 'S2') },
        instrumentKey: 'judged',
        instrumentVersion: '1',
        computedGrade: null,
      });
      const held = await graph.query(
        `query ($victim: ID!, $case: ID!) { riskAssessments(filter: { victimId: $victim, caseId: $case }) { totalCount } }`,
        { victim: idOf('victim', 'V2'), case: idOf('case', 'C2') },
      );
      expect(held.data.riskAssessments.totalCount).toBe(1);
    });

    it('answer the same request once', async () => {
      const input = { id: (await completed()).id, requestId: requestId() };
      const first = await review(input);
      const again = await review(input);
      expect(again.data.result.riskAssessment.id).toBe(first.data.result.riskAssessment.id);
      const other = await review({ ...input, reason: 'Another.' });
      expect(other.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
    });

    it('can be tried without being recorded', async () => {
      const { id } = await completed();
      const { data } = await review({ id, validateOnly: true });
      const held = await graph.query(`query ($id: ID!) { riskAssessment(id: $id) { id } }`, {
        id: data.result.riskAssessment.id,
      });
      expect(held.data.riskAssessment).toBeNull();
    });

    it('are refused where the earlier is not there or not as it was', async () => {
      const missing = await review({ id: randomUUID() });
      expect(missing.errors![0]!.extensions.code).toBe('NOT_FOUND');
      await graph.import([anAssessment('A1')]);
      const { errors } = await review({ id: idOf('riskAssessment', 'A1'), expectedVersion: 9 });
      expect(errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
    });

    it.each([
      ['the day', '2024-05-31', false],
      ['the moment', '2024-06-01T09:59:59Z', false],
      ['the day', '2024-06-01', true],
      ['the moment', '2024-06-01T10:00:00Z', true],
    ])('are not before the earlier, by %s: %s is taken: %s', async (_what, assessedAt, taken) => {
      const { id } = await completed();
      const { errors } = await review({ id, assessedAt });
      if (taken) expect(errors).toBeUndefined();
      else {
        expect(errors![0]!.extensions).toMatchObject({
          code: 'INVALID_INPUT',
          fields: [{ field: 'assessedAt', reason: 'is before the earlier assessment, 2024-06-01T10:00:00Z' }],
        });
      }
    });

    it('are checked as any other', async () => {
      const { id } = await completed();
      const { errors } = await review({ id, answers: [{ item: 'nothing', answer: 'YES' }], grade: 'STANDARD' });
      expect(errors![0]!.extensions.fields).toContainEqual(expect.objectContaining({ field: 'answers[0].item' }));
    });
  });
});

describe('referrals', () => {
  const refer = (input: object = {}) =>
    mutate(
      'referToForum',
      'ReferToForumInput',
      {
        requestId: requestId(),
        forum: 'MARAC',
        suspect: idOf('suspect', 'S1'),
        referredOn: '2024-05-01',
        ...input,
      },
      REFERRAL,
    );
  const referred = async (input: object = {}) => {
    const { data, errors } = await refer(input);
    expect(errors).toBeUndefined();
    return data.result.referral;
  };
  const record = (input: object) =>
    mutate(
      'recordReferralOutcome',
      'RecordReferralOutcomeInput',
      { requestId: requestId(), heardOn: '2024-05-20', outcome: 'Plan agreed.', ...input },
      REFERRAL,
    );

  it('are made, and given their outcome once', async () => {
    const made = await referred({
      victim: idOf('victim', 'V1'),
      case: idOf('case', 'C1'),
      reason: 'Third breach in a month.',
    });
    expect(made).toMatchObject({
      recordVersion: 1,
      forum: 'MARAC',
      suspect: { id: idOf('suspect', 'S1') },
      victim: { id: idOf('victim', 'V1') },
      case: { id: idOf('case', 'C1') },
      referredOn: '2024-05-01',
      reason: 'Third breach in a month.',
      heardOn: null,
      outcome: null,
      availableActions: ['RECORD_OUTCOME'],
    });
    const { data, errors } = await record({ id: made.id, expectedVersion: 1, reason: 'Minutes.' });
    expect(errors).toBeUndefined();
    expect(data.result.referral).toMatchObject({
      recordVersion: 2,
      reason: 'Third breach in a month.',
      heardOn: '2024-05-20',
      outcome: 'Plan agreed.',
      availableActions: [],
    });
    expect(entries(data.result.referral)).toMatchObject([
      {
        action: 'RECORD_OUTCOME',
        reason: 'Minutes.',
        version: 2,
        changes: [
          { field: 'heardOn', before: null, after: '2024-05-20' },
          { field: 'outcome', before: null, after: 'Plan agreed.' },
        ],
      },
      { action: 'REFER', reason: 'Third breach in a month.', version: 1, changes: [] },
    ]);
    const twice = await record({ id: made.id, outcome: 'Another plan.' });
    expect(twice.errors![0]!.extensions).toMatchObject({
      code: 'RULE_REFUSED',
      allowed: [],
      because: [expect.stringContaining('RECORD_OUTCOME cannot be done in state HEARD')],
    });
  });

  it('that a source supplied follow the same', async () => {
    await graph.import([
      aReferral('R1', { heardOn: '2024-05-02' }),
      aReferral('R2', { heardOn: '2024-05-02', outcome: 'x' }),
    ]);
    expect((await record({ id: idOf('referral', 'R1') })).errors).toBeUndefined();
    const { errors } = await record({ id: idOf('referral', 'R2') });
    expect(errors![0]!.extensions.code).toBe('RULE_REFUSED');
  });

  it('are made once for a request, and its id is refused for anything else', async () => {
    const input = { requestId: requestId() };
    const first = await referred(input);
    expect((await referred(input)).id).toBe(first.id);
    const other = await refer({ ...input, forum: 'MAPPA' });
    expect(other.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
    const outcome = { requestId: requestId(), id: first.id };
    const both = await Promise.all([record(outcome), record(outcome)]);
    expect(both.map(({ data }) => data.result.referral.recordVersion)).toEqual([2, 2]);
  });

  it('say what has changed since the version that an outcome was meant for', async () => {
    const { id } = await referred();
    await record({ id });
    const { errors } = await record({ id, expectedVersion: 1 });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 2,
      differs: [
        { field: 'heardOn', before: null, after: '2024-05-20' },
        { field: 'outcome', before: null, after: 'Plan agreed.' },
      ],
    });
  });

  it('can be tried without being changed', async () => {
    const none = await graph.query(`{ referrals { totalCount } }`);
    await referred({ validateOnly: true });
    expect((await graph.query(`{ referrals { totalCount } }`)).data).toEqual(none.data);
    const { id } = await referred({ suspect: idOf('suspect', 'tried') });
    expect((await record({ id, validateOnly: true })).data.result.referral.outcome).toBe('Plan agreed.');
    const held = await graph.query(
      `query ($id: ID!) { referrals(filter: { suspectId: $id }) { edges { node { recordVersion outcome } } } }`,
      { id: idOf('suspect', 'tried') },
    );
    expect(held.data.referrals.edges).toEqual([{ node: { recordVersion: 1, outcome: null } }]);
  });

  it.each([
    ['heard before it was referred', { heardOn: '2024-04-30' }, 'heardOn', 'before the day it was referred'],
    ['without an outcome', { outcome: ' ' }, 'outcome', 'is empty'],
  ])('name what is wrong with one %s', async (_what, input, field, reason) => {
    const { id } = await referred();
    const { errors } = await record({ id, ...input });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field, reason: expect.stringContaining(reason) }],
    });
  });

  it('name what is wrong with one about nobody, or about what is no id', async () => {
    for (const suspect of [null, 'S1']) {
      const { errors } = await refer({ suspect });
      expect(errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'suspect' }] });
    }
    expect((await record({ id: randomUUID() })).errors![0]!.extensions.code).toBe('NOT_FOUND');
  });
});
