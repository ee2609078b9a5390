import { aCase, aCrime, anIncident, flagsOf } from '../../test/facts';
import type { CaseFact, RecordedCrimeFact, SuspectFacts } from '../facts';

const incidents = [anIncident('a', '2020-01-01'), anIncident('b', '2020-02-01')];
const flags = (given: Partial<SuspectFacts>, asAt = '2025-06-01') =>
  flagsOf('POSSIBLY_MISLABELLED', { incidents, ...given }, asAt);
const crime = aCrime('r', '2020-04-01', 'HARASSMENT');

test.each<[RecordedCrimeFact['principalFamily'], number]>([
  ['HARASSMENT', 1],
  ['HARASSMENT_FEAR', 1],
  ['MALICIOUS_COMMUNICATIONS', 1],
  ['PUBLIC_ORDER', 1],
  ['CRIMINAL_DAMAGE', 1],
  ['BREACH_RESTRAINING_ORDER', 1],
  ['BREACH_DVPO', 1],
  ['COERCIVE_CONTROL', 0],
  ['THREATS_TO_KILL', 0],
  ['ASSAULT', 0],
  ['OTHER', 0],
  ['STALKING', 0],
  [null, 0],
])('a crime recorded as %s makes %i flags', (family, expected) => {
  expect(flags({ recordedCrimes: [aCrime('r', '2020-04-01', family)] })).toHaveLength(expected);
});

test('a stalking family on any recorded crime of the case, principal or included, is enough', () => {
  const other = (given: Partial<RecordedCrimeFact>) =>
    flags({ recordedCrimes: [crime, { ...aCrime('q', '2020-05-01', 'ASSAULT'), ...given }] }).length;
  expect(other({})).toBe(1);
  expect(other({ principalFamily: 'STALKING_FEAR' })).toBe(0);
  expect(other({ includedFamilies: ['STALKING_SERIOUS_ALARM'] })).toBe(0);
  expect(other({ includedFamilies: ['STALKING'], caseId: 'D' })).toBe(1);
  expect(other({ includedFamilies: ['STALKING'], recordedOn: '2025-06-02' })).toBe(1);
  expect(flags({ recordedCrimes: [{ ...crime, includedFamilies: ['STALKING'] }] })).toEqual([]);
});

test('it was recorded from 25 November 2012 on, and by the moment', () => {
  const early = [anIncident('a', '2012-11-25'), anIncident('b', '2012-11-26')];
  const recorded = (recordedOn: string, asAt?: string) =>
    flags({ incidents: early, recordedCrimes: [{ ...crime, recordedOn }] }, asAt).length;
  expect(recorded('2012-11-24')).toBe(0);
  expect(recorded('2012-11-25')).toBe(1);
  expect(recorded('2020-01-02', '2020-01-01')).toBe(0);
});

test('it is HIGH for former partners from 1 April 2020 on', () => {
  const severity = (relationship: CaseFact['relationship'], recordedOn: string) =>
    flags({ cases: [aCase('C', { relationship })], recordedCrimes: [{ ...crime, recordedOn }] })[0]!.severity;
  expect(severity('FORMER_PARTNER', '2020-04-01')).toBe('HIGH');
  expect(severity('FORMER_PARTNER', '2020-03-31')).toBe('MEDIUM');
  expect(severity('PARTNER', '2020-04-01')).toBe('MEDIUM');
});

test('the pair’s occasions count in whichever of its cases they lie', () => {
  const cases = [aCase('C'), aCase('D')];
  const acrossCases = [incidents[0]!, { ...incidents[1]!, caseId: 'D' }];
  expect(flags({ cases, incidents: acrossCases, recordedCrimes: [crime] })).toHaveLength(1);
  // The case has none of the conduct, but is about the same victim.
  expect(flags({ cases, recordedCrimes: [{ ...crime, caseId: 'D' }] })).toHaveLength(1);
  expect(flags({ cases: [aCase('D', { victimIds: ['W'] })], recordedCrimes: [{ ...crime, caseId: 'D' }] })).toEqual([]);
  expect(flags({ recordedCrimes: [{ ...crime, caseId: null }] })).toEqual([]);
});

test('a group is no pair that satisfies stalking', () => {
  const group = [incidents[0]!, { ...incidents[1]!, victimId: 'W' }];
  expect(flags({ incidents: group, recordedCrimes: [crime] })).toEqual([]);
});

test('there is one flag for each recorded crime, naming the victims', () => {
  const ofTwo = [...incidents, ...incidents.map((one) => ({ ...one, id: `${one.id}W`, victimId: 'W' }))];
  const cases = [aCase('C', { victimIds: ['V', 'W', 'X'] })];
  const found = flags({ cases, incidents: ofTwo, recordedCrimes: [crime, { ...crime, id: 'q' }] });
  expect(found.map(({ key, victims }) => [key, victims])).toEqual([
    ['POSSIBLY_MISLABELLED:S:q', ['V', 'W']],
    ['POSSIBLY_MISLABELLED:S:r', ['V', 'W']],
  ]);
});

test('each suspect of a case has a flag of their own', () => {
  const ofAnother = incidents.map((one) => ({ ...one, id: `${one.id}T`, suspectId: 'T' }));
  const keys = ['S', 'T'].flatMap((suspect) =>
    flags({ suspectIds: [suspect], incidents: [...incidents, ...ofAnother], recordedCrimes: [crime] }).map(
      ({ key }) => key,
    ),
  );
  expect(keys).toEqual(['POSSIBLY_MISLABELLED:S:r', 'POSSIBLY_MISLABELLED:T:r']);
});

test('it rests on the case, which says whose it is', () => {
  const [flag] = flags({ cases: [aCase('C'), aCase('D')], recordedCrimes: [{ ...crime, caseId: 'D' }] });
  expect(flag!.restsOn).toContainEqual({ type: 'case', id: 'D' });
  // One whose case cannot be seen is known by its incidents.
  const unseen = flags({ cases: [], recordedCrimes: [crime] })[0]!;
  expect(unseen.restsOn.map(({ type }) => type)).not.toContain('case');
});
