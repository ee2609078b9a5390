import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type ModelOf, snakeCase } from './model';
import type { ReadRecord } from './record-reader';

/** A record of a batch and the line it stood on. */
export interface StagedRow extends ReadRecord {
  line: number;
}

/** The statements that take one record type from a bundle into its table, written once at start. */
export interface Staging {
  create: string;
  copy: string;
  add: string;
  change: string;
}

/** How many rows were written, and which were not taken. */
export interface Staged {
  written: number;
  refused: { line: number; reason: string }[];
}

/** A column of a record's content, and the field of the history that tells of it. */
interface Content {
  column: string;
  field: string;
  isMoment: boolean;
}

type Table = ModelOf & { record: string; table: string; schema: string };

/** Prepares the statements of a record type. */
export function stagingOf(model: Table): Staging {
  const content = model.facts.flatMap(({ name, field, kind }): Content[] => [
    { column: snakeCase(name), field, isMoment: kind.column === 'timestamptz' },
    ...(kind.timeKnown ? [{ column: snakeCase(kind.timeKnown), field: kind.timeKnown, isMoment: false }] : []),
  ]);
  const list = ['id', 'source', 'ref', ...content.map(({ column }) => column), 'content_hash'].map(quoted).join(', ');
  const stage = `stage_${snakeCase(model.record)}`;
  return {
    create: `CREATE TEMPORARY TABLE IF NOT EXISTS ${stage} ON COMMIT DELETE ROWS AS
      SELECT 0 AS _line, false AS _leaves, ${list} FROM ${model.table} WITH NO DATA`,
    copy: `COPY ${stage} (_line, _leaves, ${list}) FROM STDIN`,
    add: addSql(model, stage, list),
    change: changeSql(model, stage, content),
  };
}

const quoted = (column: string) => `"${column}"`;

/** Adds the staged rows that are new: $1 the import, $2 its file, $3 who imports. */
function addSql({ table, schema, record }: Table, stage: string, list: string): string {
  return `WITH added AS (
      INSERT INTO ${table} (${list}, import_run, import_place)
      SELECT ${list}, $1::uuid, $2 || ':' || _line FROM ${stage} WHERE NOT _leaves ORDER BY id
      ON CONFLICT (id) DO NOTHING RETURNING id
    ), told AS (
      INSERT INTO ${schema}.change (type, record, version, actor, action) SELECT '${record}', id, 1, $3, 'IMPORT' FROM added
    ) SELECT count(*) AS added, pg_notify('throughline_${schema}', count(*)::text) FROM added`;
}

/**
 * Changes or withdraws what was held already, with the same parameters, after the new ones were added. `said` is where
 * the import named the record before: a changed row carries that itself, an unchanged one is noted beside. The rows to
 * be written are locked in the order of their ids, so that imports which meet cannot wait for each other in a ring, and
 * read as they are then, so that the history tells the right "before" whoever else was writing. A row that a person
 * withdrew names no import: sent again as it was, it stays withdrawn.
 */
