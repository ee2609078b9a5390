import type { Batch, Transaction } from '@throughline/subgraph';
import type { ConflictOfInterest } from './conflict.model';

const CONFLICT = `c.inspection_id AS "inspectionId", json_build_object('id', c.case_id) AS case, c.examiner, c.reason, c.at,
  c.recorded_by AS "recordedBy"`;

export const conflictsOfInspections: Batch<string, ConflictOfInterest[]> = async (db, ids) => {
  const rows = await db.query<ConflictOfInterest>(
    `SELECT ${CONFLICT} FROM inspections.conflict_of_interest c WHERE c.inspection_id = ANY($1::uuid[]) ORDER BY c.at, c.case_id, c.examiner`,
    [ids],
  );
  return ids.map((id) => rows.filter(({ inspectionId }) => inspectionId === id));
};

/** Why somebody must not examine a file, where they must not. */
export async function conflictOf(
  transaction: Transaction,
  inspectionId: string,
  caseId: string,
  examiner: string,
): Promise<string | undefined> {
  const [row] = await transaction.query<{ reason: string }>(
    `SELECT reason FROM inspections.conflict_of_interest WHERE inspection_id = $1 AND case_id = $2 AND examiner = $3`,
    [inspectionId, caseId, examiner],
  );
  return row?.reason;
}

export async function recordConflict(
  transaction: Transaction,
  given: { inspectionId: string; caseId: string; examiner: string; reason: string; recordedBy: string },
): Promise<ConflictOfInterest> {
  const { inspectionId, caseId, examiner, reason, recordedBy } = given;
  const [row] = await transaction.query<ConflictOfInterest>(
    `INSERT INTO inspections.conflict_of_interest AS c (inspection_id, case_id, examiner, reason, recorded_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (inspection_id, case_id, examiner) DO UPDATE SET reason = excluded.reason, at = now(), recorded_by = excluded.recorded_by
     RETURNING ${CONFLICT}`,
    [inspectionId, caseId, examiner, reason, recordedBy],
  );
  return row!;
}
