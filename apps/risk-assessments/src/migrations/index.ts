import type { Class } from '@throughline/subgraph';

export const migrations: Class[] = [];
