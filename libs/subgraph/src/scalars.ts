import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})?$/;

/** True for a day that exists, written `YYYY-MM-DD` (RFC 3339 full-date), from year 1 on. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
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
  const parts = TIME.exec(text);
  if (!parts || !isDate(parts[1]!)) return undefined;
  if (Number(parts[2]) > 23 || Number(parts[3]) > 59 || Number(parts[4] ?? 0) > 59) return undefined;
  const zone = parts[5];
  if (!zone) return 'local';
  return zone.length === 1 || (Number(zone.slice(1, 3)) <= 14 && Number(zone.slice(4)) <= 59) ? 'zoned' : undefined;
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
