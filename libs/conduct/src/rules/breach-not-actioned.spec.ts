import { aBreach, anAssessment, anOrder, flagsOf, someFacts } from '../../test/facts';
import type { BreachFact, SuspectFacts } from '../facts';
import { profile } from '../profile';

const flags = (given: Partial<SuspectFacts>, asAt: string) =>
  flagsOf('BREACH_NOT_ACTIONED', { orders: [anOrder('O')], ...given }, asAt);
const reported = (reportedAt: string, state: BreachFact['state'] = 'REPORTED') => ({
  breaches: [aBreach('b', '2024-01-01', { reportedAt, state })],
});

test('28 whole London days after the report it may still wait, after 29 not', () => {
  expect(flags(reported('2024-03-01T20:00:00Z'), '2024-03-29T23:59:00Z')).toEqual([]);
  expect(flags(reported('2024-03-01T20:00:00Z'), '2024-03-30T00:00:00Z')).toHaveLength(1);
});

test('days begin at London’s midnight, in summer too', () => {
  // 23:30 UTC on 1 June is 2 June in London, and 30 June at 23:30 UTC is 1 July.
  expect(flags(reported('2024-06-01T23:30:00Z'), '2024-06-30T22:30:00Z')).toEqual([]);
  expect(flags(reported('2024-06-01T23:30:00Z'), '2024-06-30T23:30:00Z')).toHaveLength(1);
});

test.each<[BreachFact['state'], number]>([
  ['REPORTED', 1],
  ['CRIMED', 1],
  ['INVESTIGATED', 0],
  ['REFERRED', 0],
  ['CHARGED', 0],
  ['NFA', 0],
  ['CONVICTED', 0],
  ['ACQUITTED', 0],
])('a breach in state %s makes %i flags', (state, expected) => {
  expect(flags(reported('2024-03-01T20:00:00Z', state), '2024-06-01')).toHaveLength(expected);
});

test('it is HIGH where the current grade of a protected person is', () => {
  const severity = (...assessments: SuspectFacts['assessments']) =>
    flags({ ...reported('2024-03-01T20:00:00Z'), assessments }, '2024-06-01')[0]!.severity;
  expect(severity()).toBe('MEDIUM');
  expect(severity(anAssessment('a', '2024-01-01', 'HIGH'))).toBe('HIGH');
  expect(severity(anAssessment('a', '2024-01-01', 'HIGH'), anAssessment('b', '2024-02-01', 'STANDARD'))).toBe('MEDIUM');
  expect(severity(anAssessment('a', '2024-01-01', 'MEDIUM'), anAssessment('b', '2024-02-01', 'HIGH'))).toBe('HIGH');
  expect(severity(anAssessment('a', '2024-01-01', 'HIGH', { victimId: 'W' }))).toBe('MEDIUM');
  expect(severity(anAssessment('a', '2024-06-02', 'HIGH'))).toBe('MEDIUM');
  // Of two at one instant the graver counts, whatever their ids.
  expect(severity(anAssessment('a', '2024-02-01', 'HIGH'), anAssessment('b', '2024-02-01', 'STANDARD'))).toBe('HIGH');
  expect(severity(anAssessment('b', '2024-02-01', 'HIGH'), anAssessment('a', '2024-02-01', 'STANDARD'))).toBe('HIGH');
});

test('a report of later, an order of somebody else and an unknown order make none; the latter two are named', () => {
  const { notConsidered } = profile(someFacts(reported('2024-03-01T20:00:00Z')), '2024-06-01T12:00:00Z');
  expect(notConsidered).toEqual([
    { text: 'The order that was broken is not among the facts.', source: { type: 'breach', id: 'b' } },
  ]);
  expect(flags(reported('2024-07-01T20:00:00Z'), '2024-06-01')).toEqual([]);
  expect(
    flags({ ...reported('2024-03-01T20:00:00Z'), orders: [anOrder('O', { suspectId: 'T' })] }, '2024-06-01'),
  ).toEqual([]);
  expect(flags({ ...reported('2024-03-01T20:00:00Z'), orders: [] }, '2024-06-01')).toEqual([]);
});
