import type { Database, Leader } from '@throughline/subgraph';
import { ACTIVITY_CHANNEL } from '../activity/activity.queries';
import type { Entry } from './entry';

/** A suspect to be looked at again, and the mark that says so. */
export interface Mark {
  suspect: string;
  stamp: string;
  failures: number;
  /** Whether it is there because everything is to be made again. */
  rebuild: boolean;
}

/**
 * The next to be looked at, without those who are being looked at: what has waited longest, a rebuild last, and somebody
 * who failed before alone.
 */
export async function nextMarks(db: Database, limit: number, others: readonly Mark[]): Promise<Mark[]> {
  const marks = await db.query<Mark>(
    `SELECT suspect, stamp, failures, rebuild FROM behaviour.pending
     WHERE (retry_at IS NULL OR retry_at <= clock_timestamp()) AND NOT suspect = ANY($2::uuid[])
     ORDER BY rebuild, since, suspect LIMIT $1`,
    [limit, others.map(({ suspect }) => suspect)],
  );
  return marks[0] && marks[0].failures > 0 ? [marks[0]] : marks.filter(({ failures }) => failures === 0);
}

/** Everybody who was one person with any of these when they were last looked at. */
export async function knownWith(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT DISTINCT unnest(linked_ids) AS id FROM behaviour.person
     WHERE person = ANY(ARRAY(SELECT behaviour.person_by_linked_ids($1::uuid[])))`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Marks those whose flags may be others by now because time has passed. */
export async function markDue(leader: Leader, now: Date): Promise<void> {
  await leader.transaction((client) =>
    client.query(
      `INSERT INTO behaviour.pending (suspect, since) SELECT person, due_at FROM behaviour.person WHERE due_at <= $1
       ON CONFLICT (suspect) DO NOTHING`,
      [now],
    ),
  );
}

/** Puts somebody off who cannot be looked at, unless something concerned them meanwhile. */
export async function putOff(leader: Leader, { suspect, stamp }: Mark, milliseconds: number): Promise<void> {
  await leader.transaction((client) =>
    client.query(
      `UPDATE behaviour.pending SET failures = failures + 1, retry_at = clock_timestamp() + $3 * interval '1 millisecond'
       WHERE suspect = $1 AND stamp = $2::xid8`,
      [suspect, stamp, milliseconds],
    ),
  );
}

/** Columns of a flag that say what was found. */
const FOUND = [
  'person',
  'linked_ids',
  'rule_version',
  'severity',
  'title',
  'victim_ids',
  'forces',
  'areas',
  'restricted',
  'case_ids',
  'needs',
  'rests_on',
  'flag',
  'facts_hash',
  'content_hash',
];

const FLAG_COLUMNS = `id, key, person, linked_ids, rule, rule_version, severity, title, victim_ids, forces, areas, restricted,
  case_ids, needs, rests_on, flag, facts_hash, content_hash, raised_at, changed_at`;

/**
 * Flags that stand keep their number, when they were raised and how they were reviewed; one that was closed is open
 * again, and raised anew; one that was dismissed is back once it rests on something else, but for those of $3, of whose
 * person nothing is known that was not before. What has not changed is not written.
 */
const IS_BACK = `held.review_status = 'DISMISSED' AND held.facts_hash <> excluded.facts_hash AND held.id <> ALL($3::uuid[])`;
const WRITE_FLAGS = `INSERT INTO behaviour.flag AS held (${FLAG_COLUMNS})
  SELECT id, key, person, linked_ids, flag ->> 'rule', (flag ->> 'ruleVersion')::integer, severity, flag ->> 'title',
    ARRAY(SELECT jsonb_array_elements_text(flag -> 'victims'))::uuid[], forces, areas, restricted, case_ids, needs,
    flag -> 'restsOn', flag, facts_hash, content_hash, $2::timestamptz, $2::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS found(id uuid, key text, person uuid, linked_ids uuid[], severity smallint,
    forces text[], areas text[], restricted boolean, case_ids uuid[], needs jsonb, flag jsonb, facts_hash text, content_hash text) ORDER BY id
  ON CONFLICT (id) DO UPDATE SET ${FOUND.map((column) => `${column} = excluded.${column}`).join(', ')},
    raised_at = CASE WHEN held.closed_at IS NULL THEN held.raised_at ELSE excluded.raised_at END,
    changed_at = excluded.changed_at, closed_at = NULL,
    returned_at = CASE WHEN ${IS_BACK} THEN excluded.changed_at ELSE held.returned_at END,
    review_status = CASE WHEN ${IS_BACK} THEN 'OPEN' ELSE held.review_status END
  WHERE held.closed_at IS NOT NULL OR (${FOUND.map((column) => `held.${column}`).join(', ')})
    IS DISTINCT FROM (${FOUND.map((column) => `excluded.${column}`).join(', ')})`;

/** Of whom, among those in $1 as they were found, nothing is known that was not before. */
const UNCHANGED = `SELECT held.person FROM behaviour.person held
  JOIN jsonb_to_recordset($1::jsonb) AS found(person uuid, facts_hash text) ON found.person = held.person
  WHERE found.facts_hash = held.facts_hash`;

const HELD_FLAGS =
  'SELECT id, content_hash AS hash FROM behaviour.flag WHERE closed_at IS NULL AND id = ANY($1::uuid[])';

const CLOSE_FLAGS = `UPDATE behaviour.flag SET closed_at = $3::timestamptz, changed_at = $3::timestamptz
  WHERE closed_at IS NULL AND person = ANY($1::uuid[]) AND NOT id = ANY($2::uuid[])`;

/** Replaces what the index knows of everybody in $2, and tells whose belonging together is news. */
const WRITE_PERSONS = `WITH found AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS found(person uuid, linked_ids uuid[], case_ids uuid[], guidance text[],
      facts_hash text, due_at timestamptz)
  ), gone AS (
    DELETE FROM behaviour.person held WHERE person = ANY($2::uuid[]) AND NOT EXISTS (SELECT FROM found WHERE found.person = held.person)
  ), news AS (
    SELECT found.linked_ids FROM found LEFT JOIN behaviour.person held ON held.person = found.person
    WHERE found.linked_ids IS DISTINCT FROM coalesce(held.linked_ids, ARRAY[found.person])
  ), written AS (
    INSERT INTO behaviour.person AS held (person, linked_ids, case_ids, guidance, facts_hash, as_at, due_at)
    SELECT person, linked_ids, case_ids, guidance, facts_hash, $3::timestamptz, due_at FROM found ORDER BY person
    ON CONFLICT (person) DO UPDATE SET linked_ids = excluded.linked_ids, case_ids = excluded.case_ids,
      guidance = excluded.guidance, facts_hash = excluded.facts_hash, indexed_at = now(), as_at = excluded.as_at, due_at = excluded.due_at
  ), named AS (
    SELECT string_agg(array_to_string(linked_ids, ','), ',') AS suspects FROM news
  ) SELECT pg_notify('${ACTIVITY_CHANNEL}', CASE WHEN octet_length(suspects) < 8000 THEN suspects ELSE '' END)
    FROM named WHERE suspects IS NOT NULL`;

const MEETING_COLUMNS = 'definition, version, person, linked_ids, forces, areas, restricted, case_ids, needs, figures';

const WRITE_MEETINGS = `WITH found AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS found(definition text, version text, person uuid, linked_ids uuid[],
      forces text[], areas text[], restricted boolean, case_ids uuid[], needs jsonb, figures jsonb)
  ), gone AS (
    DELETE FROM behaviour.meeting held WHERE person = ANY($2::uuid[]) AND NOT EXISTS (SELECT FROM found
      WHERE (found.definition, found.version, found.person) = (held.definition, held.version, held.person))
  ) INSERT INTO behaviour.meeting AS held (${MEETING_COLUMNS})
    SELECT ${MEETING_COLUMNS} FROM found ORDER BY definition, version, person
    ON CONFLICT (definition, version, person) DO UPDATE SET linked_ids = excluded.linked_ids, forces = excluded.forces,
      areas = excluded.areas, restricted = excluded.restricted, case_ids = excluded.case_ids, needs = excluded.needs,
      figures = excluded.figures
    WHERE (held.linked_ids, held.forces, held.areas, held.restricted, held.case_ids, held.needs, held.figures) IS DISTINCT FROM
      (excluded.linked_ids, excluded.forces, excluded.areas, excluded.restricted, excluded.case_ids, excluded.needs, excluded.figures)`;

/** A mark that was set again while its suspect was being looked at stays. */
const UNMARK = `DELETE FROM behaviour.pending USING unnest($1::uuid[], $2::text[]::xid8[]) AS taken(suspect, stamp)
  WHERE pending.suspect = taken.suspect AND pending.stamp = taken.stamp`;

const MARK = `INSERT INTO behaviour.pending (suspect, since) SELECT unnest($1::uuid[]), now()
  ON CONFLICT (suspect) DO UPDATE SET stamp = excluded.stamp`;

export interface Looked {
  marks: readonly Mark[];
  /** Everybody who was looked at. */
  covered: readonly string[];
  entries: readonly Entry[];
  asAt: string;
}

/**
 * Writes what was found, all or nothing. `overtaken` is asked when nothing else is being written any more: entries that
 * something concerned while they were made are marked again.
 */
export async function write(
  leader: Leader,
  { marks, covered, entries, asAt }: Looked,
  overtaken: (entry: Entry) => boolean,
): Promise<void> {
  const flags = flagRows(entries);
  const meetings = entries.flatMap(({ person, linkedIds, meetings: found }) =>
    found.map(({ definition, version, figures, forces, areas, restricted, caseIds, needs }) => ({
      definition,
      version,
      person,
      linked_ids: linkedIds,
      forces,
      areas,
      restricted,
      case_ids: caseIds,
      needs,
      figures,
    })),
  );
  const persons = entries.map(({ person, linkedIds, caseIds, guidance, factsHash, dueAt }) => ({
    person,
    linked_ids: linkedIds,
    case_ids: caseIds,
    guidance,
    facts_hash: factsHash,
    due_at: dueAt,
  }));
  await leader.transaction(async (client) => {
    const again = entries.filter(overtaken).map(({ person }) => person);
    const ids = flags.map(({ id }) => id);
    // Nearly all are as they were; they need not even be sent. A rebuild trusts nothing that is there.
    const { rows } = await client.query<{ id: string; hash: string | null }>(HELD_FLAGS, [ids]);
    const held = new Map(rows.map(({ id, hash }) => [id, hash]));
    const isRebuilt = marks.some(({ rebuild }) => rebuild);
    const news = flags.filter(({ id, content_hash: hash }) => isRebuilt || held.get(id) !== hash);
    if (news.length > 0) {
      const { rows: unchanged } = await client.query<{ person: string }>(UNCHANGED, [JSON.stringify(persons)]);
      const byTimeAlone = news.filter((flag) => unchanged.some(({ person }) => person === flag.person));
      await client.query(WRITE_FLAGS, [JSON.stringify(news), asAt, byTimeAlone.map(({ id }) => id)]);
    }
    await client.query(CLOSE_FLAGS, [covered, ids, asAt]);
    await client.query(WRITE_PERSONS, [JSON.stringify(persons), covered, asAt]);
    await client.query(WRITE_MEETINGS, [JSON.stringify(meetings), covered]);
    await client.query(UNMARK, [marks.map(({ suspect }) => suspect), marks.map(({ stamp }) => stamp)]);
    if (again.length > 0) await client.query(MARK, [again]);
  });
}

/** What was found, as rows of the table of flags. */
function flagRows(entries: readonly Entry[]) {
  return entries.flatMap(({ person, linkedIds, flags: found }) =>
    found.map(({ id, key, severity, factsHash, contentHash, flag, forces, areas, restricted, caseIds, needs }) => ({
      id,
      key,
      person,
      linked_ids: linkedIds,
      severity,
      forces,
      areas,
      restricted,
      case_ids: caseIds,
      needs,
      flag,
      facts_hash: factsHash,
      content_hash: contentHash,
    })),
  );
}
