import { type CaseDimension, type CaseFilter, type CodeBook, type Database, conditions } from '@throughline/subgraph';
import { spelledOut } from '../case/case.filter';
import { caseConditions } from '../case/case.queries';
import { onlyValue } from '../inspected/only-value';
import { familyTable } from './statistics.queries';

/**
 * How conduct is described from the record over the decision to the charge, where each of the three can call it stalking
 * or something else:
 * - THROUGHOUT and NEVER: as stalking wherever it is described, and nowhere;
 * - LOST: as stalking first and no longer at the end; FOUND: the other way round; AND_BACK: once changed and changed back;
 * - ONCE_STALKING and ONCE_OTHER: described in one place only;
 * - NOT_DESCRIBED: neither recorded, decided nor charged.
 */
export const descriptions = [
  'THROUGHOUT',
  'NEVER',
  'LOST',
  'FOUND',
  'AND_BACK',
  'ONCE_STALKING',
  'ONCE_OTHER',
  'NOT_DESCRIBED',
] as const;
export type Description = (typeof descriptions)[number];

export interface DescriptionCount {
  row: string | null;
  description: Description;
  n: number;
}

const FAMILIES = 'unnest($1::text[], $2::text[])';
const isStalking = (family: string) => `bool_or(coalesce(${family} LIKE 'STALKING%', false))`;

/**
 * Cases with acts of stalking (Protection from Harassment Act 1997 s.2A(3)) on two days or more, by a dimension of which
 * each has one value, and by how they are described. A crime's included classifications and the families that a decision
 * accepted are descriptions too. One statement.
 */
export function descriptionCounts(
  db: Database,
  codes: CodeBook,
  by: CaseDimension,
  filter: CaseFilter | undefined,
): Promise<DescriptionCount[]> {
  const params: unknown[] = familyTable(codes);
  const { sql, join = '' } = onlyValue(by, FAMILIES);
  const where = ['t.withdrawn_at IS NULL', ...conditions(caseConditions, spelledOut(filter, codes), params)];
  return db.count<DescriptionCount>(
    `WITH conduct AS MATERIALIZED (
      SELECT i.case_id FROM cases.incident i
      WHERE i.withdrawn_at IS NULL AND i.evidence <> 'DISPROVED'
        AND EXISTS (SELECT FROM unnest(i.behaviours) AS act WHERE act LIKE 'S2A%')
      GROUP BY i.case_id HAVING count(DISTINCT (i.occurred_from AT TIME ZONE 'Europe/London')::date) > 1
    ), described AS MATERIALIZED (
      SELECT t.id, ${sql} AS row FROM cases."case" t JOIN conduct ON conduct.case_id = t.id ${join}
      WHERE ${where.join(' AND ')} AND cardinality($1::text[]) = cardinality($2::text[])
    ), recorded AS (
      SELECT r.case_id, ${isStalking('f.family')} AS stalking FROM cases.recorded_crime r
      CROSS JOIN LATERAL unnest(r.included_classifications || r.principal_offence) AS named(code)
      LEFT JOIN ${FAMILIES} AS f(code, family) ON f.code = named.code
      WHERE r.withdrawn_at IS NULL AND named.code IS NOT NULL AND r.case_id IN (SELECT id FROM described) GROUP BY 1
    ), decided AS (
      SELECT d.case_id, ${isStalking('c.family')} AS stalking FROM cases.charging_decision d
      CROSS JOIN LATERAL jsonb_to_recordset(d.considered) AS c(family text, accepted boolean)
      WHERE d.withdrawn_at IS NULL AND c.accepted AND d.case_id IN (SELECT id FROM described) GROUP BY 1
    ), charged AS (
      SELECT c.case_id, ${isStalking('f.family')} AS stalking FROM cases.charge c
      LEFT JOIN ${FAMILIES} AS f(code, family) ON f.code = c.offence
      WHERE c.withdrawn_at IS NULL AND c.case_id IN (SELECT id FROM described) GROUP BY 1
    ), labels AS (
      SELECT d.row, array_remove(ARRAY[recorded.stalking, decided.stalking, charged.stalking], NULL) AS said
      FROM described d LEFT JOIN recorded ON recorded.case_id = d.id LEFT JOIN decided ON decided.case_id = d.id
      LEFT JOIN charged ON charged.case_id = d.id
    ) SELECT row, CASE WHEN cardinality(said) = 0 THEN 'NOT_DESCRIBED'
        WHEN cardinality(said) = 1 THEN CASE WHEN said[1] THEN 'ONCE_STALKING' ELSE 'ONCE_OTHER' END
        WHEN true <> ALL(said) THEN 'NEVER' WHEN false <> ALL(said) THEN 'THROUGHOUT'
        WHEN said[1] = said[cardinality(said)] THEN 'AND_BACK' WHEN said[1] THEN 'LOST' ELSE 'FOUND' END AS description,
      count(*) AS n
    FROM labels GROUP BY 1, 2`,
    params,
  );
}
