import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { tellReady } from './tell.cjs';

/** A moment as the graph writes it. */
const moment = (sql: string) => `replace(to_json(${sql}) #>> '{}', '+00:00', 'Z')`;
const list = (select: string, order: string, from: string) =>
  `coalesce((SELECT json_agg(${select} ORDER BY ${order}) FROM ${from}), '[]')`;
const ids = (sql: string) => `(SELECT coalesce(json_agg(json_build_object('id', id)), '[]') FROM unnest(${sql}) id)`;

const INCIDENT = `json_build_object('node', json_build_object('id', i.id, 'occurredFrom', ${moment('i.occurred_from')},
  'timeKnown', i.time_known, 'behaviours', i.behaviours, 'channel', i.channel, 'basis', i.basis, 'evidence', i.evidence,
  'fearOfViolence', i.fear_of_violence, 'dayToDayEffects', i.day_to_day_effects, 'narrative', i.narrative,
  'victim', json_build_object('id', i.victim_id)))`;
const CRIME = `json_build_object('id', r.id, 'reference', r.reference, 'recordedOn', r.recorded_on,
  'outcomeCode', r.outcome_code)`;
const CHARGE = `json_build_object('id', h.id, 'chargedOn', h.charged_on, 'verdict', h.verdict,
  'incidents', ${ids('h.incident_ids')}, 'breaches', ${ids('h.breach_ids')})`;
const DECISION = `json_build_object('id', d.id, 'decidedOn', d.decided_on, 'kind', d.kind, 'test', d.test,
  'outcome', d.outcome)`;
const ADVICE = `json_build_object('requestedAt', ${moment('a.requested_at')}, 'respondedAt', ${moment('a.responded_at')},
  'topics', a.topics)`;
const PLAN = `json_build_object('issuedOn', p.issued_on, 'dueOn', p.due_on, 'items', (SELECT json_agg(json_build_object(
  'text', e->'text', 'doneOn', e->'doneOn') ORDER BY n) FROM jsonb_array_elements(p.items) WITH ORDINALITY AS t(e, n)))`;
const EXAMINATION = `json_build_object('id', x.id, 'examinedOn', x.examined_on, 'codeCompliant', x.code_compliant,
  'inspection', (SELECT json_build_object('id', y.id, 'title', y.title) FROM inspections.inspection y
    WHERE y.id = x.inspection_id))`;
const of = (table: string, alias: string) =>
  `${table} ${alias} WHERE ${alias}.case_id = c.id AND ${alias}.withdrawn_at IS NULL`;
const CASE = `json_build_object('node', json_build_object('id', c.id, 'urn', c.urn, 'stage', c.stage,
  'openedOn', c.opened_on, 'relationship', c.relationship, 'domestic', c.domestic, 'flags', c.flags,
  'victims', ${list(
    `json_build_object('id', v.id, 'dateOfBirth', v.date_of_birth)`,
    'at',
    `unnest(c.victim_ids)
    WITH ORDINALITY AS u(id, at) JOIN cases.victim v ON v.id = u.id AND v.withdrawn_at IS NULL`,
  )},
  'incidents', json_build_object('edges', ${list(INCIDENT, 'i.occurred_from, i.id', of('cases.incident', 'i'))}),
  'recordedCrimes', ${list(CRIME, 'r.recorded_on, r.id', of('cases.recorded_crime', 'r'))},
  'charges', ${list(CHARGE, 'h.charged_on, h.id', of('cases.charge', 'h'))},
  'decisions', ${list(DECISION, 'd.decided_on, d.id', of('cases.charging_decision', 'd'))},
  'earlyAdvice', ${list(ADVICE, 'a.requested_at, a.id', of('cases.early_advice', 'a'))},
  'actionPlans', ${list(PLAN, 'p.issued_on, p.id', of('cases.action_plan', 'p'))},
  'examinations', ${list(EXAMINATION, 'x.examined_on DESC, x.id DESC', of('inspections.file_examination', 'x'))}))`;
