import { guarded } from '@throughline/subgraph';

const RIGHTS = '(SELECT row_rules.rights())';
const SCOPE = `(SELECT row_rules.having('behaviour:read'))`;

/** True where every case that a row of the index rests on is within reach, and without a case, rows of its forces. */
const REACHED = `(${SCOPE} <> 0 AND NOT EXISTS (
    SELECT FROM unnest(case_ids) AS c WHERE row_rules.matching_in_case(${RIGHTS}, NULL, c, NULL) & ${SCOPE} = 0
  ) AND (cardinality(case_ids) > 0 OR NOT EXISTS (
    SELECT FROM unnest(CASE WHEN forces = '{}' THEN ARRAY[NULL] ELSE forces END) AS f
    WHERE row_rules.matching(${RIGHTS}, f, NULL, restricted, NULL, linked_ids) & ${SCOPE} = 0)))`;

/** True where whoever asks reaches every case of a suspect. */
const whole = (suspect: string) => `row_rules.reaches_whole(${RIGHTS}, ${suspect}, ${SCOPE})`;

/** True where whoever asks reads records of the type that an activity is about. */
const SOURCE_OPEN = `(CASE WHEN record_type IN ('order', 'orderEvent', 'breach') THEN (SELECT row_rules.having('order:read'))
    WHEN record_type IN ('riskAssessment', 'referral') THEN (SELECT row_rules.having('risk:read'))
    WHEN record_type IN ('fileExamination', 'guidance') THEN (SELECT row_rules.having('inspection:read'))
    ELSE (SELECT row_rules.having('case:read')) END <> 0)`;

/**
 * Who may see what of the index. A flag, and that somebody meets a definition, is there for whoever may see all that it rests
 * on; what only says how far the index has come is for services.
 */
export const flagIndexPolicies: string[] = [
  ...guarded('behaviour.flag', REACHED),
  ...guarded('behaviour.flag_review', 'EXISTS (SELECT FROM behaviour.flag f WHERE f.id = flag_id)'),
  ...guarded('behaviour.meeting', REACHED),
  ...guarded('behaviour.person', `NOT EXISTS (SELECT FROM unnest(linked_ids) AS p WHERE NOT ${whole('p')})`),
  ...['pending', 'feed_cursor'].flatMap((table) => guarded(`behaviour.${table}`, 'false')),
  ...guarded('behaviour.rebuild', `(SELECT row_rules.having('behaviour:review')) <> 0`),
  // A change does not say which case it belongs to.
  ...guarded('behaviour.activity', `CASE WHEN ${SOURCE_OPEN} THEN ${whole('suspect')} ELSE false END`),
];
