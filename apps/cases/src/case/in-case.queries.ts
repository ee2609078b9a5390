import { type Class, type Row, columns, table } from '@throughline/subgraph';

/** A record that belongs to a case. */
export type InCase = Row & { caseId: string };

/** SQL that finds the case of a record, `$1`, without locking either: the case is to be locked first. */
export function caseOf(type: Class<InCase>): string {
  return `SELECT t.case_id AS "caseId" FROM ${table(type)} t WHERE t.id = $1::uuid AND t.withdrawn_at IS NULL`;
}

/** SQL for everything of a type that belongs to a case, `$1`. */
export function allInCase(type: Class<InCase>): string {
  return `SELECT ${columns(type, 't')} FROM ${table(type)} t WHERE t.case_id = $1 AND t.withdrawn_at IS NULL ORDER BY t.id`;
}
