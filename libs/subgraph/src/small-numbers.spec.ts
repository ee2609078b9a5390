import { shareOf } from './small-numbers';

describe('a share', () => {
  // Worked by hand; 81 of 263 is an example of Newcombe (1998, Statistics in Medicine 17:857–872).
  test.each([
    [0, 10, { percent: 0, low: 0, high: 27.8 }],
    [10, 10, { percent: 100, low: 72.2, high: 100 }],
    [5, 10, { percent: 50, low: 23.7, high: 76.3 }],
    [1, 3, { percent: 33.3, low: 6.1, high: 79.2 }],
    [81, 263, { percent: 30.8, low: 25.5, high: 36.6 }],
  ])('of %i of %i', (k, n, expected) => expect(shareOf(k, n)).toEqual(expected));

  test('of nothing is none', () => expect(shareOf(0, 0)).toBeNull());
});
