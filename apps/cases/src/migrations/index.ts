import type { Class } from '@throughline/subgraph';
import { Begin1795399421986 } from './1795399421986-begin';

export const migrations: Class[] = [Begin1795399421986];
