import type { Database, Group } from '@throughline/subgraph';
import { reachesCase } from '../sample/sample.policies';
import type { Term } from '../guidance/guidance.service';
import { GROUPED, groupParams } from '@throughline/subgraph';

/** The files of an inspection that come from one stratum of its samples, or from none. */
export interface Files extends Group {
  /** How many there are, whether or not the figure is about all of them. */
  all: number;
  drawn: number;
  examined: number;
  /** Of those drawn, how many are known to be destroyed or not to be found. */
  lost: number;
  /** Whether the caller may read every case among them. */
  open: boolean;
}

export const NOT_DRAWN = 'NOT_DRAWN';

/** What a figure is about. */
export interface About {
  /** Keeps files apart by what their sample says of their availability: the key is the stratum and that, as JSON. */
  apart?: boolean;
  /** Leaves out files that nobody examined. */
  examinedOnly?: boolean;
}

/** The files that an inspection is about: those drawn for it, and those examined without having been drawn. */
export function filesOf(db: Database, inspectionId: string, { apart, examinedOnly }: About): Promise<Files[]> {
  const wanted = examinedOnly ? 'FILTER (WHERE examined)' : '';
  return db.count<Files>(
    `WITH drawn AS (
      SELECT DISTINCT ON (f.case_id) f.case_id, f.stratum, f.availability FROM inspections.sample_file f
      JOIN inspections.sample s ON s.id = f.sample_id
      WHERE f.inspection_id = $1 AND f.drawn ORDER BY f.case_id, s.drawn_at DESC, s.id
    ), examined AS (
      SELECT DISTINCT e.case_id FROM inspections.file_examination e WHERE e.inspection_id = $1 AND e.withdrawn_at IS NULL
    ), files AS (
      SELECT case_id AS id, coalesce(d.stratum, '${NOT_DRAWN}') AS stratum, d.availability,
        d.case_id IS NOT NULL AS drawn, e.case_id IS NOT NULL AS examined
      FROM drawn d FULL JOIN examined e USING (case_id)
    ) SELECT ${apart ? `json_build_array(stratum, availability)::text` : 'stratum'} AS key, coalesce(string_agg(id::text, ',') ${wanted}, '') AS ids, count(*) ${wanted} AS size, count(*) AS all,
      count(*) FILTER (WHERE drawn) AS drawn, count(*) FILTER (WHERE examined) AS examined,
      count(*) FILTER (WHERE availability IN ('DESTROYED', 'NOT_FOUND')) AS lost,
      bool_and(${reachesCase('case:read', 'files.id')}) AS open
    FROM files GROUP BY 1 ORDER BY 1`,
    [inspectionId],
  );
}

/** The days of decisions as PostgreSQL's text of three arrays: see the cases' figure of that name. */
export interface DecisionDays {
  ids: string;
  first: string;
  last: string;
}

/**
 * The examination of each file that counts, moderation before what it settles and else the first; its answers; and of
 * each whether it judges by guidance that was not in force on the day of a decision: `counted` and `answers`.
 */
const COUNTED = `${GROUPED}, days AS MATERIALIZED (
    SELECT * FROM unnest($5::uuid[], $6::date[], $7::date[]) AS d(case_id, first, last)
  ), terms AS (
    SELECT * FROM jsonb_to_recordset($8::jsonb) AS t(key text, version text, "possiblyFrom" date, "possiblyUntil" date)
  ), counted AS MATERIALIZED (
    SELECT DISTINCT ON (e.case_id) g.key, e.case_id, e.answers, e.code_compliant, e.appropriate_family
    FROM grouped g JOIN inspections.file_examination e ON e.case_id = g.id AND e.inspection_id = $4 AND e.withdrawn_at IS NULL
    ORDER BY e.case_id, e.moderates DESC, e.examined_on, e.received_at, e.id
  ), answers AS MATERIALIZED (
    SELECT c.key, c.case_id, a.question, coalesce(a.rating, CASE WHEN a.yes THEN 'YES' WHEN NOT a.yes THEN 'NO' END) AS answer,
      coalesce(d.first < t."possiblyFrom" OR d.last > t."possiblyUntil", false) AS unfair
    FROM counted c CROSS JOIN LATERAL jsonb_to_recordset(c.answers) AS a(question text, rating text, yes boolean, guidance jsonb)
    LEFT JOIN terms t ON t.key = a.guidance ->> 'key' AND t.version = a.guidance ->> 'version'
    LEFT JOIN days d ON d.case_id = c.case_id
  ), judged AS (
    SELECT c.key, c.case_id, c.code_compliant, c.appropriate_family, coalesce(bool_or(a.unfair), false) AS unfair
    FROM counted c LEFT JOIN answers a USING (case_id) GROUP BY 1, 2, 3, 4
  )`;

function params(groups: readonly Group[], inspectionId: string, days: DecisionDays, terms: readonly Term[]): unknown[] {
  return [...groupParams(groups), inspectionId, days.ids, days.first, days.last, JSON.stringify(terms)];
}

export interface AnswerCount {
  key: string;
  row: string;
  col: string;
  n: number;
  ids?: string;
}

/** Row of whether the decision complied with the Code, beside those of the questions. */
export const CODE_COMPLIANT = 'CODE_COMPLIANT';
/** Column of what was judged by guidance of another time. */
export const NOT_IN_FORCE = 'NOT_IN_FORCE';

/** Answers of the files of each group by question; an answer of another time's guidance in a column of its own. */
export function answerCounts(
  db: Database,
  groups: readonly Group[],
  inspectionId: string,
  days: DecisionDays,
  terms: readonly Term[],
  split: boolean,
): Promise<AnswerCount[]> {
  return db.count<AnswerCount>(
    `WITH ${COUNTED}, cells AS (
      SELECT key, question AS row, CASE WHEN unfair THEN '${NOT_IN_FORCE}' ELSE answer END AS col, case_id AS id
      FROM answers WHERE answer IS NOT NULL
      UNION ALL SELECT key, '${CODE_COMPLIANT}', CASE WHEN unfair THEN '${NOT_IN_FORCE}'
        WHEN code_compliant = 'NOT_ASSESSED' THEN 'NOT_APPLICABLE' ELSE code_compliant END, case_id
      FROM judged WHERE code_compliant IS NOT NULL
    ) SELECT key, row, col, count(*) AS n ${split ? `, string_agg(id::text, ',') AS ids` : ''} FROM cells GROUP BY 1, 2, 3`,
    params(groups, inspectionId, days, terms),
  );
}

/** Files by the family that the inspector found most fitting; null of those judged by guidance of another time. */
export function fittingFamilies(
  db: Database,
  groups: readonly Group[],
  inspectionId: string,
  days: DecisionDays,
  terms: readonly Term[],
): Promise<(Group & { family: string | null })[]> {
  return db.count<Group & { family: string | null }>(
    `WITH ${COUNTED} SELECT key, CASE WHEN NOT unfair THEN appropriate_family END AS family,
      string_agg(case_id::text, ',') AS ids, count(*) AS size
     FROM judged WHERE appropriate_family IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
    params(groups, inspectionId, days, terms),
  );
}
