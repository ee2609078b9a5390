import {
  ChangeInput,
  type Context,
  GraphQLMoment,
  Opens,
  RequestInput,
  availableActions,
  invalidInput,
  move,
  payloadType,
  write,
} from '@throughline/subgraph';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { Order } from '../order/order.model';
import { BreachAction, breachMachine } from './breach.machine';
import { Breach } from './breach.model';

@InputType({ description: 'A breach that was reported.' })
export class ReportBreachInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the order that was breached.' })
  order!: string;

  @Field(() => GraphQLMoment, { description: 'When it happened.' })
  occurredAt!: string;

  @Field(() => GraphQLMoment, { description: 'When it was reported.' })
  reportedAt!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the incident that it was.' })
  incident?: string;

  @Field(() => [String], { defaultValue: [], description: 'References of the order’s terms that were broken.' })
  conditions!: string[];
}

@InputType({ description: 'What is done about a breach.' })
export class MoveBreachInput extends ChangeInput {
  @Field(() => BreachAction, { description: 'What is done.' })
  action!: BreachAction;

  @Field(() => ID, { nullable: true, description: 'Id of the incident that it was, where that is known now.' })
  incident?: string;
}

const INPUT = { description: 'What is to be done.' };
const BreachPayload = payloadType(Breach, 'breach');
type Payload = Promise<{ breach: Breach }>;

@Resolver(() => Breach)
export class BreachMutations {
  @Opens('order:write')
  @Mutation(() => BreachPayload, { description: 'Records a breach as reported, with the terms that were broken.' })
  reportBreach(
    @Arg('input', () => ReportBreachInput, INPUT) input: ReportBreachInput,
    @Ctx() context: Context,
  ): Payload {
    return write(context, 'reportBreach', input, async (transaction) => {
      const order = await transaction.find(Order, input.order, 'order');
      refuseUnknownTerms(order, input.conditions);
      const { occurredAt, reportedAt, incident, conditions } = input;
      const facts = { order: order.id, occurredAt, reportedAt, incident, conditions, state: 'REPORTED' };
      return { breach: await transaction.insert(Breach, 'REPORT', facts) };
    });
  }

  @Opens('order:write')
  @Mutation(() => BreachPayload, { description: 'Records what is done about a breach; `reason` says why.' })
  moveBreach(@Arg('input', () => MoveBreachInput, INPUT) input: MoveBreachInput, @Ctx() context: Context): Payload {
    return write(context, 'moveBreach', input, async (transaction) => {
      const breach = await transaction.lock(Breach, input.id, input.expectedVersion);
      const state = move(breachMachine, breach.state, input.action);
      const facts = {
        state,
        ...(input.incident && { incident: input.incident }),
        ...(input.reason && { reason: input.reason }),
      };
      return { breach: await transaction.update(Breach, breach, input.action, facts) };
    });
  }

  @Opens('order:read')
  @FieldResolver(() => [BreachAction], { description: 'What can be done about it in its state.' })
  availableActions(@Root() { state }: Breach): BreachAction[] {
    return availableActions(breachMachine, state);
  }
}

function refuseUnknownTerms(order: Order, refs: string[]): void {
  const known = order.conditions.map(({ ref }) => ref);
  const unknown = refs.find((ref) => !known.includes(ref));
  if (unknown === undefined) return;
  const reason = `the order has no term ${JSON.stringify(unknown)}; it has ${known.join(', ') || 'none'}`;
  throw invalidInput([{ field: 'conditions', reason }]);
}
