const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** Today's date in London, `YYYY-MM-DD`: what "today" means to a court and to everyone who reads the graph. */
export function londonToday(now: Date = new Date()): string {
  return day.format(now);
}
