/** `d/mm/yyyy` (the day padded or not) as an ISO date; undefined where it is not a day of the calendar. */
export function isoDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Date carries 31 February over into March.
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
    ? `${year}-${month}-${day.padStart(2, '0')}`
    : undefined;
}

/**
 * A day and `hh:mm` as local Europe/London time without a zone, as the bundle has it. A blank time gives the day alone,
 * which in the bundle means that the time is unknown. Undefined where either is not one.
 */
export function isoMoment(day: string, time: string): string | undefined {
  const iso = isoDay(day);
  if (iso === undefined || time === '') return iso;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? `${iso}T${time}:00` : undefined;
}
