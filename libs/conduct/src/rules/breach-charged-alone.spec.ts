import { aBreach, aCharge, anIncident, anOrder, flagsOf } from '../../test/facts';
import type { ChargeFact, SuspectFacts } from '../facts';

const flags = (given: Partial<SuspectFacts>, asAt = '2025-06-01') =>
  flagsOf('BREACH_CHARGED_ALONE', { orders: [anOrder('O')], ...given }, asAt);
const variants = (given: Partial<SuspectFacts>, asAt?: string) => flags(given, asAt).map((flag) => flag.variants);

const day = '2024-10-10';
const breach = aBreach('b', `${day}T18:00:00Z`, { incidentId: 'i' });
const own = anIncident('i', `${day}T18:00:00Z`, { behaviours: ['S2A_A', 'BREACH_RO'] });
const plain = { ...own, behaviours: ['BREACH_RO'] };
const charge = aCharge('c', '2024-11-01', 'BREACH_RESTRAINING_ORDER', { breachIds: ['b'] });
const given = { breaches: [breach], incidents: [own], charges: [charge] };

test('a breach that was more than a breach is a new offence', () => {
  expect(variants(given)).toEqual([['NEW_OFFENCE']]);
  expect(variants({ ...given, incidents: [plain] })).toEqual([]);
  expect(variants({ ...given, incidents: [{ ...own, evidence: 'DISPROVED' }] })).toEqual([]);
});

test('a breach that no charge names is not looked at', () => {
  expect(flags({ ...given, charges: [{ ...charge, breachIds: [] }] })).toEqual([]);
  expect(flags({ ...given, charges: [{ ...charge, suspectId: 'T' }] })).toEqual([]);
  expect(flags(given, '2024-10-31')).toEqual([]);
  expect(flags(given, '2024-11-01')).toHaveLength(1);
});

test('another incident against a protected person in the 365 days before is a new offence, whatever its acts', () => {
  const beside = (when: string, over: object = {}) =>
    variants({
      ...given,
      incidents: [plain, anIncident('x', when, { behaviours: ['BREACH_RO'], ...over })],
    })[0]?.includes('NEW_OFFENCE') ?? false;
  // 365 days before 10 October 2024, a leap year's.
  expect(beside('2023-10-11')).toBe(true);
  expect(beside('2023-10-10')).toBe(false);
  expect(beside('2024-10-01', { caseId: 'D' })).toBe(true);
  expect(beside('2024-10-01', { victimId: 'W' })).toBe(false);
  expect(beside('2024-10-01', { evidence: 'DISPROVED' })).toBe(false);
  expect(beside(`${day}T18:00:00Z`)).toBe(true);
  expect(beside(`${day}T18:00:01Z`)).toBe(false);
  // Of what is known by its day only, none is later than a breach of that day.
  expect(beside(day)).toBe(true);
  expect(beside('2024-10-11')).toBe(false);
});

test('a course of conduct against a protected person that includes the breach’s day is one variant more', () => {
  const course = (incidents: SuspectFacts['incidents'], over: Partial<SuspectFacts> = {}) =>
    variants({ ...given, incidents, ...over });
  expect(course([plain, anIncident('x', '2022-01-01')])).toEqual([['COURSE_OF_CONDUCT']]);
  expect(course([own, anIncident('x', '2024-01-01')])).toEqual([['COURSE_OF_CONDUCT', 'NEW_OFFENCE']]);
  expect(course([plain, anIncident('x', '2025-01-01')])).toEqual([['COURSE_OF_CONDUCT']]);
  // The breach has no occasion of its own here, so that the two others do not include its day.
  const others = [anIncident('x', '2022-01-01'), anIncident('y', '2022-02-01')];
  expect(course([{ ...plain, evidence: 'DISPROVED' }, ...others])).toEqual([]);
  // Without an incident it is an occasion itself.
  const alone = { breaches: [{ ...breach, incidentId: null }] };
  expect(course([anIncident('x', '2022-01-01')], alone)).toEqual([['COURSE_OF_CONDUCT']]);
  expect(course([], alone)).toEqual([]);
});

test('a group does not count as the pair’s course', () => {
  expect(variants({ ...given, incidents: [plain, anIncident('x', '2022-01-01', { victimId: 'W' })] })).toEqual([]);
});

describe('every other charge for the victim or in the case', () => {
  const alone = (over: Partial<ChargeFact>) =>
    flags({ ...given, charges: [charge, aCharge('d', '2024-11-01', 'STALKING', over)] }).length === 1;

  test('a charge that is no breach means that it was not charged alone', () => {
    expect(alone({})).toBe(false);
    expect(alone({ family: 'BREACH_DVPO' })).toBe(true);
    expect(alone({ family: 'OTHER' })).toBe(false);
    expect(flags({ ...given, charges: [{ ...charge, family: 'STALKING' }] })).toEqual([]);
  });

  test('it bears on the breach by its victim, by the case of the charge, or by the case of the incident', () => {
    expect(alone({ caseId: 'D' })).toBe(false);
    expect(alone({ victimId: 'W' })).toBe(false);
    expect(alone({ victimId: null })).toBe(false);
    expect(alone({ caseId: 'D', victimId: 'W' })).toBe(true);
    expect(alone({ caseId: 'D', victimId: null })).toBe(true);
    expect(alone({ suspectId: 'T' })).toBe(true);
    const elsewhere = { ...given, incidents: [{ ...own, caseId: 'D' }] };
    const inItsCase = aCharge('d', '2024-11-01', 'STALKING', { caseId: 'D', victimId: 'W' });
    expect(flags({ ...elsewhere, charges: [charge, inItsCase] })).toEqual([]);
  });

  test('it counts from 365 days before the breach on', () => {
    expect(alone({ chargedOn: '2023-10-11' })).toBe(false);
    expect(alone({ chargedOn: '2023-10-10' })).toBe(true);
    expect(alone({ chargedOn: '2025-06-01' })).toBe(false);
    expect(alone({ chargedOn: '2025-06-02' })).toBe(true);
  });
});

test('it is HIGH where the charge is dated 1 January 2025 or later', () => {
  const severity = (chargedOn: string) => flags({ ...given, charges: [{ ...charge, chargedOn }] })[0]!.severity;
  expect(severity('2024-12-31')).toBe('MEDIUM');
  expect(severity('2025-01-01')).toBe('HIGH');
});

test('there is one flag for each breach, about everybody whom the order protects', () => {
  const found = flags({
    orders: [anOrder('O', { protectedPersonIds: ['W', 'V'] })],
    breaches: [breach, aBreach('b2', '2024-10-20')],
    incidents: [own],
    charges: [{ ...charge, breachIds: ['b', 'b2'] }],
  });
  expect(found.map(({ key, victims, variants }) => [key, victims, variants])).toEqual([
    ['BREACH_CHARGED_ALONE:b', ['V', 'W'], ['COURSE_OF_CONDUCT', 'NEW_OFFENCE']],
    ['BREACH_CHARGED_ALONE:b2', ['V', 'W'], ['COURSE_OF_CONDUCT', 'NEW_OFFENCE']],
  ]);
});
