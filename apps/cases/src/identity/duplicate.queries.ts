import { type Batch, type Database, columns, mayRead } from '@throughline/subgraph';
import { nearestWords } from '../search/nearest-words.queries';
import { Suspect } from '../suspect/suspect.model';
import { type BornHow, type NamedHow, weights } from './duplicate.weights';
import { decidedAbout } from './identity-link.queries';

/** How many names of a record are compared. */
const MOST_NAMES = 5;
/** A number that so many have says nothing about any of them. */
const MOST_HOLDERS = 100;
/** Shorter numbers are everybody’s. */
const SHORTEST_KEY = 4;

/** A record that may be of the same person as another, and what says so. */
export interface Duplicate extends Suspect {
  /** The record it is compared with. */
  of: Pick<Suspect, 'names' | 'dateOfBirth' | 'sex' | 'pncId'>;
  bits: number;
  named: NamedHow;
  /** Which name of each record, from 1, and how many records are named at least as much alike; null where they differ. */
  mine: number | null;
  theirs: number | null;
  alike: number | null;
  born: BornHow;
  /** Numbers and addresses of both, as the record that is asked about has them, and how many others have each. */
  numbers: { scheme: string; value: string; theirScheme: string; holders: number }[];
  otherPnc: boolean;
  otherSex: boolean;
  /** Codes of the forces whose cases name either. */
  forces: string[];
  forcesOf: string[];
}

/** SQL that has a row where the caller may know who the suspect is: nobody else is shown or counted. */
const seen = (id: string) =>
  `SELECT FROM cases.suspect s WHERE s.id = ${id} AND s.withdrawn_at IS NULL AND ${mayRead(Suspect, 's', 'suspect:identify')} OFFSET 0`;

/**
 * Who shares words of a name with the records of the page, however spelt. `named` is those of whom every word of the
 * shorter name answers; `partly` those born the same day who share only a word.
 */
const NAMED = `asked AS MATERIALIZED (
    SELECT page.id AS "of", p.name AS mine, p.at, p."of" AS words, p.word, least(length(p.word), 4) AS weight
    FROM page, cases.name_postings(page.names) p WHERE p.name <= ${MOST_NAMES}
  ), word AS MATERIALIZED (
    SELECT word, cases.letters(word) AS letters, cases.sounds(word) AS sounds FROM (SELECT DISTINCT word FROM asked) a
  ), near AS MATERIALIZED (
    SELECT a.word AS asked, v.word, v.fit FROM word a CROSS JOIN LATERAL (
      ${nearestWords('a')}
    ) v
  ), held AS MATERIALIZED (
    SELECT a."of", a.mine, a.words, a.at, a.weight, p.record, p.name AS theirs, p."of" AS long, max(near.fit) AS fit, bit_or(1 << p.at) AS places
    FROM asked a JOIN near ON near.asked = a.word JOIN cases.suspect_name p ON p.word = near.word
    WHERE p.record <> a."of" GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
  ), whole AS (
    SELECT "of", record, mine, theirs, min(fit & 3) AS how,
      900 * sum((fit >> 2) * weight) / sum(weight) + 200000 * count(*) / (words + long) AS likeness
    FROM held GROUP BY "of", record, mine, theirs, words, long
    HAVING least(count(*), bit_count(bit_or(places)::bit(32))) >= least(words, long) AND (count(*) > 1 OR words = 1 AND long = 1)
  ), named AS (
    SELECT *, count(*) OVER (PARTITION BY "of" ORDER BY likeness DESC) AS alike FROM (
      SELECT DISTINCT ON ("of", record) w.* FROM whole w CROSS JOIN LATERAL (${seen('w.record')}) seen
      WHERE NOT EXISTS (SELECT FROM decided d WHERE d."of" = w."of" AND d.id = w.record)
      ORDER BY "of", record, likeness DESC, mine, theirs
    ) best
  ), partly AS (
    SELECT DISTINCT ON (h."of", h.record) h."of", h.record, h.mine, h.theirs, 0 AS how, 900 * (h.fit >> 2) + 100000 AS likeness, sharing.alike
    FROM page JOIN cases.suspect s ON s.date_of_birth = page.date_of_birth JOIN held h ON h."of" = page.id AND h.record = s.id
      CROSS JOIN LATERAL (
        SELECT count(DISTINCT other.record) AS alike FROM held other CROSS JOIN LATERAL (${seen('other.record')}) seen
        WHERE other."of" = h."of" AND other.mine = h.mine AND other.at = h.at AND other.fit >= h.fit
      ) sharing
    WHERE NOT EXISTS (SELECT FROM named n WHERE n."of" = h."of" AND n.record = h.record)
    ORDER BY h."of", h.record, sharing.alike, h.mine, h.theirs
  )`;

