import { type Database, GROUPED, type Group, groupParams } from '@throughline/subgraph';

/** How many files of a group something is true of; with `ids` where the files themselves were asked for. */
export interface RiskCount {
  key: string;
  col: string;
  n: number;
  ids?: string;
}

/**
 * What was done about the risk in the files of the groups, from the assessments that name their case and that the caller
 * may see: PRESENT, each INSTRUMENT used, the GRADE of the latest, and REASSESSED where there is more than one. A file
 * is counted under each that is true of it; one statement.
 */
export function riskCounts(db: Database, groups: readonly Group[], split: boolean): Promise<RiskCount[]> {
  return db.count<RiskCount>(
    `WITH ${GROUPED}, made AS (
      SELECT a.case_id, array_agg(DISTINCT a.instrument) AS instruments,
        (array_agg(a.grade ORDER BY a.assessed_at DESC, a.id DESC))[1] AS grade, count(*) > 1 AS again
      FROM risk_assessments.risk_assessment a
      WHERE a.withdrawn_at IS NULL AND a.case_id IN (SELECT id FROM grouped) GROUP BY a.case_id
    -- Files that are alike in all of this are few kinds: what is true of each kind is looked at once.
    ), alike AS (
      SELECT g.key, m.instruments, m.grade, m.again, count(*) AS n${split ? `, string_agg(g.id::text, ',') AS ids` : ''}
      FROM grouped g JOIN made m ON m.case_id = g.id GROUP BY 1, 2, 3, 4
    ) SELECT a.key, c.col, sum(a.n)::bigint AS n${split ? `, string_agg(a.ids, ',') AS ids` : ''}
    FROM alike a CROSS JOIN LATERAL (
      SELECT 'PRESENT' AS col UNION ALL SELECT 'INSTRUMENT:' || i FROM unnest(a.instruments) AS i
      UNION ALL SELECT 'GRADE:' || a.grade UNION ALL SELECT 'REASSESSED' WHERE a.again
    ) c WHERE c.col IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
    groupParams(groups),
  );
}

/** The day, in London, of an assessment that names a case. */
export interface CaseAssessment {
  caseId: string;
  on: string;
}

/** The assessments that name these cases, oldest first; one statement. */
export function assessmentsOfCases(db: Database, caseIds: readonly string[]): Promise<CaseAssessment[]> {
  return db.query<CaseAssessment>(
    `SELECT a.case_id AS "caseId", (a.assessed_at AT TIME ZONE 'Europe/London')::date AS on
     FROM risk_assessments.risk_assessment a WHERE a.case_id = ANY($1::uuid[]) AND a.withdrawn_at IS NULL
     ORDER BY a.assessed_at, a.id`,
    [caseIds],
  );
}
