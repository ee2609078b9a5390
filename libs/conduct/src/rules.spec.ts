// eslint-disable-next-line @nx/enforce-module-boundaries -- tests only: the registry that rules name versions of
import { guidanceRegistry } from '@throughline/reference';
import { defaultThresholds, rules } from './index';

test('each rule is there once, with a version and words for people', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(8);
  for (const { version, title, basis, raisedWhen, severityWhen, example } of rules) {
    expect(version).toBe(1);
    for (const words of [title, basis, raisedWhen, severityWhen, example]) expect(words).toMatch(/^[A-Z].{15,}/);
  }
});

test('every threshold is one that some rule names', () => {
  const named = new Set<string>(rules.flatMap(({ thresholds }) => thresholds));
  expect(Object.keys(defaultThresholds).filter((name) => !named.has(name))).toEqual([]);
});

test('the guidance that rules follow is in the registry', () => {
  const known = guidanceRegistry.map(({ key, version }) => ({ key, version }));
  for (const { guidance } of rules) for (const version of guidance) expect(known).toContainEqual(version);
});
