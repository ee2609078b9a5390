import type { Database } from './database';
import { invalidInput } from './errors';

/** A change of a record, as others follow it: what and when, never the content. */
export interface FeedEntry {
  /** Where to go on reading after this one. */
  cursor: string;
  at: string;
  type: string;
  id: string;
  version: number;
  action: string;
}

/**
 * Changes after `cursor` (from the beginning without one), oldest first. Only those of transactions older than any
 * that is still running: a transaction that commits late can then never slip in behind a reader who has gone on.
 */
export async function readFeed(db: Database, cursor: string | null, limit = 1000): Promise<FeedEntry[]> {
  const [tx, seq] = cursor === null ? ['0', '0'] : cursorParts(cursor);
  return db.query<FeedEntry>(
    `SELECT tx::text || ':' || seq AS cursor, at, type, record AS id, version, action FROM ${db.schema}.change
     WHERE (tx, seq) > ($1::text::xid8, $2::bigint) AND tx < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY tx, seq LIMIT $3`,
    [tx, seq, limit],
  );
}

/**
 * Cursor of the last change that there is, null where there is none. Until a transaction that is still running has
 * ended, it may lie beyond what can be read yet: who has read to it has read all that was recorded.
 */
export async function lastOfFeed(db: Database): Promise<string | null> {
  const [last] = await db.query<{ cursor: string }>(
    `SELECT tx::text || ':' || seq AS cursor FROM ${db.schema}.change ORDER BY tx DESC, seq DESC LIMIT 1`,
  );
  return last?.cursor ?? null;
}

/**
 * The cursor behind which lies whatever had not ended when it was asked for: who begins there misses nothing that is
 * yet to come, of transactions that were running neither.
 */
export async function endOfFeed(db: Database): Promise<string> {
  const [row] = await db.query<{ xmin: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin');
  return `${BigInt(row!.xmin) - 1n}:${LAST_NUMBER}`;
}

/** The greatest number there is: none of the transaction comes behind it. */
const LAST_NUMBER = 2n ** 63n - 1n;

/** True where a cursor lies behind another. Throws `INVALID_INPUT` where one of them is none. */
export function isPast(cursor: string, other: string): boolean {
  const [tx, seq] = cursorParts(cursor).map(BigInt) as [bigint, bigint];
  const [otherTx, otherSeq] = cursorParts(other).map(BigInt) as [bigint, bigint];
  return tx > otherTx || (tx === otherTx && seq > otherSeq);
}

/** A cursor of a feed: `<transaction>:<number>`. */
export const CURSOR = /^(\d{1,20}):(\d{1,19})$/;

/** Transaction and number of a change. Throws `INVALID_INPUT` where the text is no cursor of a feed. */
export function cursorParts(cursor: string): [tx: string, seq: string] {
  const parts = CURSOR.exec(cursor);
  if (!parts) throw invalidInput([{ field: 'cursor', reason: `${JSON.stringify(cursor)} is no cursor of the feed` }]);
  return [parts[1]!, parts[2]!];
}

/** However a wake-up was missed, nothing waits longer than this. */
const AT_LATEST_MS = 1000;

/** What a notification carries when an import has ended; while it is under way, how many changes it made. */
export const IMPORT_ENDED = 'import ended';

/** So many changes in one transaction are part of a large import. */
const MANY = 100;
/** A large import that has not come on for so long will not. */
const PAUSE_MS = 5_000;
/** Longer than this nobody waits for large imports to end. */
const PATIENCE_MS = 300_000;

/**
 * Follows the feed for as long as `signal` allows: batches as they come, woken by `NOTIFY`. The table is the truth; a
 * notification only says that it is worth looking. A transaction that was still running when it came is looked for
 * again shortly after. Followers keep out of the way of a large import: read whole, it is less work for both.
 */
export async function* followFeed(
  db: Database,
  cursor: string | null,
  signal: AbortSignal,
): AsyncGenerator<FeedEntry[]> {
  let ring = () => {};
  const wake = () => ring();
  let lastOfMany = -Infinity;
  const hear = (payload: string) => {
    if (payload === IMPORT_ENDED) lastOfMany = -Infinity;
    else if (Number(payload) >= MANY) lastOfMany = performance.now();
    wake();
  };
  const forget = await db.listener.listen(`throughline_${db.schema}`, hear);
  signal.addEventListener('abort', wake);
  try {
    let after = cursor;
    let caughtUp = performance.now();
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => (ring = resolve));
      const isWaiting = performance.now() < Math.min(lastOfMany + PAUSE_MS, caughtUp + PATIENCE_MS);
      const entries = isWaiting ? [] : await readFeed(db, after);
      if (entries.length > 0) {
        after = entries.at(-1)!.cursor;
        yield entries;
        continue;
      }
      if (!isWaiting) caughtUp = performance.now();
      const late = setTimeout(wake, AT_LATEST_MS);
      await woken;
      clearTimeout(late);
    }
  } finally {
    signal.removeEventListener('abort', wake);
    forget();
  }
}
