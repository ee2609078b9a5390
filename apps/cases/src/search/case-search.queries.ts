import { type Database, type PageRequest, conditions, mayRead } from '@throughline/subgraph';
import type { CaseFilter } from '../case/case.filter';
import { Case } from '../case/case.model';
import { caseConditions } from '../case/case.queries';
import { Incident } from '../incident/incident.model';
import type { Match, MatchKind, RankedConnection } from './ranked.model';
import { WHOLE, rankedPage } from './ranked.queries';
import type { SearchText } from './search-text';

/**
 * Cases whose URN or crime reference is asked for, which is 1, or begins so; then those of which an account says it in
 * words, by how much it is about them. `$1` is the text, `$2` the references in it.
 */
const EVIDENCE = `referred AS (
    SELECT id, max(score) AS score, jsonb_agg(jsonb_build_object('field', field, 'how', how, 'value', value) ORDER BY score DESC, field, value) AS because
    FROM (SELECT DISTINCT ON (id, field, value) id, field, value, CASE WHEN is_whole THEN 'EXACT' ELSE 'PREFIX' END AS how,
        CASE WHEN is_whole THEN ${WHOLE} ELSE ${WHOLE * 0.9} END AS score
      FROM cases.cases_by_reference(cases.reference_keys($2::text[])) ORDER BY id, field, value, is_whole DESC) best GROUP BY id
  ), told AS (
    SELECT DISTINCT ON (case_id) case_id AS id, (${WHOLE * 0.1} + ${WHOLE * 0.7} * (1 - 1 / (1 + 10 * rank)))::integer AS score, incident
    FROM (SELECT case_id, rank, id AS incident FROM cases.incidents_by_text(websearch_to_tsquery('pg_catalog.english', $1))) t
    ORDER BY case_id, rank DESC, incident
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
  const told = `FROM cases.incident i WHERE i.id = f.incident AND ${mayRead(Incident, 'i', 'narrative:read')}`;
  const where = [
    `(f.because IS NOT NULL OR EXISTS (SELECT ${told}))`,
    ...conditions(caseConditions, args.filter, params),
  ];
  const sql = `WITH ${EVIDENCE}, found AS MATERIALIZED (
      SELECT id, coalesce(r.score, t.score) AS score, r.because, t.incident FROM referred r FULL JOIN told t USING (id)
    )`;
  const shown = `f.because AS "_because", EXISTS (SELECT ${told}) AS "_told",
    (SELECT ts_headline('pg_catalog.english', i.narrative, websearch_to_tsquery('pg_catalog.english', $1), ${SNIPPET}) ${told}) AS "_snippet"`;
  return rankedPage(db, Case, { sql, where, shown, params }, args, (row) => matches(row as Case & Because));
}

function matches({ _because, _told, _snippet }: Because): Match[] {
  const told = { field: 'incidents.narrative', how: 'TEXT' as const, value: null, snippet: _snippet };
  return [...(_because ?? []), ...(_told ? [told] : [])];
}
