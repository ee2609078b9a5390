import { OrderKind, orderKindTitles } from '@throughline/reference';
import {
  Fact,
  Link,
  Links,
  Model,
  Opens,
  Value,
  date,
  describeEnum,
  enumeration,
  flag,
  force,
  list,
  must,
  nested,
  oneOf,
  text,
} from '@throughline/subgraph';
import { Field, ID } from 'type-graphql';
import { Case, Suspect, Victim } from '../elsewhere';

describeEnum('OrderKind', 'Kind of protective order, by the statute it is made under.', OrderKind, orderKindTitles);

export const OrderState = enumeration(
  'OrderState',
  'Where an order stands between being drafted and coming to its end.',
  {
    DRAFT: 'Being prepared.',
    APPLIED: 'Applied for; the court has not decided.',
    MADE: 'Made by the court; not yet in force.',
    IN_FORCE: 'In force as made.',
    VARIED: 'In force with terms that were varied.',
    EXPIRED: 'Its term has ended.',
    DISCHARGED: 'Ended early by the court.',
    QUASHED: 'Set aside on appeal.',
    SUPERSEDED: 'Replaced by another order.',
    REFUSED: 'The court refused the application.',
    WITHDRAWN: 'The application was withdrawn.',
  },
);
export type OrderState = keyof typeof OrderState;

export const ConditionKind = enumeration('ConditionKind', 'Whether a term forbids or demands.', {
  PROHIBITION: 'Something that must not be done.',
  REQUIREMENT: 'Something that must be done.',
});
export type ConditionKind = keyof typeof ConditionKind;

@Value('order:read', 'A term of an order.')
export class OrderCondition {
  @Opens('order:read')
  @Field(() => ID, { description: 'UUIDv5 of the order’s source and reference and the term’s.' })
  id!: string;

  @Fact('order:read', must(text), 'Its reference within the order.')
  ref!: string;

  @Fact('order:read', must(oneOf(ConditionKind)), 'Whether it forbids or demands.')
  kind!: ConditionKind;

  @Fact('order:read', must(text), 'The term as the court worded it.')
  text!: string;

  @Fact('order:read', date, 'First day of the term, where it differs from the order’s.')
  from!: string | null;

  @Fact('order:read', date, 'Last day of the term, where it differs from the order’s.')
  to!: string | null;
}

@Model({
  record: 'order',
  schema: 'orders',
  table: 'order',
  scope: 'order:read',
  entity: true,
  historyField: 'recordHistory',
  description: 'A protective order: what a court or the police laid on somebody for another’s safety.',
  indexes: [
    ['suspectId'],
    ['caseId'],
    { columns: ['protectedPersonIds'], type: 'gin' },
    ['madeOn', 'id'],
    ['effectiveTo', 'id'],
  ],
})
export class Order {
  id!: string;
  source!: string;
  ref!: string;
  recordVersion!: number;

  @Link('order:read', 'suspect', () => Suspect, 'Who it binds.', { required: true })
  suspectId!: string;

  @Link('order:read', 'case', () => Case, 'The case it came from.')
  caseId!: string | null;

  @Fact('order:read', force, 'The force that applied for it or enforces it.')
  force!: string | null;

  @Fact('order:read', must(oneOf(OrderKind)), 'What kind of order it is.')
  kind!: OrderKind;

  @Links('order:read', 'victim', () => Victim, 'Whom it protects.', { required: true, elsewhere: true })
  protectedPersonIds!: string[];

  @Fact('order:read', text, 'The court that made it.')
  court!: string | null;

  @Fact('order:read', date, 'Day it was applied for.')
  appliedOn!: string | null;

  @Fact('order:read', date, 'Day it was made.')
  madeOn!: string | null;

  @Fact('order:read', date, 'Day it was served on the person it binds.')
  servedOn!: string | null;

  @Fact('order:read', date, 'First day of its term.')
  effectiveFrom!: string | null;

  @Fact('order:read', date, 'Last day of its term.')
  effectiveTo!: string | null;

  @Fact('order:read', flag, 'Whether it lasts until a further order rather than for a term.')
  untilFurtherOrder!: boolean;

  @Fact('order:read', must(oneOf(OrderState)), 'Where it stands.')
  state!: OrderState;

  @Fact('order:read', list(nested(() => OrderCondition)), 'Its terms.')
  conditions!: OrderCondition[];
}
