import fc from 'fast-check';
import { isDate, momentPrecision } from './scalars';

const two = (n: number) => String(n).padStart(2, '0');
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const between = (least: number, most: number) => fc.integer({ min: least, max: most }).map(two);
const time = fc
  .tuple(between(0, 23), between(0, 59), fc.option(between(0, 59)), fc.option(fc.stringMatching(/^\d{1,9}$/)))
  .map(([hour, minute, second, fraction]) =>
    [hour, minute, ...(second === null ? [] : [fraction === null ? second : `${second}.${fraction}`])].join(':'),
  );
const zone = fc.oneof(
  fc.constantFrom('Z', 'z'),
  fc.tuple(fc.constantFrom('+', '-'), between(0, 14), between(0, 59)).map(([sign, h, m]) => `${sign}${h}:${m}`),
);

describe('days', () => {
  it('are those that the calendar has', () => {
    fc.assert(fc.property(day, (text) => isDate(text)));
    const digits = fc.tuple(fc.nat(9999), fc.nat(19), fc.nat(39));
    fc.assert(
      fc.property(digits, ([year, month, ofMonth]) => {
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(ofMonth)}`;
        const read = new Date(`${text}T00:00:00Z`);
        const isReal = !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(text);
        expect(isDate(text)).toBe(isReal && year > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '',
    '2024',
    '2024-2-01',
    '2024-02-30',
    '2024-02-291',
    '2024/02/01',
    '20a4-02-01',
    ' 2024-02-01',
    '2024-02-٠١',
  ])('are not %j', (text) => expect(isDate(text)).toBe(false));
});

describe('moments', () => {
  it('have a zone, or are local, or are a day alone', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('T', 't', ' '), time, zone, (on, between, at, where) => {
        expect(momentPrecision(on)).toBe('day');
        expect(momentPrecision(on + between + at)).toBe('local');
        expect(momentPrecision(on + between + at + where)).toBe('zoned');
      }),
      { numRuns: 1000 },
    );
  });

  it('are not what differs from them by one character that is not of its kind', () => {
    const given = fc.tuple(day, time, zone).map(([on, at, where]) => `${on}T${at}${where}`);
    fc.assert(
      fc.property(given, fc.nat(40), fc.constantFrom('x', '/', '"', '\n', '½'), (text, place, odd) => {
        const at = place % text.length;
        expect(momentPrecision(text.slice(0, at) + odd + text.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it.each([
    '2024-02-30T10:00Z',
    '2024-02-29T24:00Z',
    '2024-02-29T10:60Z',
    '2024-02-29T10:00:60Z',
    '2024-02-29T10Z',
    '2024-02-29T10:00+15:00',
    '2024-02-29T10:00-01:60',
    '2024-02-29T10:00:00.Z',
    '2024-02-29T10:00:00.1234567890Z',
    '2024-02-29T10:00 Z',
  ])('are not %j', (text) => expect(momentPrecision(text)).toBeUndefined());
});
