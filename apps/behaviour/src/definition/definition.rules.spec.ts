import { inForceOn } from './definition.rules';

const version = (name: string, inForceFrom: string, inForceTo: string | null = null) => ({
  version: name,
  inForceFrom,
  inForceTo,
});
const on = (day: string, ...versions: ReturnType<typeof version>[]) => inForceOn(versions, day)?.version;

test('a version is in force from its first day until the day before the next begins', () => {
  const versions = [version('1', '2023-01-01'), version('2', '2024-01-01')];
  expect(on('2022-12-31', ...versions)).toBeUndefined();
  expect(on('2023-01-01', ...versions)).toBe('1');
  expect(on('2023-12-31', ...versions)).toBe('1');
  expect(on('2024-01-01', ...versions)).toBe('2');
});

test('a last day that is given ends it, and nothing may be in force then', () => {
  const versions = [version('1', '2023-01-01'), version('2', '2024-01-01', '2024-03-31')];
  expect(on('2024-03-31', ...versions)).toBe('2');
  expect(on('2024-04-01', ...versions)).toBeUndefined();
});

test('where two are in force by the days they give, it is the one that began last', () => {
  const versions = [version('1', '2023-01-01', '2025-12-31'), version('2', '2024-01-01', '2024-03-31')];
  expect(on('2024-02-01', ...versions)).toBe('2');
  expect(on('2024-04-01', ...versions)).toBe('1');
});
