import { Fact, Link, Model, enumeration, hidden, list, must, oneOf, text, time } from '@throughline/subgraph';
import { Incident } from '../elsewhere';
import { Order } from '../order/order.model';

export const BreachState = enumeration('BreachState', 'What has been done about a breach.', {
  REPORTED: 'Reported; nothing done yet.',
  CRIMED: 'Recorded as a crime.',
  INVESTIGATED: 'Investigated.',
  REFERRED: 'Referred to a prosecutor.',
  CHARGED: 'Charged.',
  NFA: 'No further action.',
  CONVICTED: 'Convicted.',
  ACQUITTED: 'Acquitted.',
});
export type BreachState = keyof typeof BreachState;

@Model({
  record: 'breach',
  schema: 'orders',
  table: 'breach',
  scope: 'order:read',
  rows: { of: () => Order, by: ['order_id'] },
  entity: true,
  description: 'A contravention of an order, as reported.',
  indexes: [['orderId'], ['reportedAt', 'id'], ['occurredAt', 'id'], ['incidentId']],
})
export class Breach {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('order:read', 'order', () => Order, 'The order that was breached.', { required: true })
  orderId!: string;

  @Fact('order:read', must(time('timeKnown')), 'When it happened.')
  occurredAt!: string;
  timeKnown!: boolean;

  @Link('order:read', 'incident', () => Incident, 'What was done, where that is recorded.')
  incidentId!: string | null;

  @Fact('order:read', hidden(list(text)), 'References of the order’s terms that were broken.')
  conditions!: string[];

  @Fact('order:read', must(time('reportedTimeKnown')), 'When it was reported.')
  reportedAt!: string;
  reportedTimeKnown!: boolean;

  @Fact('order:read', must(oneOf(BreachState)), 'What has been done about it.')
  state!: BreachState;

  @Fact('narrative:read', text, 'Why it was dealt with as it was.')
  reason!: string | null;
}
