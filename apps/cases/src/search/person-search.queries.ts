import {
  type Class,
  type Conditions,
  type Database,
  type PageRequest,
  type Scope,
  conditions,
  mayRead,
  table,
} from '@throughline/subgraph';
import { type PersonName, displayName } from '../suspect/person-name';
import { nearestWords } from './nearest-words.queries';
import type { Match, MatchKind, RankedConnection } from './ranked.model';
import { WHOLE, rankedPage } from './ranked.queries';
import type { SearchText } from './search-text';

const MOST_WORDS = 8;
/** How alike, from 0 to 1, a person must be to all that is asked for. */
const PERSON_FITS = 0.54;

/** In the order of the numbers that SQL says them by, the best last. */
const HOW: MatchKind[] = ['SOUND', 'SPELLING', 'EXACT'];

/** A record of a person. */
export interface Person {
  id: string;
  names: PersonName[];
  dateOfBirth: string | null;
  pncId?: string | null;
}

/** A kind of person: what else their records are found by, and what may narrow a search. */
export interface PersonSearch<Filter> {
  /** The table of the words of their names. */
  names: string;
  /** What opens their names, days of birth and numbers. */
  scope: Scope;
  /** Whether their records have identifiers. */
  numbered: boolean;
  where?: Conditions<Filter>;
}

/**
 * People by name. Each word asked for is first looked up among the words that are names, by letters, spelling and
 * sound; then whoever has such words is scored: nine tenths for how much of what was asked a name answers, one tenth for
 * how much of the name was asked. No word of a name answers twice. A fit is thousandths and, below them, how: the better
 * way is the greater number. `$1` is the words.
 */
const NAMED = (names: string) => `asked AS (
    SELECT w.word, w.n, least(length(w.word), 4) AS weight, cases.letters(w.word) AS letters, cases.sounds(w.word) AS sounds
    FROM (SELECT left(word, 40) AS word, n FROM unnest(cases.words($1::text)) WITH ORDINALITY AS w(word, n)) w WHERE w.n <= ${MOST_WORDS}
  ), near AS MATERIALIZED (
    SELECT a.n, a.weight, v.word, v.fit FROM asked a CROSS JOIN LATERAL (
      ${nearestWords('a')}
    ) v
  ), held AS (
    SELECT p.record, p.name, near.n, near.weight, p."of" AS words, max(near.fit) AS fit, bit_or(1 << p.at) AS places
    FROM near JOIN ${names} p ON p.word = near.word GROUP BY p.record, p.name, near.n, near.weight, p."of"
  ), named AS (
    SELECT record, name, 3 - min(fit & 3) AS how,
      900 * sum((fit >> 2) * weight) / (SELECT sum(weight) FROM asked) * least(1, bit_count(bit_or(places)::bit(32)) / count(*)::float)
        + 100000 * least(count(*), bit_count(bit_or(places)::bit(32))) / words AS score
    FROM held GROUP BY record, name, words
  )`;

/** What says that a record is meant: its best name first in `best`, which has the name and how it fits behind its score. */
const evidenceSql = (from: string, numbered: boolean) => `evidence AS (
    SELECT record, score::bigint * 1000 + (2 - how) * 100 + name AS best, false AS born, false AS pnc, false AS known FROM named
    UNION ALL SELECT id, NULL, true, false, false FROM ${from} WHERE date_of_birth = ANY($2::date[]) AND withdrawn_at IS NULL${
      numbered
        ? `
    UNION ALL SELECT id, NULL, false, pnc, NOT pnc FROM cases.suspects_by_number((SELECT keys FROM keys)::text[], NULL)`
        : ''
    }
  ), meant AS (
    SELECT record, max(best) AS best, bool_or(born) AS born, bool_or(pnc) AS pnc, bool_or(known) AS known FROM evidence GROUP BY record
  )`;

/** A number that fits says enough; the rest of what was asked then only orders those who share it. */
const SCORE = `CASE WHEN e.pnc OR e.known THEN CASE WHEN $4::integer + $5::integer = 0 THEN ${WHOLE}
      ELSE ${WHOLE * 0.8} + 0.2 * ($4::integer * coalesce(e.best / 1000, 0) + $5::integer * e.born::integer * ${WHOLE}) / ($4::integer + $5::integer) END
    ELSE ($4::integer * coalesce(e.best / 1000, 0) + $5::integer * e.born::integer * ${WHOLE}) / ($4::integer + $5::integer + $6::integer) END::integer`;

/** What a row of a page says about why it is there. */
interface Because {
  _best: number | null;
  _born: boolean;
  _pnc: boolean;
  _known: string[];
}

/** People by name, day of birth, PNC id and identifier, best first. One statement. */
export function searchPeople<Row extends Person, Filter extends object>(
  db: Database,
  type: Class<Row>,
  { names, scope, numbered, where }: PersonSearch<Filter>,
  search: SearchText,
  args: PageRequest & { filter?: Filter | null },
): Promise<RankedConnection<Row>> {
  const weights = [/\p{L}/u.test(search.words) ? 2 : 0, search.dates.length > 0 ? 1 : 0, search.numbered ? 1 : 0];
  const params: unknown[] = [search.words, search.dates, search.keys, ...weights];
  const narrowed = [mayRead(type, 't', scope), ...conditions(where, args.filter, params)];
  const sql = `WITH keys AS (SELECT cases.reference_keys($3::text[]) AS keys), ${NAMED(names)}, ${evidenceSql(table(type), numbered)}, scored AS MATERIALIZED (
      SELECT e.*, ${SCORE} AS score FROM meant e
    ), found AS MATERIALIZED (
      SELECT record AS id, score, best, born, pnc, known FROM scored WHERE score >= ${PERSON_FITS * WHOLE}
    )`;
  const known = `array(SELECT i ->> 'value' FROM jsonb_array_elements(t.identifiers) i
    WHERE f.known AND cases.reference_key(i ->> 'value') = ANY((SELECT keys FROM keys)::text[]))`;
  const shown = `f.best AS "_best", f.born AS "_born", f.pnc AS "_pnc", ${numbered ? known : `'{}'::text[]`} AS "_known"`;
  return rankedPage(db, type, { sql, where: narrowed, shown, params }, args, (row) => matches(row as Row & Because));
}

function matches({ names, dateOfBirth, pncId, _best, _born, _pnc, _known }: Person & Because): Match[] {
  const name = _best === null ? undefined : names[(_best % 100) - 1];
  return [
    ...(_pnc ? [{ field: 'pncId', how: 'PNC_ID' as const, value: pncId ?? null }] : []),
    ..._known.map((value) => ({ field: 'identifiers', how: 'IDENTIFIER' as const, value })),
    ...(name ? [{ field: 'names', how: HOW[Math.floor((_best! % 1000) / 100)]!, value: displayName([name]) }] : []),
    ...(_born ? [{ field: 'dateOfBirth', how: 'DATE_OF_BIRTH' as const, value: dateOfBirth }] : []),
  ];
}