function changeSql({ table, schema, record }: Table, stage: string, content: Content[]): string {
  const sets = [...content.map(({ column }) => column), 'content_hash'].map((name) => `"${name}" = due."${name}"`);
  const written = `import_run = $1::uuid, import_place = due._place, record_version = held.record_version + 1, changed_at = now()`;
  const fields = content
    .map(({ column, field, isMoment }) => `('${column}', '${field}', ${String(isMoment)})`)
    .join(', ');
  // As mutations write it, which read what the driver made of it (see `Database`).
  const told = (row: string) =>
    `CASE WHEN f.is_moment THEN to_jsonb(replace(${row} ->> f.name, '+00:00', 'Z')) ELSE ${row} -> f.name END`;
  return `WITH met AS MATERIALIZED (
      SELECT s.id, s._line, s._leaves, $2 || ':' || s._line AS _place, held.id IS NOT NULL AS _held,
        CASE WHEN held.import_run = $1::uuid THEN held.import_place ELSE seen.place END AS _said
      FROM ${stage} s LEFT JOIN ${table} held ON held.id = s.id
        LEFT JOIN ${schema}.import_seen seen ON seen.run = $1::uuid AND seen.id = s.id
      WHERE held.xmin IS DISTINCT FROM pg_current_xact_id()::xid
    ), due AS MATERIALIZED (
      SELECT s.*, met._place, CASE WHEN NOT s._leaves THEN to_jsonb(held) END AS _before,
        CASE WHEN NOT s._leaves THEN to_jsonb(s) END AS _after
      FROM met JOIN ${stage} s ON s.id = met.id JOIN ${table} held ON held.id = met.id
      WHERE met._said IS NULL AND CASE WHEN s._leaves THEN held.withdrawn_at IS NULL ELSE held.content_hash IS DISTINCT FROM s.content_hash
        OR held.withdrawn_at IS NOT NULL AND held.import_run IS NOT NULL END
      ORDER BY held.id FOR NO KEY UPDATE OF held
    ), changed AS (
      UPDATE ${table} held SET ${sets.join(', ')}, ${written}, withdrawn_at = NULL
      FROM due WHERE held.id = due.id AND NOT due._leaves RETURNING held.id, held.record_version
    ), withdrawn AS (
      UPDATE ${table} held SET withdrawn_at = now(), ${written}
      FROM due WHERE held.id = due.id AND due._leaves RETURNING held.id, held.record_version
    ), noted AS (
      INSERT INTO ${schema}.import_seen (run, id, place)
      SELECT $1::uuid, id, _place FROM met WHERE _held AND _said IS NULL AND NOT EXISTS (SELECT FROM due WHERE due.id = met.id)
      ON CONFLICT DO NOTHING
    ), told AS (
      INSERT INTO ${schema}.change (type, record, version, actor, action, changes)
      SELECT '${record}', changed.id, changed.record_version, $3, 'IMPORT', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'before', ${told('due._before')}, 'after', ${told('due._after')})), '[]')
        FROM (VALUES ${fields}) AS f(name, field, is_moment)
        WHERE due._before -> f.name IS DISTINCT FROM due._after -> f.name)
      FROM changed JOIN due ON due.id = changed.id
      UNION ALL SELECT '${record}', id, record_version, $3, 'WITHDRAW', '[]' FROM withdrawn
    ) SELECT (SELECT count(*) FROM changed) + (SELECT count(*) FROM withdrawn) AS written,
      (SELECT jsonb_agg(jsonb_build_object('line', _line, 'said', _said) ORDER BY _line) FROM met
        WHERE _said IS NOT NULL OR _leaves AND NOT _held) AS refused,
      pg_notify('throughline_${schema}', (SELECT count(*) FROM due)::text)`;
}

/** Makes the tables that rows are copied to; they are empty again when the transaction ends. */
export async function makeStages(client: PoolClient, stagings: Staging[]): Promise<void> {
  // Asked every time: the transaction that made them may have been rolled back, and the tables with it.
  await client.query(stagings.map(({ create }) => create).join(';\n'));
}

/** Copies rows, in the order in which they are to be written, into their staging table. */
export async function copyRows(client: PoolClient, { copy }: Staging, rows: StagedRow[]): Promise<void> {
  await pipeline(Readable.from(chunks(rows)), client.query(copyFrom(copy)));
}

/** Writes the staged rows, so many, of which this import has not named any before. */
export async function writeStaged(
  client: PoolClient,
  staging: Staging,
  rows: number,
  { run, file, actor }: { run: string; file: string; actor: string },
): Promise<Staged> {
  const params = [run, file, actor];
  const { rows: counted } = await client.query<{ added: number }>(staging.add, params);
  const { added } = counted[0]!;
  if (added === rows) return { written: added, refused: [] };
  const { rows: found } = await client.query<{
    written: number;
    refused: { line: number; said: string | null }[] | null;
  }>(staging.change, params);
  const { written, refused } = found[0]!;
  return {
    written: added + written,
    refused: (refused ?? []).map(({ line, said }) => ({ line, reason: said === null ? NOT_HELD : duplicateOf(said) })),
  };
}

const NOT_HELD = 'nothing to withdraw: no record of this type, source and ref is held';

/** Why a record is not taken that the import gave before, at `place`: a file, a colon and a line. */
export function duplicateOf(place: string): string {
  const colon = place.lastIndexOf(':');
  const file = place.slice(0, colon);
  const where = `line ${place.slice(colon + 1)}${file ? ` of ${file}` : ''}`;
  return `a duplicate: this import already gave this type, source and ref at ${where}`;
}

const CHUNK = 64 * 1024;

function* chunks(rows: StagedRow[]): Iterable<Buffer> {
  let lines: string[] = [];
  let length = 0;
  for (const { line, copy } of rows) {
    lines.push(`${line}\t${copy}\n`);
    length += copy.length;
    if (length < CHUNK) continue;
    yield Buffer.from(lines.join(''));
    lines = [];
    length = 0;
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''));
}
