import { Refusal } from '@throughline/subgraph';
import type { RiskAssessment } from './assessment.model';

type Graded = Pick<RiskAssessment, 'grade' | 'computedGrade' | 'overrideReason'>;

/** An assessor may depart from the computed grade, but must say why. */
export function checkOverride(row: Record<string, unknown>): void {
  const { grade, computedGrade, overrideReason } = row as Graded;
  if (computedGrade === null || computedGrade === grade || overrideReason !== null) return;
  throw new Refusal(
    `is required where the grade (${grade}) is not the computed one (${computedGrade})`,
    'overrideReason',
  );
}
