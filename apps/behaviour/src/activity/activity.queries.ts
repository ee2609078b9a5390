import { type Database, invalidInput, isUuid } from '@throughline/subgraph';
import { Bell } from '../bell';

/** Notified with the ids of suspects who have new activity, or are one person with others than before; with nothing where they are too many. */
export const ACTIVITY_CHANNEL = 'throughline_behaviour_activity';

/** Something that was done to a record that concerns a suspect. */
export interface Activity {
  /** Where to go on after this one. */
  cursor: string;
  at: string;
  kind: 'RECORDED' | 'CHANGED' | 'WITHDRAWN';
  recordType: string;
  recordId: string;
}

const PAGE = 500;
/** However a wake-up was missed, nothing waits longer than this. */
const AT_LATEST_MS = 30_000;

/** Everybody who is one person with a suspect, as far as the index knows. */
async function linkedWith(db: Database, suspect: string): Promise<string[]> {
  const [person] = await db.query<{ ids: string[] }>(
    'SELECT linked_ids AS ids FROM behaviour.person WHERE person = ANY(ARRAY(SELECT behaviour.person_by_linked_ids(ARRAY[$1::uuid])))',
    [suspect],
  );
  return person?.ids ?? [suspect];
}

const AFTER = `SELECT DISTINCT ON (a.seq) a.seq::text AS cursor, a.at, a.kind, a.record_type AS "recordType", a.record AS "recordId"
  FROM unnest($1::uuid[]) AS s(id), LATERAL (
    SELECT * FROM behaviour.activity WHERE suspect = s.id AND seq > $2::bigint ORDER BY seq LIMIT ${PAGE}
  ) AS a ORDER BY a.seq LIMIT ${PAGE}`;

/** The cursor after which comes what is told from now on. */
async function now(db: Database): Promise<string> {
  const [last] = await db.query<{ cursor: string }>('SELECT last_value::text AS cursor FROM behaviour.activity_seq');
  return last!.cursor;
}

/**
 * The activity of a suspect and of everybody who is one person with them, after `since` (from now on without it), each
 * once and in order, for as long as `signal` allows. Who went away goes on from the last cursor they saw. Of somebody
 * who is joined to the suspect, what is told once the index knows of it. Throws `INVALID_INPUT`.
 */
export function activityOf(
  db: Database,
  suspect: string,
  since: string | null,
  signal: AbortSignal,
): AsyncGenerator<Activity> {
  if (!isUuid(suspect)) throw invalidInput([{ field: 'suspectId', reason: 'is not an id' }]);
  if (since !== null && !/^\d{1,18}$/.test(since)) {
    throw invalidInput([{ field: 'since', reason: 'is not a cursor of suspectActivity' }]);
  }
  return follow(db, suspect.toLowerCase(), since, signal);
}

async function* follow(
  db: Database,
  suspect: string,
  since: string | null,
  signal: AbortSignal,
): AsyncGenerator<Activity> {
  const bell = new Bell();
  let linked = [suspect];
  const forget = await db.listener.listen(ACTIVITY_CHANNEL, (payload) => {
    if (payload === '' || linked.some((id) => payload.includes(id))) bell.ring();
  });
  signal.addEventListener('abort', bell.ring);
  try {
    let cursor = since ?? (await now(db));
    while (!signal.aborted) {
      linked = await linkedWith(db, suspect);
      const found = await db.query<Activity>(AFTER, [linked, cursor]);
      for (const activity of found) {
        yield activity;
        cursor = activity.cursor;
      }
      if (found.length < PAGE) await bell.wait(AT_LATEST_MS);
    }
  } finally {
    signal.removeEventListener('abort', bell.ring);
    forget();
  }
}
