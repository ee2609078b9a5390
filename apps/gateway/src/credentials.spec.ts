import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { authenticate, isWellFormedKey, keyPattern, newKey } from './credentials';

const CHARACTERS = Array.from({ length: 95 }, (_none, index) => String.fromCharCode(32 + index));

test('a new key is well formed, says its environment and matches the one pattern scanners need', () => {
  for (const environment of ['live', 'test'] as const) {
    const key = newKey(environment);
    expect(key).toMatch(keyPattern);
    expect(key.startsWith(`tl_${environment}_`)).toBe(true);
    expect(isWellFormedKey(key)).toBe(true);
  }
});

test('no two keys share their id or their secret', () => {
  const keys = Array.from({ length: 200 }, () => newKey('test').split('_'));
  expect(new Set(keys.map(([, , id]) => id)).size).toBe(200);
  expect(new Set(keys.map(([, , , secret]) => secret)).size).toBe(200);
});

test('every change of one character is refused', () => {
  const key = newKey('live');
  for (let at = 0; at < key.length; at++) {
    for (const character of CHARACTERS) {
      if (character === key[at]) continue;
      expect(isWellFormedKey(key.slice(0, at) + character + key.slice(at + 1))).toBe(false);
    }
  }
});

test('a character too many, too few or two swapped are refused', () => {
  const key = newKey('test');
  for (let at = 0; at < key.length; at++) {
    expect(isWellFormedKey(key.slice(0, at) + key.slice(at + 1))).toBe(false);
    expect(isWellFormedKey(`${key.slice(0, at)}x${key.slice(at)}`)).toBe(false);
    const swapped =
      key.slice(0, at) +
      key
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      key.slice(at + 2);
    if (swapped !== key) expect(isWellFormedKey(swapped)).toBe(false);
  }
});

test('no other text is a key', () => {
  fc.assert(fc.property(fc.string(), (text) => !isWellFormedKey(text)));
});

const key = newKey('live');
const refusal = (headers: IncomingHttpHeaders) => {
  try {
    authenticate(headers, key);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

test('the key is taken as a bearer token, whatever the case of the scheme, and from X-API-Key', () => {
  expect(refusal({ authorization: `Bearer ${key}` })).toBeUndefined();
  expect(refusal({ authorization: `bearer ${key}` })).toBeUndefined();
  expect(refusal({ 'x-api-key': key })).toBeUndefined();
});

test('no key, another scheme, a typo and another key are refused, each for its own reason', () => {
  expect(refusal({})).toMatch(/is needed/);
  expect(refusal({ authorization: `Basic ${key}` })).toMatch(/is needed/);
  expect(refusal({ 'x-api-key': '' })).toMatch(/is needed/);
  expect(refusal({ 'x-api-key': key.replace(/.$/, '-') })).toMatch(/typo/);
  expect(refusal({ 'x-api-key': newKey('live') })).toMatch(/not known/);
});
