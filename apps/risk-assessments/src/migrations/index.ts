import type { Class } from '@throughline/subgraph';
import { Begin1795396933579 } from './1795396933579-begin';

export const migrations: Class[] = [Begin1795396933579];
