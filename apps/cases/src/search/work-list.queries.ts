import { type Batch, type Database, type Transaction, conditions, isUuid } from '@throughline/subgraph';
import type { CaseFilter } from '../case/case.filter';
import { caseConditions } from '../case/case.queries';
import type { WorkList } from './work-list.model';

const COLUMNS = 'id, name, filter';

export function workListsOf(db: Database, owner: string): Promise<WorkList[]> {
  return db.query(`SELECT ${COLUMNS} FROM cases.work_list WHERE owner = $1 ORDER BY name, id`, [owner]);
}

export async function saveWorkList(
  transaction: Transaction,
  owner: string,
  name: string,
  filter: CaseFilter,
): Promise<WorkList> {
  const [saved] = await transaction.query<WorkList>(
    `INSERT INTO cases.work_list (owner, name, filter) VALUES ($1, $2, $3)
     ON CONFLICT (owner, name) DO UPDATE SET filter = excluded.filter, saved_at = now() RETURNING ${COLUMNS}`,
    [owner, name, JSON.stringify(filter)],
  );
  return saved!;
}

/** The list that was deleted; undefined where the owner has none of this id. */
export async function deleteWorkList(
  transaction: Transaction,
  owner: string,
  id: string,
): Promise<WorkList | undefined> {
  const sql = `DELETE FROM cases.work_list WHERE owner = $1 AND id = $2 RETURNING ${COLUMNS}`;
  return isUuid(id) ? (await transaction.query<WorkList>(sql, [owner, id]))[0] : undefined;
}

/** How many cases each filter lets through. `filter` is spelt out. */
export const countsOfFilters: Batch<CaseFilter, number> = async (db, filters) => {
  const params: unknown[] = [];
  const counts = filters.map((filter, index) => {
    const where = ['t.withdrawn_at IS NULL', ...conditions(caseConditions, filter, params)].join(' AND ');
    return `SELECT ${index} AS "index", count(*) AS n FROM cases."case" t WHERE ${where}`;
  });
  const rows = await db.query<{ index: number; n: number }>(counts.join('\nUNION ALL '), params);
  const byIndex = new Map(rows.map(({ index, n }) => [index, n]));
  return filters.map((_filter, index) => byIndex.get(index)!);
};
