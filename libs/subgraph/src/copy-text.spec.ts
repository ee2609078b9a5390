import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { NULL, copyWriter } from './copy-text';
import { type Kind, bool, date, decimal, integer, list, nested, reference, text, time } from './kinds';

/** Text that PostgreSQL can hold: any Unicode without NUL. */
const anyText = fc
  .string({ unit: 'binary' })
  .map((value) => value.replaceAll('\u0000', ''))
  .filter((value) => (value as string & { isWellFormed(): boolean }).isWellFormed());

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

/** Columns of every sort: the kind, its type in PostgreSQL, and values as they are stored. */
const columns: Record<string, { kind: Kind; type: string; values: fc.Arbitrary<unknown> }> = {
  one: { kind: text, type: 'text', values: anyText },
  many: { kind: list(text), type: 'text[]', values: fc.array(anyText) },
  doc: {
    kind: nested(() => Object),
    type: 'jsonb',
    values: fc.dictionary(fc.string(), anyText, { noNullPrototype: true }),
  },
  docs: { kind: list(nested(() => Object)), type: 'jsonb', values: fc.array(fc.record({ a: anyText })) },
  yes: { kind: bool, type: 'boolean', values: fc.boolean() },
  id: { kind: reference('case'), type: 'uuid', values: fc.uuid() },
  ids: { kind: list(reference('case')), type: 'uuid[]', values: fc.array(fc.uuid()) },
  on: { kind: date, type: 'date', values: day },
  n: { kind: integer(0), type: 'integer', values: fc.nat() },
  x: {
    kind: decimal(0),
    type: 'double precision',
    values: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x || 0),
  },
};

describe('values in COPY text format', () => {
  const client = new Client({ connectionString: process.env.THROUGHLINE_TEST_DATABASE });
  const names = Object.keys(columns);
  beforeAll(async () => {
    await client.connect();
    const list = names.map((name) => `"${name}" ${columns[name]!.type}`).join(', ');
    await client.query(`CREATE TEMPORARY TABLE held (line int, ${list}, at timestamptz, time_known boolean)`);
  });
  afterAll(() => client.end());

  const copied = async (lines: string[]) => {
    await client.query('TRUNCATE held');
    await pipeline(Readable.from([`${lines.join('\n')}\n`]), client.query(copyFrom('COPY held FROM STDIN')));
    const list = names.map((name) => (name === 'on' ? '"on"::text' : `"${name}"`)).join(', ');
    const { rows } = await client.query(`SELECT ${list}, at, time_known FROM held ORDER BY line`);
    return rows as Record<string, unknown>[];
  };

  it('come back as they went in, whatever they contain', async () => {
    const row = fc.record(Object.fromEntries(names.map((name) => [name, fc.option(columns[name]!.values)])));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), async (given) => {
        const lines = given.map((values, line) => {
          const cells = names.map((name) =>
            values[name] === null ? NULL : copyWriter(columns[name]!.kind)(values[name]),
          );
          return [line, ...cells, NULL, NULL].join('\t');
        });
        const nothing = { at: null, time_known: null };
        expect(await copied(lines)).toEqual(given.map((values) => ({ ...values, ...nothing })));
      }),
      { numRuns: 60 },
    );
  });

  it('write a moment as two columns', async () => {
    const moment = copyWriter(time('timeKnown'))({ at: '2024-07-01 00:00 Europe/London', known: false });
    const [held] = await copied([['0', ...names.map(() => NULL), moment].join('\t')]);
    expect(held).toMatchObject({ at: new Date('2024-06-30T23:00:00Z'), time_known: false });
  });
});
