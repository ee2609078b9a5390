import { type SubgraphDefinition, standingForce } from '@throughline/subgraph';
import { Breach } from './breach/breach.model';
import { BreachMutations } from './breach/breach.mutations';
import { BreachResolver } from './breach/breach.resolver';
import { Case, Incident, Suspect, Victim } from './elsewhere';
import { concerns } from './facts/concerns.queries';
import { SuspectFacts } from './facts/facts.resolver';
import { InspectedOrders } from './inspected/inspected.resolver';
import { Order, OrderCondition } from './order/order.model';
import { OrderMutations } from './order/order.mutations';
import { OrderEvent } from './order/order-event.model';
import { CaseOrders, OrderResolver, SuspectOrders, VictimOrders } from './order/order.resolver';
import { migrations } from './migrations';
import { StandingResultCode, loadStandingCodes } from './order/standing-result-code.model';

/** Protective orders: their terms, what happened to them, and their breaches. */
export const orders: SubgraphDefinition = {
  name: 'orders',
  port: 4002,
  records: [Order, OrderEvent, Breach],
  types: [OrderCondition, Suspect, Victim, Case, Incident],
  resolvers: [
    OrderResolver,
    OrderMutations,
    BreachResolver,
    BreachMutations,
    SuspectOrders,
    SuspectFacts,
    CaseOrders,
    VictimOrders,
    InspectedOrders,
  ],
  codeRecords: [StandingResultCode, standingForce('orders')],
  loadCodes: loadStandingCodes,
  concerns,
  migrations,
};
