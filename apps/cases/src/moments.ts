import { londonToday } from '@throughline/subgraph';

/** A moment as a row has it. */
export interface Moment {
  at: string | null;
  timeKnown: boolean | null;
}

/** The day of a moment in London, `YYYY-MM-DD`. */
export function londonDay(at: string): string {
  return londonToday(new Date(at));
}

/** Whether one moment is known to be before another: by the day alone where the time of day of either is unknown. */
export function isBefore(a: Moment, b: Moment): boolean {
  if (a.at === null || b.at === null) return false;
  if (a.timeKnown && b.timeKnown) return Date.parse(a.at) < Date.parse(b.at);
  return londonDay(a.at) < londonDay(b.at);
}
