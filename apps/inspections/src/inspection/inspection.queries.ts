import { connection } from '@throughline/subgraph';
import { Inspection } from './inspection.model';

export const allInspections = connection<Inspection>(Inspection, {
  sorts: {
    OPENED_ON_DESC: { sql: 't.opened_on', type: 'date', direction: 'DESC' },
    OPENED_ON_ASC: { sql: 't.opened_on', type: 'date', direction: 'ASC' },
  },
});
