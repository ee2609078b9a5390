import type { Class } from '@throughline/subgraph';
import { Begin1795399428418 } from './1795399428418-begin';

export const migrations: Class[] = [Begin1795399428418];
