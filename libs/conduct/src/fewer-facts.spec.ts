import fc from 'fast-check';
import { asAt, forAnyFacts, victim } from '../test/any-facts';
import { aCharge } from '../test/facts';
import type { FactKind, SuspectFacts } from './facts';
import { type Flag, type RuleId, harm, network, profile, rules, severities, timeline } from './index';

/** The facts without the cases of a force and what belongs to them, as row rules take them away. */
function withoutForce(facts: SuspectFacts, force: string): SuspectFacts {
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
}

const lists = ['incidents', 'recordedCrimes', 'charges', 'decisions', 'orders', 'breaches', 'examinations'] as const;
const idsOf = (facts: SuspectFacts) => [...lists, 'cases' as const].flatMap((list) => facts[list].map(({ id }) => id));

const told = (facts: SuspectFacts) => [
  profile(facts, asAt),
  timeline(facts, asAt),
  network(facts, asAt),
  harm(facts, asAt),
];

describe('who may not see a force', () => {
  test('is told nothing of its records', () => {
    forAnyFacts((facts) => {
      const rest = withoutForce(facts, '20');
      const kept = new Set(idsOf(rest));
      const shown = JSON.stringify(told(rest));
      for (const id of idsOf(facts)) if (!kept.has(id)) expect(shown).not.toContain(`"${id}"`);
    });
  });

  test('is told the same whatever those records are: their ids, which visible records name, are as good as any', () => {
    forAnyFacts((facts) => {
      const rest = withoutForce(facts, '20');
      const kept = new Set(idsOf(rest));
      const hidden = idsOf(facts).filter((id) => !kept.has(id));
      const renamed = hidden.reduce((text, id) => text.replaceAll(`"${id}"`, `"another ${id}"`), JSON.stringify(rest));
      expect(told(JSON.parse(renamed) as SuspectFacts)).toEqual(told(rest));
    });
  });
});

describe('who sees every record that a flag rests on or leaves out, and the kinds that its rule must see', () => {
  const kinds: Record<FactKind, readonly (typeof records)[number][]> = {
    CASES: ['cases', 'incidents', 'recordedCrimes', 'charges', 'decisions'],
    ORDERS: ['orders', 'breaches'],
    RISK_ASSESSMENTS: ['assessments'],
    INSPECTIONS: ['examinations'],
  };
  const records = [...lists, 'cases', 'assessments'] as const;

  /** Some of the records, each of its own accord, and of some kinds none. */
  function someOf(facts: SuspectFacts, hidden: number, unseen: readonly FactKind[]): SuspectFacts {
    let n = 0;
    const rest = { ...facts, unseen } as Record<(typeof records)[number], readonly { id: string }[]> & SuspectFacts;
    for (const kind of Object.keys(kinds) as FactKind[]) {
      for (const list of kinds[kind]) {
        const isShown = () => (hidden >> (n++ % 30)) % 2 === 0 && !unseen.includes(kind);
        Object.assign(rest, { [list]: facts[list].filter(isShown) });
      }
    }
    const isHeld = ({ orderId }: { orderId: string }) => rest.orders.some(({ id }) => id === orderId);
    const guidanceVersions = unseen.includes('INSPECTIONS') ? [] : facts.guidanceVersions;
    return { ...rest, guidanceVersions, breaches: rest.breaches.filter(isHeld) };
  }

  test('finds that flag, whatever else is hidden', () => {
    let shown = 0;
    const sight = fc.tuple(
      fc.integer({ min: 0, max: 2 ** 30 - 1 }).map((bits) => bits & (bits >> 1)),
      fc.subarray<FactKind>(['ORDERS', 'RISK_ASSESSMENTS', 'INSPECTIONS'], { maxLength: 1 }),
    );
    forAnyFacts((facts, [hidden, unseen]) => {
      const rest = someOf(facts, hidden, unseen);
      const seen = new Set([
        ...records.flatMap((list) => rest[list].map(({ id }) => id)),
        ...rest.orders.flatMap(({ events }) => events.map(({ id }) => id)),
        ...rest.guidanceVersions.map(({ id }) => id),
      ]);
      const found = new Set(profile(rest, asAt).flags.map(({ key }) => key));
      for (const { key, rule, restsOn, notConsidered } of profile(facts, asAt).flags) {
        const sources = [...restsOn, ...notConsidered.flatMap(({ source }) => source ?? [])];
        const { mustSee } = rules.find(({ id }) => id === rule)!;
        if (!sources.every(({ id }) => seen.has(id)) || mustSee.some((kind) => unseen.includes(kind))) continue;
        expect(found).toContain(key);
        shown += 1;
      }
    }, sight);
    expect(shown).toBeGreaterThan(100);
  });
});

