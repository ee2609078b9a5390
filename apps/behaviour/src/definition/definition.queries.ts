import { type Batch, type Database, type PageRequest, columns, conditions, table } from '@throughline/subgraph';
import { cursorOf, keysOf, pageOf } from '../page';
import type { CriterionFigure, SuspectMeetingConnection } from './answer.model';
import { Definition } from './definition.model';

/** Every version, or those of one key, for the one key `all`; of each definition by its first day. */
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

interface MeetingRow {
  person: string;
  linkedIds: string[];
  figures: CriterionFigure[];
  _total: number | null;
}

const MEETING = 'SUSPECTS_MEETING';

/** People who meet a version of a definition, by id, a page at a time. Throws `INVALID_INPUT`. */
export async function suspectsMeeting(
  db: Database,
  definition: Definition,
  page: PageRequest,
): Promise<SuspectMeetingConnection> {
  const params: unknown[] = [definition.key, definition.version, page.first + 1];
  const within = 't.definition = $1 AND t.version = $2';
  const beyond = page.after ? 'AND t.person > $4::uuid' : '';
  if (page.after) params.push(...keysOf(MEETING, page.after, [/^[0-9a-f-]{36}$/]));
  const total = page.count ? `SELECT count(*) FROM behaviour.meeting t WHERE ${within}` : 'SELECT NULL::bigint';
  const rows = await db.query<MeetingRow>(
    `SELECT total.n AS "_total", page.* FROM (${total}) AS total(n) LEFT JOIN LATERAL (
      SELECT t.person, t.linked_ids AS "linkedIds", t.figures FROM behaviour.meeting t
      WHERE ${within} ${beyond} ORDER BY t.person LIMIT $3) page ON true`,
    params,
  );
  const found = rows.filter(({ person }) => person);
  const shown = pageOf(found, page, rows[0]?._total ?? null, ({ person, linkedIds, figures }) => ({
    cursor: cursorOf(MEETING, [person]),
    node: { id: person },
    suspects: linkedIds.map((id) => ({ id })),
    criteria: figures,
  }));
  return { definition, ...shown };
}
