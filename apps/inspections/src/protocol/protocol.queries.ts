import { type Batch, columns, conditions, table } from '@throughline/subgraph';
import { Protocol } from './protocol.model';

/** Every version, or those of one key, for the one key `all`. */
export const protocolsBy: Batch<'all', Protocol[], { key?: string | null }> = async (db, keys, args) => {
  const params: unknown[] = [];
  const filter = ['t.withdrawn_at IS NULL', ...conditions({ key: 't.key = ?' }, args, params)];
  const rows = await db.query<Protocol>(
    `SELECT ${columns(Protocol, 't')} FROM ${table(Protocol)} t
      WHERE ${filter.join(' AND ')} ORDER BY t.key, t.in_force_from, t.version, t.id`,
    params,
  );
  return keys.map(() => rows);
};
