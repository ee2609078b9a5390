import fc from 'fast-check';
import { allocate } from './allocation';

const strata = (...sizes: number[]) => sizes.map((size, n) => ({ key: 'ABCDEFGH'[n]!, size }));

describe('files are allocated', () => {
  // Quotas 4.7, 3.2 and 2.1 of 10: the whole parts are 9, and A has the largest remainder.
  test('in proportion, by the largest remainder', () => {
    expect(allocate(strata(470, 320, 210), 10, 'PROPORTIONAL')).toEqual([5, 3, 2]);
  });

  // Quotas 2.5, 2.5 and 5: A and B have equal remainders and sizes, and A is first in the alphabet.
  test('in proportion, ties by size and then by key', () => {
    expect(allocate(strata(1, 1, 2), 2, 'PROPORTIONAL')).toEqual([1, 0, 1]);
    expect(allocate(strata(5, 5, 10), 10, 'PROPORTIONAL')).toEqual([3, 2, 5]);
  });

  test('equally, where a stratum has too few by giving the rest to the others', () => {
    expect(allocate(strata(100, 100, 100), 10, 'EQUAL')).toEqual([4, 3, 3]);
    expect(allocate(strata(2, 50, 60), 12, 'EQUAL')).toEqual([2, 5, 5]);
    expect(allocate(strata(2, 50, 60), 13, 'EQUAL')).toEqual([2, 5, 6]);
  });

  test('as given, and none where nothing is', () => {
    expect(allocate(strata(9, 9, 9), 5, 'GIVEN', [{ key: 'C', size: 4 }, { key: 'A', size: 1 }])).toEqual([1, 0, 4]); // prettier-ignore
  });

  test.each(['PROPORTIONAL', 'EQUAL'] as const)('%s, all of them and never more than there are', (allocation) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 }), fc.nat(), (sizes, n) => {
        const frame = sizes.reduce((a, b) => a + b, 0);
        const size = 1 + (n % frame);
        const drawn = allocate(strata(...sizes), size, allocation);
        expect(drawn.reduce((a, b) => a + b, 0)).toBe(size);
        drawn.forEach((one, index) => expect(one).toBeLessThanOrEqual(sizes[index]!));
      }),
    );
  });
});
