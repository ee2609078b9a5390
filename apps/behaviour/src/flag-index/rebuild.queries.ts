import type { Database, Leader } from '@throughline/subgraph';

/** How far a rebuild has come. */
export interface Rebuild {
  beganAt: string;
  /** Cursor of the last page of suspects that was listed. */
  after: string | null;
  suspects: number;
  listedAt: string | null;
  endedAt: string | null;
}

/** What is told of a rebuild. */
export interface RebuildStatus {
  beganAt: string;
  endedAt: string | null;
  suspects: number;
  /** Whether all suspects are counted. */
  listed: boolean;
  /** Suspects still to be looked at. */
  remaining: number;
}

const COLUMNS = `began_at AS "beganAt", after, suspects, listed_at AS "listedAt", ended_at AS "endedAt"`;

/** Has everybody looked at again, and tells when that was asked for. A rebuild that is under way begins anew. */
export const REQUEST_REBUILD = `INSERT INTO behaviour.rebuild (rules, began_at) VALUES ('', clock_timestamp())
  ON CONFLICT (one) DO UPDATE SET began_at = excluded.began_at, after = NULL, suspects = 0, listed_at = NULL, ended_at = NULL
  RETURNING began_at AS "beganAt"`;

/** What is told of the last rebuild, and of those who cannot be looked at. */
export async function statusOfRebuild(db: Database): Promise<{ failing: number; rebuild: RebuildStatus | null }> {
  const [status] = await db.query<RebuildStatus & { failing: number }>(
    `SELECT failing, began_at AS "beganAt", ended_at AS "endedAt", suspects, listed_at IS NOT NULL AS listed, remaining
     FROM (SELECT count(*) FILTER (WHERE failures > 0) AS failing,
         count(*) FILTER (WHERE since <= (SELECT began_at FROM behaviour.rebuild)) AS remaining FROM behaviour.pending) AS waiting
       LEFT JOIN behaviour.rebuild ON true`,
  );
  const { failing, ...rebuild } = status!;
  // The database gives null for a rebuild that there never was.
  return { failing, rebuild: (rebuild.beganAt as string | null) === null ? null : rebuild };
}

/**
 * Requests a rebuild where the index was made by other rules. An index that has just begun needs none: it reads every
 * feed from the beginning.
 */
export async function rebuildIfMadeByOthers(leader: Leader, rules: string): Promise<void> {
  await leader.transaction(async (client) => {
    await client.query(
      `INSERT INTO behaviour.rebuild (rules, began_at, listed_at, ended_at) VALUES ($1, now(), now(), now()) ON CONFLICT (one) DO NOTHING`,
      [rules],
    );
    const { rowCount } = await client.query('UPDATE behaviour.rebuild SET rules = $1 WHERE rules <> $1', [rules]);
    if (rowCount) await client.query(REQUEST_REBUILD);
  });
}

export async function lastRebuild(db: Database): Promise<Rebuild | undefined> {
  const [rebuild] = await db.query<Rebuild>(`SELECT ${COLUMNS} FROM behaviour.rebuild`);
  return rebuild;
}

/**
 * Marks a page of suspects, behind whatever a change has marked. After the last of them, everybody whom the index knows:
 * those of whom there is no record any longer among them. Does nothing where the rebuild has begun anew meanwhile.
 */
export async function markPage(
  leader: Leader,
  { beganAt }: Rebuild,
  suspects: readonly string[],
  next: string | null,
): Promise<void> {
  await leader.transaction(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE behaviour.rebuild SET after = $2, suspects = suspects + $3, listed_at = CASE WHEN $2::text IS NULL THEN clock_timestamp() END
       WHERE began_at = $1`,
      [beganAt, next, suspects.length],
    );
    if (!rowCount) return;
    await client.query(mark('unnest($2::uuid[]) AS s(id)'), [beganAt, suspects]);
    if (next === null) await client.query(mark('behaviour.person, unnest(linked_ids) AS s(id)'), [beganAt]);
  });
}

const mark = (suspects: string) => `INSERT INTO behaviour.pending (suspect, since, rebuild)
  SELECT DISTINCT s.id, $1::timestamptz, true FROM ${suspects} ORDER BY 1
  ON CONFLICT (suspect) DO UPDATE SET stamp = excluded.stamp, since = least(pending.since, excluded.since),
    failures = 0, retry_at = NULL`;

/** Notes the end of a rebuild once everybody whom it marked has been looked at, or cannot be. */
export async function endRebuild(leader: Leader): Promise<void> {
  await leader.transaction((client) =>
    client.query(
      `UPDATE behaviour.rebuild SET ended_at = clock_timestamp() WHERE listed_at IS NOT NULL AND ended_at IS NULL AND NOT EXISTS (
        SELECT FROM behaviour.pending WHERE since <= began_at AND rebuild IN (true, false) AND failures = 0)`,
    ),
  );
}
