import { listOf } from '@throughline/subgraph';
import { Charge } from './charge.model';

export const chargesOfCases = listOf(Charge, 'case_id', 't.charged_on, t.id');
