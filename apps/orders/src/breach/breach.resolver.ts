import {
  type Connection,
  type Context,
  GraphQLDate,
  IdArgs,
  Opens,
  PageArgs,
  byId,
  connectionType,
  enumeration,
  pageRequest,
  EVERYBODY,
} from '@throughline/subgraph';
import { OrderKind } from '@throughline/reference';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, InputType, Query, Resolver, Root } from 'type-graphql';
import { Order, OrderCondition } from '../order/order.model';
import { conditionsOf } from '../order/order.resolver';
import { Breach, BreachState } from './breach.model';
import { allBreaches } from './breach.queries';

const BreachSort = enumeration('BreachSort', 'How breaches can be sorted.', {
  OCCURRED_AT_DESC: 'Latest first.',
  REPORTED_AT_DESC: 'Latest reported first.',
  REPORTED_AT_ASC: 'Longest waiting first.',
});

@InputType({ description: 'Which breaches. Conditions given together must all hold.' })
export class BreachFilter {
  @Field(() => [BreachState], { nullable: true, description: 'In any of these states.' })
  states?: BreachState[];

  @Field(() => ID, { nullable: true, description: 'Of this order.' })
  orderId?: string;

  @Field(() => [OrderKind], { nullable: true, description: 'Of orders of any of these kinds.' })
  kinds?: OrderKind[];

  @Field(() => [String], { nullable: true, description: 'Of orders of any of these forces, by CJS code.' })
  forces?: string[];

  @Field(() => GraphQLDate, { nullable: true, description: 'Happened on this day or later.' })
  occurredFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Happened on this day or earlier.' })
  occurredTo?: string;
}

@ArgsType()
class BreachesArgs extends PageArgs {
  @Field(() => BreachFilter, { nullable: true, description: 'Which breaches; all where it is not given.' })
  filter?: BreachFilter;

  @Field(() => BreachSort, { defaultValue: BreachSort.OCCURRED_AT_DESC, description: 'In which order.' })
  sort!: keyof typeof BreachSort;
}

const BreachConnection = connectionType(Breach, 'Breach');

@Resolver(() => Breach)
export class BreachResolver {
  @Opens('order:read')
  @Query(() => Breach, { nullable: true, description: 'A breach by its id.' })
  breach(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Breach | null> {
    return context.load(byId(Breach), id);
  }

  @Opens('order:read')
  @Query(() => BreachConnection, { description: 'Breaches, a page at a time.' })
  breaches(
    @Args() { filter, sort, ...page }: BreachesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Breach>> {
    return context.load(allBreaches, EVERYBODY, { ...pageRequest(page, info), filter, sort });
  }

  @Opens('order:read')
  @FieldResolver(() => [OrderCondition], { description: 'The terms of the order that were broken.' })
  async conditions(@Root() breach: Breach, @Ctx() context: Context): Promise<OrderCondition[]> {
    const order = await context.load(byId(Order), breach.orderId);
    return order ? conditionsOf(order).filter(({ ref }) => breach.conditions.includes(ref)) : [];
  }
}