const BREACH = `json_build_object('id', b.id, 'occurredAt', ${moment('b.occurred_at')}, 'reportedAt',
  ${moment('b.reported_at')}, 'state', b.state, 'incident', CASE WHEN b.incident_id IS NOT NULL THEN
  json_build_object('id', b.incident_id) END)`;
const ORDER = `json_build_object('id', o.id, 'kind', o.kind, 'state', o.state, 'madeOn', o.made_on, 'servedOn', o.served_on,
  'effectiveFrom', o.effective_from, 'effectiveTo', o.effective_to, 'untilFurtherOrder', o.until_further_order,
  'court', o.court, 'protectedPersons', ${ids('o.protected_person_ids')},
  'conditions', (SELECT coalesce(json_agg(json_build_object('kind', e->'kind', 'text', e->'text')
    ORDER BY n), '[]') FROM jsonb_array_elements(o.conditions) WITH ORDINALITY AS t(e, n)),
  'breaches', ${list(BREACH, 'b.occurred_at, b.id', 'orders.breach b WHERE b.order_id = o.id AND b.withdrawn_at IS NULL')})`;
const RISK = `json_build_object('id', a.id, 'assessedAt', ${moment('a.assessed_at')}, 'trigger', a.trigger,
  'grade', a.grade, 'overrideReason', a.override_reason, 'victim', json_build_object('id', a.victim_id), 'instrument',
  (SELECT json_build_object('key', t.key, 'version', t.version, 'title', t.title) FROM risk_assessments.risk_instrument t
   WHERE t.key = a.instrument AND t.version = a.instrument_version AND t.withdrawn_at IS NULL))`;
const REFERRAL = `json_build_object('forum', f.forum, 'referredOn', f.referred_on, 'heardOn', f.heard_on,
  'outcome', f.outcome)`;
const by = (table: string, alias: string) =>
  `${table} ${alias} WHERE ${alias}.suspect_id = s.id AND ${alias}.withdrawn_at IS NULL`;
const CASES = 'cases."case" c WHERE c.suspect_ids @> ARRAY[s.id] AND c.withdrawn_at IS NULL';

const STATEMENT = `SELECT json_build_object('id', s.id, 'dateOfBirth', s.date_of_birth,
  'identifiers', (SELECT coalesce(json_agg(json_build_object('scheme', e->'scheme', 'value', e->'value') ORDER BY n), '[]')
    FROM jsonb_array_elements(s.identifiers) WITH ORDINALITY AS t(e, n)),
  'cases', json_build_object('totalCount', (SELECT count(*) FROM ${CASES}), 'edges', ${list(CASE, 'c.opened_on DESC, c.id DESC', CASES)}),
  'orders', ${list(ORDER, 'o.made_on DESC NULLS FIRST, o.id', by('orders."order"', 'o'))},
  'riskAssessments', ${list(RISK, 'a.assessed_at DESC, a.id DESC', by('risk_assessments.risk_assessment', 'a'))},
  'referrals', ${list(REFERRAL, 'f.referred_on DESC, f.id DESC', by('risk_assessments.referral', 'f'))})::text AS json
  FROM cases.suspect s WHERE s.id = $1 AND s.withdrawn_at IS NULL`;

/** Answers `records.graphql`, and nothing else, by one prepared statement that gives JSON: what is possible at most. */
export async function main([database = '']: string[]): Promise<void> {
  const pool = new Pool({ connectionString: database, max: 10, options: '-c TimeZone=UTC -c jit=off' });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { variables: { id: string } };
    const query = { name: 'records', text: STATEMENT, values: [variables.id] };
    const { rows } = await pool.query<{ json: string }>(query);
    response.setHeader('content-type', 'application/json');
    response.end(`{"data":{"suspect":${rows[0]?.json ?? 'null'}}}`);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tellReady({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
}
