import { connection } from '@throughline/subgraph';
import { Incident } from './incident.model';

export const incidentsOfCases = connection(Incident, {
  of: 'case_id',
  sorts: { OCCURRED_FROM_ASC: { sql: 't.occurred_from', type: 'timestamptz', direction: 'ASC' } },
});
