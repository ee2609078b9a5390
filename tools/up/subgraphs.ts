import { orders } from '../../apps/orders/src/orders.subgraph';

/** Every subgraph of the graph. */
export const subgraphs = [orders];
