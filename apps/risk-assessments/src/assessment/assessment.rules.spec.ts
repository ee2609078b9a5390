import type { RiskGrading } from '../instrument/instrument.model';
import { computedGrade, isBefore, problemsOf, unknownInstrument } from './assessment.rules';

const CODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const instrument = (grading: RiskGrading | null, highRisk: string[] = [], grades = ['STANDARD', 'MEDIUM', 'HIGH']) => ({
  items: CODES.map((code) => ({ code, domain: null, highRisk: highRisk.includes(code) })),
  answers: ['YES', 'NO', 'NOT_KNOWN'],
  grades,
  grading,
});
const yes = (...items: string[]) => items.map((item) => ({ item, answer: 'YES' }));
const no = (...items: string[]) => items.map((item) => ({ item, answer: 'NO' }));

describe('the computed grade', () => {
  test.each<RiskGrading | null>(['PROFESSIONAL_JUDGEMENT', null])('is none by %s', (grading) => {
    expect(computedGrade(instrument(grading, ['a']), yes('a', 'b', 'c', 'd'))).toBeNull();
  });

  test.each<RiskGrading>(['COUNT', 'WEIGHTED'])('by %s goes by the share of all items answered YES', (grading) => {
    const grade = (...items: string[]) => computedGrade(instrument(grading), [...yes(...items), ...no('h')]);
    expect(grade()).toBe('STANDARD');
    expect(grade('a')).toBe('STANDARD');
    expect(grade('a', 'b')).toBe('MEDIUM');
    expect(grade('a', 'b', 'c')).toBe('MEDIUM');
    expect(grade('a', 'b', 'c', 'd')).toBe('HIGH');
  });

  test.each<RiskGrading>(['COUNT', 'WEIGHTED'])('by %s is the highest for one item of high risk', (grading) => {
    expect(computedGrade(instrument(grading, ['c']), yes('c'))).toBe('HIGH');
    expect(computedGrade(instrument(grading, ['c']), no('c'))).toBe('STANDARD');
  });

  test('weighs items of high risk as two', () => {
    // Two of eight are a quarter; of ten, which two items of high risk make of them, they are not.
    const answers = [...yes('a', 'b'), ...no('g', 'h')];
    expect(computedGrade(instrument('COUNT', ['g', 'h']), answers)).toBe('MEDIUM');
    expect(computedGrade(instrument('WEIGHTED', ['g', 'h']), answers)).toBe('STANDARD');
  });

  test('is the higher of two grades in the middle', () => {
    expect(computedGrade(instrument('COUNT', [], ['STANDARD', 'HIGH']), yes('a', 'b'))).toBe('HIGH');
  });

  test('is none where nothing was answered, nothing can be answered YES, or records have no such grade', () => {
    expect(computedGrade(instrument('COUNT'), [])).toBeNull();
    const scale = { ...instrument('COUNT'), answers: ['OFTEN', 'NEVER'] };
    expect(computedGrade(scale, [{ item: 'a', answer: 'OFTEN' }])).toBeNull();
    expect(computedGrade(instrument('COUNT', [], ['LOW', 'HIGH']), no('a'))).toBeNull();
  });
});

describe('findings', () => {
  const findings = { answers: yes('a'), grade: 'STANDARD' as const, overrideReason: null };

  test('that are as the instrument has them are taken', () => {
    expect(problemsOf(instrument('COUNT'), findings)).toEqual([]);
  });

  test('are refused at every place that is wrong, with the nearest known', () => {
    const answers = [...yes('a', 'bb'), { item: 'c', answer: 'YESS' }, ...no('a')];
    expect(problemsOf(instrument(null), { ...findings, answers })).toEqual([
      { field: 'answers[1].item', reason: expect.stringMatching(/^unknown code "bb"; the nearest known one is/) },
      { field: 'answers[2].answer', reason: 'unknown code "YESS"; the nearest known one is YES' },
      { field: 'answers[3].item', reason: 'is answered already, by answers[0]' },
    ]);
  });

  test('of a grade that the instrument does not have are refused', () => {
    expect(problemsOf(instrument(null, [], ['LOW', 'HIGH']), findings)).toEqual([
      { field: 'grade', reason: 'is not a grade of the instrument, whose grades are LOW, HIGH' },
    ]);
  });

  test('of a grade other than the computed one need a reason', () => {
    const raised = { ...findings, grade: 'HIGH' as const };
    expect(problemsOf(instrument('COUNT'), raised)).toEqual([
      { field: 'overrideReason', reason: 'is required where the grade (HIGH) is not the computed one (STANDARD)' },
    ]);
    expect(problemsOf(instrument('COUNT'), { ...raised, overrideReason: 'Threats.' })).toEqual([]);
    expect(problemsOf(instrument('PROFESSIONAL_JUDGEMENT'), raised)).toEqual([]);
  });
});

test('an instrument that is not registered is answered with the nearest that is', () => {
  const register = [
    { key: 'screen', version: '2023-01' },
    { key: 'screen', version: '2024-01' },
    { key: 'other', version: '1' },
  ];
  expect(unknownInstrument('scren', '1', register)).toBe(
    'no instrument "scren" is registered; the nearest known one is screen, version 2023-01, 2024-01',
  );
  expect(unknownInstrument('screen', '2024-02', register)).toBe(
    'the instrument screen has no version "2024-02"; the nearest known one is 2024-01',
  );
  expect(unknownInstrument('screen', 'x', register)).toBe(
    'the instrument screen has no version "x"; it has 2023-01, 2024-01',
  );
  expect(unknownInstrument('screen', '1', [])).toBe('no instrument "screen" is registered');
});

test('of two assessments the earlier is told by the moment, or by the day in London where only that is known', () => {
  const made = (assessedAt: string, timeKnown = true) => ({ assessedAt, timeKnown });
  expect(isBefore(made('2024-06-01T09:00:00Z'), made('2024-06-01T10:00:00Z'))).toBe(true);
  expect(isBefore(made('2024-06-01T10:00:00Z'), made('2024-06-01T10:00:00Z'))).toBe(false);
  expect(isBefore(made('2024-05-31T23:00:00Z', false), made('2024-06-01T10:00:00Z'))).toBe(false);
  expect(isBefore(made('2024-05-30T23:00:00Z', false), made('2024-06-01T10:00:00Z'))).toBe(true);
});
