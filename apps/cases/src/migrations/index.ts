import type { Class } from '@throughline/subgraph';
import { Begin1795396930039 } from './1795396930039-begin';

export const migrations: Class[] = [Begin1795396930039];
