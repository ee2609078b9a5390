import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { type Database, jsonMoment } from './database';
import { invalidInput } from './errors';
import type { Kind } from './kinds';
import { isUuid } from './lists';
import { type Class, type FactOf, type ModelOf, isModel, isRecord, modelOf, snakeCase } from './model';
import { mayRead } from './row-security';
import type { Scope } from './scope';

export const exportFormats = ['CSV', 'NDJSON'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Rows leave PostgreSQL, and wait for who reads them, in parts of about so many characters. */
const PART = 256 * 1024;

/** One column of an export, for the data dictionary. */
export interface ExportColumn {
  name: string;
  /** Its type in PostgreSQL; of a list, that of what it lists. */
  type: string;
  list: boolean;
  description: string;
  /** The scope that opens it. */
  scope: Scope;
  /** Of a nested value: what of it other scopes open. */
  nested: { name: string; scope: Scope }[];
}

/** The columns of an export of a record type, in their order. */
export function exportColumns(type: Class): ExportColumn[] {
  const { facts, scope } = recordOf(type);
  const own = (name: string, column: string, description: string): ExportColumn => ({
    name,
    type: column,
    list: false,
    description,
    scope,
    nested: [],
  });
  return [
    own('id', 'uuid', 'UUIDv5 of the record’s type, source and reference.'),
    own('source', 'text', 'The organisation that supplied the record.'),
    own('ref', 'text', 'The record’s id at its source.'),
    own('recordVersion', 'integer', 'How often the record was written.'),
    ...facts.flatMap((fact) => {
      const { field, kind, description } = fact;
      const nested = closedWithin(fact).map(({ field: name, scope: opening }) => ({ name, scope: opening }));
      const column = { name: field, type: kind.column, list: kind.array, description, scope: fact.scope, nested };
      if (!kind.timeKnown) return [column];
      const known = `Whether the time of day of ${field} is known; if not, only its day is.`;
      return [column, { ...column, name: kind.timeKnown, type: 'boolean', description: known, nested: [] }];
    }),
  ];
}

function recordOf(type: Class): ModelOf & { record: string; table: string } {
  const model = modelOf(type);
  if (!isRecord(model)) throw new Error(`${type.name} has no table`);
  return model;
}

/** The facts within a nested value that another scope opens than the value itself. */
function closedWithin({ kind, scope }: FactOf): FactOf[] {
  const inner = nestedType(kind);
  return inner ? modelOf(inner).facts.filter((fact) => fact.scope !== scope) : [];
}

function nestedType(kind: Kind): Class | undefined {
  const type = kind.column === 'jsonb' ? [kind.graphql()].flat()[0] : undefined;
  return typeof type === 'function' && isModel(type as Class) ? (type as Class) : undefined;
}

/**
 * The SQL of an export: one statement, so that all of it is of one moment, in the order of ids, from behind `after` on.
 * Rows that the rights of the connection do not reach, or not to export, are not in it; of the others, each field only where they open it
 * on that row, in nested values too.
 */
export function exportSql(type: Class, format: ExportFormat, after: string | null): string {
  const { facts, table } = recordOf(type);
  const columns = [
    ...['id', 'source', 'ref', 'recordVersion'].map((name) => ({
      name,
      sql: `t."${snakeCase(name)}"`,
      kind: undefined,
    })),
    ...facts.flatMap((fact) => {
      const { name, field, kind } = fact;
      const column = { name: field, sql: opened(type, fact, `t."${snakeCase(name)}"`), kind };
      if (!kind.timeKnown) return [column];
      const known = opened(type, { ...fact, kind: { ...kind, column: 'boolean' } }, `t."${snakeCase(kind.timeKnown)}"`);
      return [column, { name: kind.timeKnown, sql: known, kind: undefined }];
    }),
  ];
  const rows = `FROM ${table} t WHERE t.withdrawn_at IS NULL AND ${mayRead(type, 't', 'export:create')} ${after === null ? '' : `AND t.id > '${after}'`} ORDER BY t.id`;
  const named = columns.map(
    ({ name, sql, kind }) => `${format === 'CSV' ? asText(sql, kind) : asJson(sql, kind)} AS "${name}"`,
  );
  const select = `SELECT ${named.join(', ')} ${rows}`;
  if (format === 'CSV') return `COPY (${select}) TO STDOUT WITH (FORMAT csv, HEADER ${String(after === null)})`;
  // JSON has neither of these characters in it: each line is written as it is.
  return `COPY (SELECT row_to_json(r)::text FROM (${select}) r) TO STDOUT WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;
}

/** A column where its scope is open on the row, without what is closed within it. */
function opened(type: Class, fact: FactOf, sql: string): string {
  const { scope } = recordOf(type);
  const shown = closedWithin(fact).reduce((value, { name, scope: inner }) => {
    const without = `(SELECT jsonb_agg(item - '${name}' ORDER BY n) FROM jsonb_array_elements(${value}) WITH ORDINALITY AS i(item, n))`;
    return `CASE WHEN ${mayRead(type, 't', inner)} THEN ${value} WHEN jsonb_typeof(${value}) = 'array' THEN ${without} END`;
  }, sql);
  return fact.scope === scope ? shown : `CASE WHEN ${mayRead(type, 't', fact.scope)} THEN ${shown} END`;
}

function asJson(sql: string, kind: Kind | undefined): string {
  return kind?.column === 'timestamptz' ? jsonMoment(sql) : sql;
}

/** As a cell: lists and nested values as JSON, and nothing that a spreadsheet would take for a formula. */
function asText(sql: string, kind: Kind | undefined): string {
  if (kind?.column === 'timestamptz') return jsonMoment(sql);
  if (kind?.array) return `to_json(${sql})::text`;
  if (kind && kind.column !== 'text') return sql;
  return `CASE WHEN ${sql}::text ~ '^[=+@\\t\\r-]' THEN '''' || ${sql}::text ELSE ${sql}::text END`;
}

/** Reads what an export was asked for by; throws `INVALID_INPUT`. */
export function readExport(format: string, after: string | null | undefined): [ExportFormat, string | null] {
  if (!exportFormats.includes(format as ExportFormat)) {
    throw invalidInput([{ field: 'format', reason: `must be one of ${exportFormats.join(', ')}` }]);
  }
  if (after && !isUuid(after)) throw invalidInput([{ field: 'after', reason: 'is not the id of a record' }]);
  return [format as ExportFormat, after ? after.toLowerCase() : null];
}

/**
 * The text of an export in parts, as fast as they are taken and for as long as `signal` allows: no more than a few parts
 * are held at a time, however many rows there are.
 */
export async function* exportRecords(
  db: Database,
  type: Class,
  format: ExportFormat,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const parts = new PassThrough({ readableHighWaterMark: PART, writableHighWaterMark: PART });
  const sql = exportSql(type, format, after);
  const sent = db.connection(async (client) => {
    db.onStatement?.(sql);
    try {
      await pipeline(client.query(copyTo(sql)), parts, { signal });
    } catch (error) {
      // PostgreSQL is still sending: nothing else can be asked over this connection.
      client.emit('error', error);
      throw error;
    }
  });
  sent.catch((error: unknown) => parts.destroy(error as Error));
  parts.setEncoding('utf8');
  let held = '';
  try {
    for await (const chunk of parts as AsyncIterable<string>) {
      held += chunk;
      if (held.length < PART) continue;
      yield held;
      held = '';
    }
    await sent;
    if (held !== '') yield held;
  } finally {
    if (!parts.destroyed) {
      parts.destroy();
      await once(parts, 'close');
    }
    await sent.catch(() => undefined);
  }
}
