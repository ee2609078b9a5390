import type { Class } from '@throughline/subgraph';
import { Begin1795398921271 } from './1795398921271-begin';

export const migrations: Class[] = [Begin1795398921271];
