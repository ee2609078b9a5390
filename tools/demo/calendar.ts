/** A calendar day as the number of days since 1 January 1970, so that dates are plain integers. */
export type Day = number;

const DAY_MS = 86_400_000;

/** The day of an ISO date, or of the date in an ISO time written in UTC. Throws a `RangeError` for anything else. */
export function dayOf(iso: string): Day {
  const date = iso.slice(0, 10);
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  // 30 February parses, as a day of March.
  if (Number.isNaN(day) || isoDay(day) !== date) throw new RangeError(`not a date: ${iso}`);
  return day;
}

/** `2024-03-05` */
export function isoDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `2024-03-05T18:30:00Z`; `minute` counts from midnight UTC. */
export function isoTime(day: Day, minute: number): string {
  return `${new Date(day * DAY_MS + minute * 60_000).toISOString().slice(0, 19)}Z`;
}

/** The same day so many years later; 29 February falls back to 28 February. */
export function addYears(day: Day, years: number): Day {
  const iso = isoDay(day);
  const year = Number(iso.slice(0, 4)) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return dayOf(`${year}${!leap && iso.endsWith('02-29') ? '-02-28' : iso.slice(4)}`);
}
