import { type Batch, table } from '@throughline/subgraph';
import { RiskAssessment } from '../assessment/assessment.model';

/** What the behaviour rules read of an assessment, and its case, which row rules are about. */
export type AssessmentFact = Pick<
  RiskAssessment,
  'id' | 'suspectId' | 'victimId' | 'caseId' | 'assessedAt' | 'timeKnown' | 'grade' | 'respondsTo'
>;

const assessmentsOf = `SELECT id, suspect_id AS "suspectId", victim_id AS "victimId", case_id AS "caseId", assessed_at AS "assessedAt",
    time_known AS "timeKnown", grade, responds_to AS "respondsTo"
  FROM ${table(RiskAssessment)} WHERE suspect_id = ANY($1::uuid[]) AND withdrawn_at IS NULL`;

/** Assessments of the risk from each of the suspects. */
export const assessmentFactsOfSuspects: Batch<string, AssessmentFact[]> = async (db, ids) => {
  const facts = new Map<string, AssessmentFact[]>(ids.map((id) => [id, []]));
  for (const fact of await db.query<AssessmentFact>(assessmentsOf, [ids])) facts.get(fact.suspectId)!.push(fact);
  return ids.map((id) => facts.get(id)!);
};
