import { guarded } from '@throughline/subgraph';

const RIGHTS = '(SELECT row_rules.rights())';
const SCOPE = `(SELECT row_rules.having('behaviour:read'))`;

/** SQL of the grants that match a record on which a row of the index rests: `n` is one of its needs. */
const MATCHED = `CASE WHEN n."case" IS NULL THEN row_rules.matching(${RIGHTS}, n.force, NULL, restricted, NULL, linked_ids)
      ELSE row_rules.matching_in_case(${RIGHTS}, NULL, n."case", NULL) END`;

/**
 * True where every record that a row of the index rests on may be read, each by the scope that opens it, and what follows
 * from it too: see `Need`.
 */
const REACHED = `(${SCOPE} <> 0 AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(needs) AS n(scope text, "case" uuid, force text, anywhere boolean)
    WHERE row_rules.having(n.scope) = 0 OR (NOT n.anywhere AND NOT (
      SELECT matched & row_rules.having(n.scope) <> 0 AND matched & ${SCOPE} <> 0 FROM (SELECT ${MATCHED} AS matched) AS m))))`;

/** True where whoever asks reaches every case of a suspect. */
const whole = (suspect: string) => `row_rules.reaches_whole(${RIGHTS}, ${suspect}, ${SCOPE})`;

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
  // Whether the record itself may be read, its own subgraph says: see `activityOf`.
  ...guarded('behaviour.activity', whole('suspect')),
];
