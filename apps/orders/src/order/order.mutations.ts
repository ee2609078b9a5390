import { type Context, Opens, londonToday, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  ApplyForOrderInput,
  DraftOrderInput,
  MakeOrderInput,
  OrderEventInput,
  RenewOrderInput,
  VaryOrderInput,
} from './order.inputs';
import type { OrderAction } from './order.machine';
import { Order } from './order.model';
import type { OrderEventKind } from './order-event.model';
import { againstConditions, againstMaking, againstTerm } from './order.rules';
import { type OrderChange, act, draft, notBefore } from './order.service';

const INPUT = { description: 'What is to be done.' };
const OrderPayload = payloadType(Order, 'order');
type Payload = Promise<{ order: Order }>;

@Resolver()
export class OrderMutations {
  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Drafts an order.' })
  draftOrder(@Arg('input', () => DraftOrderInput, INPUT) input: DraftOrderInput, @Ctx() context: Context): Payload {
    const { suspect, case: ofCase, force, kind, protectedPersons, conditions } = input;
    return draft(context, input, { suspect, case: ofCase, force, kind, protectedPersons, conditions });
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records the application for an order.' })
  applyForOrder(
    @Arg('input', () => ApplyForOrderInput, INPUT) input: ApplyForOrderInput,
    @Ctx() context: Context,
  ): Payload {
    return act(context, 'APPLY', input, () => ({
      facts: { appliedOn: input.on, court: input.court },
      event: eventOf(input, 'APPLICATION'),
    }));
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, {
    description: 'Records that the court made an interim order while the application stands.',
  })
  recordInterimOrder(
    @Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput,
    @Ctx() context: Context,
  ): Payload {
    return act(context, 'INTERIM', input, (order) => {
      notBefore('on', input.on, order.appliedOn, 'the application');
      return { event: eventOf(input, 'INTERIM') };
    });
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that the court made an order.' })
  makeOrder(@Arg('input', () => MakeOrderInput, INPUT) input: MakeOrderInput, @Ctx() context: Context): Payload {
    return act(context, 'MAKE', input, (order) => {
      notBefore('on', input.on, order.appliedOn, 'the application');
      const terms = {
        kind: order.kind,
        conditions: input.conditions ?? order.conditions,
        effectiveTo: input.effectiveTo ?? null,
        untilFurtherOrder: input.untilFurtherOrder,
      };
      const { conditions, effectiveTo, untilFurtherOrder } = terms;
      return {
        because: againstMaking(terms, input.on, order.force),
        facts: {
          madeOn: input.on,
          court: input.court ?? order.court,
          effectiveFrom: input.effectiveFrom ?? input.on,
          ...(effectiveTo === null ? {} : { effectiveTo }),
          untilFurtherOrder,
          conditions,
        },
        event: eventOf(input, 'MADE'),
      };
    });
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that the court refused the application.' })
  refuseOrder(@Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput, @Ctx() context: Context): Payload {
    return act(context, 'REFUSE', input, () => ({}));
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Withdraws a draft or an application.' })
  withdrawOrderApplication(
    @Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput,
    @Ctx() context: Context,
  ): Payload {
    return act(context, 'WITHDRAW', input, () => ({}));
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that an order was served on the person it binds.' })
  serveOrder(@Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput, @Ctx() context: Context): Payload {
    return act(context, 'SERVE', input, (order) => {
      notBefore('on', input.on, order.madeOn, 'the day it was made');
      return { facts: { servedOn: input.on }, event: eventOf(input, 'SERVED') };
    });
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that the court varied an order.' })
  varyOrder(@Arg('input', () => VaryOrderInput, INPUT) input: VaryOrderInput, @Ctx() context: Context): Payload {
    return act(context, 'VARY', input, (order) => {
      notBefore('on', input.on, order.madeOn, 'the day it was made');
      const varied = {
        ...order,
        conditions: input.conditions ?? order.conditions,
        effectiveTo: input.effectiveTo ?? order.effectiveTo,
      };
      return {
        because: [...againstConditions(varied), ...againstTerm(varied, order.madeOn ?? input.on)],
        facts: {
          ...(input.conditions && { conditions: input.conditions }),
          ...(input.effectiveTo && { effectiveTo: input.effectiveTo, untilFurtherOrder: false }),
        },
        event: eventOf(input, 'VARIATION'),
      };
    });
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records the application to renew an order.' })
  applyToRenewOrder(
    @Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput,
    @Ctx() context: Context,
  ): Payload {
    return act(context, 'APPLY_TO_RENEW', input, () => ({ event: eventOf(input, 'RENEWAL_APPLIED') }));
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that the court renewed an order.' })
  renewOrder(@Arg('input', () => RenewOrderInput, INPUT) input: RenewOrderInput, @Ctx() context: Context): Payload {
    return act(context, 'RENEW', input, (order) => {
      const { effectiveTo } = input;
      if (effectiveTo) notBefore('effectiveTo', effectiveTo, order.effectiveTo, 'the day it would have ended');
      return {
        facts: effectiveTo ? { effectiveTo, untilFurtherOrder: false } : { effectiveTo: null, untilFurtherOrder: true },
        event: eventOf(input, 'RENEWED'),
      };
    });
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that an order was appealed against.' })
  appealOrder(@Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput, @Ctx() context: Context): Payload {
    return act(context, 'APPEAL', input, () => ({ event: eventOf(input, 'APPEAL') }));
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that an order was set aside on appeal.' })
  quashOrder(@Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput, @Ctx() context: Context): Payload {
    return this.end(context, 'QUASH', input, 'APPEAL');
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that the court discharged an order.' })
  dischargeOrder(@Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput, @Ctx() context: Context): Payload {
    return this.end(context, 'DISCHARGE', input, 'DISCHARGE');
  }

  @Opens('order:write')
  @Mutation(() => OrderPayload, { description: 'Records that the term of an order has ended.' })
  expireOrder(@Arg('input', () => OrderEventInput, INPUT) input: OrderEventInput, @Ctx() context: Context): Payload {
    return act(context, 'EXPIRE', input, (order) => {
      const ended = order.effectiveTo !== null && order.effectiveTo < input.on && input.on <= londonToday();
      const because = ended
        ? []
        : [
            `Its term has not ended by ${input.on}: it runs ${order.effectiveTo === null ? 'until further order' : `to ${order.effectiveTo}`}.`,
          ];
      return { because, event: eventOf(input, 'EXPIRY') };
    });
  }

  private end(context: Context, action: OrderAction, input: OrderEventInput, kind: OrderEventKind): Payload {
    return act(context, action, input, (order) => {
      notBefore('on', input.on, order.madeOn, 'the day it was made');
      return { event: eventOf(input, kind) };
    });
  }
}

function eventOf({ on, resultCode, note }: OrderEventInput, kind: OrderEventKind): OrderChange['event'] {
  return { kind, on, resultCode, note };
}
