import { type Batch, columns, conditions, table } from '@throughline/subgraph';
import { Definition } from './definition.model';

/** Every version, or those of one key, for the one key `all`. */
export const definitionsBy: Batch<'all', Definition[], { key?: string | null }> = async (db, keys, args) => {
  const params: unknown[] = [];
  const filter = ['t.withdrawn_at IS NULL', ...conditions({ key: 't.key = ?' }, args, params)];
  const rows = await db.query<Definition>(
    `SELECT ${columns(Definition, 't')} FROM ${table(Definition)} t
      WHERE ${filter.join(' AND ')} ORDER BY t.key, t.in_force_from, t.version, t.id`,
    params,
  );
  return keys.map(() => rows);
};
