import { agreementOf } from './kappa';

const counts = (yy: number, yn: number, ny: number, nn: number) =>
  [
    { first: 'YES', second: 'YES', n: yy },
    { first: 'YES', second: 'NO', n: yn },
    { first: 'NO', second: 'YES', n: ny },
    { first: 'NO', second: 'NO', n: nn },
  ].filter(({ n }) => n > 0);

describe('agreement', () => {
  // 35 of 50 agree; by chance 25 × 30 + 25 × 20 = 1,250 of 2,500: (0.7 − 0.5) ÷ (1 − 0.5).
  test('is what is beyond chance', () => {
    expect(agreementOf(counts(20, 5, 10, 15))).toEqual({ pairs: 50, agreed: 35, kappa: 0.4 });
  });

  // Of three answers: 6 of 10 agree; chance 4 × 3 + 3 × 4 + 3 × 3 = 33 of 100: 0.27 ÷ 0.67.
  test('of more than two answers', () => {
    const pair = (first: string, second: string, n: number) => ({ first, second, n });
    const three = [pair('A', 'A', 2), pair('A', 'B', 2), pair('B', 'B', 2), pair('B', 'C', 1), pair('C', 'C', 2), pair('C', 'A', 1)]; // prettier-ignore
    expect(agreementOf(three)).toEqual({ pairs: 10, agreed: 6, kappa: 0.403 });
  });

  test('is complete, none beyond chance, or less than that', () => {
    expect(agreementOf(counts(5, 0, 0, 5)).kappa).toBe(1);
    expect(agreementOf(counts(1, 1, 1, 1)).kappa).toBe(0);
    expect(agreementOf(counts(0, 2, 2, 0)).kappa).toBe(-1);
  });

  test('has no kappa where everybody always gives one answer, or nobody any', () => {
    expect(agreementOf(counts(8, 0, 0, 0))).toEqual({ pairs: 8, agreed: 8, kappa: null });
    expect(agreementOf([])).toEqual({ pairs: 0, agreed: 0, kappa: null });
  });
});
