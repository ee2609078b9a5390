import { type Batch, jsonMoment } from '@throughline/subgraph';
import type { Breach } from '../breach/breach.model';
import type { OrderEvent } from '../order/order-event.model';
import type { Order } from '../order/order.model';

/** An order with what happened to it. */
export type OrderRow = Pick<
  Order,
  | 'id'
  | 'suspectId'
  | 'caseId'
  | 'force'
  | 'kind'
  | 'protectedPersonIds'
  | 'madeOn'
  | 'effectiveFrom'
  | 'effectiveTo'
  | 'state'
> & { events: Pick<OrderEvent, 'id' | 'on' | 'kind'>[]; breaches: BreachRow[] };
export type BreachRow = Pick<
  Breach,
  'id' | 'orderId' | 'occurredAt' | 'timeKnown' | 'incidentId' | 'reportedAt' | 'state'
>;

const ordersBinding = `SELECT o.id, o.suspect_id AS "suspectId", o.case_id AS "caseId", o.force, o.kind,
    o.protected_person_ids AS "protectedPersonIds", o.made_on AS "madeOn", o.effective_from AS "effectiveFrom",
    o.effective_to AS "effectiveTo", o.state,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'on', e."on", 'kind', e.kind)), '[]')
      FROM orders.order_event e WHERE e.order_id = o.id AND e.withdrawn_at IS NULL) AS events,
    (SELECT coalesce(json_agg(json_build_object('id', b.id, 'orderId', b.order_id, 'occurredAt', ${jsonMoment('b.occurred_at')},
        'timeKnown', b.time_known, 'incidentId', b.incident_id, 'reportedAt', ${jsonMoment('b.reported_at')}, 'state', b.state)), '[]')
      FROM orders.breach b WHERE b.order_id = o.id AND b.withdrawn_at IS NULL) AS breaches
  FROM orders."order" o WHERE o.suspect_id = ANY($1::uuid[]) AND o.withdrawn_at IS NULL`;

/** Orders that bind each of the suspects, with what happened to them and how they were breached. */
export const ordersBindingSuspects: Batch<string, OrderRow[]> = async (db, ids) => {
  const rows = new Map<string, OrderRow[]>(ids.map((id) => [id, []]));
  for (const row of await db.query<OrderRow>(ordersBinding, [ids])) rows.get(row.suspectId)!.push(row);
  return ids.map((id) => rows.get(id)!);
};
