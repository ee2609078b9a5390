import { againstPublishing, latestOf } from './guidance.rules';

const version = (name: string, inForceFrom: string) => ({ key: 'k', version: name, inForceFrom });
const versions = [version('2', '2024-01-01'), version('1', '2020-01-01')];

test('the first version of a document can be published', () => {
  expect(againstPublishing([], version('1', '2020-01-01'))).toEqual([]);
});

test('a next version comes into force after the latest, whatever the order they are in', () => {
  expect(latestOf(versions)).toBe(versions[0]);
  expect(latestOf([...versions].reverse())).toBe(versions[0]);
  expect(againstPublishing(versions, version('3', '2024-01-02'))).toEqual([]);
  expect(againstPublishing(versions, version('3', '2024-01-01'))).toEqual([
    'The next version of k comes into force after the latest, 2, which did on 2024-01-01.',
  ]);
});

test('a version is published once', () => {
  expect(againstPublishing(versions, version('1', '2025-01-01'))).toEqual(['Version 1 of k is published already.']);
});