const byKey = (facts: SuspectFacts, of: readonly RuleId[]): Map<string, Flag> =>
  new Map(
    profile(facts, asAt)
      .flags.filter(({ rule }) => of.includes(rule))
      .map((flag) => [flag.key, flag]),
  );
const gravity = ({ severity }: Flag): number => severities.indexOf(severity);

/** Incidents that no breach names: where one is named and unseen, the breach stands for it. */
const isFree = ({ id }: { id: string }, { breaches }: SuspectFacts) => breaches.every((one) => one.incidentId !== id);

describe('who sees fewer incidents', () => {
  const fewerIncidents = (facts: SuspectFacts, mask: number): SuspectFacts => ({
    ...facts,
    incidents: facts.incidents.filter((one, index) => !isFree(one, facts) || (mask >> index) % 2 === 0),
  });
  const mask = fc.integer({ min: 1, max: 15 });

  test('sees no course of conduct, and no family in it, that who sees all does not', () => {
    let fewer = 0;
    forAnyFacts((facts, without) => {
      const all = new Map(profile(facts, asAt).coursesOfConduct.map((course) => [course.key, course]));
      const some = profile(fewerIncidents(facts, without), asAt).coursesOfConduct;
      if (some.length < all.size) fewer += 1;
      for (const { key, candidates, occasions } of some) {
        const families = all.get(key)!.candidates.map(({ family }) => family);
        expect(families).toEqual(expect.arrayContaining(candidates.map(({ family }) => family)));
        expect(all.get(key)!.occasions.length).toBeGreaterThanOrEqual(occasions.length);
      }
    }, mask);
    expect(fewer).toBeGreaterThan(10);
  });

  test('sees no flag about breaches, risk, repetition or labels that who sees all does not, nor a graver one', () => {
    const growing: RuleId[] = [
      'BREACH_CHARGED_ALONE',
      'BREACH_NOT_ACTIONED',
      'RISK_NOT_REASSESSED',
      'ORDER_EXPIRING',
      'POSSIBLY_MISLABELLED',
      'REPEAT_HIGH_HARM',
      'GUIDANCE_NOT_IN_FORCE',
    ];
    let fewer = 0;
    forAnyFacts((facts, without) => {
      const all = byKey(facts, growing);
      const some = byKey(fewerIncidents(facts, without), growing);
      if (some.size < all.size) fewer += 1;
      for (const [key, flag] of some) {
        expect(gravity(all.get(key)!)).toBeGreaterThanOrEqual(gravity(flag));
        expect(all.get(key)!.variants).toEqual(expect.arrayContaining([...flag.variants]));
      }
    }, mask);
    expect(fewer).toBeGreaterThan(10);
  });
});

test('one charge more takes families from those that are missing, and adds none', () => {
  let taken = 0;
  forAnyFacts(
    (facts, [family, victimId]) => {
      const before = byKey(facts, ['UNCHARGED_COURSE_OF_CONDUCT']);
      const charges = [...facts.charges, aCharge('x', '2027-05-31', family, { victimId })];
      const after = byKey({ ...facts, charges }, ['UNCHARGED_COURSE_OF_CONDUCT']);
      for (const [key, { missingFamilies }] of before) {
        const left = after.get(key)?.missingFamilies ?? [];
        expect(missingFamilies).toEqual(expect.arrayContaining([...left]));
        if (left.length < missingFamilies.length) taken += 1;
      }
    },
    fc.tuple(fc.constantFrom('STALKING_FEAR' as const, 'HARASSMENT' as const), fc.option(victim)),
  );
  expect(taken).toBeGreaterThan(10);
});

test('one order more takes orders from those about to end, but for itself', () => {
  forAnyFacts((facts) => {
    const all = byKey(facts, ['ORDER_EXPIRING']);
    const fewer = byKey({ ...facts, orders: facts.orders.slice(1) }, ['ORDER_EXPIRING']);
    all.delete(`ORDER_EXPIRING:${facts.orders[0]?.id}`);
    expect([...fewer.keys()]).toEqual(expect.arrayContaining([...all.keys()]));
  });
});
