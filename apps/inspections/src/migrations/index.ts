import type { Class } from '@throughline/subgraph';
import { Begin1795396730179 } from './1795396730179-begin';

export const migrations: Class[] = [Begin1795396730179];
