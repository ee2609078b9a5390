import type { Class } from '@throughline/subgraph';
import { Begin1795396482304 } from './1795396482304-begin';

export const migrations: Class[] = [Begin1795396482304];
