import { type CodeBook, type Database, conditions } from '@throughline/subgraph';
import { type CaseFilter, spelledOut } from '../case/case.filter';
import { type CaseDimension, type CaseMeasure, type DimensionSql, measures } from './measures';

const PERIODS: Partial<Record<CaseDimension, string>> = { YEAR: 'YYYY', QUARTER: 'YYYY-"Q"Q', MONTH: 'YYYY-MM' };

/** More cells than this are not a table that anybody reads. */
const MOST_CELLS = 100_000;

/** One count of a table: of a cell, or of a whole row, column or table where `allRows` or `allColumns` is set. */
export interface Count {
  row: string | null;
  column: string | null;
  allRows: boolean;
  allColumns: boolean;
  n: number;
}

/** Whether a row can fall under several values of a dimension, so that the values’ counts add up to more than the total. */
export function isSeveral(measure: CaseMeasure, dimension: CaseDimension): boolean {
  return dimensionSql(measure, dimension).several?.includes('LATERAL') ?? false;
}

function dimensionSql(measure: CaseMeasure, dimension: CaseDimension): DimensionSql {
  const period = PERIODS[dimension];
  if (period) return { sql: `to_char(${measures[measure].day}, '${period}')` };
  return measures[measure].dimensions[dimension]!;
}

/** Every count of a table, in one statement. Undefined where there are too many. */
export async function countTable(
  db: Database,
  codes: CodeBook,
  measure: CaseMeasure,
  rows: CaseDimension,
  columns: CaseDimension | undefined,
  filter: CaseFilter | undefined,
): Promise<Count[] | undefined> {
  const { from, where } = measures[measure];
  const counted = measure === 'CASES' ? 't' : 'm';
  const row = dimensionSql(measure, rows);
  const column = columns ? dimensionSql(measure, columns) : { sql: 'NULL::text' };
  // The same dimension both ways shares its join.
  const joins = [...new Set([row.several, column.several])].filter((join) => join !== undefined).join('\n');
  const params: unknown[] = familyTable(codes);
  const filters = [`${counted}.withdrawn_at IS NULL`, ...conditions(where, spelledOut(filter, codes), params)];
  const many = isSeveral(measure, rows) || (columns !== undefined && isSeveral(measure, columns));
  const sql = `SELECT x.r AS "row", x.c AS "column", grouping(x.r) = 1 AS "allRows", grouping(x.c) = 1 AS "allColumns",
      ${many ? 'count(DISTINCT x.id)' : 'count(*)'} AS n
    -- Not every table needs the families, but PostgreSQL must know the types of all parameters.
    FROM (SELECT ${counted}.id, ${row.sql} AS r, ${column.sql} AS c FROM ${from} ${joins} WHERE ${filters.join(' AND ')}
      AND cardinality($1::text[]) = cardinality($2::text[])) x
    GROUP BY GROUPING SETS ((x.r, x.c), (x.r), (x.c), ()) LIMIT ${MOST_CELLS + 1}`;
  const counts = await db.count<Count>(sql, params);
  return counts.length > MOST_CELLS ? undefined : counts;
}

/** Which of what a table counts, and from where on. */
interface Behind {
  /** Values of dimensions that it must have; null for what was not recorded. */
  values: { dimension: CaseDimension; value: string | null }[];
  /** Id of the case behind which to begin. */
  after: string | null;
  most: number;
}

/** The cases of what a table counts in a place, each once: how many there are, and ids in their order. One statement. */
export async function casesBehind(
  db: Database,
  codes: CodeBook,
  measure: CaseMeasure,
  filter: CaseFilter | undefined,
  { values, after, most }: Behind,
): Promise<{ total: number; ids: string[] }> {
  const { from, where } = measures[measure];
  const asked = values.map(({ dimension, value }) => ({ ...dimensionSql(measure, dimension), value }));
  const joins = [...new Set(asked.map(({ several }) => several))].filter((join) => join !== undefined).join('\n');
  const params: unknown[] = [...familyTable(codes), after, most];
  const filters = [
    `${measure === 'CASES' ? 't' : 'm'}.withdrawn_at IS NULL AND t.id IS NOT NULL`,
    ...conditions(where, spelledOut(filter, codes), params),
    ...asked.map(({ sql, value }) => `(${sql})::text IS NOT DISTINCT FROM $${params.push(value)}::text`),
  ];
  const [found] = await db.count<{ total: number; ids: string[] }>(
    `WITH behind AS MATERIALIZED (SELECT DISTINCT t.id FROM ${from} ${joins} WHERE ${filters.join(' AND ')}
      AND cardinality($1::text[]) = cardinality($2::text[]))
    SELECT (SELECT count(*) FROM behind) AS total,
      ARRAY(SELECT id FROM behind WHERE $3::uuid IS NULL OR id > $3 ORDER BY id LIMIT $4) AS ids`,
    params,
  );
  return found!;
}

/** Offence codes beside their families, each once, as the two parameters that the statements read them from. */
export function familyTable({ tables }: CodeBook): [string[], string[]] {
  const families = new Map<string, string>();
  for (const code of tables.offence.codes()) {
    const { family } = tables.offence.get(code)!;
    families.set(`${code}A`, family).set(code, family);
  }
  for (const code of tables.homeOfficeCode.codes()) families.set(code, tables.homeOfficeCode.get(code)!.family);
  return [[...families.keys()], [...families.values()]];
}
