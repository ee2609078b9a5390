import type { ChangeNotice, Leader } from '@throughline/subgraph';
import { ACTIVITY_CHANNEL } from '../activity/activity.queries';
import { REQUEST_REBUILD } from './rebuild.queries';

/** Where a feed was read to; null for one that was never read. */
export async function cursorOf(leader: Leader, subgraph: string): Promise<string | null> {
  return leader.transaction(async (client) => {
    const { rows } = await client.query<{ cursor: string | null }>(
      'SELECT cursor FROM behaviour.feed_cursor WHERE subgraph = $1',
      [subgraph],
    );
    return rows[0]?.cursor ?? null;
  });
}

/**
 * Takes in a batch of a feed: whom each change concerns is told as their activity and marked to be looked at again, in
 * the transaction that moves the cursor, so that each change is told once. A case or a guidance document concerns those
 * in whose facts it was last found; in anybody's to whom it is new, it came with a change that names them.
 */
const TAKE_IN = `WITH notice AS MATERIALIZED (
    SELECT n.*, nextval('behaviour.activity_seq') AS seq FROM (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS n(n integer, at timestamptz, type text, id uuid, version integer,
        action text, suspects uuid[], cases uuid[], guidance text[]) ORDER BY n
    ) AS n
  ), in_case AS (
    SELECT linked_ids, unnest(case_ids) AS id FROM behaviour.person
    WHERE person = ANY(ARRAY(SELECT behaviour.person_by_case_ids(ARRAY(SELECT unnest(cases) FROM notice))))
  ), under_guidance AS (
    SELECT linked_ids, unnest(guidance) AS key FROM behaviour.person
    WHERE person = ANY(ARRAY(SELECT behaviour.person_by_guidance(ARRAY(SELECT unnest(guidance) FROM notice))))
  ), concerned AS (
    SELECT seq, unnest(suspects) AS suspect FROM notice
    UNION SELECT seq, unnest(linked_ids) FROM notice, unnest(cases) AS one(id) JOIN in_case USING (id)
    UNION SELECT seq, unnest(linked_ids) FROM notice, unnest(guidance) AS one(key) JOIN under_guidance USING (key)
  ), told AS (
    INSERT INTO behaviour.activity (suspect, seq, at, kind, subgraph, record_type, record, version)
    SELECT suspect, seq, at, CASE WHEN action = 'WITHDRAW' THEN 'WITHDRAWN' WHEN version = 1 THEN 'RECORDED' ELSE 'CHANGED' END,
      $2, type, id, version FROM concerned JOIN notice USING (seq) ORDER BY suspect, seq
    RETURNING suspect, at
  ), marked AS (
    INSERT INTO behaviour.pending (suspect, since) SELECT suspect, min(at) FROM told GROUP BY suspect ORDER BY suspect
    ON CONFLICT (suspect) DO UPDATE SET stamp = excluded.stamp, since = least(pending.since, excluded.since),
      rebuild = false, failures = 0, retry_at = NULL
    RETURNING suspect
  ), moved AS (
    INSERT INTO behaviour.feed_cursor (subgraph, cursor, at) VALUES ($2, $3, $4)
    ON CONFLICT (subgraph) DO UPDATE SET cursor = excluded.cursor, at = excluded.at
  ), named AS (
    SELECT count(*) AS marked, coalesce(string_agg(suspect::text, ','), '') AS suspects FROM marked
  ) SELECT marked, CASE WHEN marked > 0 THEN
      pg_notify('${ACTIVITY_CHANNEL}', CASE WHEN octet_length(suspects) < 8000 THEN suspects ELSE '' END) END FROM named`;

export interface FeedBatch {
  subgraph: string;
  notices: readonly ChangeNotice[];
}

/**
 * Takes a batch in; `before` is called when nothing else is being written any more. Returns how many suspects it
 * marked. A change of a definition concerns everybody.
 */
export async function takeIn(leader: Leader, { subgraph, notices }: FeedBatch, before: () => void): Promise<number> {
  const { cursor, at } = notices.at(-1)!;
  const numbered = notices.map(({ at: when, type, id, version, action, suspects, cases, guidance }, n) => ({
    n,
    at: when,
    type,
    id,
    version,
    action,
    suspects,
    cases,
    guidance,
  }));
  return leader.transaction(async (client) => {
    before();
    const { rows } = await client.query<{ marked: number }>(TAKE_IN, [JSON.stringify(numbered), subgraph, cursor, at]);
    if (notices.some(({ type }) => type === 'definition')) await client.query(REQUEST_REBUILD);
    return rows[0]!.marked;
  });
}

/** Notes that a feed had nothing more to tell at a moment, unless it has been read further since. */
export async function upToDate(leader: Leader, subgraph: string, cursor: string | null, at: Date): Promise<void> {
  await leader.transaction((client) =>
    client.query(
      `INSERT INTO behaviour.feed_cursor AS held (subgraph, cursor, at) VALUES ($1, $2, $3)
       ON CONFLICT (subgraph) DO UPDATE SET at = greatest(held.at, excluded.at)
       WHERE held.cursor IS NOT DISTINCT FROM excluded.cursor`,
      [subgraph, cursor, at],
    ),
  );
}
