import type { Class } from '@throughline/subgraph';
import { Begin1795396480682 } from './1795396480682-begin';

export const migrations: Class[] = [Begin1795396480682];
