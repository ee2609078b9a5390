import { stringify } from 'csv-stringify/sync';
import { type GraphQLOutputType, type GraphQLSchema, isListType, isNonNullType } from 'graphql';
import { type Selected, selectedBy } from './selected';
import type { StoredOperation } from './stored-operations';

/** How the answer to an operation is one table. */
export interface Table {
  /** CSV of `data` as RFC 4180 has it, UTF-8, with a first line of names. */
  csv(data: unknown): string;
  /** The cursor to go on from, where there is more. */
  next(data: unknown): string | undefined;
}

/** What stands for a count that is suppressed, as the Government Analysis Function has it in published tables. */
const SUPPRESSED = '[c]';

type Path = readonly string[];

/**
 * The table that an operation answers with, where it answers with one: a table of counts, or one list whose objects
 * make the rows. Undefined where there is none, or several lists side by side.
 */
export function tableOf(schema: GraphQLSchema, operation: StoredOperation): Table | undefined {
  return operation.type === 'query' ? find(selectedBy(schema, operation), []) : undefined;
}

function find(fields: readonly Selected[], above: Path): Table | undefined {
  const [composite, ...others] = fields.filter(({ key, below }) => below.length > 0 && key !== 'pageInfo');
  if (!composite || others.length > 0) return undefined;
  const { key, type, below } = composite;
  const path = [...above, key];
  const has = (name: string): Selected | undefined => below.find((field) => field.key === name);
  if (isList(type)) return rowsTable(path, below, []);
  if (has('columns') && has('rows')?.below.some((field) => field.key === 'cells')) return countsTable(path);
  const edges = has('edges');
  if (edges && isList(edges.type)) return rowsTable([...path, 'edges'], edges.below, path);
  return find(below, path);
}

/** A table of counts: a line for each row, a column for each column, totals last. */
function countsTable(path: Path): Table {
  return {
    csv: (data) => {
      const { columns, rows, columnTotals, total } = at(data, path) as CountsData;
      const totals = columnTotals ? [['Total', ...columnTotals.map(count), count(total)]] : [];
      return write([
        ['', ...columns.map(({ title }) => title), 'Total'],
        ...rows.map((row) => [row.title, ...row.cells.map(({ value }) => count(value)), count(row.total)]),
        ...totals,
      ]);
    },
    next: () => undefined,
  };
}

interface CountsData {
  columns: { title: string }[];
  rows: { title: string; cells: { value: number | null }[]; total: number | null }[];
  columnTotals?: (number | null)[];
  total: number | null;
}

/** A count is null where it is suppressed, and only there. */
const count = (value: number | null | undefined) => value ?? SUPPRESSED;

/** A line for each object of a list. */
function rowsTable(path: Path, fields: readonly Selected[], connection: Path): Table {
  const columns = columnsOf(fields, []);
  return {
    csv: (data) => {
      const rows = (at(data, path) ?? []) as unknown[];
      const lines = rows.filter((row) => row !== null).map((row) => columns.map((column) => cell(at(row, column))));
      return write([columns.map(nameOf), ...lines]);
    },
    next: (data) => {
      const info = at(data, [...connection, 'pageInfo']) as { hasNextPage?: boolean; endCursor?: string } | undefined;
      return info?.hasNextPage ? info.endCursor : undefined;
    },
  };
}

/** Paths of what becomes a column: leaves, also those of single objects, and lists as they are. */
function columnsOf(fields: readonly Selected[], above: Path): Path[] {
  return fields.flatMap(({ key, type, below }) => {
    if (key === '__typename' || (key === 'cursor' && above.length === 0)) return [];
    return below.length === 0 || isList(type) ? [[...above, key]] : columnsOf(below, [...above, key]);
  });
}

/** An edge's object is what the row is about. */
function nameOf(path: Path): string {
  return (path[0] === 'node' ? path.slice(1) : path).join('.');
}

function cell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) return value.join('; ');
  return JSON.stringify(value);
}

/** What a spreadsheet would take for a formula has an apostrophe before it; negative numbers have none. */
function write(lines: readonly (readonly (string | number | null)[])[]): string {
  return stringify(lines as never, { escape_formulas: true, record_delimiter: 'windows' });
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((object, key) => (object as Record<string, unknown> | null | undefined)?.[key], value);
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
