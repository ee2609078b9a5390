import { connection } from '@throughline/subgraph';
import type { PersonSearch } from '../search/person-search.queries';
import { Victim } from './victim.model';

export const allVictims = connection(Victim, { sorts: { ID: { sql: 't.id', type: 'uuid', direction: 'ASC' } } });

export const victimSearch: PersonSearch<object> = {
  names: 'cases.victim_name',
  scope: 'victim:identify',
  numbered: false,
};
