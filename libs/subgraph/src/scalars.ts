import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d)?$/;
const DASH = 45;

/** True for a day that exists, written `YYYY-MM-DD` (RFC 3339 full-date), from year 1 on. */
export function isDate(text: string): boolean {
  return text.length === 10 && beginsWithDate(text);
}

/** By hand and not by a pattern: an import asks this of several million texts. */
function beginsWithDate(text: string): boolean {
  const [year, month, day] = [digits(text, 0) * 100 + digits(text, 2), digits(text, 5), digits(text, 8)];
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The number that two digits stand for; NaN, which compares with nothing, where they are none. */
function digits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * How precisely a text names a moment: `zoned` (RFC 3339 date-time), `local` (no zone, to be read as Europe/London),
 * `day` (a date alone) or `undefined` (not a moment).
 */
export function momentPrecision(text: string): 'zoned' | 'local' | 'day' | undefined {
  if (isDate(text)) return 'day';
  if (!TIME.test(text) || !beginsWithDate(text) || digits(text, 11) > 23 || digits(text, 14) > 59) return undefined;
  if (text[16] === ':' && digits(text, 17) > 59) return undefined;
  const last = text[text.length - 1];
  if (last === 'Z' || last === 'z') return 'zoned';
  const sign = text[text.length - 6];
  if (sign !== '+' && sign !== '-') return 'local';
  return digits(text, text.length - 5) <= 14 && digits(text, text.length - 2) <= 59 ? 'zoned' : undefined;
}

function scalar(name: string, description: string, specifiedByURL: string, valid: (text: string) => boolean) {
  const read = (value: unknown): string => {
    if (typeof value !== 'string' || !valid(value)) {
      throw new GraphQLError(`${name} cannot represent ${JSON.stringify(value)}: ${description}`);
    }
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    // Rows already carry the text that PostgreSQL's parsers below wrote.
    serialize: (value) => value as string,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const GraphQLDate = scalar(
  'Date',
  'A day of the calendar, YYYY-MM-DD (RFC 3339 full-date).',
  'https://www.rfc-editor.org/rfc/rfc3339',
  isDate,
);

export const GraphQLDateTime = scalar(
  'DateTime',
  'A moment with its zone (RFC 3339 date-time); answers are in UTC.',
  'https://www.rfc-editor.org/rfc/rfc3339',
  (text) => momentPrecision(text) === 'zoned',
);

/** Any JSON value: what differs in type from field to field, such as the values of a record's history. */
export const GraphQLJSON = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
});

export const GraphQLMoment = scalar(
  'Moment',
  'A moment as people know it: RFC 3339 date-time; without a zone it is Europe/London; a date alone means that the time of day is not known.',
  'https://www.rfc-editor.org/rfc/rfc3339',
  (text) => momentPrecision(text) !== undefined,
);
