import { type Batch, type Conditions, connection, listOf } from '@throughline/subgraph';
import { Order } from './order.model';
import { OrderEvent } from './order-event.model';
import type { OrderFilter } from './order.resolver';

const newestFirst = 't.made_on DESC NULLS FIRST, t.id';

export const ordersOfSuspects = listOf(Order, 'suspect_id', newestFirst);
export const ordersOfCases = listOf(Order, 'case_id', newestFirst);
export const ordersProtecting = listOf(Order, 'protected_person_ids', newestFirst);
export const eventsOfOrders = listOf(OrderEvent, 'order_id', 't."on", t.id');

/** Ids of the suspects whom an order binds on each of these days; see `inForce`. */
export const suspectsBoundOn: Batch<string, string[]> = async (db, days) => {
  const rows = await db.query<{ day: string; id: string }>(
    `SELECT day.text AS day, bound.id FROM unnest($1::text[]) AS day(text) CROSS JOIN LATERAL (
       SELECT DISTINCT t.suspect_id AS id FROM orders."order" t
       WHERE t.state IN ('IN_FORCE', 'VARIED') AND t.withdrawn_at IS NULL AND t.suspect_id IS NOT NULL
         AND coalesce(t.effective_to, 'infinity') >= day.text::date
         AND coalesce(t.effective_from, t.made_on, '-infinity') <= day.text::date) AS bound`,
    [days],
  );
  const bound = new Map<string, string[]>(days.map((day) => [day, []]));
  for (const { day, id } of rows) bound.get(day)!.push(id);
  return days.map((day) => bound.get(day)!);
};

const where: Conditions<OrderFilter> = {
  kinds: 't.kind = ANY(?::text[])',
  states: 't.state = ANY(?::text[])',
  forces: 't.force = ANY(?::text[])',
  suspectId: 't.suspect_id = ?::uuid',
  caseId: 't.case_id = ?::uuid',
  protectedPersonId: 't.id = ANY(ARRAY(SELECT orders.order_by_protected_person_ids(ARRAY[?::uuid])))',
  madeFrom: 't.made_on >= ?::date',
  madeTo: 't.made_on <= ?::date',
  endsFrom: 't.effective_to >= ?::date',
  endsTo: 't.effective_to <= ?::date',
};

/** An order not yet made sorts as made in the far future: it is the newest there is. */
const madeOn = { sql: `coalesce(t.made_on, 'infinity')`, type: 'date' } as const;
const endsOn = { sql: `coalesce(t.effective_to, 'infinity')`, type: 'date' } as const;

export const allOrders = connection<Order, OrderFilter>(Order, {
  where,
  sorts: {
    MADE_ON_DESC: { ...madeOn, direction: 'DESC' },
    MADE_ON_ASC: { ...madeOn, direction: 'ASC' },
    EFFECTIVE_TO_ASC: { ...endsOn, direction: 'ASC' },
  },
});
