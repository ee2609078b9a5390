import { guidanceRegistry } from './guidance-registry';
import { OffenceFamily } from './offence-family';
import { OrderKind } from './order-kinds';
import { recordingChanges } from './recording-changes';

const startsOf = (key: string) =>
  guidanceRegistry.filter((one) => one.key === key && !one.minor).map(({ inForceFrom }) => inForceFrom);

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

test('each version stands once, under a real day', () => {
  expect(new Set(guidanceRegistry.map(({ key, version }) => `${key} ${version}`)).size).toBe(guidanceRegistry.length);
  for (const { inForceFrom, inForceTo } of guidanceRegistry) {
    expect(isDay(inForceFrom)).toBe(true);
    if (inForceTo !== null) expect(isDay(inForceTo) && inForceTo >= inForceFrom).toBe(true);
  }
});

test('a start known by its month alone is the first of that month, and says so', () => {
  const byMonth = guidanceRegistry.filter(({ datePrecision }) => datePrecision === 'MONTH');
  expect(byMonth.every(({ inForceFrom }) => inForceFrom.endsWith('-01'))).toBe(true);
  expect(byMonth.map(({ key, inForceFrom }) => `${key} ${inForceFrom.slice(0, 7)}`)).toEqual([
    'cps-restraining-orders 2025-01',
    'directors-guidance-on-charging 2013-05',
    'directors-guidance-on-charging 2025-07',
    'spo-statutory-guidance 2021-01',
    'spo-statutory-guidance 2024-04',
    'crime-recording-rules 2014-04',
    'crime-recording-rules 2015-04',
    'crime-recording-rules 2018-04',
    'domestic-abuse-joint-justice-plan 2024-11',
  ]);
});

test('the January 2025 restraining-order guidance is not verified, the rest is', () => {
  expect(guidanceRegistry.filter(({ verified }) => !verified).map(({ key, version }) => [key, version])).toEqual([
    ['cps-restraining-orders', '2025-01'],
  ]);
});

test('versions of a document follow in order of date', () => {
  for (const key of new Set(guidanceRegistry.map((one) => one.key))) {
    expect(startsOf(key)).toEqual([...startsOf(key)].sort());
  }
  expect(startsOf('cps-restraining-orders')).toEqual(['2019-12-03', '2022-06-22', '2025-01-01']);
});

test('the fifth Director’s Guidance ends the day before the sixth begins', () => {
  const edition = (version: string) => guidanceRegistry.find((one) => one.version === version)!;
  expect(edition('DG5').inForceTo).toBe('2020-12-30');
  expect(edition('DG6').inForceFrom).toBe('2020-12-31');
});

test('a minor revision and a companion guide end nothing', () => {
  expect(guidanceRegistry.filter(({ minor }) => minor).map(({ version }) => version)).toEqual([
    '2023-10-06',
    'DG6-condensed-2025-07',
  ]);
});

test('no version is dated by a guess: none before 24 April 2023 for stalking, none of 2014 for the protocol', () => {
  expect(startsOf('cps-stalking-or-harassment')).toEqual(['2023-04-24']);
  expect(startsOf('police-cps-protocol')).toEqual(['2018-05-23']);
});

test('topics are offence families, order kinds, charging or recording', () => {
  const known = new Set<string>([
    ...Object.values(OffenceFamily),
    ...Object.values(OrderKind),
    'CHARGING',
    'RECORDING',
  ]);
  for (const { topics } of guidanceRegistry) {
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.filter((topic) => !known.has(topic))).toEqual([]);
  }
});

test('recording changes stand in order of date, and the doubtful ones are marked', () => {
  const starts = recordingChanges.map(({ from }) => from);
  expect(starts.every(isDay)).toBe(true);
  expect(starts).toEqual([...starts].sort());
  expect(recordingChanges.filter(({ verified }) => !verified).map(({ from }) => from)).toEqual([
    '2017-04-01',
    '2023-05-01',
  ]);
  expect(recordingChanges.find(({ from }) => from === '2020-04-01')?.datePrecision).toBe('DAY');
});
