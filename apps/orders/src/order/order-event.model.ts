import { Fact, Link, Model, Opens, code, date, enumeration, must, oneOf, text } from '@throughline/subgraph';
import { Field, ObjectType } from 'type-graphql';
import { Order } from './order.model';

export const OrderEventKind = enumeration('OrderEventKind', 'What happened to an order.', {
  APPLICATION: 'It was applied for.',
  INTERIM: 'An interim order was made.',
  MADE: 'It was made.',
  SERVED: 'It was served.',
  VARIATION: 'Its terms were varied.',
  RENEWAL_APPLIED: 'Its renewal was applied for.',
  RENEWED: 'It was renewed.',
  DISCHARGE: 'It was discharged.',
  APPEAL: 'It was appealed against.',
  EXPIRY: 'Its term ended.',
});
export type OrderEventKind = keyof typeof OrderEventKind;

@Opens('open')
@ObjectType({
  description: 'A result that a court can record, or an application that can be made to it.',
  simpleResolvers: true,
})
export class CourtResult {
  @Field(() => String, { description: 'CJS code.' })
  code!: string;

  @Field(() => String, { description: 'What the code means.' })
  title!: string;
}

@Model({
  record: 'orderEvent',
  schema: 'orders',
  table: 'order_event',
  scope: 'order:read',
  rows: { of: () => Order, by: ['order_id'] },
  description: 'Something that happened to an order.',
  indexes: [['orderId']],
})
export class OrderEvent {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('order:read', 'order', () => Order, 'The order.', { required: true })
  orderId!: string;

  @Fact('order:read', must(date), 'The day.')
  on!: string;

  @Fact('order:read', must(oneOf(OrderEventKind)), 'What happened.')
  kind!: OrderEventKind;

  @Fact('order:read', code('resultCode', () => CourtResult), 'The result the court recorded, or the application made.')
  resultCode!: string | null;

  @Fact('narrative:read', text, 'What else the source says of it.')
  note!: string | null;
}
