import { OrderKind } from '@throughline/reference';
import { ChangeInput, GraphQLDate, RequestInput } from '@throughline/subgraph';
import { Field, ID, InputType } from 'type-graphql';
import { ConditionKind } from './order.model';

@InputType({ description: 'A term of an order.' })
export class OrderConditionInput {
  @Field(() => String, { description: 'Its reference within the order.' })
  ref!: string;

  @Field(() => ConditionKind, { description: 'Whether it forbids or demands.' })
  kind!: ConditionKind;

  @Field(() => String, { description: 'The term as the court words it.' })
  text!: string;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'First day of the term, where it differs from the order’s.',
  })
  from?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day of the term, where it differs from the order’s.' })
  to?: string;
}

@InputType({ description: 'An order to be drafted.' })
export class DraftOrderInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the suspect whom it is to bind.' })
  suspect!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the case it comes from.' })
  case?: string;

  @Field(() => String, { nullable: true, description: 'Force that applies for it, by CJS code.' })
  force?: string;

  @Field(() => OrderKind, { description: 'What kind of order it is to be.' })
  kind!: OrderKind;

  @Field(() => [ID], { description: 'Ids of the victims whom it is to protect.' })
  protectedPersons!: string[];

  @Field(() => [OrderConditionInput], { defaultValue: [], description: 'Its terms.' })
  conditions!: OrderConditionInput[];
}

/** A move that happened on a day. */
@InputType({ description: 'Something that happened to an order on a day.' })
export class OrderEventInput extends ChangeInput {
  @Field(() => GraphQLDate, { description: 'The day.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'CJS code of the court’s result or of the application.' })
  resultCode?: string;

  @Field(() => String, { nullable: true, description: 'What else is to be said of it.' })
  note?: string;
}

@InputType({ description: 'The application for an order.' })
export class ApplyForOrderInput extends OrderEventInput {
  @Field(() => String, { nullable: true, description: 'The court.' })
  court?: string;
}

@InputType({ description: 'The making of an order.' })
export class MakeOrderInput extends OrderEventInput {
  @Field(() => String, { nullable: true, description: 'The court.' })
  court?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'First day of its term; the day it is made unless given.' })
  effectiveFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day of its term.' })
  effectiveTo?: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it lasts until a further order.' })
  untilFurtherOrder!: boolean;

  @Field(() => [OrderConditionInput], { nullable: true, description: 'Its terms; as drafted unless given.' })
  conditions?: OrderConditionInput[];
}

@InputType({ description: 'The variation of an order. What is not given stays as it is.' })
export class VaryOrderInput extends OrderEventInput {
  @Field(() => [OrderConditionInput], { nullable: true, description: 'All its terms from now on.' })
  conditions?: OrderConditionInput[];

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day of its term from now on.' })
  effectiveTo?: string;
}

@InputType({ description: 'The renewal of an order.' })
export class RenewOrderInput extends OrderEventInput {
  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day of its new term; without one it lasts until further order.',
  })
  effectiveTo?: string;
}
