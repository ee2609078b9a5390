import fc from 'fast-check';
import {
  aBreach,
  aCase,
  aCharge,
  aCrime,
  aDecision,
  aVersion,
  anAssessment,
  anEvent,
  anExamination,
  anIncident,
  anOrder,
  someFacts,
} from '../test/facts';
import type { ChargeFact, SuspectFacts } from './facts';
import { type Profile, harm, network, profile, timeline } from './index';
import { addDays } from './london';

const asAt = '2027-06-01T12:00:00Z';
const runs = { numRuns: 200 };

/** Days from 1 January 2026: past every date that the law turns on, and three-quarters of them before the moment. */
const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
const when = fc
  .tuple(day, fc.option(fc.integer({ min: 10, max: 23 })))
  .map(([on, hour]) => (hour === null ? on : `${on}T${hour}:30:00Z`));
const victim = fc.constantFrom('V', 'W');
const inCase = fc.constantFrom('C', 'D');
const suspect = fc.constantFrom('S', 'T', 'U');
const behaviours = fc.subarray(['S2A_A', 'S2A_B', 'THREAT_KILL', 'BREACH_RO', 'OTHER'], { minLength: 1 });
const family = fc.constantFrom<ChargeFact['family']>('HARASSMENT', 'STALKING', 'BREACH_RESTRAINING_ORDER', 'ASSAULT');

/** A few records with ids of their own. */
const some = <Given, Fact>(name: string, given: fc.Arbitrary<Given>, make: (id: string, given: Given) => Fact) =>
  fc.array(given, { maxLength: 4 }).map((all) => all.map((one, index) => make(`${name}${index}`, one)));

const incidents = some(
  'incident',
  fc.record({
    on: when,
    caseId: inCase,
    suspectId: suspect,
    victimId: victim,
    behaviours,
    fearOfViolence: fc.boolean(),
    evidence: fc.constantFrom('ACCEPTED' as const, 'DISPROVED' as const),
  }),
  (id, { on, ...given }) => anIncident(id, on, given),
);
const orders = some(
  'order',
  fc.record({
    caseId: fc.option(inCase),
    protectedPersonIds: fc.subarray(['V', 'W'], { minLength: 1 }),
    madeOn: day,
    effectiveTo: day,
    events: fc.array(
      fc.tuple(fc.constantFrom('SERVED' as const, 'RENEWED' as const), day).map(([kind, on]) => anEvent(kind, on)),
      { maxLength: 1 },
    ),
  }),
  (id, given) =>
    anOrder(id, { ...given, events: given.events.map((event) => ({ ...event, id: `${id}-${event.id}` })) }),
);
const breaches = some(
  'breach',
  fc.record({
    on: when,
    orderId: fc.constantFrom('order0', 'order1'),
    incidentId: fc.option(fc.constantFrom('incident0', 'incident1')),
    state: fc.constantFrom('REPORTED' as const, 'CHARGED' as const),
  }),
  (id, { on, ...given }) => aBreach(id, on, given),
);
const charges = some(
  'charge',
  fc.record({
    on: day,
    family,
    caseId: inCase,
    victimId: fc.option(victim),
    breachIds: fc.subarray(['breach0', 'breach1']),
    verdict: fc.option(fc.constant('GUILTY' as const)),
    disposedOn: fc.option(day),
  }),
  (id, { on, family: of, ...given }) => aCharge(id, on, of, given),
);
const decisions = some(
  'decision',
  fc.record({
    on: day,
    caseId: inCase,
    considered: fc.array(fc.record({ family, accepted: fc.boolean(), reasoned: fc.boolean() }), { maxLength: 2 }),
    guidanceCited: fc.subarray(['1', '2', '3']).map((versions) => versions.map((version) => ({ key: 'k', version }))),
  }),
  (id, { on, ...given }) => aDecision(id, on, given),
);
const assessments = some(
  'assessment',
  fc.record({ on: when, victimId: victim, grade: fc.constantFrom('HIGH' as const, 'STANDARD' as const) }),
  (id, { on, grade, ...given }) => anAssessment(id, on, grade, given),
);
const crimes = some('crime', fc.record({ on: day, family, caseId: inCase }), (id, { on, family: of, caseId }) =>
  aCrime(id, on, of, { caseId }),
);
const examinations = some('examination', fc.record({ on: day, version: fc.constantFrom('1', '2') }), (id, given) =>
  anExamination(id, given.on, given.version),
);

const anyFacts: fc.Arbitrary<SuspectFacts> = fc
  .record({ incidents, recordedCrimes: crimes, charges, decisions, orders, breaches, assessments, examinations })
  .map((given) =>
    someFacts({
      suspectIds: ['S', 'T'],
      cases: [aCase('C', { relationship: 'FORMER_PARTNER' }), aCase('D', { force: '20', victimIds: ['V', 'W'] })],
      guidanceVersions: [
        aVersion('1', '2026-01-01'),
        aVersion('2', '2026-06-01'),
        aVersion('3', '2027-01-01', { datePrecision: 'MONTH' }),
      ],
      ...given,
    }),
  );

const withoutOmissions = ({ flags, ...rest }: Profile) => ({
  ...rest,
  notConsidered: [],
  flags: flags.map((flag) => ({ ...flag, notConsidered: [] })),
});

