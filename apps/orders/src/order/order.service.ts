import {
  type ChangeInput,
  type Context,
  type RequestInput,
  type Transaction,
  invalidInput,
  move,
  write,
} from '@throughline/subgraph';
import { type OrderAction, orderMachine } from './order.machine';
import { Order } from './order.model';
import { OrderEvent, type OrderEventKind } from './order-event.model';

export interface OrderChange {
  /** Facts that change, besides the state. */
  facts?: Record<string, unknown>;
  /** What happened, for the order's own list of events. */
  event?: { kind: OrderEventKind; on: string; resultCode?: string | null; note?: string | null };
  /** Reasons of law against it. */
  because?: string[];
}

/** Adds an order, in the state it begins in. */
export function draft(
  context: Context,
  input: RequestInput,
  facts: Record<string, unknown>,
): Promise<{ order: Order }> {
  return write(context, 'draftOrder', input, async (transaction) => ({
    order: await transaction.insert(Order, 'DRAFT', { ...facts, state: 'DRAFT' }),
  }));
}

/** Makes a move on an order: its state, its facts, and the event that tells of it. */
export function act(
  context: Context,
  action: OrderAction,
  input: ChangeInput,
  plan: (order: Order, transaction: Transaction) => OrderChange,
): Promise<{ order: Order }> {
  return write(context, `order ${action}`, input, async (transaction) => {
    const order = await transaction.lock(Order, input.id, input.expectedVersion);
    const { facts = {}, event, because } = plan(order, transaction);
    const state = move(orderMachine, order.state, action, because);
    const changed = await transaction.update(Order, order, action, { ...facts, state });
    if (event) await transaction.insert(OrderEvent, action, { order: order.id, ...event });
    return { order: changed };
  });
}

/** Refuses days out of order, naming the field that is too early. */
export function notBefore(field: string, day: string, earliest: string | null, what: string): void {
  if (earliest !== null && day < earliest) throw invalidInput([{ field, reason: `is before ${what}, ${earliest}` }]);
}