/** SQL of the numbers and addresses of a record, its PNC id first. */
const numbersOf = (of: string) =>
  `SELECT 'PNC id' AS scheme, ${of}.pnc_id AS value, true AS pnc UNION ALL SELECT i ->> 'scheme', i ->> 'value', false FROM jsonb_array_elements(${of}.identifiers) i`;

/** Who has a number or an address of theirs, whatever either calls it, and how many others have it too. */
const NUMBERED = `keyed AS (
    SELECT DISTINCT ON (page.id, k.key) page.id AS "of", k.key, n.scheme, n.value, n.pnc
    FROM page CROSS JOIN LATERAL (${numbersOf('page')}) n CROSS JOIN LATERAL (SELECT cases.reference_key(n.value) AS key) k
    WHERE length(k.key) >= ${SHORTEST_KEY} ORDER BY page.id, k.key, n.pnc DESC, n.scheme, n.value
  ), holder AS (
    SELECT keyed."of", h.record, keyed.key, keyed.scheme, keyed.value, keyed.pnc OR h.pnc AS pnc, count(*) OVER (PARTITION BY keyed."of", keyed.key) AS holders
    FROM keyed JOIN (
      SELECT id AS record, key, bool_or(pnc) AS pnc FROM cases.suspects_by_number(ARRAY(SELECT DISTINCT key FROM keyed), ${MOST_HOLDERS}) GROUP BY id, key
    ) h ON h.key = keyed.key AND h.record <> keyed."of" CROSS JOIN LATERAL (${seen('h.record')}) seen
  ), numbered AS (
    SELECT "of", record, sum(greatest(0, CASE WHEN pnc THEN ${weights.samePnc} ELSE ${weights.sameNumber} END - 2 * ln(holders) / ln(2))) AS bits,
      bool_or(pnc) AS pnc, jsonb_agg(jsonb_build_object('key', key, 'scheme', scheme, 'value', value, 'holders', holders) ORDER BY pnc DESC, holders, key) AS numbers
    FROM holder WHERE holders < ${MOST_HOLDERS} - 1 GROUP BY "of", record
  )`;

const part = (field: string) => `(extract(${field} FROM s.date_of_birth) = extract(${field} FROM page.date_of_birth))`;
const BORN = `CASE WHEN s.date_of_birth IS NULL OR page.date_of_birth IS NULL THEN 'UNKNOWN'
    WHEN s.date_of_birth = page.date_of_birth THEN 'EQUAL'
    WHEN to_char(s.date_of_birth, 'YYYY-DD-MM') = to_char(page.date_of_birth, 'YYYY-MM-DD') THEN 'SWAPPED'
    WHEN ${part('day')}::integer + ${part('month')}::integer + ${part('year')}::integer = 2 THEN 'ONE_PART'
    WHEN ${part('year')} THEN 'SAME_YEAR' ELSE 'DIFFERENT' END`;

/** An SQL `CASE` that gives the weight of each value of an expression. */
const weigh = (expression: string, table: Readonly<Record<string, number>>) =>
  `CASE ${expression} ${Object.entries(table)
    .map(([name, bits]) => `WHEN '${name}' THEN ${bits}`)
    .join(' ')} END`;

const differ = (one: string, other: string) => `coalesce(${one} <> ${other}, false)`;
const sex = (of: string) => `substring(lower(${of}.sex) FROM '^[fm]')`;
const forcesOf = (id: string) =>
  `ARRAY(SELECT DISTINCT c.force FROM cases."case" c WHERE c.id = ANY(ARRAY(SELECT cases.case_by_suspect_ids(ARRAY[${id}]))) AND c.withdrawn_at IS NULL ORDER BY 1)`;

