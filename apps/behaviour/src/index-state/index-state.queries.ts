import type { Batch } from '@throughline/subgraph';

/** How far the index of flags and meetings has followed the records. */
export interface IndexState {
  /** Null where it has followed nothing yet. */
  asOf: string | null;
  lagSeconds: number | null;
  pending: number;
  rebuilding: boolean;
}

/** For the one key `all`. What a feed was read to is as of then, and whoever waits, as of when they began to. */
export const indexState: Batch<'all', IndexState> = async (db, keys) => {
  const [found] = await db.query<IndexState>(
    `SELECT as_of AS "asOf", pending, rebuilding,
       CASE WHEN as_of IS NOT NULL THEN greatest(0, extract(epoch FROM now() - as_of))::float8 END AS "lagSeconds"
     FROM behaviour.index_state()`,
  );
  return keys.map(() => found!);
};
