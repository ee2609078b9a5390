import { type GuidanceVersion, guidanceInForce, inForceOn, registryOf, termsOf, wasInForce } from './guidance.service';

type Version = GuidanceVersion & { version: string };

const version = (name: string, inForceFrom: string, more: Partial<Version> = {}): Version => ({
  key: 'orders-guidance',
  version: name,
  inForceFrom,
  inForceTo: null,
  datePrecision: 'DAY',
  topics: [],
  ...more,
});

const namesOn = (versions: Version[], day: string): string[] =>
  inForceOn(registryOf(versions), day).map((one) => one.version);

describe('a version without a last day', () => {
  const versions = [version('second', '2022-06-22'), version('first', '2019-12-03')];

  test('begins on its first day and not before', () => {
    expect(namesOn(versions, '2019-12-02')).toEqual([]);
    expect(namesOn(versions, '2019-12-03')).toEqual(['first']);
  });

  test('ends the day before the next version of its key begins', () => {
    expect(namesOn(versions, '2022-06-21')).toEqual(['first']);
    expect(namesOn(versions, '2022-06-22')).toEqual(['second']);
    expect(registryOf(versions).map(({ inForceUntil }) => inForceUntil)).toEqual(['2022-06-21', null]);
  });

  test('is not ended by another document', () => {
    const other = version('other', '2020-01-01', { key: 'protocol' });
    expect(namesOn([...versions, other], '2021-01-01')).toEqual(['first', 'other']);
  });

  test('is not ended by the same version from another source', () => {
    expect(namesOn([version('first', '2019-12-03'), version('first', '2019-12-03')], '2030-01-01')).toHaveLength(2);
  });

  test('ends on the last day of a leap February or of a year where the next begins on a first', () => {
    const untils = registryOf([version('a', '2023-01-01'), version('b', '2024-01-01'), version('c', '2024-03-01')]);
    expect(untils.map(({ inForceUntil }) => inForceUntil)).toEqual(['2023-12-31', '2024-02-29', null]);
  });
});

describe('a version with a last day', () => {
  const versions = [
    version('fifth', '2013-05-01', { inForceTo: '2020-12-30' }),
    version('sixth', '2020-12-31', { inForceTo: null }),
  ];

  test('is in force on that day and not after', () => {
    expect(namesOn(versions, '2020-12-30')).toEqual(['fifth']);
    expect(namesOn(versions, '2020-12-31')).toEqual(['sixth']);
  });

  test('leaves a gap where the next version begins later', () => {
    const gap = [version('a', '2020-01-01', { inForceTo: '2020-06-30' }), version('b', '2021-01-01')];
    expect(namesOn(gap, '2020-09-01')).toEqual([]);
  });
});

describe('a start known by its month alone', () => {
  const versions = [
    version('2022-06-22', '2022-06-22'),
    version('2025-01', '2025-01-01', { datePrecision: 'MONTH' }),
    version('2026-02-10', '2026-02-10'),
  ];

  test('makes both versions possible from the first day of the month to its last', () => {
    expect(namesOn(versions, '2024-12-31')).toEqual(['2022-06-22']);
    expect(namesOn(versions, '2025-01-01')).toEqual(['2022-06-22', '2025-01']);
    expect(namesOn(versions, '2025-01-31')).toEqual(['2022-06-22', '2025-01']);
    expect(namesOn(versions, '2025-02-01')).toEqual(['2025-01']);
  });

  test('says nothing of the end, which the next version sets to the day', () => {
    expect(namesOn(versions, '2026-02-09')).toEqual(['2025-01']);
    expect(namesOn(versions, '2026-02-10')).toEqual(['2026-02-10']);
  });

  test('covers the whole month even where a later day of it is given', () => {
    const late = [version('old', '2020-01-01'), version('new', '2024-02-29', { datePrecision: 'MONTH' })];
    expect(namesOn(late, '2024-02-01')).toEqual(['old', 'new']);
    expect(namesOn(late, '2024-02-29')).toEqual(['old', 'new']);
    expect(namesOn(late, '2024-03-01')).toEqual(['new']);
  });

  test('does not stretch a last day that the source gives', () => {
    const ended = [
      version('old', '2020-01-01', { inForceTo: '2024-12-31' }),
      version('new', '2025-01-01', { datePrecision: 'MONTH' }),
    ];
    expect(namesOn(ended, '2025-01-15')).toEqual(['new']);
  });
});

describe('a charging decision', () => {
  const registry = registryOf([
    version('stalking', '2020-01-01', { key: 'd', topics: ['STALKING', 'STALKING_FEAR'] }),
    version('charging', '2020-01-01', { key: 'c', topics: ['CHARGING', 'ASSAULT'] }),
    version('orders', '2020-01-01', { key: 'b', topics: ['RO_CONVICTION'] }),
    version('everything', '2020-01-01', { key: 'a' }),
  ]);
  const namesFor = (...families: string[]) =>
    guidanceInForce(registry, '2021-01-01', families).map((one) => one.version);

  test('is guided by what is about charging, about its families or about everything, by key', () => {
    expect(namesFor('STALKING')).toEqual(['everything', 'charging', 'stalking']);
    expect(namesFor('BURGLARY', 'STALKING_FEAR')).toEqual(['everything', 'charging', 'stalking']);
  });

  test('about no family is still guided by what is about charging', () => {
    expect(namesFor()).toEqual(['everything', 'charging']);
  });

  test('before the registry begins is guided by nothing', () => {
    expect(guidanceInForce(registry, '2019-12-31', ['STALKING'])).toEqual([]);
  });
});

describe('whether guidance was in force on every day from one to another', () => {
  const registry = registryOf([
    { key: 'a', version: '1', inForceFrom: '2018-05-23', inForceTo: null, datePrecision: 'DAY', topics: [] },
    { key: 'a', version: '2', inForceFrom: '2025-01-31', inForceTo: null, datePrecision: 'MONTH', topics: [] },
    { key: 'b', version: '1', inForceFrom: '2020-01-01', inForceTo: '2020-12-31', datePrecision: 'DAY', topics: [] },
  ] as const);
  const terms = termsOf(registry);

  test.each([
    ['a 1', '2018-05-23', '2024-12-31', true],
    ['a 1', '2018-05-22', '2024-12-31', false],
    ['a 1', '2024-12-31', '2025-01-01', null],
    ['a 1', '2024-12-31', '2025-02-01', false],
    ['a 2', '2024-12-31', '2026-01-01', false],
    ['a 2', '2025-01-01', '2026-01-01', null],
    ['a 2', '2025-01-31', '2026-01-01', true],
    ['b 1', '2020-12-31', '2020-12-31', true],
    ['b 1', '2020-12-31', '2021-01-01', false],
  ])('%s from %s to %s: %p', (name, first, last, expected) => {
    expect(
      wasInForce(
        terms.find(({ key, version }) => `${key} ${version}` === name)!,
        first,
        last,
      ),
    ).toBe(expected);
  });
});
