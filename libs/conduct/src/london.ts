const HOUR = 3_600_000;
/** A day of 24 hours in milliseconds. */
export const DAY = 24 * HOUR;

/** From this year on summer time is computed; before it, double and year-round summer time are left to Intl. */
const COMPUTED_FROM = 1972;

/** Days since 1 January 1970 of a date of the Gregorian calendar; the month may lie outside 1 to 12. */
function count(year: number, month: number, date: number): number {
  // Years begin in March here, so that the leap day is the last of its year.
  const y = year + Math.floor((month - 3) / 12);
  const m = (((month - 3) % 12) + 12) % 12;
  const century = Math.floor(y / 100);
  return (
    365 * y + Math.floor(y / 4) - century + Math.floor(century / 4) + Math.floor((153 * m + 2) / 5) + date - 719_469
  );
}

/** The inverse of `count`. */
function parts(days: number): [year: number, month: number, date: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * inYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return [era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, inYear - Math.floor((153 * m + 2) / 5) + 1];
}

const digits = (day: string, at: number): number => day.charCodeAt(at) * 10 + day.charCodeAt(at + 1) - 528;
const read = (day: string): [number, number, number] => [
  digits(day, 0) * 100 + digits(day, 2),
  digits(day, 5),
  digits(day, 8),
];
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const write = (year: number, month: number, date: number): string =>
  `${year}`.padStart(4, '0') + `-${two(month)}-${two(date)}`;

const number = (day: string): number => count(...read(day));

/** Calendar days from one day to another; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => number(to) - number(from);

/** The day that many days later. */
export const addDays = (day: string, days: number): string => write(...parts(number(day) + days));

/** The same day some months later, or the last of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = read(day);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return write(y, m, Math.min(date, count(y, m + 1, 1) - count(y, m, 1)));
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** Such as `3 March 2025`. */
export function inWords(day: string): string {
  const [year, month, date] = read(day);
  return `${date} ${months[month - 1]!} ${year}`;
}

const sundayFrom = (year: number, month: number, date: number): number => {
  const days = count(year, month, date);
  // 1 January 1970 was a Thursday.
  return days + ((10 - (days % 7)) % 7);
};

/**
 * The instants between which clocks are an hour ahead: Summer Time Act 1972 and its orders; from 1981 the start, and
 * from 1996 the end too, are the last Sundays that the European Union shares (Summer Time Order 2002).
 */
function isSummer(moment: number, year: number): boolean {
  const start = sundayFrom(year, 3, year < 1981 ? 16 : 25) * DAY + (year < 1981 ? 2 : 1) * HOUR;
  if (moment < start) return false;
  return moment < sundayFrom(year, 10, year < 1990 ? 23 : year < 1996 ? 22 : 25) * DAY + (year < 1981 ? 2 : 1) * HOUR;
}

let londonClock: Intl.DateTimeFormat | undefined;

/** How far clocks in London are ahead of UTC at an instant, by the time zone database. */
function recordedOffset(moment: number): number {
  londonClock ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const shown = new Map(londonClock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const clock = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type)!;
  const local =
    count(clock('year'), clock('month'), clock('day')) * DAY + clock('hour') * HOUR + clock('minute') * 60_000;
  return local - Math.floor(moment / 60_000) * 60_000;
}

function offset(moment: number): number {
  const [year] = parts(Math.floor(moment / DAY));
  if (year < COMPUTED_FROM) return recordedOffset(moment);
  return isSummer(moment, year) ? HOUR : 0;
}

/** The day that a calendar in London shows at an instant (milliseconds since 1970). */
export const londonDay = (moment: number): string => write(...parts(Math.floor((moment + offset(moment)) / DAY)));

/** The first instant of a day in London. Clocks never change at its midnight, so an hour before UTC's tells the offset. */
export function startOfLondonDay(day: string): number {
  const midnight = number(day) * DAY;
  return midnight - offset(midnight - HOUR);
}

/** The first instant after a day in London: its 24:00. */
export const endOfLondonDay = (day: string): number => startOfLondonDay(addDays(day, 1));
