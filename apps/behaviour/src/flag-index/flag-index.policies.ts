import { guarded } from '@throughline/subgraph';

const RIGHTS = '(SELECT row_rules.rights())';
const SCOPE = `(SELECT row_rules.having('behaviour:read'))`;

/** True where every case that a row of the index rests on is within reach, and without a case, rows of its forces. */
const REACHED = `(${SCOPE} <> 0 AND NOT EXISTS (
    SELECT FROM unnest(case_ids) AS c WHERE row_rules.matching_in_case(${RIGHTS}, NULL, c, NULL) & ${SCOPE} = 0
  ) AND (cardinality(case_ids) > 0 OR NOT EXISTS (
    SELECT FROM unnest(CASE WHEN forces = '{}' THEN ARRAY[NULL] ELSE forces END) AS f
    WHERE row_rules.matching(${RIGHTS}, f, NULL, restricted, NULL, linked_ids) & ${SCOPE} = 0)))`;

/**
 * Who may see what of the index. A flag, and that somebody meets a definition, is there for whoever may see all that it rests
 * on; what only says how far the index has come is for services.
 */
export const flagIndexPolicies: string[] = [
  ...guarded('behaviour.flag', REACHED),
  ...guarded('behaviour.flag_review', 'EXISTS (SELECT FROM behaviour.flag f WHERE f.id = flag_id)'),
  ...guarded('behaviour.meeting', REACHED),
  ...['person', 'pending', 'feed_cursor', 'rebuild'].flatMap((table) => guarded(`behaviour.${table}`, 'false')),
  ...guarded('behaviour.activity', 'false'),
];
