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
  return db.query<RiskCount>(
    `WITH ${GROUPED}, made AS MATERIALIZED (
      SELECT a.case_id, a.instrument, a.grade, a.assessed_at, a.id FROM risk_assessments.risk_assessment a
      WHERE a.withdrawn_at IS NULL AND a.case_id IN (SELECT id FROM grouped)
    ), cells AS (
      SELECT case_id, 'PRESENT' AS col FROM made GROUP BY case_id
      UNION ALL SELECT DISTINCT case_id, 'INSTRUMENT:' || instrument FROM made
      UNION ALL (SELECT DISTINCT ON (case_id) case_id, 'GRADE:' || grade FROM made ORDER BY case_id, assessed_at DESC, id DESC)
      UNION ALL SELECT case_id, 'REASSESSED' FROM made GROUP BY case_id HAVING count(*) > 1
    ) SELECT g.key, c.col, count(*) AS n${split ? `, string_agg(g.id::text, ',') AS ids` : ''}
    FROM grouped g JOIN cells c ON c.case_id = g.id GROUP BY 1, 2 ORDER BY 1, 2`,
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
