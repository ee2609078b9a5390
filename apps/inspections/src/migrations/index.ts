import type { Class } from '@throughline/subgraph';
import { Begin1795399428418 } from './1795399428418-begin';
import { Samples1795620000000 } from './1795620000000-samples';

export const migrations: Class[] = [Begin1795399428418, Samples1795620000000];
