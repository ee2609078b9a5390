import type { Class } from '@throughline/subgraph';
import { Begin1795396931672 } from './1795396931672-begin';

export const migrations: Class[] = [Begin1795396931672];
