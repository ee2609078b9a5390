import type { Recommendation } from './recommendation.model';

type Updated = Pick<Recommendation, 'history'>;

/** What is wrong with the day of a new update; null where nothing is. Several may be of one day. */
export function beforeLatest({ history }: Updated, on: string): string | null {
  const [latest] = history.map((update) => update.on).sort((a, b) => (a < b ? 1 : -1));
  return latest !== undefined && on < latest ? `is before the latest update, ${latest}` : null;
}
