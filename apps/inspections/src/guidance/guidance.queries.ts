import { type Batch, columns, table } from '@throughline/subgraph';
import { Guidance } from './guidance.model';
import { registryOf } from './guidance.service';

/** The whole registry, for the one key `all`: a few dozen rows, of which any decision may need several. */
export const guidanceRegistry: Batch<'all', Guidance[]> = async (db, keys) => {
  const rows = await db.query<Guidance>(
    `SELECT ${columns(Guidance, 't')} FROM ${table(Guidance)} t WHERE t.withdrawn_at IS NULL
      ORDER BY t.key, t.in_force_from, t.version, t.id`,
  );
  const registry = registryOf(rows);
  return keys.map(() => registry);
};
