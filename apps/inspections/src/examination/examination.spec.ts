import { Refusal } from '@throughline/subgraph';
import type { InspectionTheme } from '../inspection/inspection.model';
import { checkAnswers } from './examination.import';
import { questionOf } from './examination.service';

const answer = (question: string, more: object = {}) => ({ question, rating: null, yes: null, family: null, ...more });

const refusalOf = (...answers: object[]): Refusal | undefined => {
  try {
    checkAnswers({ answers });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

describe('the answers of an examination', () => {
  test('are taken one of each kind, and without any', () => {
    const answers = [
      answer('A', { rating: 'NOT_APPLICABLE' }),
      answer('B', { yes: false }),
      answer('C', { family: 'STALKING' }),
      answer('D'),
    ];
    expect(refusalOf(...answers)).toBeUndefined();
  });

  test('are refused where one gives two kinds, a no included', () => {
    const refusal = refusalOf(answer('A'), answer('B', { rating: 'FULLY_MEETING', yes: false }));
    expect(refusal?.path).toBe('answers[1]');
    expect(refusal?.reason).toBe('gives rating and yes, but a question has one kind of answer');
  });

  test('are refused where a question is answered again', () => {
    const refusal = refusalOf(answer('A', { yes: true }), answer('B'), answer('A', { yes: true }));
    expect(refusal?.path).toBe('answers[2].question');
  });
});

describe('the question of an answer', () => {
  const question = { key: 'REASONS', text: 'Are there reasons?', kind: 'YES_NO' as const };
  const themes: InspectionTheme[] = [
    { key: 'VICTIM', title: 'The victim', questions: [{ key: 'EFFECT', text: 'Is it there?', kind: 'RATING' }] },
    { key: 'DECISION', title: 'The decision', questions: [question] },
  ];

  test('is the inspection’s, with its theme', () => {
    expect(questionOf({ themes }, 'REASONS')).toEqual({ ...question, theme: themes[1] });
  });

  test('is its key alone where the inspection lacks it or has not arrived', () => {
    const unknown = { key: 'OTHER', text: null, kind: null, theme: null };
    expect(questionOf({ themes }, 'OTHER')).toEqual(unknown);
    expect(questionOf(null, 'OTHER')).toEqual(unknown);
  });
});
