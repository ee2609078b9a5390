import { type Rule, defaultThresholds, profile, rules } from './index';

const wordsOf = ({ title, basis, looksFor, raisedWhen, severityWhen, isNot, readings, example }: Rule) => [
  ...[title, basis, looksFor, raisedWhen, severityWhen, isNot, example.story],
  ...readings,
];

test('each rule is there once, with a version and words for people', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(8);
  for (const rule of rules) {
    expect(rule.version).toBe(1);
    for (const words of wordsOf(rule)) expect(words).toMatch(/^[A-Z].{15,}/);
  }
});

test('words name the thresholds that they are about, and only those of their rule', () => {
  for (const rule of rules) {
    const named = wordsOf(rule).flatMap((words) => [...words.matchAll(/\{(.*?)\}/g)].map(([, name]) => name));
    expect(rule.thresholds).toEqual(expect.arrayContaining(named));
  }
});

test('every threshold is one that some rule names', () => {
  const named = new Set<string>(rules.flatMap(({ thresholds }) => thresholds));
  expect(Object.keys(defaultThresholds).filter((name) => !named.has(name))).toEqual([]);
});

test('the example of each rule raises it', () => {
  const raised = rules.map(({ id, example }) => {
    const flags = profile(example.facts, example.asAt).flags.filter(({ rule }) => rule === id);
    return [id, ...flags.map(({ severity }) => severity)];
  });
  expect(raised).toEqual([
    ['UNCHARGED_COURSE_OF_CONDUCT', 'HIGH'],
    ['BREACH_CHARGED_ALONE', 'HIGH'],
    ['BREACH_NOT_ACTIONED', 'HIGH'],
    ['RISK_NOT_REASSESSED', 'MEDIUM'],
    ['ORDER_EXPIRING', 'HIGH'],
    ['POSSIBLY_MISLABELLED', 'HIGH'],
    ['REPEAT_HIGH_HARM', 'HIGH'],
    ['GUIDANCE_NOT_IN_FORCE', 'MEDIUM', 'INFO'],
  ]);
});
