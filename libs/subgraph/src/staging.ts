import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ModelOf, isRecord, snakeCase } from './model';

/** A row ready for `COPY`: its columns as text, without the line number that goes in front. */
export interface StagedRow {
  line: number;
  copy: string;
}

/** The statements that take one record type from a bundle into its table, written once at start. */
export interface Staging {
  /** Every field the bundle may carry. */
  fields: Set<string>;
  /** How many columns a row has between its reference and its hash: what a withdrawal leaves empty. */
  width: number;
  create: string;
  copy: string;
  write: string;
}

/** How many rows were written, and which were not taken. */
export interface Staged {
  written: number;
  refused: { line: number; reason: string }[];
}

const ENVELOPE = ['type', 'source', 'ref', 'op'];

/** Prepares the statements of a record type. */
export function stagingOf(model: ModelOf): Staging {
  if (!isRecord(model)) throw new Error(`${model.type.name} has no table`);
  const facts = model.facts.flatMap(({ name, field, kind }) => [
    { column: snakeCase(name), field },
    ...(kind.timeKnown ? [{ column: snakeCase(kind.timeKnown), field: kind.timeKnown }] : []),
  ]);
  const columns = ['id', 'source', 'ref', ...facts.map(({ column }) => column), 'content_hash'];
  const list = columns.map((column) => `"${column}"`).join(', ');
  const stage = `stage_${snakeCase(model.record)}`;
  return {
    fields: new Set([...ENVELOPE, ...model.facts.map(({ field }) => field)]),
    width: facts.length,
    create: `CREATE TEMPORARY TABLE IF NOT EXISTS ${stage} ON COMMIT DELETE ROWS AS
      SELECT 0 AS _line, false AS _leaves, ${list} FROM ${model.table} WITH NO DATA`,
    copy: `COPY ${stage} (_line, _leaves, ${list}) FROM STDIN`,
    write: writeSql(model, stage, columns, facts),
  };
}

/**
 * One statement that writes a staged batch: $1 the import, $2 its file, $3 who imports. `said` is where the import
 * named the record before: a changed row carries that itself, an unchanged one is noted beside. Rows are written in
 * the order of their ids, so that imports which meet cannot wait for each other in a ring. A row that a person withdrew
 * names no import: sent again as it was, it stays withdrawn.
 */
