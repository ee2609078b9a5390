import { homeOfficeCodes } from './home-office-codes';
import { nearest } from './nearest';
import { offences } from './offences';

const codes = offences.map(({ cjsCode }) => cjsCode);

test('a letter O for a zero is seen through', () => {
  expect(nearest('PH97O10', codes)).toBe('PH97010');
});

test('case is no difference', () => {
  expect(nearest('ph97010', codes)).toBe('PH97010');
});

test('two neighbouring characters swapped count as one slip', () => {
  expect(nearest('abdc', ['abxy', 'abcd'])).toBe('abcd');
  // As insertions and deletions this would be three, past the limit of two.
  expect(nearest('bacx', ['abc'])).toBe('abc');
});

test('a missing and a superfluous character are found', () => {
  expect(nearest('PH9710', codes)).toBe('PH97010');
  expect(
    nearest(
      '8//65',
      homeOfficeCodes.map(({ code }) => code),
    ),
  ).toBe('8/65');
});

test('of equally near codes the first wins', () => {
  expect(nearest('AB0', ['AB1', 'AB2'])).toBe('AB1');
  expect(nearest('AB0', ['AB2', 'AB1'])).toBe('AB2');
});

test('a nearer code wins wherever it stands', () => {
  expect(nearest('STALKING', ['STOCKING', 'STALKIN', 'STALKING'])).toBe('STALKING');
});

test('nothing is offered beyond a third of the length, or two edits for short values', () => {
  expect(nearest('ABCDEF', ['ABCDXY'])).toBe('ABCDXY');
  expect(nearest('ABCDEF', ['ABCXYZ'])).toBeUndefined();
  expect(nearest('ABCDEFG', ['ABCDXYZ'])).toBe('ABCDXYZ');
  expect(nearest('nonsense', codes)).toBeUndefined();
  expect(nearest('PH97010', [])).toBeUndefined();
});

test('agrees with a plain computation of the distance', () => {
  const words = ['', 'a', 'ab', 'ba', 'abc', 'acb', 'bca', 'abcd', 'badc', 'cabd', 'aabb', 'abab', 'dcba'];
  for (const value of words) {
    const limit = Math.max(2, Math.ceil(value.length / 3));
    const ranked = words
      .map((word) => ({ word, distance: plainDistance(value, word) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance);
    expect(nearest(value, words)).toBe(ranked[0]?.word);
    const others = words.filter((word) => word !== value);
    expect(nearest(value, others)).toBe(ranked.find(({ word }) => word !== value)?.word);
  }
});

function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    plainDistance(restA, b) + 1,
    plainDistance(a, restB) + 1,
    plainDistance(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    swapped ? plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  );
}
