import { type CaseFilter, type CodeBook, type Database, conditions } from '@throughline/subgraph';
import { spelledOut } from '../case/case.filter';
import { caseConditions } from '../case/case.queries';

/** What the checks of a joint protocol look at in a case; days are `YYYY-MM-DD`. */
export interface ProtocolFacts {
  id: string;
  force: string;
  area: string;
  openedOn: string;
  victimStatementOn: string | null;
  informationNoticeOn: string | null;
  /** Incidents on file, those disproved left out. */
  incidents: number;
  /** Each decision: its day, and whether it considered a protective order. */
  decisions: { on: string; considered: string }[];
  advice: { requestedOn: string; respondedOn: string | null }[];
  plans: { dueOn: string; open: number }[];
}

const DAY = (moment: string) => `(${moment} AT TIME ZONE 'Europe/London')::date`;
const of = (table: string, alias: string, json: string, order: string) =>
  `coalesce((SELECT json_agg(${json} ORDER BY ${order}, ${alias}.id) FROM cases.${table} ${alias}
    WHERE ${alias}.case_id = t.id AND ${alias}.withdrawn_at IS NULL), '[]')`;

/**
 * The facts of the cases with these ids, or else of those that the filter finds, in the order of their ids: `most` of
 * them, from behind `after` on. One statement.
 */
export async function protocolFacts(
  db: Database,
  codes: CodeBook,
  { ids, filter, after, most }: { ids: string[] | null; filter: CaseFilter | null; after: string | null; most: number },
): Promise<ProtocolFacts[]> {
  const params: unknown[] = [ids, most, after];
  const where = conditions(caseConditions, spelledOut(filter ?? undefined, codes), params);
  const found = await db.read<ProtocolFacts>(
    `SELECT t.id, t.force, t.area, t.opened_on AS "openedOn", t.victim_personal_statement_on AS "victimStatementOn",
      t.police_information_notice_on AS "informationNoticeOn",
      (SELECT count(*) FROM cases.incident i WHERE i.case_id = t.id AND i.withdrawn_at IS NULL AND i.evidence <> 'DISPROVED') AS incidents,
      ${of('charging_decision', 'd', `json_build_object('on', d.decided_on, 'considered', d.order_considered)`, 'd.decided_on')} AS decisions,
      ${of('early_advice', 'e', `json_build_object('requestedOn', ${DAY('e.requested_at')}, 'respondedOn', ${DAY('e.responded_at')})`, 'e.requested_at')} AS advice,
      ${of(
        'action_plan',
        'p',
        `json_build_object('dueOn', p.due_on, 'open', (SELECT count(*) FROM jsonb_to_recordset(p.items) AS item("doneOn" date) WHERE item."doneOn" IS NULL))`,
        'p.issued_on',
      )} AS plans
     FROM cases."case" t WHERE ${['t.withdrawn_at IS NULL', '($1::uuid[] IS NULL OR t.id = ANY($1::uuid[]))', '($3::uuid IS NULL OR t.id > $3::uuid)', ...where].join(' AND ')}
     ORDER BY t.id LIMIT $2::integer`,
    params,
  );
  // Of what is only counted nobody is told a case.
  if (ids) db.noteSeen(found);
  return found;
}