/** The pairs and what speaks for and against each; forces only of those that could still be shown. */
const COMPARED = `pair AS MATERIALIZED (
    SELECT "of", record, p.mine, p.theirs, p.how, p.likeness, p.alike, coalesce(numbered.bits, 0) AS number_bits, coalesce(numbered.pnc, false) AS same_pnc, numbered.numbers
    FROM (SELECT "of", record, mine, theirs, how, likeness, alike FROM named UNION ALL SELECT * FROM partly) p FULL JOIN numbered USING ("of", record)
  ), compared AS (
    SELECT pair."of", s.id, pair.mine, pair.theirs, pair.alike, pair.numbers, e.*,
      ${weigh('e.born', weights.born)} + pair.number_bits + e.other_sex::integer * ${weights.otherSex} + e.other_pnc::integer * ${weights.otherPnc}
        + coalesce(${weigh('e.named', weights.named)} - ln(pair.alike) / ln(2) - ${weights.tenthLessAlike} * (10 - pair.likeness / 100000.0), ${weights.otherName}) AS bits
    FROM pair JOIN page ON page.id = pair."of"
      CROSS JOIN LATERAL (SELECT * FROM cases.suspect s WHERE s.id = pair.record AND s.withdrawn_at IS NULL AND ${mayRead(Suspect, 's', 'suspect:identify')} OFFSET 0) s
      CROSS JOIN LATERAL (SELECT ${BORN} AS born, CASE pair.how WHEN 3 THEN 'EXACT' WHEN 2 THEN 'SPELLING' WHEN 1 THEN 'SOUND' WHEN 0 THEN 'PART' ELSE 'OTHER' END AS named,
        ${differ(sex('s'), sex('page'))} AS other_sex, NOT pair.same_pnc AND ${differ('cases.reference_key(s.pnc_id)', 'cases.reference_key(page.pnc_id)')} AS other_pnc) e
    WHERE NOT EXISTS (SELECT FROM decided d WHERE d."of" = page.id AND d.id = s.id)
  ), home AS MATERIALIZED (
    SELECT id AS "of", ${forcesOf('page.id')} AS forces FROM page
  ), scored AS (
    SELECT compared.*, f.forces, home.forces AS home, round(1000 * (bits + CASE WHEN f.forces = '{}' OR home.forces = '{}' THEN 0
      WHEN f.forces && home.forces THEN ${weights.sameForce} ELSE ${weights.otherForce} END))::integer AS millibits
    FROM compared JOIN home USING ("of") CROSS JOIN LATERAL (SELECT ${forcesOf('compared.id')} AS forces OFFSET 0) f
    WHERE bits >= ${bitsOf(weights.least) - weights.otherForce}
  )`;

/**
 * One statement for the page. `$1` is the ids; `$2` and `$3` are pairs of them and of others who are not to be shown.
 * `OFFSET 0` keeps records to one look-up each, however many PostgreSQL expects.
 */
const DUPLICATES = `WITH page AS MATERIALIZED (
    SELECT id, names, date_of_birth, sex, pnc_id, identifiers FROM cases.suspect s
    WHERE id = ANY($1::uuid[]) AND withdrawn_at IS NULL AND ${mayRead(Suspect, 's', 'suspect:identify')}
  ), decided AS MATERIALIZED (
    SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS d("of", id)
  ), ${NAMED}, ${NUMBERED}, ${COMPARED}, best AS (
    SELECT *, row_number() OVER (PARTITION BY "of" ORDER BY millibits DESC, id) AS place FROM scored WHERE millibits >= ${Math.round(1000 * bitsOf(weights.least))}
  ) SELECT best."of" AS "_of", best.millibits / 1000.0::float AS bits, best.named, best.mine, best.theirs, best.alike, best.born,
    best.other_pnc AS "otherPnc", best.other_sex AS "otherSex", best.forces, best.home AS "forcesOf", ${columns(Suspect, 't')},
    ARRAY(SELECT n || jsonb_build_object('theirScheme', (SELECT scheme FROM (${numbersOf('t')}) k WHERE cases.reference_key(k.value) = n ->> 'key' LIMIT 1))
      FROM jsonb_array_elements(best.numbers) n) AS numbers,
    jsonb_build_object('names', page.names, 'dateOfBirth', page.date_of_birth, 'sex', page.sex, 'pncId', page.pnc_id) AS "of"
  FROM best JOIN cases.suspect t ON t.id = best.id JOIN page ON page.id = best."of"
  WHERE best.place <= ${weights.most} ORDER BY best."of", best.place`;

/** Records that may be of the same person as each suspect’s, the likeliest first; what was decided is left out. */
export const duplicatesOfSuspects: Batch<string, Duplicate[]> = async (db: Database, ids) => {
  const decided = await decidedAbout(db, ids);
  const pairs = ids.flatMap((id, n) => decided[n]!.map((other) => [id, other] as const));
  const params = [ids, pairs.map(([id]) => id), pairs.map(([, other]) => other)];
  const rows = await db.query<Duplicate & { _of: string }>(DUPLICATES, params);
  const found = new Map<string, Duplicate[]>();
  for (const row of rows) found.set(row._of, [...(found.get(row._of) ?? []), row]);
  return ids.map((id) => found.get(id) ?? []);
};

function bitsOf(score: number): number {
  return Math.log2(score / (1 - score));
}
