import type { Class } from '@throughline/subgraph';
import { Begin1795399426238 } from './1795399426238-begin';

export const migrations: Class[] = [Begin1795399426238];
