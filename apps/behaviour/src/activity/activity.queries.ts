import { type Context, type Database, changesOperations, invalidInput, isUuid } from '@throughline/subgraph';
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

interface Noted extends Activity {
  /** Whose record it is. */
  subgraph: string;
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

const AFTER = `SELECT DISTINCT ON (a.seq) a.seq::text AS cursor, a.at, a.kind, a.subgraph, a.record_type AS "recordType", a.record AS "recordId"
  FROM unnest($1::uuid[]) AS s(id), LATERAL (
    SELECT * FROM behaviour.activity WHERE suspect = s.id AND seq > $2::bigint ORDER BY seq LIMIT ${PAGE}
  ) AS a ORDER BY a.seq LIMIT ${PAGE}`;

/** The cursor after which comes what is told from now on. */
async function now(db: Database): Promise<string> {
  const [last] = await db.query<{ cursor: string }>('SELECT last_value::text AS cursor FROM behaviour.activity_seq');
  return last!.cursor;
}

/** Of what was noted that whose record the caller may read: each subgraph is asked once for each type of its records. */
async function readableOf(context: Context, noted: readonly Noted[]): Promise<Activity[]> {
  const types = new Map<string, Noted[]>();
  for (const one of noted) {
    const type = `${one.subgraph} ${one.recordType}`;
    const same = types.get(type);
    if (same) same.push(one);
    else types.set(type, [one]);
  }
  const asked = [...types.values()].map(async (same) => {
    const { subgraph, recordType: type } = same[0]!;
    const ids = [...new Set(same.map(({ recordId }) => recordId))];
    const { readable } = await context.ask<{ readable: string[] }>(subgraph, changesOperations(subgraph).readable, {
      type,
      ids,
    });
    return readable;
  });
  const readable = new Set((await Promise.all(asked)).flat());
  return noted.filter(({ recordId }) => readable.has(recordId));
}

/**
 * The activity of a suspect and of everybody who is one person with them, after `since` (from now on without it), each
 * once and in order, until the caller has gone: of records that the caller may read at that moment. Who went away goes
 * on from the last cursor they saw. Of somebody who is joined to the suspect, what is told once the index knows of it.
 * Throws `INVALID_INPUT`, and `SUBGRAPH_UNAVAILABLE` where it cannot be known whether a record may be read.
 */
export function activityOf(context: Context, suspect: string, since: string | null): AsyncGenerator<Activity> {
  if (!isUuid(suspect)) throw invalidInput([{ field: 'suspectId', reason: 'is not an id' }]);
  if (since !== null && !/^\d{1,18}$/.test(since)) {
    throw invalidInput([{ field: 'since', reason: 'is not a cursor of suspectActivity' }]);
  }
  return follow(context, suspect.toLowerCase(), since);
}

async function* follow(context: Context, suspect: string, since: string | null): AsyncGenerator<Activity> {
  const { db, signal = AbortSignal.abort() } = context;
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
      const noted = await db.query<Noted>(AFTER, [linked, cursor]);
      yield* await readableOf(context, noted);
      cursor = noted.at(-1)?.cursor ?? cursor;
      if (noted.length < PAGE) await bell.wait(AT_LATEST_MS);
    }
  } finally {
    signal.removeEventListener('abort', bell.ring);
    forget();
  }
}
