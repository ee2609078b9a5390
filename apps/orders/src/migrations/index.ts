import type { Class } from '@throughline/subgraph';
import { Begin1795395819295 } from './1795395819295-begin';

export const migrations: Class[] = [Begin1795395819295];
