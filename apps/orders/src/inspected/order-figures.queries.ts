import { type Database, GROUPED, type Group, groupParams } from '@throughline/subgraph';

/**
 * How far files came with protective orders, each that has one once: `steps` says in three letters, Y or N, whether one was
 * applied for, made and breached. Bail conditions are no such order: nobody applies for them.
 */
export interface OrderSteps {
  steps: string;
  ids: string;
}

const flag = (condition: string) => `CASE WHEN bool_or(${condition}) THEN 'Y' ELSE 'N' END`;

/** Steps of the files that have an order that the caller may see, of those in the groups; one statement. */
export function orderSteps(db: Database, groups: readonly Group[]): Promise<OrderSteps[]> {
  return db.count<OrderSteps>(
    `WITH ${GROUPED}, found AS (
      SELECT o.case_id, ${flag(`o.applied_on IS NOT NULL OR o.made_on IS NOT NULL OR o.state <> 'DRAFT'`)}
        || ${flag('o.made_on IS NOT NULL')} || ${flag('breached.order_id IS NOT NULL')} AS steps
      FROM orders."order" o LEFT JOIN (
        SELECT DISTINCT b.order_id FROM orders.breach b WHERE b.withdrawn_at IS NULL) breached ON breached.order_id = o.id
      WHERE o.withdrawn_at IS NULL AND o.kind <> 'BAIL_CONDITIONS' AND o.case_id IN (SELECT id FROM grouped)
      GROUP BY o.case_id
    ) SELECT steps, string_agg(case_id::text, ',') AS ids FROM found GROUP BY steps ORDER BY steps`,
    groupParams(groups),
  );
}

/** A breach of an order that names a case: when it happened, in London, and what was done about it. */
export interface CaseBreach {
  caseId: string;
  on: string;
  state: string;
}

/** The breaches of orders that name these cases, oldest first; one statement. */
export function breachesOfCases(db: Database, caseIds: readonly string[]): Promise<CaseBreach[]> {
  return db.query<CaseBreach>(
    `SELECT o.case_id AS "caseId", (b.occurred_at AT TIME ZONE 'Europe/London')::date AS on, b.state
     FROM orders."order" o JOIN orders.breach b ON b.order_id = o.id AND b.withdrawn_at IS NULL
     WHERE o.case_id = ANY($1::uuid[]) AND o.withdrawn_at IS NULL ORDER BY b.occurred_at, b.id`,
    [caseIds],
  );
}
