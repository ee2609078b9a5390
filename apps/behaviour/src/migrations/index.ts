import type { Class } from '@throughline/subgraph';
import { Definition1795405895937 } from './1795405895937-definition';

export const migrations: Class[] = [Definition1795405895937];
