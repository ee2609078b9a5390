import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ModelOf, isRecord, snakeCase } from './model';

/** A row ready for `COPY`: its columns as text, without the line number that goes in front. */
export interface StagedRow {
  id: string;
  copy: string;
}

/** The statements that take one record type from a bundle into its table, written once at start. */
export interface Staging {
  /** Every field the bundle may carry. */
  fields: Set<string>;
  create: string;
  copy: string;
  upsert: string;
  duplicates: string;
  seen: string;
  leaving: string;
  withdraw: string;
}

const ENVELOPE = ['type', 'source', 'ref', 'op'];

/** Prepares the statements of a record type. */
export function stagingOf(model: ModelOf): Staging {
  if (!isRecord(model)) throw new Error(`${model.type.name} has no table`);
  const { table, schema } = model;
  const facts = model.facts.flatMap(({ name, kind }) => (kind.timeKnown ? [name, kind.timeKnown] : [name]));
  const columns = ['id', 'source', 'ref', ...facts.map(snakeCase), 'content_hash'].map((name) => `"${name}"`);
  const list = columns.join(', ');
  const stage = `stage_${snakeCase(model.record)}`;
  const seen = `${schema}.import_seen`;
  return {
    fields: new Set([...ENVELOPE, ...model.facts.map((fact) => fact.field)]),
    create: `CREATE TEMPORARY TABLE ${stage} ON COMMIT DELETE ROWS AS SELECT 0 AS line, ${list} FROM ${table} WITH NO DATA`,
    copy: `COPY ${stage} (line, ${list}) FROM STDIN`,
    // Rows are written in the order of their ids, so that imports which meet cannot wait for each other in a ring.
    upsert: `WITH fresh AS (
        INSERT INTO ${seen} (run, id, file, line) SELECT $1, id, $2, min(line) FROM ${stage} GROUP BY id
        ON CONFLICT (run, id) DO NOTHING RETURNING id, line
      ), written AS (
        INSERT INTO ${table} AS held (${list})
        SELECT ${columns.map((column) => `s.${column}`).join(', ')} FROM ${stage} s JOIN fresh ON fresh.id = s.id AND fresh.line = s.line
        WHERE NOT EXISTS (SELECT FROM ${table} h WHERE h.id = s.id AND h.content_hash = s.content_hash AND h.withdrawn_at IS NULL)
        ORDER BY s.id
        ON CONFLICT (id) DO UPDATE SET ${columns
          .slice(3)
          .map((column) => `${column} = excluded.${column}`)
          .join(', ')}, row_version = held.row_version + 1, changed_at = now(), withdrawn_at = NULL
        RETURNING 1
      ) SELECT (SELECT count(*) FROM fresh) AS fresh, (SELECT count(*) FROM written) AS written`,
    duplicates: `SELECT s.line, seen.file, seen.line AS first FROM ${stage} s
      JOIN ${seen} seen ON seen.run = $1 AND seen.id = s.id WHERE (seen.file, seen.line) <> ($2, s.line) ORDER BY s.line`,
    seen: `INSERT INTO ${seen} (run, id, file, line) SELECT $1, id, $2, min(line)
      FROM unnest($3::uuid[], $4::int[]) AS given(id, line) GROUP BY id ON CONFLICT (run, id) DO NOTHING`,
    leaving: `SELECT given.id, given.line, seen.file, seen.line AS first, (seen.file, seen.line) = ($2, given.line) AS fresh,
        held.id IS NOT NULL AS held, held.withdrawn_at IS NULL AS live
      FROM unnest($3::uuid[], $4::int[]) AS given(id, line)
      JOIN ${seen} seen ON seen.run = $1 AND seen.id = given.id LEFT JOIN ${table} held ON held.id = given.id`,
    withdraw: `UPDATE ${table} SET withdrawn_at = now(), changed_at = now(), row_version = row_version + 1 WHERE id = ANY($1::uuid[])`,
  };
}

const staged = new WeakMap<PoolClient, Set<string>>();

interface Batch {
  run: string;
  file: string;
}
interface Line {
  line: number;
  row: StagedRow;
}
/** A row whose record this import named before, at line `first` of `file`. */
interface Repeated {
  line: number;
  file: string;
  first: number;
}
interface Leaving extends Repeated {
  id: string;
  fresh: boolean;
  held: boolean;
  live: boolean;
}
/** How many rows were written, and which were not taken. */
export interface Staged {
  written: number;
  refused: { line: number; reason: string }[];
}

/** Copies rows into the staging table and upserts those that this import has not named before. */
export async function stage(client: PoolClient, staging: Staging, { run, file }: Batch, rows: Line[]): Promise<Staged> {
  const made = staged.get(client) ?? new Set();
  if (!made.has(staging.create)) {
    await client.query(staging.create.replace('TABLE', 'TABLE IF NOT EXISTS'));
    staged.set(client, made.add(staging.create));
  }
  await pipeline(Readable.from(chunks(rows)), client.query(copyFrom(staging.copy)));
  const upserted = await client.query<{ fresh: string; written: string }>(staging.upsert, [run, file]);
  const { fresh, written } = upserted.rows[0]!;
  if (Number(fresh) === rows.length) return { written: Number(written), refused: [] };
  const { rows: again } = await client.query<Repeated>(staging.duplicates, [run, file]);
  const refused = again.map(({ line, file: where, first }) => ({ line, reason: duplicate(where, first) }));
  return { written: Number(written), refused };
}

function duplicate(file: string, line: number): string {
  return `a duplicate: this import already gave this type, source and ref at line ${line}${file ? ` of ${file}` : ''}`;
}

function* chunks(rows: Line[]): Iterable<Buffer> {
  let text = '';
  for (const { line, row } of rows) {
    text += `${line}\t${row.copy}\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** Marks records withdrawn: nothing reads them any more, and nothing is deleted. */
export async function withdraw(
  client: PoolClient,
  staging: Staging,
  { run, file }: Batch,
  rows: Line[],
): Promise<Staged> {
  const given = [run, file, rows.map(({ row }) => row.id), rows.map(({ line }) => line)];
  await client.query(staging.seen, given);
  const { rows: found } = await client.query<Leaving>(staging.leaving, given);
  const refused = found.flatMap(({ line, file: where, first, fresh, held }) => {
    if (!fresh) return [{ line, reason: duplicate(where, first) }];
    return held ? [] : [{ line, reason: 'nothing to withdraw: no record of this type, source and ref is held' }];
  });
  const leaving = found.filter(({ held, fresh, live }) => held && fresh && live).map(({ id }) => id);
  if (leaving.length > 0) await client.query(staging.withdraw, [leaving]);
  return { written: leaving.length, refused };
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value in PostgreSQL's COPY text format. */
export function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  const plain = Array.isArray(value) ? arrayText(value) : `${value as string | number}`;
  return SPECIAL.test(plain) ? plain.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!) : plain;
}

function arrayText(values: unknown[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
