import type { Class } from '@throughline/subgraph';
import { Begin1795399424252 } from './1795399424252-begin';
import { OrderSorts1795401339488 } from './1795401339488-order-sorts';

export const migrations: Class[] = [Begin1795399424252, OrderSorts1795401339488];
