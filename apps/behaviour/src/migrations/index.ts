import type { Class } from '@throughline/subgraph';
import { Begin1795405895937 } from './1795405895937-begin';
import { FlagIndex1795406200000 } from './1795406200000-flag-index';

export const migrations: Class[] = [Begin1795405895937, FlagIndex1795406200000];
