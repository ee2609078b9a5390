import { CodeBook } from './code-book';
import { recordId } from './ids';
import {
  type Kind,
  Refusal,
  bool,
  code,
  date,
  integer,
  list,
  must,
  nested,
  oneOf,
  reference,
  text,
  textOrBlank,
  time,
  typedReference,
} from './kinds';
import { Fact, Value } from './model';

const reading = { source: 'police:06', codes: new CodeBook() };
const read = (kind: Kind, value: unknown) => kind.read(value, reading);
const refusal = (kind: Kind, value: unknown): string => {
  try {
    read(kind, value);
  } catch (error) {
    if (error instanceof Refusal) return error.path ? `${error.path}: ${error.reason}` : error.reason;
    throw error;
  }
  return 'taken';
};

@Value('case:read', 'A part.')
class Part {
  @Fact('case:read', must(text), 'A name.')
  name!: string;

  @Fact('case:read', list(integer(0)), 'Sizes.')
  sizes!: number[];
}

describe('text', () => {
  it.each([
    ['', 'is empty'],
    ['  ', 'is empty'],
    [7, 'expected text, got 7'],
    ['a\u0000b', 'contains a NUL character'],
    ['a\ud800', 'contains half of a surrogate pair, which is not Unicode text'],
  ])('refuses %j', (value, reason) => expect(refusal(text, value)).toBe(reason));

  it('keeps what it is given, tabs and newlines and all', () => expect(read(text, 'a\t\n\\ 👩‍👩‍👧')).toBe('a\t\n\\ 👩‍👩‍👧'));
  it('may be blank only where the kind says so', () => expect(read(textOrBlank, '')).toBe(''));
});

describe('date', () => {
  it.each(['2024-02-29', '1900-12-31', '0001-01-01'])('takes %s', (day) => expect(read(date, day)).toBe(day));
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '0000-01-01',
    '2024-01-01T00:00:00Z',
    20240101,
    null,
  ])('refuses %j', (day) => expect(refusal(date, day)).toContain('expected a date'));
});

describe('time', () => {
  const moment = time('known');
  it.each([
    ['2024-06-10T21:00:00Z', { at: '2024-06-10T21:00:00Z', known: true }],
    ['2024-06-10T21:00+01:00', { at: '2024-06-10T21:00+01:00', known: true }],
    ['2024-06-10T21:00:00.123456', { at: '2024-06-10T21:00:00.123456 Europe/London', known: true }],
    ['2024-06-10', { at: '2024-06-10 00:00 Europe/London', known: false }],
  ])('reads %s', (value, stored) => expect(read(moment, value)).toEqual(stored));
  it.each([
    '2024-06-10T24:00:00Z',
    '2024-06-10T12:60Z',
    '2024-02-30T10:00:00Z',
    '10:00',
    '2024-06-10T10:00:00+25:00',
    'soon',
  ])('refuses %s', (value) => expect(refusal(moment, value)).toContain('expected a time'));
});

describe('codes', () => {
  it('names the nearest known code for one that is not', () => {
    expect(refusal(oneOf({ SERVED: 'SERVED', MADE: 'MADE' }), 'SERVD')).toBe(
      'unknown code "SERVD"; the nearest known one is SERVED',
    );
    expect(
      refusal(
        code('offence', () => String),
        'PH97O10',
      ),
    ).toBe('unknown code "PH97O10"; the nearest known one is PH97010');
    expect(
      refusal(
        code('force', () => String),
        'xxxxxxxx',
      ),
    ).toBe('unknown code "xxxxxxxx"');
  });
  it('takes retired codes and attempts', () => {
    for (const known of ['PH97002', 'PH97003A', 'SE20002A'])
      expect(
        read(
          code('offence', () => String),
          known,
        ),
      ).toBe(known);
  });
});

describe('references', () => {
  it('of one word mean the record’s own source', () =>
    expect(read(reference('case'), 'C1')).toBe(recordId('case', 'police:06', 'C1')));
  it('can name another source', () => {
    expect(read(reference('case'), { source: 'cps', ref: 'C1' })).toBe(recordId('case', 'cps', 'C1'));
  });
  it.each([
    [{ source: 'cps' }, 'ref: expected text, got undefined'],
    [{ source: 'cps', ref: 'C1', reff: 1 }, 'reff: unknown field; did you mean ref?'],
    ['', 'expected a reference (a ref, or an object with source and ref), got ""'],
    [[], 'expected a reference (a ref, or an object with source and ref), got a list'],
  ])('refuse %j', (value, reason) => expect(refusal(reference('case'), value)).toBe(reason));
  it('can say what they refer to', () => {
    const kind = typedReference(['incident', 'breach'], () => String);
    expect(read(kind, { type: 'breach', ref: 'B1' })).toEqual({
      type: 'breach',
      id: recordId('breach', 'police:06', 'B1'),
    });
    expect(refusal(kind, { type: 'breech', ref: 'B1' })).toBe(
      'type: unknown code "breech"; the nearest known one is breach',
    );
  });
});

describe('lists and nested values', () => {
  it('name the place of what is wrong', () => {
    expect(refusal(list(bool), [true, 'no'])).toBe('[1]: expected true or false, got "no"');
    expect(refusal(list(nested(() => Part)), [{ name: 'a' }, { name: 'b', sizes: [1, -1] }])).toBe(
      '[1].sizes[1]: expected a whole number of at least 0, got -1',
    );
    expect(
      refusal(
        nested(() => Part),
        { name: 'a', size: 1 },
      ),
    ).toBe('size: unknown field; did you mean sizes?');
    expect(
      refusal(
        nested(() => Part),
        {},
      ),
    ).toBe('name: is required');
  });
  it('fill in what the source left out', () =>
    expect(
      read(
        nested(() => Part),
        { name: 'a' },
      ),
    ).toEqual({ name: 'a', sizes: [] }));
  it('must have an item where they must be given', () =>
    expect(refusal(must(list(text)), [])).toBe('needs at least one item'));
});
