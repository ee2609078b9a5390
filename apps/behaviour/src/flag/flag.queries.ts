import type * as Conduct from '@throughline/conduct';
import {
  type Batch,
  type Conditions,
  type Connection,
  type Database,
  type PageRequest,
  conditions,
  isUuid,
} from '@throughline/subgraph';
import { cursorOf, keysOf, pageOf } from '../page';
import { type Flag, type FlagReviewStatus, type PastReview, shownFlag } from './flag.model';
import type { FlagFilter } from './flag.resolver';

/** What the index holds of a flag beside what the rule found. */
export interface FlagState {
  raisedAt: string;
  closedAt: string | null;
  returnedAt: string | null;
  forces: string[];
  status: FlagReviewStatus;
  reason: string | null;
  reviewedBy: string | null;
  reviewedAt: string | null;
}

const state = `t.raised_at AS "raisedAt", t.closed_at AS "closedAt", t.returned_at AS "returnedAt", t.forces,
  t.review_status AS status, t.review_reason AS reason, t.reviewed_by AS "reviewedBy", t.reviewed_at AS "reviewedAt"`;

/** Where the reviews of flags stand; null for flags that the index does not hold. */
export const statesOfFlags: Batch<string, FlagState | null> = async (db, ids) => {
  const sql = `SELECT t.id, ${state} FROM behaviour.flag t WHERE t.id = ANY($1::uuid[])`;
  const rows = new Map((await db.query<FlagState & { id: string }>(sql, [ids])).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id) ?? null);
};

/** Every review of flags, newest first. */
export const reviewsOfFlags: Batch<string, PastReview[]> = async (db, ids) => {
  const rows = await db.query<PastReview & { flagId: string }>(
    `SELECT flag_id AS "flagId", status, reason, at AS "reviewedAt", actor AS "reviewedBy"
     FROM behaviour.flag_review WHERE flag_id = ANY($1::uuid[]) ORDER BY seq DESC`,
    [ids],
  );
  return ids.map((id) => rows.filter(({ flagId }) => flagId === id));
};

/** A flag as the index holds it. */
export interface FlagRow extends FlagState {
  flag: Conduct.Flag;
  person: string;
}

export const flagColumns = `t.flag, t.person, ${state}`;

/** A flag of the index as the schema shows it. */
export const storedFlag = ({ flag, person, ...stored }: FlagRow): Flag => shownFlag(flag, person, stored);

/** Flags of the index by id, closed ones too. */
export const flagsById: Batch<string, Flag | null> = async (db, ids) => {
  const rows = await db.query<FlagRow & { id: string }>(
    `SELECT t.id, ${flagColumns} FROM behaviour.flag t WHERE t.id = ANY($1::uuid[])`,
    [ids.filter(isUuid)],
  );
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id.toLowerCase());
    return row ? storedFlag(row) : null;
  });
};

const where: Conditions<FlagFilter> = {
  rules: 't.rule = ANY(?::text[])',
  forces: 't.id = ANY(ARRAY(SELECT behaviour.flag_by_forces(?::text[])))',
  areas: 't.id = ANY(ARRAY(SELECT behaviour.flag_by_areas(?::text[])))',
  severityAtLeast: `t.severity >= array_position('{INFO,LOW,MEDIUM,HIGH}'::text[], ?) - 1`,
  reviewStatus: 't.review_status = ANY(?::text[])',
  raisedSince: 't.raised_at >= ?::timestamptz',
  suspectId: 't.id = ANY(ARRAY(SELECT behaviour.flag_by_linked_ids(ARRAY[?::uuid])))',
};

const QUEUE = 'FLAG_QUEUE';
const KEYS = [/^[0-3]$/, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/, /^[0-9a-f-]{36}$/];

/** Open flags, the gravest first and of these the newest, a page at a time. Throws `INVALID_INPUT`. */
export async function flagQueue(
  db: Database,
  filter: FlagFilter | null | undefined,
  page: PageRequest,
): Promise<Connection<Flag>> {
  const params: unknown[] = [page.first + 1];
  const within = ['t.closed_at IS NULL', ...conditions(where, filter, params)].join(' AND ');
  let beyond = '';
  if (page.after) {
    params.push(...keysOf(QUEUE, page.after, KEYS));
    const [severity, raisedAt, id] = [params.length - 2, params.length - 1, params.length];
    beyond = `AND (t.severity, t.raised_at, t.id) < ($${severity}::smallint, $${raisedAt}::timestamptz, $${id}::uuid)`;
  }
  const total = page.count ? `SELECT count(*) FROM behaviour.flag t WHERE ${within}` : 'SELECT NULL::bigint';
  const rows = await db.query<FlagRow & { _total: number | null; id: string; severity: number }>(
    `SELECT total.n AS "_total", page.* FROM (${total}) AS total(n) LEFT JOIN LATERAL (
      SELECT t.id, t.severity, ${flagColumns} FROM behaviour.flag t WHERE ${within} ${beyond}
      ORDER BY t.severity DESC, t.raised_at DESC, t.id DESC LIMIT $1) page ON true`,
    params,
  );
  const found = rows.filter(({ id }) => id);
  return pageOf(found, page, rows[0]?._total ?? null, ({ id, severity, _total, ...row }) => ({
    cursor: cursorOf(QUEUE, [String(severity), row.raisedAt, id]),
    node: storedFlag(row),
  }));
}
