import { type Graph, aCase, aDecision, aGraph } from '../support';
import { aGuidance, anExamination, take } from '../records';
import { anInspection, caseId, inspectionId, mutate, requestId } from './inspecting';

const EXAMINATION = `examination { id examinedOn examiner moderates codeCompliant appropriateFamily judgedByGuidanceInForce
  answers { question { key text kind } rating yes family comment judgedByGuidanceInForce guidance { key version } } }`;

const later = { key: 'stalking', version: '2023-04-24' };
const ofTheTime = { key: 'stalking', version: '2018-05-23' };
const byMonth = { key: 'orders', version: '2022-01-01' };

describe('an examination', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await take(graph, [
      anInspection('I1'),
      ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((ref) => aCase(ref, { openedOn: '2021-12-01' })),
      ...['C1', 'C2', 'C3', 'C4'].map((ref) => aDecision(`D-${ref}`, { case: ref, decidedOn: '2022-01-20' })),
      aGuidance('stalking', '2018-05-23'),
      aGuidance('stalking', '2023-04-24'),
      aGuidance('orders', '2019-12-03'),
      aGuidance('orders', '2022-01-01', { datePrecision: 'MONTH' }),
    ]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const input = (more: object = {}) => ({
    inspectionId: inspectionId('I1'),
    caseId: caseId('C1'),
    examinedOn: '2024-09-01',
    answers: [
      { question: 'WHOLE', rating: 'PARTIALLY_MEETING', comment: 'One breach is left out.', guidance: ofTheTime },
      { question: 'ORDER', yes: false },
      { question: 'BEST', family: 'STALKING_FEAR' },
    ],
    codeCompliant: 'YES',
    appropriateFamily: 'STALKING_FEAR',
    ...more,
  });
  const examine = (more: object = {}) => mutate(graph, 'examineFile', input(more), EXAMINATION);
  const examined = async (more: object = {}) => {
    const { data, errors } = await examine(more);
    expect(errors).toBeUndefined();
    return data.result.examination;
  };

  it('is recorded with its answers, and once for a request', async () => {
    const once = { requestId: requestId(), examiner: 'A' };
    const made = await examined(once);
    expect(made).toMatchObject({
      examinedOn: '2024-09-01',
      examiner: 'A',
      moderates: false,
      codeCompliant: 'YES',
      appropriateFamily: 'STALKING_FEAR',
      judgedByGuidanceInForce: true,
      answers: [
        { question: { key: 'WHOLE', kind: 'RATING' }, rating: 'PARTIALLY_MEETING', judgedByGuidanceInForce: true },
        { question: { key: 'ORDER' }, rating: null, yes: false, family: null, judgedByGuidanceInForce: null },
        { question: { key: 'BEST' }, family: 'STALKING_FEAR', guidance: null },
      ],
    });
    expect((await examined(once)).id).toBe(made.id);
    const { data } = await graph.query(`{ case(urn: "C1") { examinations { id } } }`);
    expect(data.case.examinations).toEqual([{ id: made.id }]);
  });

  it.each<[string, object, string, string]>([
    ['a question that is not asked', { question: 'WHOSE', yes: true }, 'answers[0].question', 'is not a question'],
    ['no rating', { question: 'WHOLE' }, 'answers[0].rating', 'is required'],
    ['a no for a rating', { question: 'WHOLE', rating: 'NOT_MEETING', yes: false }, 'answers[0].yes', 'of kind RATING'],
    [
      'a rating for a yes or no',
      { question: 'ORDER', yes: true, rating: 'NOT_APPLICABLE' },
      'answers[0].rating',
      'of kind YES_NO',
    ],
    ['no family', { question: 'BEST', family: null }, 'answers[0].family', 'is required'],
    [
      'guidance that is not held',
      { question: 'ORDER', yes: true, guidance: { key: 'stalking', version: '1' } },
      'answers[0].guidance',
      'is not in the registry',
    ],
  ])('is refused with %s, naming the field', async (_what, answer, field, reason) => {
    const { errors } = await examine({ examiner: 'X', answers: [answer] });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: expect.arrayContaining([{ field, reason: expect.stringContaining(reason) }]),
    });
  });

  it.each([
    [
      'the same question twice',
      { answers: [1, 2].map(() => ({ question: 'ORDER', yes: true })) },
      'answers[1].question',
    ],
    ['no answers', { answers: [] }, 'answers'],
    ['a day before the inspection', { examinedOn: '2024-05-31' }, 'examinedOn'],
    ['a day to come', { examinedOn: '2124-05-31' }, 'examinedOn'],
    ['an inspection that is not there', { inspectionId: caseId('C1') }, 'inspectionId'],
    ['a case that is not there', { caseId: inspectionId('I1') }, 'caseId'],
    ['an examiner without a name', { examiner: ' ' }, 'examiner'],
  ])('is refused with %s', async (_what, more, field) => {
    const { errors } = await examine({ examiner: 'X', ...more });
    expect(errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
  });

  it('is told apart where it judges by guidance of another time, and not where that cannot be told', async () => {
    const answers = (guidance: object) => [{ question: 'WHOLE', rating: 'NOT_MEETING', guidance }];
    const unfair = await examined({ caseId: caseId('C2'), answers: answers(later) });
    expect(unfair.answers[0].judgedByGuidanceInForce).toBe(false);
    expect(unfair.judgedByGuidanceInForce).toBe(false);
    const unknown = await examined({ caseId: caseId('C3'), answers: answers(byMonth) });
    expect(unknown.answers[0].judgedByGuidanceInForce).toBeNull();
    const undecided = await examined({ caseId: caseId('C5'), answers: answers(ofTheTime) });
    expect(undecided.answers[0].judgedByGuidanceInForce).toBeNull();
  });

  it('asks the cases once for all days of a page', async () => {
    const page = `query ($id: ID!) { inspection(id: $id) { examinations { edges { node { answers { judgedByGuidanceInForce } } } } } }`;
    const made = await graph.countStatements(() => graph.query(page, { id: inspectionId('I1') }));
    expect(made.get('cases')).toHaveLength(1);
  });

  it('can be made by two, agreement told, and settled by moderation', async () => {
    const inspection = inspectionId('I2');
    await take(graph, [anInspection('I2')]);
    const rate = (ref: string, examiner: string, rating: string, yes: boolean) =>
      examined({
        inspectionId: inspection,
        caseId: caseId(ref),
        examiner,
        answers: [{ question: 'WHOLE', rating }, { question: 'ORDER', yes }], // prettier-ignore
      });
    await rate('C1', 'A', 'FULLY_MEETING', true);
    await rate('C1', 'B', 'FULLY_MEETING', true);
    await rate('C2', 'A', 'NOT_MEETING', true);
    await rate('C2', 'B', 'PARTIALLY_MEETING', true);
    await rate('C3', 'A', 'NOT_MEETING', true);
    await rate('C3', 'B', 'NOT_MEETING', true);
    await rate('C4', 'A', 'FULLY_MEETING', true);
    const { data } = await graph.query(
      `query ($id: ID!) { inspection(id: $id) { agreement { question pairs agreed kappa } } }`,
      { id: inspection },
    );
    // Of WHOLE 2 of 3 agree; by chance 1 × 1 + 2 × 1 = 3 of 9: (6 − 3) ÷ (9 − 3).
    expect(data.inspection.agreement).toEqual([
      { question: 'APPROPRIATE_FAMILY', pairs: 3, agreed: 3, kappa: null },
      { question: 'CODE_COMPLIANT', pairs: 3, agreed: 3, kappa: null },
      { question: 'ORDER', pairs: 3, agreed: 3, kappa: null },
      { question: 'WHOLE', pairs: 3, agreed: 2, kappa: 0.5 },
    ]);
    const self = await examine({ inspectionId: inspection, examiner: 'A' });
    expect(self.errors![0]!.extensions).toMatchObject({
      code: 'RULE_REFUSED',
      because: ['A examined this file on 2024-09-01; who examines it again must be somebody else.'],
    });
    const third = await examine({ inspectionId: inspection, examiner: 'C' });
    expect(third.errors![0]!.extensions).toMatchObject({ code: 'RULE_REFUSED', allowed: ['MODERATE'] });

    const moderate = (more: object) =>
      mutate(graph, 'moderateFile', { ...input({ inspectionId: inspection, examiner: 'M' }), ...more }, EXAMINATION);
    const silent = await moderate({ caseId: caseId('C2') });
    expect(silent.errors![0]!.extensions).toMatchObject({ fields: [{ field: 'reason' }] });
    const settled = await moderate({ caseId: caseId('C2'), reason: 'The breach was in the file.' });
    expect(settled.data.result.examination).toMatchObject({ moderates: true, examiner: 'M' });
    const again = await moderate({ caseId: caseId('C2'), reason: 'Again.' });
    expect(again.errors![0]!.extensions).toMatchObject({ code: 'RULE_REFUSED' });
    const single = await moderate({ caseId: caseId('C4'), reason: 'Alone.' });
    expect(single.errors![0]!.extensions.because).toEqual(['Moderation settles two examinations; this file has 1.']);
  });

  it('is made once where two of one examiner come at the same time', async () => {
    const both = await Promise.all([1, 2].map(() => examine({ caseId: caseId('C6'), examiner: 'A' })));
    expect(both.filter(({ errors }) => errors)).toHaveLength(1);
  });

  it('is not made by who has an interest in the case', async () => {
    const conflict = (more: object) =>
      graph.query(
        `mutation ($input: ConflictOfInterestInput!) { recordConflictOfInterest(input: $input) { conflict { case { urn } examiner reason } } }`,
        { input: { requestId: requestId(), inspectionId: inspectionId('I1'), caseId: caseId('C4'), ...more } },
      );
    expect((await conflict({ examiner: 'N' })).errors![0]!.extensions).toMatchObject({ fields: [{ field: 'reason' }] });
    const { data } = await conflict({ examiner: 'N', reason: 'Reviewed the case in 2022.' });
    expect(data.recordConflictOfInterest.conflict).toEqual({
      case: { urn: 'C4' },
      examiner: 'N',
      reason: 'Reviewed the case in 2022.',
    });
    const { errors } = await examine({ caseId: caseId('C4'), examiner: 'N' });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'RULE_REFUSED',
      because: ['N must not examine this file: Reviewed the case in 2022.'],
    });
    await examined({ caseId: caseId('C4'), examiner: 'O' });
    const told = await graph.query(
      `query ($id: ID!) { inspection(id: $id) { conflictsOfInterest { examiner case { urn } } } }`,
      { id: inspectionId('I1') },
    );
    expect(told.data.inspection.conflictsOfInterest).toEqual([{ examiner: 'N', case: { urn: 'C4' } }]);
  });

  it('counts in the progress of its sample', async () => {
    const drawn = await mutate(
      graph,
      'drawSample',
      { inspectionId: inspectionId('I2'), frame: {}, size: 6, seed: 's' },
      'sample { progress { files examined examinedTwice moderated outstanding } }',
    );
    expect(drawn.data.result.sample.progress).toEqual({
      files: 6,
      examined: 4,
      examinedTwice: 3,
      moderated: 1,
      outstanding: 2,
    });
  });

  it('that was imported keeps what a bundle says of it', async () => {
    await take(graph, [anExamination('E9', { case: { source: 'police:06', ref: 'C5' }, examiner: 'Z' })]);
    const { data } = await graph.query(`{ case(urn: "C5") { examinations { examiner moderates } } }`);
    expect(data.case.examinations).toContainEqual({ examiner: 'Z', moderates: false });
  });
});
