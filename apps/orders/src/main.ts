import { serve } from '@throughline/subgraph';
import { orders } from './orders.subgraph';

void serve(orders);