test('these facts raise every rule often enough to mean something', () => {
  const raised = new Map<string, number>();
  for (const facts of fc.sample(anyFacts, { numRuns: 300, seed: 1 })) {
    for (const { rule } of profile(facts, asAt).flags) raised.set(rule, (raised.get(rule) ?? 0) + 1);
  }
  expect([...raised.keys()].sort()).toEqual([
    'BREACH_CHARGED_ALONE',
    'BREACH_NOT_ACTIONED',
    'GUIDANCE_NOT_IN_FORCE',
    'ORDER_EXPIRING',
    'POSSIBLY_MISLABELLED',
    'REPEAT_HIGH_HARM',
    'RISK_NOT_REASSESSED',
    'UNCHARGED_COURSE_OF_CONDUCT',
  ]);
  for (const count of raised.values()) expect(count).toBeGreaterThan(5);
});

test('a disproved incident changes nothing but what was left out', () => {
  fc.assert(
    fc.property(anyFacts, when, victim, behaviours, (facts, on, victimId, codes) => {
      const disproved = anIncident('x', on, { victimId, behaviours: codes, evidence: 'DISPROVED' });
      const more = { ...facts, incidents: [...facts.incidents, disproved] };
      expect(withoutOmissions(profile(more, asAt))).toEqual(withoutOmissions(profile(facts, asAt)));
      expect(timeline(more, asAt)).toEqual(timeline(facts, asAt));
      expect(network(more, asAt)).toEqual(network(facts, asAt));
      expect(harm(more, asAt)).toEqual(harm(facts, asAt));
    }),
    runs,
  );
});

test('a record dated after the moment changes nothing but what was left out', () => {
  const later = '2027-06-02';
  fc.assert(
    fc.property(anyFacts, behaviours, (facts, codes) => {
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
    }),
    runs,
  );
});

/** Every list of facts in another order. */
const shuffled = (facts: SuspectFacts, turn: number): SuspectFacts => {
  const turned = <T>(list: readonly T[]): T[] => {
    const at = list.length === 0 ? 0 : turn % list.length;
    const parts = [...list.slice(at), ...list.slice(0, at)];
    return turn % 2 ? parts.reverse() : parts;
  };
  return Object.fromEntries(
    Object.entries(facts).map(([name, list]) => [name, turned(list as unknown[])]),
  ) as unknown as SuspectFacts;
};

test('the order of records changes nothing', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 0, max: 7 }), (facts, turn) => {
      const other = shuffled(facts, turn);
      expect(profile(other, asAt)).toEqual(profile(facts, asAt));
      expect(timeline(other, asAt)).toEqual(timeline(facts, asAt));
      expect(network(other, asAt)).toEqual(network(facts, asAt));
      expect(harm(other, asAt)).toEqual(harm(facts, asAt));
    }),
    runs,
  );
});

test('the facts given are left as they are', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const before = JSON.stringify(facts);
      const frozen = deepFreeze(facts);
      profile(frozen, asAt);
      timeline(frozen, asAt);
      network(frozen, asAt);
      harm(frozen, asAt);
      expect(JSON.stringify(facts)).toBe(before);
    }),
    runs,
  );
});

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') for (const one of Object.values(value)) deepFreeze(one);
  return Object.freeze(value);
}

test('every source is one of the facts, and every flag has reasons and a key of its own', () => {
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
  fc.assert(
    fc.property(anyFacts, (facts) => {
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
    }),
    runs,
  );
});

/** The facts without the cases of a force and what belongs to them. */
const withoutForce = (facts: SuspectFacts, force: string): SuspectFacts => {
  const hidden = new Set(facts.cases.filter((one) => one.force === force).map(({ id }) => id));
  const seen = <T extends { caseId: string | null }>(list: readonly T[]): T[] =>
    list.filter(({ caseId }) => caseId === null || !hidden.has(caseId));
  const seenOrders = seen(facts.orders);
  return {
    ...facts,
    cases: facts.cases.filter(({ id }) => !hidden.has(id)),
    incidents: seen(facts.incidents),
    recordedCrimes: seen(facts.recordedCrimes),
    charges: seen(facts.charges),
    decisions: seen(facts.decisions),
    examinations: seen(facts.examinations),
    orders: seenOrders,
    breaches: facts.breaches.filter(({ orderId }) => seenOrders.some(({ id }) => id === orderId)),
  };
};

test('who may not see a force’s facts learns nothing of them', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const rest = withoutForce(facts, '20');
      const shown = JSON.stringify([profile(rest, asAt), timeline(rest, asAt), network(rest, asAt), harm(rest, asAt)]);
      for (const list of [
        'cases',
        'incidents',
        'recordedCrimes',
        'charges',
        'decisions',
        'orders',
        'breaches',
      ] as const) {
        const kept = new Set(rest[list].map(({ id }) => id));
        for (const { id } of facts[list]) if (!kept.has(id)) expect(shown).not.toContain(`"${id}"`);
      }
    }),
    runs,
  );
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
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const later = profile(shifted(facts), shifted(asAt));
      expect(withoutThresholds(later)).toEqual(shifted(withoutThresholds(profile(facts, asAt))));
    }),
    runs,
  );
});
