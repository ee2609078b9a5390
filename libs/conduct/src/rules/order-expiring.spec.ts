import { aBreach, anEvent, anOrder, flagsOf } from '../../test/facts';
import type { OrderEventKind, OrderFact, SuspectFacts } from '../facts';

const asAt = '2024-06-01';
const flags = (given: Partial<SuspectFacts>, moment = asAt) => flagsOf('ORDER_EXPIRING', given, moment);
const order = anOrder('O', { madeOn: '2022-06-11', effectiveTo: '2024-06-11' });
const isFlagged = (...orders: OrderFact[]) => flags({ orders }).some(({ key }) => key === 'ORDER_EXPIRING:O');

test('it ends 0 to 28 days after the day of the moment, both included', () => {
  const ends = (effectiveTo: string | null, moment = asAt) =>
    flags({ orders: [{ ...order, effectiveTo }] }, moment).length;
  expect(ends('2024-05-31')).toBe(0);
  expect(ends('2024-06-01')).toBe(1);
  expect(ends('2024-06-29')).toBe(1);
  expect(ends('2024-06-30')).toBe(0);
  expect(ends(null)).toBe(0);
  // 23:30 UTC on 31 May is 1 June in London.
  expect(ends('2024-06-29', '2024-05-31T23:30:00Z')).toBe(1);
  expect(ends('2024-06-29', '2024-05-31T22:30:00Z')).toBe(0);
});

test.each<[OrderFact['state'], boolean]>([
  ['IN_FORCE', true],
  ['VARIED', true],
  ['MADE', false],
  ['APPLIED', false],
  ['DRAFT', false],
  ['EXPIRED', false],
  ['DISCHARGED', false],
  ['QUASHED', false],
  ['SUPERSEDED', false],
  ['REFUSED', false],
  ['WITHDRAWN', false],
])('an order in state %s is in force: %s', (state, expected) => {
  expect(isFlagged({ ...order, state })).toBe(expected);
});

test.each<[OrderEventKind, boolean]>([
  ['RENEWAL_APPLIED', false],
  ['RENEWED', false],
  ['DISCHARGE', false],
  ['EXPIRY', false],
  ['APPLICATION', true],
  ['INTERIM', true],
  ['MADE', true],
  ['SERVED', true],
  ['VARIATION', true],
  ['APPEAL', true],
])('an event %s leaves it flagged: %s', (kind, expected) => {
  expect(isFlagged({ ...order, events: [anEvent(kind, '2024-05-01')] })).toBe(expected);
  expect(isFlagged({ ...order, events: [anEvent(kind, '2024-06-02')] })).toBe(true);
});

describe('a later order', () => {
  const later = (given: Partial<OrderFact> = {}) =>
    anOrder('P', { madeOn: '2024-05-01', effectiveTo: '2026-05-01', ...given });

  test('for the same suspect and protected person is enough, made, in force or varied', () => {
    expect(isFlagged(order, later())).toBe(false);
    expect(isFlagged(order, later({ state: 'MADE' }))).toBe(false);
    expect(isFlagged(order, later({ state: 'VARIED' }))).toBe(false);
    expect(isFlagged(order, later({ state: 'APPLIED' }))).toBe(true);
    expect(isFlagged(order, later({ state: 'DISCHARGED' }))).toBe(true);
  });

  test('is made later, and by the moment', () => {
    expect(isFlagged(order, later({ madeOn: '2022-06-12' }))).toBe(false);
    expect(isFlagged(order, later({ madeOn: '2022-06-11' }))).toBe(true);
    expect(isFlagged(order, later({ madeOn: '2024-06-01' }))).toBe(false);
    expect(isFlagged(order, later({ madeOn: '2024-06-02' }))).toBe(true);
  });

  test('is of the same person', () => {
    expect(isFlagged(order, later({ suspectId: 'T' }))).toBe(true);
    expect(flags({ suspectIds: ['S', 'T'], orders: [order, later({ suspectId: 'T' })] })).toEqual([]);
  });

  test('protects each protected person of the first', () => {
    const both = { ...order, protectedPersonIds: ['V', 'W'] };
    expect(isFlagged(both, later())).toBe(true);
    expect(isFlagged(both, later({ protectedPersonIds: ['W', 'V', 'X'] }))).toBe(false);
    expect(isFlagged(both, later(), { ...later({ protectedPersonIds: ['W'] }), id: 'Q' })).toBe(false);
  });
});

test('it is HIGH where it was broken in the last 365 days', () => {
  const severity = (when: string, orderId = 'O') =>
    flags({ orders: [order, anOrder('P', { madeOn: '2020-01-01' })], breaches: [aBreach('b', when, { orderId })] })[0]!
      .severity;
  // 365 days before 1 June 2024, a leap year's.
  expect(severity('2023-06-02')).toBe('HIGH');
  expect(severity('2023-06-01')).toBe('MEDIUM');
  expect(severity('2024-06-02')).toBe('MEDIUM');
  expect(severity('2024-05-01', 'P')).toBe('MEDIUM');
});

test('an order made after the moment is not looked at', () => {
  expect(flags({ orders: [{ ...order, madeOn: '2024-06-02' }] })).toEqual([]);
});
