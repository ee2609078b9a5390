import type { Recommendation, RecommendationStatus } from './recommendation.model';

/** Statuses after which nothing is due any more. */
export const settled: readonly RecommendationStatus[] = ['COMPLETE', 'REJECTED', 'SUPERSEDED'];

/** The status of the latest day, of several on one day that of the last listed; null where there is none. */
export function statusOf({ history }: Pick<Recommendation, 'history'>): RecommendationStatus | null {
  const [first, ...later] = history;
  if (!first) return null;
  return later.reduce((latest, update) => (update.on >= latest.on ? update : latest), first).status;
}

/** Whether its day has gone by without its being settled. `today` is `YYYY-MM-DD`. */
export function isOverdue(recommendation: Pick<Recommendation, 'history' | 'dueOn'>, today: string): boolean {
  const { dueOn } = recommendation;
  const status = statusOf(recommendation);
  return dueOn !== null && dueOn < today && (status === null || !settled.includes(status));
}
