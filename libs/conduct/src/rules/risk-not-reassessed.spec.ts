import { aBreach, anAssessment, anIncident, anOrder, flagsOf, someFacts } from '../../test/facts';
import type { SuspectFacts } from '../facts';
import { profile } from '../profile';

const flags = (given: Partial<SuspectFacts>, asAt = '2024-06-01T12:00:00Z') =>
  flagsOf('RISK_NOT_REASSESSED', { orders: [anOrder('O')], ...given }, asAt);
const isOpen = (given: Partial<SuspectFacts>, asAt?: string) => flags(given, asAt).length === 1;

const at = '2024-03-01T10:00:00Z';
const breaches = [aBreach('b', at)];

test.each([
  ['THREAT_KILL', true],
  ['THREAT_SELF_HARM', true],
  ['ENTRY_HOME', true],
  ['WEAPON', true],
  ['STRANGULATION', true],
  ['SUICIDE_THREAT', false],
  ['ASSAULT', false],
  ['S2A_A', false],
])('an incident with %s is a trigger: %s', (behaviour, expected) => {
  expect(isOpen({ incidents: [anIncident('i', at, { behaviours: ['S2A_B', behaviour] })] })).toBe(expected);
});

test('a disproved incident is no trigger', () => {
  const incidents = [anIncident('i', at, { behaviours: ['WEAPON'], evidence: 'DISPROVED' })];
  expect(isOpen({ incidents })).toBe(false);
});

test('an assessment closes it from its instant until exactly three days of 24 hours later', () => {
  const made = (when: string) => isOpen({ breaches, assessments: [anAssessment('a', when, 'MEDIUM')] });
  expect(made('2024-03-01T09:59:59Z')).toBe(true);
  expect(made(at)).toBe(false);
  expect(made('2024-03-04T10:00:00Z')).toBe(false);
  expect(made('2024-03-04T10:00:01Z')).toBe(true);
});

test('it is not open before that time has passed', () => {
  expect(isOpen({ breaches }, '2024-03-04T10:00:00Z')).toBe(false);
  expect(isOpen({ breaches }, '2024-03-04T10:00:01Z')).toBe(true);
});

test('three days are 72 hours where clocks change', () => {
  const over = [aBreach('b', '2024-03-30T10:00:00Z')];
  const made = (when: string) => isOpen({ breaches: over, assessments: [anAssessment('a', when, 'MEDIUM')] });
  expect(made('2024-04-02T10:00:00Z')).toBe(false);
  expect(made('2024-04-02T10:00:01Z')).toBe(true);
});

test('where the grade before was HIGH there is one day', () => {
  const before = (grade: 'HIGH' | 'MEDIUM', when: string) =>
    isOpen({ breaches, assessments: [anAssessment('x', '2024-01-01', grade), anAssessment('a', when, 'MEDIUM')] });
  expect(before('HIGH', '2024-03-02T10:00:00Z')).toBe(false);
  expect(before('HIGH', '2024-03-02T10:00:01Z')).toBe(true);
  expect(before('MEDIUM', '2024-03-02T10:00:01Z')).toBe(false);
  const sinceLowered = [
    anAssessment('x', '2024-01-01', 'HIGH'),
    anAssessment('y', '2024-02-01', 'STANDARD'),
    anAssessment('a', '2024-03-03', 'MEDIUM'),
  ];
  expect(isOpen({ breaches, assessments: sinceLowered })).toBe(false);
});

test('a trigger known by its day is open from the start of that day, with its time from the end of it', () => {
  const day = [aBreach('b', '2024-07-01')];
  const made = (when: string) =>
    isOpen({ breaches: day, assessments: [anAssessment('a', when, 'MEDIUM')] }, '2024-08-01');
  expect(made('2024-06-30T22:59:59Z')).toBe(true);
  expect(made('2024-06-30T23:00:00Z')).toBe(false);
  expect(made('2024-07-04T23:00:00Z')).toBe(false);
  expect(made('2024-07-04T23:00:01Z')).toBe(true);
  expect(isOpen({ breaches: day }, '2024-07-04T23:00:00Z')).toBe(false);
  expect(isOpen({ breaches: day }, '2024-07-04T23:00:01Z')).toBe(true);
});

test('an assessment known by its day closes it where it can have been made in time', () => {
  const made = (when: string) => isOpen({ breaches, assessments: [anAssessment('a', when, 'MEDIUM')] });
  expect(made('2024-02-29')).toBe(true);
  expect(made('2024-03-01')).toBe(false);
  expect(made('2024-03-04')).toBe(false);
  expect(made('2024-03-05')).toBe(true);
  // A breach at midnight begins the next day.
  const atMidnight = [aBreach('b', '2024-03-01T00:00:00Z')];
  expect(isOpen({ breaches: atMidnight, assessments: [anAssessment('a', '2024-02-29', 'MEDIUM')] })).toBe(true);
});

test('an assessment that responds to it closes it, whenever made; one of another pair does not', () => {
  const made = (given: object, when = '2024-05-01') =>
    isOpen({ breaches, assessments: [anAssessment('a', when, 'MEDIUM', given)] });
  expect(made({ respondsTo: [{ type: 'breach', id: 'b' }] })).toBe(false);
  expect(made({ respondsTo: [{ type: 'incident', id: 'b' }] })).toBe(true);
  expect(made({ respondsTo: [{ type: 'breach', id: 'b' }] }, '2024-06-02')).toBe(true);
  expect(made({ victimId: 'W', respondsTo: [{ type: 'breach', id: 'b' }] })).toBe(true);
  expect(made({ victimId: 'W' }, '2024-03-02')).toBe(true);
  expect(made({ suspectId: 'T' }, '2024-03-02')).toBe(true);
});

test('a breach is a trigger for every protected person, each pair with a flag of its own', () => {
  const found = flags({ orders: [anOrder('O', { protectedPersonIds: ['W', 'V'] })], breaches });
  expect(found.map(({ key, victims }) => [key, victims])).toEqual([
    ['RISK_NOT_REASSESSED:S:V', ['V']],
    ['RISK_NOT_REASSESSED:S:W', ['W']],
  ]);
});

test('a breach and its incident are both named, and two open triggers are HIGH', () => {
  const incidents = [anIncident('i', at, { behaviours: ['WEAPON'] })];
  const both = { incidents, breaches: [aBreach('b', at, { incidentId: 'i' })] };
  expect(flags({ breaches })[0]!.severity).toBe('MEDIUM');
  const [flag, ...none] = flags(both);
  expect(none).toEqual([]);
  expect(flag!.severity).toBe('HIGH');
  expect(flag!.because.map(({ source }) => source)).toEqual([
    { type: 'breach', id: 'b' },
    { type: 'incident', id: 'i' },
  ]);
});

test('one open trigger is HIGH where the last grade is', () => {
  const last = (grade: 'HIGH' | 'MEDIUM') => flags({ breaches, assessments: [anAssessment('a', '2024-05-01', grade)] });
  expect(last('HIGH')[0]!.severity).toBe('HIGH');
  expect(last('MEDIUM')[0]!.severity).toBe('MEDIUM');
});

test('who may not see assessments is told so, and not that there are none', () => {
  const { flags: found, notConsidered } = profile(
    someFacts({ orders: [anOrder('O')], breaches, unseen: ['RISK_ASSESSMENTS'] }),
    '2024-06-01T12:00:00Z',
  );
  expect(found).toEqual([]);
  expect(notConsidered).toEqual([
    { text: 'Risk assessments cannot be seen, so nothing is said about reassessment.', source: null },
  ]);
});
