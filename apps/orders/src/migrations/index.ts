import type { Class } from '@throughline/subgraph';
import { Begin1795399424252 } from './1795399424252-begin';

export const migrations: Class[] = [Begin1795399424252];
