import { aCharge, aDecision, anIncident, flagsOf, refused } from '../../test/facts';
import type { DecisionFact, SuspectFacts } from '../facts';

const flags = (given: Partial<SuspectFacts>, asAt = '2025-06-01') =>
  flagsOf('UNCHARGED_COURSE_OF_CONDUCT', given, asAt);
const occasions = (...days: string[]) => days.map((day) => anIncident(day, day));
const charge = aCharge('c', '2024-09-01', 'HARASSMENT');
const days = ['2024-01-01', '2024-05-01'];

test.each<[DecisionFact['kind'], number]>([
  ['CHARGE', 1],
  ['REVIEW', 1],
  ['DISCONTINUANCE', 1],
  ['EARLY_ADVICE', 0],
  ['PLEA_ACCEPTED', 0],
  ['VICTIM_RIGHT_TO_REVIEW', 0],
])('a decision of kind %s makes %i flags', (kind, expected) => {
  const decisions = [aDecision('d', '2024-09-01', { kind })];
  expect(flags({ incidents: occasions(...days), decisions })).toHaveLength(expected);
});

test('a course is looked at once one of its cases has this suspect’s charge or decision', () => {
  const incidents = occasions(...days);
  expect(flags({ incidents })).toEqual([]);
  expect(flags({ incidents, charges: [charge] })[0]!.missingFamilies).toEqual(['STALKING']);
  // A charge elsewhere covers for its victim, but does not show that somebody looked at this case.
  expect(flags({ incidents, charges: [{ ...charge, caseId: 'D' }] })).toEqual([]);
  expect(flags({ incidents, charges: [{ ...charge, suspectId: 'T' }] })).toEqual([]);
  expect(flags({ incidents, charges: [charge] }, '2024-08-31')).toEqual([]);
  expect(flags({ incidents, charges: [charge] }, '2024-09-01')).toHaveLength(1);
});

test('a charge of a breach family is a charge, and covers nothing', () => {
  const [flag] = flags({ incidents: occasions(...days), charges: [{ ...charge, family: 'BREACH_SPO' }] });
  expect(flag!.missingFamilies).toEqual(['HARASSMENT', 'STALKING']);
});

test('what is missing and what was refused for a reason are told apart', () => {
  const decided = (...considered: DecisionFact['considered']) =>
    flags({ incidents: occasions(...days), decisions: [aDecision('d', '2024-09-01', { considered })] }).map(
      ({ severity, missingFamilies, consideredFamilies }) => [severity, missingFamilies, consideredFamilies],
    );
  expect(decided(refused('STALKING'))).toEqual([['MEDIUM', ['HARASSMENT'], ['STALKING']]]);
  expect(decided(refused('STALKING'), refused('HARASSMENT'))).toEqual([['INFO', [], ['HARASSMENT', 'STALKING']]]);
  expect(decided(refused('STALKING', false), refused('HARASSMENT'))).toEqual([
    ['MEDIUM', ['STALKING'], ['HARASSMENT']],
  ]);
});

test('nothing is said where charges cover everything', () => {
  expect(flags({ incidents: occasions(...days), charges: [{ ...charge, family: 'STALKING' }] })).toEqual([]);
});

describe('severity', () => {
  const severity = (...on: string[]) => flags({ incidents: occasions(...on), charges: [charge] })[0]!.severity;

  test('three occasions within 90 days are HIGH; on the 91st they are not', () => {
    expect(severity('2024-01-01', '2024-02-01', '2024-03-31')).toBe('HIGH');
    expect(severity('2024-01-01', '2024-02-01', '2024-04-01')).toBe('MEDIUM');
    expect(severity('2023-01-01', '2024-01-01', '2024-02-01', '2024-03-31')).toBe('HIGH');
  });

  test('exactly two occasions more than 180 days apart are LOW', () => {
    expect(severity('2024-01-01', '2024-06-29')).toBe('MEDIUM');
    expect(severity('2024-01-01', '2024-06-30')).toBe('LOW');
    expect(severity('2023-01-01', '2024-01-01', '2024-06-30')).toBe('MEDIUM');
  });

  test('a missing family of s.4 or s.4A is HIGH even for two occasions far apart, but not where it was refused', () => {
    const incidents = ['2023-01-01', '2024-01-01'].map((day) =>
      anIncident(day, day, { fearOfViolence: true, behaviours: ['OTHER'] }),
    );
    expect(flags({ incidents, charges: [charge] })[0]).toMatchObject({
      severity: 'HIGH',
      missingFamilies: ['HARASSMENT_FEAR'],
    });
    const decisions = [aDecision('d', '2024-09-01', { considered: [refused('HARASSMENT_FEAR')] })];
    expect(flags({ incidents, charges: [charge], decisions })[0]!.severity).toBe('INFO');
    expect(flags({ incidents, decisions })[0]).toMatchObject({ severity: 'LOW', missingFamilies: ['HARASSMENT'] });
  });

  test('for a group, occasions are pairs of victim and day: three on one day are HIGH', () => {
    const incidents = ['V', 'W', 'X'].map((victimId) => anIncident(victimId, '2024-01-01', { victimId }));
    const [flag, ...others] = flags({ incidents, decisions: [aDecision('d', '2024-09-01')] });
    expect(others).toEqual([]);
    expect(flag).toMatchObject({ severity: 'HIGH', victims: ['V', 'W', 'X'], missingFamilies: ['HARASSMENT'] });
  });
});

test('the flag says why, which charge it met, what it rests on and what was left out', () => {
  const incidents = [...occasions(...days), anIncident('x', '2024-03-01', { evidence: 'DISPROVED' })];
  const [flag] = flags({ incidents, charges: [charge] });
  expect(flag).toMatchObject({ key: 'UNCHARGED_COURSE_OF_CONDUCT:S:V', ruleVersion: 1, victims: ['V'], variants: [] });
  expect(flag!.because).toEqual([
    { text: 'An occasion (S2A_B) on 1 January 2024.', source: { type: 'incident', id: '2024-01-01' } },
    { text: 'An occasion (S2A_B) on 1 May 2024.', source: { type: 'incident', id: '2024-05-01' } },
    { text: 'What was charged on 1 September 2024 is HARASSMENT.', source: { type: 'charge', id: 'c' } },
  ]);
  expect(flag!.restsOn.map(({ id }) => id)).toEqual(['c', '2024-01-01', '2024-05-01']);
  expect(flag!.notConsidered).toEqual([
    { text: 'The incident of 1 March 2024 is disproved.', source: { type: 'incident', id: 'x' } },
  ]);
  expect(flag!.thresholds).toContainEqual({ name: 'clusterDays', value: 90 });
});
