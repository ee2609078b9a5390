import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyValue } from './staging';

/** Text that PostgreSQL can hold: any Unicode without NUL. */
const anyText = fc
  .string({ unit: 'binary' })
  .map((value) => value.replaceAll('\u0000', ''))
  .filter((value) => (value as string & { isWellFormed(): boolean }).isWellFormed());

describe('values in COPY text format', () => {
  const client = new Client({ connectionString: process.env.THROUGHLINE_TEST_DATABASE });
  beforeAll(async () => {
    await client.connect();
    await client.query('CREATE TEMPORARY TABLE held (n int, one text, many text[], doc jsonb, yes boolean)');
  });
  afterAll(() => client.end());

  it('come back as they went in, whatever they contain', async () => {
    const rows = fc.array(
      fc.tuple(fc.option(anyText), fc.array(anyText), fc.option(fc.array(anyText)), fc.option(fc.boolean())),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        await client.query('TRUNCATE held');
        const lines = given.map(([one, many, doc, yes], n) =>
          [
            String(n),
            copyValue(one),
            copyValue(many),
            doc === null ? '\\N' : copyValue(JSON.stringify(doc)),
            copyValue(yes),
          ].join('\t'),
        );
        await pipeline(Readable.from([`${lines.join('\n')}\n`]), client.query(copyFrom('COPY held FROM STDIN')));
        const { rows: found } = await client.query('SELECT one, many, doc, yes FROM held ORDER BY n');
        expect(found).toEqual(given.map(([one, many, doc, yes]) => ({ one, many, doc, yes })));
      }),
      { numRuns: 60 },
    );
  });
});
