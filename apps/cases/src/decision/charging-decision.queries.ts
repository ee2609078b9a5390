import { listOf } from '@throughline/subgraph';
import { ChargingDecision } from './charging-decision.model';

export const decisionsOfCases = listOf(ChargingDecision, 'case_id', 't.decided_on, t.id');
