import type { Class } from '@throughline/subgraph';
import { Definition1795405895937 } from './1795405895937-definition';
import { FlagIndex1795406200000 } from './1795406200000-flag-index';

export const migrations: Class[] = [Definition1795405895937, FlagIndex1795406200000];
