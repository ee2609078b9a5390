import fc from 'fast-check';
import { anyFacts } from '../test/any-facts';
import {
  aBreach,
  aCharge,
  aCrime,
  aDecision,
  anAssessment,
  anEvent,
  anExamination,
  anIncident,
  anOrder,
  someFacts,
} from '../test/facts';
import type { SuspectFacts } from './facts';
import { type Source, defaultThresholds, nextChange, profile } from './index';

const next = (given: Partial<SuspectFacts>, asAt = '2024-01-01T12:00:00Z') => nextChange(someFacts(given), asAt);

/** Flags as they stand, but for the number of days that a breach has waited, which every day changes. */
const shown = (facts: SuspectFacts, at: string): string =>
  JSON.stringify(profile(facts, at).flags).replace(/after \d+ days/g, 'after some days');

test('between one change and the next the flags are the same, to the last word and millisecond', () => {
  let intervals = 0;
  let changes = 0;
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 0, max: 99 }), (facts, share) => {
      let at: string | null = '2025-12-31T12:00:00.000Z';
      let before = '[]';
      while (at !== null) {
        const found = shown(facts, at);
        const following = nextChange(facts, at);
        const [from, to] = [Date.parse(at), Date.parse(following ?? '2040-01-01T00:00:00Z')];
        expect(to).toBeGreaterThan(from);
        for (const moment of [from + Math.floor(((to - from) * share) / 100), to - 1]) {
          expect(shown(facts, new Date(moment).toISOString())).toBe(found);
        }
        intervals += 1;
        if (found !== before) changes += 1;
        before = found;
        at = following;
      }
    }),
    { numRuns: 60 },
  );
  // One that said "every millisecond" would pass too, and be of no use.
  expect(changes).toBeGreaterThan(200);
  expect(changes / intervals).toBeGreaterThan(0.1);
});

test('as time alone passes a flag comes to rest on fewer records, never on others, but for a risk left longer', () => {
  let fewer = 0;
  fc.assert(
    fc.property(anyFacts, (facts) => {
      // All of the facts are in view by then.
      let at: string | null = '2027-12-31T12:00:00.000Z';
      const held = new Map<string, readonly Source[]>();
      while (at !== null) {
        for (const { key, rule, restsOn } of profile(facts, at).flags) {
          const before = held.get(key) ?? restsOn;
          if (rule !== 'RISK_NOT_REASSESSED') expect(before).toEqual(expect.arrayContaining([...restsOn]));
          if (restsOn.length < before.length) fewer += 1;
          held.set(key, restsOn);
        }
        at = nextChange(facts, at);
      }
    }),
    { numRuns: 300 },
  );
  expect(fewer).toBeGreaterThan(10);
});

test('where nothing is to come, nothing changes', () => {
  expect(next({})).toBeNull();
  expect(next({ charges: [aCharge('c', '2023-01-01', 'STALKING')], decisions: [aDecision('d', '2023-01-01')] })).toBe(
    null,
  );
  // What is left out for good does not come into view.
  expect(next({ incidents: [anIncident('i', '2024-05-01', { suspectId: 'U' })] })).toBeNull();
  expect(next({ charges: [aCharge('c', '2023-01-01', 'STALKING', { verdict: 'GUILTY' })] })).toBeNull();
});

test('what is dated later comes into view at its time, or when its London day begins', () => {
  const summer = '2024-06-30T23:00:00.000Z';
  expect(next({ incidents: [anIncident('i', '2024-07-01T10:00:00Z')] })).toBe('2024-07-01T10:00:00.000Z');
  expect(next({ incidents: [anIncident('i', '2024-07-01')] })).toBe(summer);
  expect(next({ assessments: [anAssessment('a', '2024-07-01', 'HIGH')] })).toBe(summer);
  expect(next({ charges: [aCharge('c', '2024-07-01', 'STALKING')] })).toBe(summer);
  expect(next({ decisions: [aDecision('d', '2024-07-01')] })).toBe(summer);
  expect(next({ recordedCrimes: [aCrime('r', '2024-07-01', 'STALKING')] })).toBe(summer);
  expect(next({ examinations: [anExamination('x', '2024-07-01', '1')] })).toBe(summer);
  expect(next({ orders: [anOrder('O', { madeOn: '2024-07-01' })] })).toBe(summer);
  expect(next({ orders: [anOrder('O', { events: [anEvent('RENEWED', '2024-07-01')] })] })).toBe(summer);
  const verdict = { verdict: 'GUILTY', disposedOn: '2024-07-01' } as const;
  expect(next({ charges: [aCharge('c', '2023-01-01', 'STALKING', verdict)] })).toBe(summer);
});

test('a breach runs out of time after 28 whole days in London', () => {
  const waiting = {
    orders: [anOrder('O')],
    breaches: [aBreach('b', '2019-01-01', { reportedAt: '2024-06-01T22:30:00Z', state: 'REPORTED' })],
  };
  expect(next(waiting)).toBe('2024-06-29T23:00:00.000Z');
  expect(next(waiting, '2024-06-29T23:00:00.000Z')).toBeNull();
});

test('the time to assess a risk again runs out a moment after its last', () => {
  const orders = [anOrder('O')];
  const timed = [aBreach('b', '2024-01-01T10:00:00Z')];
  expect(next({ orders, breaches: timed })).toBe('2024-01-04T10:00:00.001Z');
  expect(next({ orders, breaches: timed, assessments: [anAssessment('a', '2023-12-01', 'HIGH')] })).toBe(
    '2024-01-02T10:00:00.001Z',
  );
  const answered = [anAssessment('a', '2024-01-01T11:00:00Z', 'MEDIUM')];
  // Then only the look back over 36 months is left.
  expect(next({ orders, breaches: timed, assessments: answered })).toBe('2027-01-02T00:00:00.000Z');
  const byDay = [anIncident('i', '2024-07-01', { behaviours: ['WEAPON'] })];
  expect(next({ incidents: byDay }, '2024-07-02T00:00:00Z')).toBe('2024-07-04T23:00:00.001Z');
});

test('the end of an order comes near and passes, and its breaches grow old', () => {
  const order = anOrder('O', { effectiveTo: '2024-06-29' });
  expect(next({ orders: [order] })).toBe('2024-05-31T23:00:00.000Z');
  expect(next({ orders: [order] }, '2024-06-01T12:00:00Z')).toBe('2024-06-29T23:00:00.000Z');
  expect(next({ orders: [order] }, '2024-07-01T12:00:00Z')).toBeNull();
  expect(next({ orders: [{ ...order, state: 'DISCHARGED' }] })).toBeNull();
  const breaches = [aBreach('b', '2023-06-10')];
  expect(next({ orders: [order], breaches }, '2024-06-01T12:00:00Z')).toBe('2024-06-09T23:00:00.000Z');
});

test('36 months end on the first day that no longer looks back so far', () => {
  const leaves = (on: string) => next({ incidents: [anIncident('i', on)] }, '2024-01-31T12:00:00Z');
  expect(leaves('2021-06-01')).toBe('2024-06-01T23:00:00.000Z');
  // 28 and 29 February 2024 both look back to 28 February 2021.
  expect(leaves('2021-02-28')).toBe('2024-03-01T00:00:00.000Z');
  const shorter = { ...defaultThresholds, repeatMonths: 1 };
  const facts = someFacts({ incidents: [anIncident('i', '2024-02-29')] });
  expect(nextChange(facts, '2024-03-01T12:00:00Z', shorter)).toBe('2024-03-31T23:00:00.000Z');
});
