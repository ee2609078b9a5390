import fc from 'fast-check';
import { asAt, behaviours, forAnyFacts, victim, when } from '../test/any-facts';
import { aBreach, aCharge, aCrime, aDecision, anAssessment, anExamination, anIncident, anOrder } from '../test/facts';
import type { SuspectFacts } from './facts';
import { type Profile, harm, network, profile, timeline } from './index';

/** Everything that is told about a person, without what was left out. */
const told = (facts: SuspectFacts) => [
  withoutOmissions(profile(facts, asAt)),
  timeline(facts, asAt),
  network(facts, asAt),
  harm(facts, asAt),
];

const withoutOmissions = ({ flags, ...rest }: Profile) => ({
  ...rest,
  notConsidered: [],
  flags: flags.map((flag) => ({ ...flag, notConsidered: [] })),
});

test('a disproved incident changes nothing but what was left out', () => {
  forAnyFacts(
    (facts, [on, victimId, codes]) => {
      const disproved = anIncident('x', on, { victimId, behaviours: codes, evidence: 'DISPROVED' });
      expect(told({ ...facts, incidents: [...facts.incidents, disproved] })).toEqual(told(facts));
    },
    fc.tuple(when, victim, behaviours),
  );
});

test('a record dated after the moment changes nothing but what was left out', () => {
  const later = '2027-06-02';
  forAnyFacts((facts, codes) => {
    const more = {
      ...facts,
      incidents: [...facts.incidents, anIncident('x', later, { behaviours: codes })],
      charges: [...facts.charges, aCharge('x', later, 'STALKING', { breachIds: ['breach0'] })],
      decisions: [...facts.decisions, aDecision('x', later)],
      orders: [...facts.orders, anOrder('x', { madeOn: later, protectedPersonIds: ['V', 'W'] })],
      breaches: [...facts.breaches, aBreach('x', later, { orderId: 'order0' })],
      assessments: [...facts.assessments, anAssessment('x', later, 'HIGH')],
      recordedCrimes: [...facts.recordedCrimes, aCrime('x', later, 'STALKING')],
      examinations: [...facts.examinations, anExamination('x', later, '1')],
    };
    expect(withoutOmissions(profile(more, asAt))).toEqual(withoutOmissions(profile(facts, asAt)));
  }, behaviours);
});

/** Every list in another order, those within records too. */
function turned<T>(value: T, by: number): T {
  if (value === null || typeof value !== 'object') return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, turned(one as unknown, by)])) as T;
  }
  const list = value.map((one: unknown) => turned(one, by));
  const at = list.length === 0 ? 0 : by % list.length;
  const parts = [...list.slice(at), ...list.slice(0, at)];
  return (by % 2 === 0 ? parts : parts.reverse()) as T;
}

test('the order of records, and of what they list, changes nothing', () => {
  forAnyFacts(
    (facts, by) => {
      const other = turned(facts, by);
      expect(profile(other, asAt)).toEqual(profile(facts, asAt));
      expect(network(other, asAt)).toEqual(network(facts, asAt));
      expect(harm(other, asAt)).toEqual(harm(facts, asAt));
      const shown = (given: SuspectFacts) => timeline(given, asAt).map(({ id, occurredAt }) => [id, occurredAt]);
      expect(shown(other)).toEqual(shown(facts));
    },
    fc.integer({ min: 1, max: 7 }),
  );
});

test('attributes that records carry for others change nothing', () => {
  const foreign = { force: '20', area: 'X', restricted: true, at: 0, day: '1999-01-01', order: {}, incident: {} };
  const laden = (facts: SuspectFacts): SuspectFacts => ({
    ...facts,
    incidents: facts.incidents.map((fact) => ({ ...fact, ...foreign })),
    breaches: facts.breaches.map((fact) => ({ ...fact, ...foreign, standsAlone: false })),
    assessments: facts.assessments.map((fact) => ({ ...fact, ...foreign })),
    charges: facts.charges.map((fact) => ({ ...fact, ...foreign })),
    orders: facts.orders.map((fact) => ({ ...fact, ...foreign })),
  });
  forAnyFacts((facts) => {
    expect(told(laden(facts))).toEqual(told(facts));
  });
});

