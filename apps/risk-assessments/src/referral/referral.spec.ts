import { availableActions } from '@throughline/subgraph';
import { referralMachine, stateOf } from './referral.machine';
import { heardTooEarly, isAboutSomebody } from './referral.rules';

test('a referral can be given its outcome until it has one', () => {
  expect(availableActions(referralMachine, stateOf({ outcome: null }))).toEqual(['RECORD_OUTCOME']);
  expect(availableActions(referralMachine, stateOf({ outcome: 'Plan agreed.' }))).toEqual([]);
});

test('a forum can hear a referral on the day it was referred, but not before', () => {
  expect(heardTooEarly({ referredOn: '2024-05-01' }, '2024-05-01')).toBeNull();
  expect(heardTooEarly({ referredOn: '2024-05-01' }, '2024-04-30')).toBe(
    'is before the day it was referred, 2024-05-01',
  );
});

test('a referral is about a suspect, a victim or a case', () => {
  expect(isAboutSomebody({ suspect: null })).toBe(false);
  expect(isAboutSomebody({ case: 'C1' })).toBe(true);
});
