import {
  type Connection,
  type Context,
  GraphQLDate,
  IdArgs,
  Opens,
  PageArgs,
  availableActions,
  byId,
  connectionType,
  enumeration,
  londonToday,
  pageRequest,
  recordId,
  EVERYBODY,
} from '@throughline/subgraph';
import { OrderKind } from '@throughline/reference';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { breachesOfOrders } from '../breach/breach.queries';
import { Breach } from '../breach/breach.model';
import { Case, Suspect, Victim } from '../elsewhere';
import { Order, OrderCondition, OrderState } from './order.model';
import { OrderEvent } from './order-event.model';
import { OrderAction, orderMachine } from './order.machine';
import {
  allOrders,
  eventsOfOrders,
  ordersOfCases,
  ordersOfSuspects,
  ordersProtecting,
  suspectsBoundOn,
} from './order.queries';

const OrderSort = enumeration('OrderSort', 'How orders can be sorted.', {
  MADE_ON_DESC: 'Newest first; those not yet made before all others.',
  MADE_ON_ASC: 'Oldest first.',
  EFFECTIVE_TO_ASC: 'Those that end soonest first.',
});

@InputType({ description: 'Which orders. Conditions given together must all hold.' })
export class OrderFilter {
  @Field(() => [OrderKind], { nullable: true, description: 'Of any of these kinds.' })
  kinds?: OrderKind[];

  @Field(() => [OrderState], { nullable: true, description: 'In any of these states.' })
  states?: OrderState[];

  @Field(() => [String], { nullable: true, description: 'Of any of these forces, by CJS code.' })
  forces?: string[];

  @Field(() => ID, { nullable: true, description: 'Binding this suspect.' })
  suspectId?: string;

  @Field(() => ID, { nullable: true, description: 'From this case.' })
  caseId?: string;

  @Field(() => ID, { nullable: true, description: 'Protecting this person.' })
  protectedPersonId?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Made on this day or later.' })
  madeFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Made on this day or earlier.' })
  madeTo?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Ending on this day or later.' })
  endsFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Ending on this day or earlier.' })
  endsTo?: string;
}

@ArgsType()
class OrdersArgs extends PageArgs {
  @Field(() => OrderFilter, { nullable: true, description: 'Which orders; all where it is not given.' })
  filter?: OrderFilter;

  @Field(() => OrderSort, { defaultValue: OrderSort.MADE_ON_DESC, description: 'In which order.' })
  sort!: keyof typeof OrderSort;
}

const OrderConnection = connectionType(Order, 'Order');

@Resolver(() => Order)
export class OrderResolver {
  @Opens('order:read')
  @Query(() => Order, { nullable: true, description: 'An order by its id.' })
  order(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Order | null> {
    return context.load(byId(Order), id);
  }

  @Opens('order:read')
  @Query(() => OrderConnection, { description: 'Orders, a page at a time.' })
  orders(
    @Args() { filter, sort, ...page }: OrdersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Order>> {
    return context.load(allOrders, EVERYBODY, { ...pageRequest(page, info), filter, sort });
  }

  @Opens('order:read')
  @Directive('@inaccessible')
  @Query(() => [ID], { nullable: true, description: 'Ids of the suspects whom an order binds on a day.' })
  suspectsWithOrderInForce(
    @Arg('on', () => GraphQLDate, { description: 'The day.' }) on: string,
    @Ctx() context: Context,
  ): Promise<string[]> {
    return context.load(suspectsBoundOn, on);
  }

  @Opens('order:read')
  @FieldResolver(() => [OrderCondition], { description: 'Its terms.' })
  conditions(@Root() order: Order): OrderCondition[] {
    return conditionsOf(order);
  }

  @Opens('order:read')
  @FieldResolver(() => [OrderEvent], { description: 'What happened to it, oldest first.' })
  history(@Root() { id }: Order, @Ctx() context: Context): Promise<OrderEvent[]> {
    return context.load(eventsOfOrders, id);
  }

  @Opens('order:read')
  @FieldResolver(() => [OrderAction], { description: 'What can be done to it in its state.' })
  availableActions(@Root() { state }: Order): OrderAction[] {
    return availableActions(orderMachine, state);
  }

  @Opens('order:read')
  @FieldResolver(() => [Breach], { description: 'Breaches of it, oldest first.' })
  breaches(@Root() { id }: Order, @Ctx() context: Context): Promise<Breach[]> {
    return context.load(breachesOfOrders, id);
  }

  @Opens('order:read')
  @FieldResolver(() => Boolean, {
    description: 'Whether it is in force on a day: its state says so and the day lies within its term.',
  })
  inForce(
    @Root() order: Order,
    @Arg('on', () => GraphQLDate, { nullable: true, description: 'The day; today in London unless given.' })
    on?: string,
  ): boolean {
    return isInForce(order, on ?? londonToday());
  }
}

@Resolver(() => Suspect)
export class SuspectOrders {
  @Opens('order:read')
  @FieldResolver(() => [Order], { nullable: true, description: 'Orders that bind the suspect, newest first.' })
  orders(@Root() { id }: Suspect, @Ctx() context: Context): Promise<Order[]> {
    return context.load(ordersOfSuspects, id);
  }
}

@Resolver(() => Case)
export class CaseOrders {
  @Opens('order:read')
  @FieldResolver(() => [Order], { nullable: true, description: 'Orders that came from the case, newest first.' })
  orders(@Root() { id }: Case, @Ctx() context: Context): Promise<Order[]> {
    return context.load(ordersOfCases, id);
  }
}

@Resolver(() => Victim)
export class VictimOrders {
  @Opens('order:read')
  @FieldResolver(() => [Order], { nullable: true, description: 'Orders that protect the person, newest first.' })
  protectedBy(@Root() { id }: Victim, @Ctx() context: Context): Promise<Order[]> {
    return context.load(ordersProtecting, id);
  }
}

/** The terms of an order with ids of their own: terms are values of the order, not records. */
export function conditionsOf(order: Order): OrderCondition[] {
  const { source, ref } = order;
  return order.conditions.map((term) => ({ ...term, id: recordId('condition', source, `${ref}/${term.ref}`) }));
}

/** An order is in force from its first day to its last, both included, while its state says so. */
function isInForce({ state, effectiveFrom, effectiveTo, madeOn }: Order, day: string): boolean {
  const from = effectiveFrom ?? madeOn;
  const stands = state === 'IN_FORCE' || state === 'VARIED';
  return stands && (from === null || from <= day) && (effectiveTo === null || day <= effectiveTo);
}