test('which of a person’s suspect records something is kept under changes no flag', () => {
  const under = <T extends { suspectId: string }>(records: readonly T[], suspectId: string): T[] =>
    records.map((one) => (one.suspectId === 'U' ? one : { ...one, suspectId }));
  forAnyFacts(
    (facts, suspectId) => {
      const { incidents, charges, decisions, orders, assessments } = facts;
      const moved = {
        ...facts,
        incidents: under(incidents, suspectId),
        charges: under(charges, suspectId),
        decisions: under(decisions, suspectId),
        orders: under(orders, suspectId),
        assessments: under(assessments, suspectId),
      };
      expect(profile(moved, asAt)).toEqual(profile(facts, asAt));
    },
    fc.constantFrom('S', 'T'),
  );
});

test('the facts given are left as they are', () => {
  forAnyFacts((facts) => {
    const before = JSON.stringify(facts);
    told(deepFreeze(facts));
    expect(JSON.stringify(facts)).toBe(before);
  });
});

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') for (const one of Object.values(value)) deepFreeze(one);
  return Object.freeze(value);
}

const recordTypes = {
  incident: 'incidents',
  breach: 'breaches',
  charge: 'charges',
  chargingDecision: 'decisions',
  order: 'orders',
  riskAssessment: 'assessments',
  recordedCrime: 'recordedCrimes',
  case: 'cases',
  guidance: 'guidanceVersions',
  fileExamination: 'examinations',
} as const;

test('a flag rests on nothing but the facts given, has reasons, and has a key of its own', () => {
  forAnyFacts((facts) => {
    const given = new Set(
      Object.entries(recordTypes).flatMap(([type, list]) => facts[list].map(({ id }) => `${type} ${id}`)),
    );
    for (const { id } of facts.orders.flatMap(({ events }) => events)) given.add(`orderEvent ${id}`);
    const { flags, notConsidered, coursesOfConduct } = profile(facts, asAt);
    const sources = [
      ...flags.flatMap(({ because, restsOn }) => [...because.map(({ source }) => source), ...restsOn]),
      ...coursesOfConduct.flatMap(({ candidates }) =>
        candidates.flatMap(({ because }) => because.map(({ source }) => source)),
      ),
      ...notConsidered.flatMap(({ source }) => source ?? []),
    ];
    expect(sources.filter(({ type, id }) => !given.has(`${type} ${id}`))).toEqual([]);
    expect(new Set(flags.map(({ key }) => key)).size).toBe(flags.length);
    for (const { because, restsOn } of flags) {
      expect(because.length).toBeGreaterThan(0);
      expect(restsOn).toEqual(expect.arrayContaining(because.map(({ source }) => source)));
    }
  });
});

/** Every date 28 years later, where weekdays and summer time are the same. */
const shifted = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/\b(20\d\d)(?=-\d\d-\d\d)/g, (year) => `${+year + 28}`)
      .replace(/(?<=\d [A-Z][a-z]+ )(20\d\d)\b/g, (year) => `${+year + 28}`)
      .replace(/(?<=in [A-Z][a-z]+ )(20\d\d)\b/g, (year) => `${+year + 28}`),
  ) as T;

const withoutThresholds = ({ flags, ...rest }: Profile) => ({
  ...rest,
  flags: flags.map(({ thresholds, guidance, ...flag }) => flag),
});

test('28 years later the same facts show the same, with other dates', () => {
  forAnyFacts((facts) => {
    const later = profile(shifted(facts), shifted(asAt));
    expect(withoutThresholds(later)).toEqual(shifted(withoutThresholds(profile(facts, asAt))));
  });
});
