import { Refusal } from '@throughline/subgraph';
import { checkOverride } from './assessment.import';

const refusalOf = (row: Record<string, unknown>): Refusal | undefined => {
  try {
    checkOverride({ grade: 'HIGH', computedGrade: null, overrideReason: null, ...row });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

test('a grade other than the computed one needs a reason', () => {
  const refusal = refusalOf({ computedGrade: 'MEDIUM' });
  expect(refusal?.path).toBe('overrideReason');
  expect(refusal?.reason).toBe('is required where the grade (HIGH) is not the computed one (MEDIUM)');
});

test('it is taken with its reason, whether the grade was raised or lowered', () => {
  expect(refusalOf({ computedGrade: 'MEDIUM', overrideReason: 'Earlier violence elsewhere.' })).toBeUndefined();
  expect(refusalOf({ grade: 'STANDARD', computedGrade: 'HIGH', overrideReason: 'In custody since.' })).toBeUndefined();
});

test('no reason is needed where the grades agree or none was computed', () => {
  expect(refusalOf({ computedGrade: 'HIGH' })).toBeUndefined();
  expect(refusalOf({})).toBeUndefined();
});
