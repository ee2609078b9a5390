import { type Conditions, connection, listOf } from '@throughline/subgraph';
import { Breach } from './breach.model';
import type { BreachFilter } from './breach.resolver';

export const breachesOfOrders = listOf(Breach, 'order_id', 't.occurred_at, t.id');

const where: Conditions<BreachFilter> = {
  states: 't.state = ANY(?::text[])',
  orderId: 't.order_id = ?::uuid',
  kinds: 'EXISTS (SELECT FROM orders."order" o WHERE o.id = t.order_id AND o.kind = ANY(?::text[]))',
  forces: 'EXISTS (SELECT FROM orders."order" o WHERE o.id = t.order_id AND o.force = ANY(?::text[]))',
  occurredFrom: `t.occurred_at >= ?::date::timestamp AT TIME ZONE 'Europe/London'`,
  occurredTo: `t.occurred_at < (?::date + 1)::timestamp AT TIME ZONE 'Europe/London'`,
};

export const allBreaches = connection<Breach, BreachFilter>(Breach, {
  where,
  sorts: {
    OCCURRED_AT_DESC: { sql: 't.occurred_at', type: 'timestamptz', direction: 'DESC' },
    REPORTED_AT_DESC: { sql: 't.reported_at', type: 'timestamptz', direction: 'DESC' },
    REPORTED_AT_ASC: { sql: 't.reported_at', type: 'timestamptz', direction: 'ASC' },
  },
});
