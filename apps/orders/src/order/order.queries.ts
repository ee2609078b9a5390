import { type Conditions, connection, listOf } from '@throughline/subgraph';
import { Order } from './order.model';
import { OrderEvent } from './order-event.model';
import type { OrderFilter } from './order.resolver';

const newestFirst = 't.made_on DESC NULLS FIRST, t.id';

export const ordersOfSuspects = listOf(Order, 'suspect_id', newestFirst);
export const ordersOfCases = listOf(Order, 'case_id', newestFirst);
export const ordersProtecting = listOf(Order, 'protected_person_ids', newestFirst);
export const eventsOfOrders = listOf(OrderEvent, 'order_id', 't."on", t.id');

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