function writeSql(
  { table, schema, record }: ModelOf & { record: string; table: string; schema: string },
  stage: string,
  columns: string[],
  facts: { column: string; field: string }[],
): string {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const sets = columns.slice(3).map((column) => `"${column}" = excluded."${column}"`);
  const fields = facts.map(({ column, field }) => `('${column}', '${field}')`).join(', ');
  return `WITH first AS MATERIALIZED (
      SELECT DISTINCT ON (id) *, $2 || ':' || _line AS _place FROM ${stage} ORDER BY id, _line
    ), todo AS MATERIALIZED (
      SELECT first.*, held.id IS NOT NULL AS _held, held.record_version AS _version,
        CASE WHEN held.import_run = $1::uuid THEN held.import_place ELSE seen.place END AS _said,
        CASE WHEN _leaves THEN held.withdrawn_at IS NOT NULL
          ELSE held.content_hash = first.content_hash AND (held.withdrawn_at IS NULL OR held.import_run IS NULL) END AS _same,
        CASE WHEN held.id IS NOT NULL AND held.content_hash IS DISTINCT FROM first.content_hash THEN to_jsonb(held) END AS _before
      FROM first LEFT JOIN ${table} held ON held.id = first.id
        LEFT JOIN ${schema}.import_seen seen ON seen.run = $1::uuid AND seen.id = first.id
    ), written AS (
      INSERT INTO ${table} AS held (${list}, import_run, import_place)
      SELECT ${list}, $1::uuid, _place FROM todo WHERE _said IS NULL AND NOT _leaves AND _same IS NOT TRUE ORDER BY id
      ON CONFLICT (id) DO UPDATE SET ${sets.join(', ')}, import_run = excluded.import_run, import_place = excluded.import_place,
        record_version = held.record_version + 1, changed_at = now(), withdrawn_at = NULL
      RETURNING id, record_version
    ), withdrawn AS (
      UPDATE ${table} held SET withdrawn_at = now(), changed_at = now(), record_version = held.record_version + 1,
        import_run = $1::uuid, import_place = todo._place
      FROM todo WHERE held.id = todo.id AND todo._leaves AND todo._said IS NULL AND NOT todo._same
      RETURNING held.id, held.record_version
    ), noted AS (
      INSERT INTO ${schema}.import_seen (run, id, place)
      SELECT $1::uuid, id, _place FROM todo WHERE _said IS NULL AND _same ON CONFLICT DO NOTHING
    ), told AS (
      INSERT INTO ${schema}.change (type, record, version, actor, action, changes)
      SELECT '${record}', written.id, written.record_version, $3, 'IMPORT', CASE WHEN written.record_version > 1 THEN
        (SELECT coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'before', todo._before -> f.name, 'after', after.row -> f.name)), '[]')
          FROM (VALUES ${fields}) AS f(name, field), (SELECT to_jsonb(todo) AS row) AS after
          WHERE todo._before -> f.name IS DISTINCT FROM after.row -> f.name) END
      FROM written JOIN todo ON todo.id = written.id
      UNION ALL SELECT '${record}', id, record_version, $3, 'WITHDRAW', '[]' FROM withdrawn
    ) SELECT (SELECT count(*) FROM written) + (SELECT count(*) FROM withdrawn) AS written,
      (SELECT count(*) FROM written JOIN todo ON todo.id = written.id
        WHERE written.record_version <> coalesce(todo._version, 0) + 1) AS overtaken,
      (SELECT jsonb_agg(jsonb_build_object('line', line, 'said', said) ORDER BY line) FROM (
        SELECT _line AS line, _said AS said FROM todo WHERE _said IS NOT NULL
        UNION ALL SELECT s._line, first._place FROM ${stage} s JOIN first ON first.id = s.id AND first._line <> s._line
        UNION ALL SELECT _line, NULL FROM todo WHERE _leaves AND NOT _held
      ) AS no) AS refused,
      pg_notify('throughline_${schema}', '')`;
}

/** Somebody changed a record while it was being imported: the history would tell the wrong "before". Run it again. */
export class Overtaken extends Error {}

interface Batch {
  run: string;
  file: string;
  actor: string;
}

/** Copies rows into the staging table, which is empty again when the transaction ends. */
export async function copyRows(client: PoolClient, staging: Staging, rows: StagedRow[]): Promise<void> {
  // Asked every time: the transaction that made it may have been rolled back, and the table with it.
  await client.query(staging.create);
  await pipeline(Readable.from(chunks(rows)), client.query(copyFrom(staging.copy)));
}

/** Writes the staged rows that this import has not named before. Throws `Overtaken`. */
export async function writeStaged(client: PoolClient, staging: Staging, batch: Batch): Promise<Staged> {
  const { rows: found } = await client.query<{
    written: number;
    overtaken: number;
    refused: { line: number; said: string | null }[] | null;
  }>(staging.write, [batch.run, batch.file, batch.actor]);
  const { written, overtaken, refused } = found[0]!;
  if (overtaken > 0) throw new Overtaken();
  return { written, refused: (refused ?? []).map(({ line, said }) => ({ line, reason: refusal(said) })) };
}

function refusal(said: string | null): string {
  if (said === null) return 'nothing to withdraw: no record of this type, source and ref is held';
  const colon = said.lastIndexOf(':');
  const file = said.slice(0, colon);
  const where = `line ${said.slice(colon + 1)}${file ? ` of ${file}` : ''}`;
  return `a duplicate: this import already gave this type, source and ref at ${where}`;
}

function* chunks(rows: StagedRow[]): Iterable<Buffer> {
  let text = '';
  for (const { line, copy } of rows) {
    text += `${line}\t${copy}\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
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
  return `{${values.map((value) => `"${`${value as string | number}`.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
