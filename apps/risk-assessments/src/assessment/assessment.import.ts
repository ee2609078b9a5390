import { Refusal } from '@throughline/subgraph';

/** An assessor may depart from the computed grade, but must say why. */
export function checkOverride({ grade, computedGrade, overrideReason }: Record<string, unknown>): void {
  if (computedGrade === null || computedGrade === grade || overrideReason !== null) return;
  throw new Refusal(
    `is required where the grade (${grade}) is not the computed one (${computedGrade})`,
    'overrideReason',
  );
}
