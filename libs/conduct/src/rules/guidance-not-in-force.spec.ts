import { aDecision, aVersion, anExamination, flagsOf, someFacts } from '../../test/facts';
import type { GuidanceFact, SuspectFacts } from '../facts';
import { profile } from '../profile';

const registry = [
  aVersion('1', '2019-12-03'),
  aVersion('2', '2022-06-22'),
  aVersion('3', '2025-01-01', { datePrecision: 'MONTH' }),
];
const flags = (given: Partial<SuspectFacts>, asAt = '2025-06-01') =>
  flagsOf('GUIDANCE_NOT_IN_FORCE', { guidanceVersions: registry, ...given }, asAt);
const cites = (version: string, key = 'k') => ({ guidanceCited: [{ key, version }] });
const outcome = (decidedOn: string, version: string, guidanceVersions: GuidanceFact[] = registry) =>
  flags({ guidanceVersions, decisions: [aDecision('d', decidedOn, cites(version))] }).map(
    (flag) => `${flag.severity} ${flag.outcome ?? ''}`,
  );
const NOT = ['MEDIUM NOT_IN_FORCE'];
const UNKNOWN = ['INFO INDETERMINATE'];

test('a version is in force from its first day to the day before the next', () => {
  expect(outcome('2019-12-02', '1')).toEqual(NOT);
  expect(outcome('2019-12-03', '1')).toEqual([]);
  expect(outcome('2022-06-21', '1')).toEqual([]);
  expect(outcome('2022-06-22', '1')).toEqual(NOT);
  expect(outcome('2022-06-21', '2')).toEqual(NOT);
  expect(outcome('2022-06-22', '2')).toEqual([]);
});

test('in the month of a version known by its month, it and the one it replaces are both indeterminate', () => {
  expect(outcome('2024-12-31', '3')).toEqual(NOT);
  expect(outcome('2025-01-01', '3')).toEqual(UNKNOWN);
  expect(outcome('2025-01-31', '3')).toEqual(UNKNOWN);
  expect(outcome('2025-02-01', '3')).toEqual([]);
  expect(outcome('2024-12-31', '2')).toEqual([]);
  expect(outcome('2025-01-31', '2')).toEqual(UNKNOWN);
  expect(outcome('2025-02-01', '2')).toEqual(NOT);
  expect(outcome('2025-01-15', '1')).toEqual(NOT);
});

test('a last day that is given is the last day, whatever comes next', () => {
  const given = [
    aVersion('1', '2020-01-01', { inForceTo: '2020-03-31' }),
    aVersion('2', '2020-03-01', { datePrecision: 'MONTH' }),
  ];
  expect(outcome('2020-03-31', '1', given)).toEqual([]);
  expect(outcome('2020-04-01', '1', given)).toEqual(NOT);
});

test('versions of other documents end nothing, and later ones stay in the registry', () => {
  const other = [aVersion('1', '2019-12-03'), aVersion('9', '2020-01-01', { key: 'other' })];
  expect(outcome('2024-01-01', '1', other)).toEqual([]);
  const decisions = [aDecision('d', '2021-01-10', cites('2'))];
  expect(flags({ decisions }, '2021-06-01')).toHaveLength(1);
});

test('a version that is not in the registry raises no flag, and is named as left out', () => {
  expect(outcome('2021-01-01', '7')).toEqual([]);
  const { notConsidered } = profile(
    someFacts({ guidanceVersions: registry, decisions: [aDecision('d', '2021-01-01', cites('7'))] }),
    '2025-06-01T12:00:00Z',
  );
  expect(notConsidered).toEqual([
    { text: 'k@7 is not in the registry of guidance.', source: { type: 'chargingDecision', id: 'd' } },
  ]);
});

test('an examination judges every decision of its case', () => {
  const decisions = [
    aDecision('a', '2021-01-10'),
    aDecision('b', '2021-02-10', { kind: 'PLEA_ACCEPTED' }),
    aDecision('c', '2023-01-10'),
    aDecision('e', '2021-01-10', { caseId: 'D' }),
    aDecision('f', '2021-01-10', { suspectId: 'T' }),
  ];
  const examinations = [anExamination('x', '2024-01-01', '2')];
  expect(flags({ decisions, examinations }).map(({ key }) => key)).toEqual([
    'GUIDANCE_NOT_IN_FORCE:a:k@2',
    'GUIDANCE_NOT_IN_FORCE:b:k@2',
  ]);
  expect(flags({ decisions, examinations }, '2023-12-31')).toEqual([]);
});

test('there is one flag for each decision and version, with everybody who uses it', () => {
  const decisions = [
    aDecision('a', '2021-01-10', {
      guidanceCited: [
        { key: 'k', version: '2' },
        { key: 'k', version: '2' },
        { key: 'k', version: '3' },
      ],
    }),
  ];
  const examinations = [anExamination('x', '2024-01-01', '2'), anExamination('y', '2024-01-01', '2')];
  const [first, second, ...none] = flags({ decisions, examinations });
  expect(none).toEqual([]);
  expect(first!.restsOn.map(({ id }) => id)).toEqual(['a', 'x', 'y', 'G-2']);
  expect(first!.guidance).toEqual([{ key: 'k', version: '2' }]);
  expect(second!.key).toBe('GUIDANCE_NOT_IN_FORCE:a:k@3');
});

test('where two sources register one version, the kinder date counts', () => {
  const twice = [aVersion('1', '2021-01-01'), aVersion('1', '2020-01-01', { id: 'other' })];
  expect(outcome('2020-06-01', '1', twice)).toEqual([]);
});
