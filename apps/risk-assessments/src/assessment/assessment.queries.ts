import {
  type Batch,
  type Conditions,
  KEYS,
  type RiskGrade,
  columns,
  connection,
  listOf,
  statement,
  table,
} from '@throughline/subgraph';
import { RiskAssessment } from './assessment.model';
import type { RiskAssessmentFilter } from './assessment.resolver';

const newestFirst = 't.assessed_at DESC, t.id DESC';

export const assessmentsOfSuspects = listOf(RiskAssessment, 'suspect_id', newestFirst);
export const assessmentsOfVictims = listOf(RiskAssessment, 'victim_id', newestFirst);
export const assessmentsOfCases = listOf(RiskAssessment, 'case_id', newestFirst);

const CURRENT = statement(
  `SELECT DISTINCT ON (t.suspect_id) ${columns(RiskAssessment, 't')} FROM ${table(RiskAssessment)} t
    WHERE t.suspect_id = ANY(${KEYS}) AND t.withdrawn_at IS NULL ORDER BY t.suspect_id, ${newestFirst}`,
);

/** The newest assessment of each suspect, `null` where there is none. */
export const currentRiskOfSuspects: Batch<string, RiskAssessment | null> = async (db, suspects) => {
  const rows = await db.prepared<RiskAssessment>(CURRENT, [suspects]);
  const latest = new Map(rows.map((row) => [row.suspectId, row]));
  return suspects.map((id) => latest.get(id) ?? null);
};

/** Ids of the suspects whose newest assessment has this grade, for each of the grades. */
export const suspectsCurrentlyGraded: Batch<RiskGrade, string[]> = async (db, grades) => {
  const rows = await db.query<{ id: string; grade: RiskGrade }>(
    `SELECT t.suspect_id AS id, t.grade FROM ${table(RiskAssessment)} t
     WHERE t.grade = ANY($1::text[]) AND t.withdrawn_at IS NULL AND t.suspect_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM ${table(RiskAssessment)} newer WHERE newer.suspect_id = t.suspect_id
         AND (newer.assessed_at, newer.id) > (t.assessed_at, t.id) AND newer.withdrawn_at IS NULL)`,
    [grades],
  );
  return grades.map((grade) => rows.filter((row) => row.grade === grade).map(({ id }) => id));
};

const where: Conditions<RiskAssessmentFilter> = {
  suspectId: 't.suspect_id = ?::uuid',
  victimId: 't.victim_id = ?::uuid',
  caseId: 't.case_id = ?::uuid',
  grades: 't.grade = ANY(?::text[])',
  triggers: 't.trigger = ANY(?::text[])',
  instrumentKey: 't.instrument = ?',
  instrumentVersion: 't.instrument_version = ?',
  overridden: '(t.computed_grade IS NOT NULL AND t.computed_grade <> t.grade) = ?::boolean',
  assessedFrom: `t.assessed_at >= ?::date::timestamp AT TIME ZONE 'Europe/London'`,
  assessedTo: `t.assessed_at < (?::date + 1)::timestamp AT TIME ZONE 'Europe/London'`,
};

export const allAssessments = connection<RiskAssessment, RiskAssessmentFilter>(RiskAssessment, {
  where,
  sorts: {
    ASSESSED_AT_DESC: { sql: 't.assessed_at', type: 'timestamptz', direction: 'DESC' },
    ASSESSED_AT_ASC: { sql: 't.assessed_at', type: 'timestamptz', direction: 'ASC' },
  },
});
