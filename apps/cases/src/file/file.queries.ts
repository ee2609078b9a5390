import { listOf } from '@throughline/subgraph';
import { ActionPlan } from './action-plan.model';
import { EarlyAdvice } from './early-advice.model';
import { FileQualityCheck } from './file-quality-check.model';

export const earlyAdviceOfCases = listOf(EarlyAdvice, 'case_id', 't.requested_at, t.id');
export const fileQualityChecksOfCases = listOf(FileQualityCheck, 'case_id', 't.checked_on, t.id');
export const actionPlansOfCases = listOf(ActionPlan, 'case_id', 't.issued_on, t.id');
