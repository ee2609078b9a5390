import { type Database, type PageRequest, conditions } from '@throughline/subgraph';
import type { CaseFilter } from '../case/case.filter';
import { Case } from '../case/case.model';
import { caseConditions } from '../case/case.queries';
import type { Match, MatchKind, RankedConnection } from './ranked.model';
import { WHOLE, rankedPage } from './ranked.queries';
import type { SearchText } from './search-text';

/**
 * Cases of which a reference is a key, which is 1, or begins with one. `LIKE` would not use the index here, nor, before
 * PostgreSQL has counted what an import brought, would a plain join: `OFFSET 0` keeps it to one look-up for each key.
 */
const referenceSql = (field: string, select: string, table: string, reference: string) => `
      SELECT r.case_id, CASE WHEN r.key = k THEN ${WHOLE} ELSE ${WHOLE * 0.9} END AS score,
        '${field}' AS field, CASE WHEN r.key = k THEN 'EXACT' ELSE 'PREFIX' END AS how, r.value
      FROM unnest(cases.reference_keys($2::text[])) k CROSS JOIN LATERAL (
        SELECT ${select} AS case_id, ${reference} AS value, cases.reference_key(${reference}) AS key, withdrawn_at FROM ${table}
        WHERE cases.reference_key(${reference}) ~>=~ k AND cases.reference_key(${reference}) ~<~ (k || chr(1114111)) AND ${select} IS NOT NULL OFFSET 0
      ) r WHERE r.withdrawn_at IS NULL`;

/**
 * Cases whose URN or crime reference is asked for, or begins so; then those of which an account says it in words, by
 * how much it is about them. `$1` is the text, `$2` the references in it.
 */
const EVIDENCE = `referred AS (
    SELECT case_id, max(score) AS score, jsonb_agg(jsonb_build_object('field', field, 'how', how, 'value', value) ORDER BY score DESC, field, value) AS because
    FROM (SELECT DISTINCT ON (case_id, field, value) * FROM (
      ${referenceSql('urn', 'id', 'cases."case"', 'urn')}
      UNION ALL ${referenceSql('recordedCrimes.reference', 'case_id', 'cases.recorded_crime', 'reference')}
      UNION ALL SELECT id, ${WHOLE}, 'crimeReferences', 'EXACT', r FROM cases."case", unnest(crime_references) r
        WHERE cases.reference_keys(crime_references) && cases.reference_keys($2::text[]) AND cases.reference_key(r) = ANY(cases.reference_keys($2::text[]))
    ) every ORDER BY case_id, field, value, score DESC) best GROUP BY case_id
  ), told AS (
    SELECT DISTINCT ON (case_id) case_id, score, incident
    FROM (SELECT case_id, (${WHOLE * 0.1} + ${WHOLE * 0.7} * (1 - 1 / (1 + 10 * ts_rank(body, q))))::integer AS score, incident
      FROM websearch_to_tsquery('pg_catalog.english', $1) q JOIN cases.incident_text ON body @@ q) t
    ORDER BY case_id, score DESC, incident
  ), evidence AS (
    SELECT coalesce(r.case_id, t.case_id) AS case_id, coalesce(r.score, t.score) AS score, r.because, t.incident
    FROM referred r FULL JOIN told t ON t.case_id = r.case_id
  )`;

const SNIPPET = `'StartSel=«, StopSel=», MaxFragments=2, MinWords=5, MaxWords=20, FragmentDelimiter=" … "'`;

interface Because {
  _because: { field: string; how: MatchKind; value: string | null }[] | null;
  _told: boolean;
  _snippet: string | null;
}

/** Cases by URN, crime reference and what is told of them, best first. One statement. `filter` is spelt out. */
export function searchCases(
  db: Database,
  search: SearchText,
  args: PageRequest & { filter?: CaseFilter },
): Promise<RankedConnection<Case>> {
  const params: unknown[] = [search.text, search.keys];
  const narrowed = ['t.withdrawn_at IS NULL', ...conditions(caseConditions, args.filter, params)].join(' AND ');
  const sql = `WITH ${EVIDENCE}, found AS MATERIALIZED (
      SELECT t.id, e.score, e.because, e.incident FROM evidence e JOIN cases."case" t ON t.id = e.case_id WHERE ${narrowed}
    )`;
  const shown = `f.because AS "_because", f.incident IS NOT NULL AS "_told", (SELECT ts_headline('pg_catalog.english', i.narrative, websearch_to_tsquery('pg_catalog.english', $1), ${SNIPPET})
      FROM cases.incident i WHERE i.id = f.incident) AS "_snippet"`;
  return rankedPage(db, Case, { sql, shown, params }, args, (row) => matches(row as Case & Because));
}

function matches({ _because, _told, _snippet }: Because): Match[] {
  const told = { field: 'incidents.narrative', how: 'TEXT' as const, value: null, snippet: _snippet };
  return [...(_because ?? []), ...(_told ? [told] : [])];
}
