import { type CaseDimension, type CaseFilter, type CodeBook, type Database, conditions } from '@throughline/subgraph';
import { caseConditions } from '../case/case.queries';
import { spelledOut } from '../case/case.filter';
import { familyTable } from '../statistics/statistics.queries';
import { onlyValue } from './only-value';

/** A stratum of a frame: how many cases it has, and the first of them in the order in which files are drawn. */
export interface FrameStratum {
  /** The value that its cases share; null of those for which nothing was recorded. */
  key: string | null;
  size: number;
  /** SHA-256, in hex, of the ids of all its cases in ascending order, one a line. */
  digest: string;
  /** Ids with what is known of the files, in the order of drawing. */
  first: { id: string; availability: string | null }[];
}

/**
 * The cases that a filter finds, by strata, each in the order of the SHA-256 of the seed, a line feed and the case's id:
 * whoever has the seed and the ids can put them in this order again. `most` of each stratum are given.
 */
export async function frameOf(
  db: Database,
  codes: CodeBook,
  filter: CaseFilter,
  stratifyBy: CaseDimension | null,
  seed: string,
  most: number,
): Promise<FrameStratum[]> {
  const params: unknown[] = [...familyTable(codes), seed, most];
  const { sql, join = '' } = stratifyBy
    ? onlyValue(stratifyBy, 'unnest($1::text[], $2::text[])')
    : { sql: 'NULL::text' };
  const where = ['t.withdrawn_at IS NULL', ...conditions(caseConditions, spelledOut(filter, codes), params)];
  return db.query<FrameStratum>(
    `WITH frame AS (
      SELECT t.id, t.file_availability AS availability, ${sql} AS stratum FROM cases."case" t ${join}
      WHERE ${where.join(' AND ')} AND cardinality($1::text[]) = cardinality($2::text[])
    ), ordered AS (
      SELECT *, row_number() OVER (PARTITION BY stratum
        ORDER BY sha256(convert_to($3 || E'\\n' || id::text, 'UTF8')), id) AS place FROM frame
    ) SELECT stratum AS key, count(*) AS size,
      encode(sha256(convert_to(string_agg(id::text, E'\\n' ORDER BY id), 'UTF8')), 'hex') AS digest,
      coalesce(json_agg(json_build_object('id', id, 'availability', availability) ORDER BY place)
        FILTER (WHERE place <= $4::integer), '[]') AS first
    FROM ordered GROUP BY stratum ORDER BY stratum`,
    params,
  );
}
