import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { isSameHash, isWellFormedKey, keyHash, keyParts, keyPattern, newKey, newKeyId } from './key';

test('a key has its environment, its public id, its secret and a checksum', () => {
  const key = newKey('test', 'abcDEF012345');
  expect(key).toMatch(keyPattern);
  expect(key).toHaveLength('tl_test_'.length + 12 + 1 + 49);
  expect(keyParts(key)).toEqual({ environment: 'test', id: 'abcDEF012345' });
  expect(isWellFormedKey(key)).toBe(true);
});

test('no two keys are alike', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => newKeyId()));
  expect(ids.size).toBe(1000);
  expect(newKey('live')).not.toBe(newKey('live'));
});

test('a typo is found by the checksum', () => {
  const key = newKey('live');
  const letters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
  fc.assert(
    fc.property(fc.nat(key.length - 1), letters, (at, letter) => {
      if (key[at] === letter) return;
      expect(isWellFormedKey(key.slice(0, at) + letter + key.slice(at + 1))).toBe(false);
    }),
  );
  expect(isWellFormedKey(`${key} `)).toBe(false);
  expect(isWellFormedKey('')).toBe(false);
});

test('hashes depend on the pepper, and are compared whole', () => {
  const key = newKey('live');
  const pepper = randomBytes(32);
  expect(isSameHash(keyHash(key, pepper), keyHash(key, pepper))).toBe(true);
  expect(isSameHash(keyHash(key, pepper), keyHash(key, randomBytes(32)))).toBe(false);
  expect(isSameHash(keyHash(key, pepper), keyHash(key, pepper).subarray(1))).toBe(false);
});
