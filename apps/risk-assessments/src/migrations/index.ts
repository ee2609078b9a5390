import type { Class } from '@throughline/subgraph';
import { Begin1795396726690 } from './1795396726690-begin';

export const migrations: Class[] = [Begin1795396726690];
