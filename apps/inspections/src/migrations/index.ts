import type { Class } from '@throughline/subgraph';
import { Begin1795396935496 } from './1795396935496-begin';

export const migrations: Class[] = [Begin1795396935496];
