import type { Class } from '@throughline/subgraph';
import { Begin1795399421986 } from './1795399421986-begin';
import { CaseCodes1795610000000 } from './1795610000000-case-codes';
import { CaseRules1795600000000 } from './1795600000000-case-rules';
import { Search1795400000000 } from './1795400000000-search';

export const migrations: Class[] = [
  Begin1795399421986,
  Search1795400000000,
  CaseRules1795600000000,
  CaseCodes1795610000000,
];
