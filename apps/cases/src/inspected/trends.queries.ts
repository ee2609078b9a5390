import type { CodeBook, Database } from '@throughline/subgraph';
import { familyTable } from '../statistics/statistics.queries';

const FAMILIES = 'unnest($1::text[], $2::text[]) AS family_of(code, family) ON family_of.code';

/** What is followed month by month, as SQL that gives of each record counted its day and whether it is `hit`. */
const TRENDS = {
  /** Charges of breaches of orders; a hit where nothing but breaches is charged against the suspect in the case. */
  BREACHES_CHARGED_ALONE: `SELECT c.charged_on AS day, NOT EXISTS (
      SELECT FROM cases.charge o LEFT JOIN ${FAMILIES} = o.offence
      WHERE o.case_id = c.case_id AND o.suspect_id = c.suspect_id AND o.withdrawn_at IS NULL
        AND coalesce(family_of.family NOT LIKE 'BREACH%', true)) AS hit
    FROM cases.charge c JOIN ${FAMILIES} = c.offence
    WHERE c.withdrawn_at IS NULL AND family_of.family LIKE 'BREACH%' AND c.charged_on BETWEEN $3::date AND $4::date`,
  /** Crimes recorded as stalking or harassment; a hit where as stalking. */
  RECORDED_AS_STALKING: `SELECT r.recorded_on AS day, family_of.family LIKE 'STALKING%' AS hit
    FROM cases.recorded_crime r JOIN ${FAMILIES} = r.principal_offence
    WHERE r.withdrawn_at IS NULL AND (family_of.family LIKE 'STALKING%' OR family_of.family LIKE 'HARASSMENT%')
      AND r.recorded_on BETWEEN $3::date AND $4::date`,
  /** Decisions whether to charge; a hit where a protective order was considered. */
  ORDER_CONSIDERED: `SELECT d.decided_on AS day, d.order_considered = 'YES' AS hit FROM cases.charging_decision d
    WHERE d.withdrawn_at IS NULL AND d.kind = 'CHARGE' AND d.decided_on BETWEEN $3::date AND $4::date`,
  /** Early advice asked for; a hit where it was given. */
  EARLY_ADVICE_ANSWERED: `SELECT (e.requested_at AT TIME ZONE 'Europe/London')::date AS day, e.responded_at IS NOT NULL AS hit
    FROM cases.early_advice e WHERE e.withdrawn_at IS NULL
      AND (e.requested_at AT TIME ZONE 'Europe/London')::date BETWEEN $3::date AND $4::date`,
} as const;
export type Trend = keyof typeof TRENDS;

/** A month, `YYYY-MM`, with how many records it has and how many of them are hits. */
export interface TrendMonth {
  month: string;
  n: number;
  hits: number;
}

/** Every month from the first day to the last, those without any record among them. */
export function trend(db: Database, codes: CodeBook, name: Trend, from: string, to: string): Promise<TrendMonth[]> {
  return db.query<TrendMonth>(
    `WITH found AS (${TRENDS[name]})
     SELECT to_char(m, 'YYYY-MM') AS month, count(found.day) AS n, count(*) FILTER (WHERE found.hit) AS hits
     FROM generate_series(date_trunc('month', $3::date), $4::date, interval '1 month') AS m
     LEFT JOIN found ON found.day >= m AND found.day < m + interval '1 month'
       AND cardinality($1::text[]) = cardinality($2::text[])
     GROUP BY m ORDER BY m`,
    [...familyTable(codes), from, to],
  );
}

/** True for the name of a trend. */
export function isTrend(name: string): name is Trend {
  return Object.hasOwn(TRENDS, name);
}
