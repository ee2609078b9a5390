import { Refusal } from '@throughline/subgraph';
import type { RiskAssessment } from './assessment.model';
import { overrideMissing } from './assessment.rules';

type Graded = Pick<RiskAssessment, 'grade' | 'computedGrade' | 'overrideReason'>;

/** An assessor may depart from the computed grade, but must say why. */
export function checkOverride(row: Record<string, unknown>): void {
  const missing = overrideMissing(row as unknown as Graded);
  if (missing !== null) throw new Refusal(missing, 'overrideReason');
}
