import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isWellFormedKey } from '@throughline/access';
import { adminKey, pepper } from './admin-key';

let directory: string;
beforeEach(() => (directory = mkdtempSync(path.join(tmpdir(), 'throughline-key-'))));
afterEach(() => rmSync(directory, { recursive: true }));

test('the first start makes a key that only its owner can read, and later starts find it', () => {
  const dataDir = path.join(directory, 'new');
  const key = adminKey(dataDir);
  expect(isWellFormedKey(key)).toBe(true);
  expect(statSync(path.join(dataDir, 'admin.key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(dataDir, 'admin.key'), 'utf8')).toBe(`${key}\n`);
  expect(readdirSync(dataDir)).toEqual(['admin.key']);
  expect(adminKey(dataDir)).toBe(key);
});

test('a file that holds something else is not replaced, and the error says what to do', () => {
  const file = path.join(directory, 'admin.key');
  writeFileSync(file, 'secret\n');
  expect(() => adminKey(directory)).toThrow(/admin\.key does not hold an API key.*put the key back, or remove/);
  expect(readFileSync(file, 'utf8')).toBe('secret\n');
});

test('the pepper is made once, for its owner alone, and a file that holds something else is not replaced', () => {
  const made = pepper(directory);
  expect(made).toHaveLength(32);
  expect(statSync(path.join(directory, 'pepper')).mode & 0o777).toBe(0o600);
  expect(pepper(directory)).toEqual(made);
  writeFileSync(path.join(directory, 'pepper'), 'salt\n');
  expect(() => pepper(directory)).toThrow(/pepper does not hold 32 bytes/);
});
