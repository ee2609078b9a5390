import { addDays, addMonths, daysBetween, endOfLondonDay, inWords, londonDay, startOfLondonDay } from './london';

const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const HOUR = 3_600_000;

test('the London day agrees with the time zone database on every day from 1972 to 2040, at each hour that can matter', () => {
  const wrong: string[] = [];
  for (let day = '1972-01-01'; day <= '2040-12-31'; day = addDays(day, 1)) {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    for (const hour of [-1, 0, 12, 22, 23]) {
      for (const moment of [midnight + hour * HOUR, midnight + hour * HOUR - 1]) {
        if (londonDay(moment) !== clock.format(moment)) wrong.push(new Date(moment).toISOString());
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('clocks change at the hour that the time zone database has, from 1972 to 2040', () => {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });
  const wrong: string[] = [];
  for (let day = '1972-01-01'; day <= '2040-12-31'; day = addDays(day, 1)) {
    // At the first instant of a day its clock shows midnight, and the instant before belongs to the day before.
    const start = startOfLondonDay(day);
    if (clock.format(start) !== day || clock.format(start - 1) === day || time.format(start) !== '00') wrong.push(day);
  }
  expect(wrong).toEqual([]);
});

test('before 1972 the time zone database decides: year-round and double summer time', () => {
  expect(londonDay(Date.parse('1970-01-14T23:30:00Z'))).toBe('1970-01-15');
  expect(londonDay(Date.parse('1943-06-30T22:30:00Z'))).toBe('1943-07-01');
  expect(londonDay(Date.parse('1950-01-14T23:30:00Z'))).toBe('1950-01-14');
  expect(new Date(startOfLondonDay('1971-01-15')).toISOString()).toBe('1971-01-14T23:00:00.000Z');
});

test('a day of summer time begins and ends an hour before that of UTC, and the days of the change last 23 and 25 hours', () => {
  expect(new Date(startOfLondonDay('2024-07-01')).toISOString()).toBe('2024-06-30T23:00:00.000Z');
  expect(new Date(endOfLondonDay('2024-07-01')).toISOString()).toBe('2024-07-01T23:00:00.000Z');
  expect(endOfLondonDay('2024-03-31') - startOfLondonDay('2024-03-31')).toBe(23 * HOUR);
  expect(endOfLondonDay('2024-10-27') - startOfLondonDay('2024-10-27')).toBe(25 * HOUR);
});

test('months are added to the day, or to the end of a month that has no such day', () => {
  expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
  expect(addMonths('2024-08-31', 6)).toBe('2025-02-28');
  expect(addMonths('2024-02-29', 6)).toBe('2024-08-29');
  expect(addMonths('2024-07-15', 6)).toBe('2025-01-15');
  expect(addMonths('2024-02-29', -36)).toBe('2021-02-28');
  expect(addMonths('2024-01-31', -2)).toBe('2023-11-30');
  expect(addMonths('2024-06-30', 6)).toBe('2024-12-30');
});

test('days are counted and added by the calendar, over leap days and year ends', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2023-12-31', '2023-01-01')).toBe(-364);
  expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
  expect(addDays('1900-03-01', -1)).toBe('1900-02-28');
  expect(addDays('2000-03-01', -1)).toBe('2000-02-29');
  for (let day = '1899-12-25'; day < '2101-01-05'; day = addDays(day, 1)) {
    if (addDays(addDays(day, 1), -1) !== day || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
      throw new Error(day);
    }
  }
});

test('a day is said as people say it', () => {
  expect(inWords('2025-03-03')).toBe('3 March 2025');
});
