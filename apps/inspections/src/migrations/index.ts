import type { Class } from '@throughline/subgraph';
import { Begin1795398923088 } from './1795398923088-begin';

export const migrations: Class[] = [Begin1795398923088];
