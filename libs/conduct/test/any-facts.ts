import fc from 'fast-check';
import type { ChargeFact, IncidentFact, OrderFact, SuspectFacts } from '../src/facts';
import { profile, rules } from '../src/index';
import { addDays } from '../src/london';
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
} from './facts';

/** The moment at which three-quarters of the facts below have happened. */
export const asAt = '2027-06-01T12:00:00Z';

/** Days from 1 January 2026: past every date that the law turns on, with two summers and no leap day. */
export const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
/** A day alone, or a time of it, those about London's midnight among them. */
export const when = fc
  .tuple(day, fc.option(fc.constantFrom('00:00:00', '00:30:00', '10:30:00', '18:00:00', '22:59:59', '23:00:00')))
  .map(([on, time]) => (time === null ? on : `${on}T${time}Z`));
export const victim = fc.constantFrom('V', 'W');
const inCase = fc.constantFrom('C', 'D');
const suspect = fc.constantFrom('S', 'S', 'T', 'U');
export const behaviours = fc.subarray(['S2A_A', 'S2A_B', 'THREAT_KILL', 'BREACH_RO', 'OTHER'], { minLength: 1 });
const family = fc.constantFrom<ChargeFact['family']>('HARASSMENT', 'STALKING', 'BREACH_RESTRAINING_ORDER', 'ASSAULT');
const oneOf = <T extends string>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** A few records with ids of their own. */
const some = <Given, Fact>(name: string, given: fc.Arbitrary<Given>, make: (id: string, given: Given) => Fact) =>
  fc.array(given, { maxLength: 4 }).map((all) => all.map((one, index) => make(`${name}${index}`, one)));

const conduct: fc.Arbitrary<Partial<IncidentFact>> = fc.record({
  caseId: inCase,
  suspectId: suspect,
  victimId: victim,
  behaviours,
  fearOfViolence: fc.boolean(),
  seriousAlarmOrDistress: fc.boolean(),
  dayToDayEffects: fc.subarray(['SLEEP_LOSS', 'MOVED_HOME']),
  evidence: oneOf('ACCEPTED', 'UNVERIFIED', 'ACCEPTED', 'DISPROVED'),
});
const incidents = some('incident', fc.tuple(when, conduct), (id, [on, given]) => anIncident(id, on, given));

const terms: fc.Arbitrary<Partial<OrderFact>> = fc.record({
  suspectId: suspect,
  caseId: fc.option(inCase),
  protectedPersonIds: fc.subarray(['V', 'W'], { minLength: 1 }),
  madeOn: fc.option(day),
  // Half of those that end do so in the weeks after the moment.
  effectiveTo: fc.option(
    fc.oneof(
      day,
      fc.integer({ min: -1, max: 30 }).map((days) => addDays('2027-06-01', days)),
    ),
  ),
  state: oneOf('IN_FORCE', 'IN_FORCE', 'VARIED', 'MADE', 'DISCHARGED'),
});
const event = fc.tuple(oneOf('SERVED', 'VARIATION', 'RENEWED', 'EXPIRY'), day);
const orders = some('order', fc.tuple(terms, fc.array(event, { maxLength: 2 })), (id, [given, events]) =>
  anOrder(id, {
    ...given,
    events: events.map(([kind, on], index) => ({ ...anEvent(kind, on), id: `${id}-event${index}` })),
  }),
);

const breaches = some(
  'breach',
  fc.record({
    on: when,
    reportedAt: day.map((on) => `${on}T23:30:00Z`),
    orderId: oneOf('order0', 'order1'),
    incidentId: fc.option(oneOf('incident0', 'incident1', 'incident9')),
    state: oneOf('REPORTED', 'CRIMED', 'CHARGED'),
  }),
  (id, { on, ...given }) => aBreach(id, on, given),
);
const charges = some(
  'charge',
  fc.record({
    on: day,
    family: fc.oneof(family, fc.constant('BREACH_RESTRAINING_ORDER' as const)),
    suspectId: suspect,
    caseId: inCase,
    victimId: fc.option(victim),
    breachIds: fc.subarray(['breach0', 'breach1']),
    verdict: fc.option(oneOf('GUILTY', 'NOT_GUILTY')),
    disposedOn: fc.option(day),
  }),
  (id, { on, family: of, ...given }) => aCharge(id, on, of, given),
);
const decisions = some(
  'decision',
  fc.record({
    on: day,
    caseId: inCase,
    kind: oneOf('CHARGE', 'REVIEW', 'EARLY_ADVICE'),
    considered: fc.array(fc.record({ family, accepted: fc.boolean(), reasoned: fc.boolean() }), { maxLength: 2 }),
    guidanceCited: fc.subarray(['1', '2', '3']).map((versions) => versions.map((version) => ({ key: 'k', version }))),
  }),
  (id, { on, ...given }) => aDecision(id, on, given),
);
const assessments = some(
  'assessment',
  fc.record({
    on: when,
    victimId: victim,
    grade: oneOf('HIGH', 'STANDARD'),
    respondsTo: fc.subarray([
      { type: 'breach' as const, id: 'breach0' },
      { type: 'incident' as const, id: 'incident0' },
    ]),
  }),
  (id, { on, grade, ...given }) => anAssessment(id, on, grade, given),
);
const recordedCrimes = some('crime', fc.record({ on: day, family, caseId: inCase }), (id, given) =>
  aCrime(id, given.on, given.family, { caseId: given.caseId }),
);
const examinations = some('examination', fc.record({ on: day, version: oneOf('1', '2', '9') }), (id, given) =>
  anExamination(id, given.on, given.version),
);

/** What two people's records could say about S and T, who are one, and U, who is another; in cases C and D of two forces. */
export const anyFacts: fc.Arbitrary<SuspectFacts> = fc
  .record({ incidents, recordedCrimes, charges, decisions, orders, breaches, assessments, examinations })
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

/** That something holds for many facts, among which every rule is raised: else it would say nothing of that rule. */
export function forAnyFacts<Other = undefined>(
  holds: (facts: SuspectFacts, other: Other) => void,
  other: fc.Arbitrary<Other> = fc.constant(undefined as Other),
): void {
  const raised = new Map<string, number>(rules.map(({ id }) => [id, 0]));
  fc.assert(
    fc.property(anyFacts, other, (facts, more) => {
      for (const { rule } of profile(facts, asAt).flags) raised.set(rule, raised.get(rule)! + 1);
      holds(facts, more);
    }),
    { numRuns: 300 },
  );
  expect([...raised].filter(([, times]) => times < 3)).toEqual([]);
}
