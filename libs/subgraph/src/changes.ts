import { ALL_RIGHTS } from '@throughline/access';
import type { Database } from './database';
import { invalidInput } from './errors';
import { type FeedEntry, isPast, readFeed } from './feed';
import { type Class, isRecord, modelOf } from './model';

/** What became of a record. */
export type ChangeKind = 'CREATED' | 'UPDATED' | 'WITHDRAWN';

/** A change of a record that somebody may read: never what it says. */
export interface RecordChange {
  /** Of the record. */
  id: string;
  /** Record type, as bundles name it. */
  type: string;
  kind: ChangeKind;
  /** RFC 3339 in UTC. */
  at: string;
  /** Version of the record that the change led to: which of two is the later one. */
  version: number;
}

/** A part of a feed, as somebody may see it. */
export interface ChangesPart {
  /** Oldest first, each with the cursor behind it. */
  changes: (RecordChange & { cursor: string })[];
  /** Where to go on: behind all that was looked at, whether or not it may be seen. Null where there was nothing yet. */
  cursor: string | null;
  /** True where there was more than was looked at. */
  more: boolean;
}

export interface ChangesWanted {
  /** Cursor to begin behind; without it, the beginning. */
  after: string | null;
  /** Cursor of the last change that is wanted. */
  until?: string | null;
  /** So many changes at most; without it, as many as are looked at at once. */
  limit?: number | null;
}

/** So many changes at most are looked at at once, however few of them may be seen. */
export const CHANGES_LOOKED_AT = 1000;

/**
 * The next changes of records that the rights of `db` reach: of those, and of no others, PostgreSQL gives the ids from
 * their own tables, by the policies that reading them goes by. One statement for the feed and one for the ids.
 */
export async function readChanges(
  db: Database,
  records: readonly Class[],
  { after, until = null, limit }: ChangesWanted,
): Promise<ChangesPart> {
  if (limit !== undefined && limit !== null && (limit < 1 || limit > CHANGES_LOOKED_AT)) {
    throw invalidInput([{ field: 'limit', reason: `must be from 1 to ${CHANGES_LOOKED_AT}` }]);
  }
  // What there is to look at is a matter of the feed, and nobody is told of it.
  const found = await readFeed(db.as(ALL_RIGHTS), after, CHANGES_LOOKED_AT);
  const entries = until === null ? found : found.filter(({ cursor }) => !isPast(cursor, until));
  const readable = await readableOf(db, records, entries);
  const seen = entries.filter(({ id }) => readable.has(id));
  const changes = seen.slice(0, limit ?? seen.length).map(told);
  const isCut = changes.length < seen.length;
  const last = isCut ? changes.at(-1) : entries.at(-1);
  return {
    changes,
    cursor: last?.cursor ?? after,
    more: isCut || (entries.length === CHANGES_LOOKED_AT && entries.at(-1)!.cursor !== until),
  };
}

/** Those of the records that the rights of `db` reach, withdrawn ones too, in one statement. */
export async function readableOf(
  db: Database,
  records: readonly Class[],
  entries: readonly Pick<FeedEntry, 'type' | 'id'>[],
): Promise<Set<string>> {
  const models = records.map(modelOf).filter(isRecord);
  const wanted = models.flatMap(({ record, table }) => {
    const ids = entries.filter(({ type }) => type === record).map(({ id }) => id);
    return ids.length > 0 ? [{ table, ids: [...new Set(ids)] }] : [];
  });
  if (wanted.length === 0) return new Set();
  const selects = wanted.map(({ table }, n) => `SELECT id FROM ${table} WHERE id = ANY($${n + 1}::uuid[])`);
  const rows = await db.read<{ id: string }>(
    selects.join(' UNION ALL '),
    wanted.map(({ ids }) => ids),
  );
  return new Set(rows.map(({ id }) => id));
}

function told({ cursor, id, type, at, version, action }: FeedEntry): RecordChange & { cursor: string } {
  const kind = /^(WITHDRAW|UNLINK)/i.test(action) ? 'WITHDRAWN' : version === 1 ? 'CREATED' : 'UPDATED';
  return { cursor, id, type, kind, at, version };
}
