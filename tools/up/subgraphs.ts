import { cases } from '../../apps/cases/src/cases.subgraph';
import { orders } from '../../apps/orders/src/orders.subgraph';

/** Every subgraph of the graph. */
export const subgraphs = [cases, orders];
