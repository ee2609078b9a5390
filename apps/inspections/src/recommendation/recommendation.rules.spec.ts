import { availableActions } from '@throughline/subgraph';
import { type RecommendationState, recommendationMachine } from './recommendation.machine';
import type { RecommendationStatus } from './recommendation.model';
import { beforeLatest } from './recommendation.rules';

test.each<[RecommendationState, RecommendationStatus[]]>([
  ['NONE', ['ACCEPTED', 'REJECTED']],
  ['ACCEPTED', ['IN_PROGRESS', 'COMPLETE', 'REJECTED', 'SUPERSEDED']],
  ['IN_PROGRESS', ['IN_PROGRESS', 'COMPLETE', 'SUPERSEDED']],
  ['COMPLETE', ['IN_PROGRESS']],
  ['REJECTED', ['ACCEPTED']],
  ['SUPERSEDED', []],
])('after %s come %j', (state, next) => {
  expect(availableActions(recommendationMachine, state)).toEqual(next);
});

test('an update is not before the latest, in whatever order they are listed', () => {
  const update = (on: string) => ({ on, status: 'IN_PROGRESS' as const, note: null });
  const history = [update('2024-03-01'), update('2024-05-01'), update('2024-01-01')];
  expect(beforeLatest({ history }, '2024-04-30')).toBe('is before the latest update, 2024-05-01');
  expect(beforeLatest({ history }, '2024-05-01')).toBeNull();
  expect(beforeLatest({ history: [] }, '2024-01-01')).toBeNull();
});
