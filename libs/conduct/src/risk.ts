import type { Assessment, Known } from './known';
import type { RiskGrade } from './facts';

const gravity: Record<RiskGrade, number> = { STANDARD: 0, MEDIUM: 1, HIGH: 2 };

/** The last assessment of the risk to a victim before an instant; of several at one instant, the gravest. */
export function lastAssessment(
  { assessments }: Pick<Known, 'assessments'>,
  victimId: string,
  before = Infinity,
): Assessment | null {
  let last: Assessment | null = null;
  for (const assessment of assessments) {
    if (assessment.victimId !== victimId || assessment.at >= before) continue;
    if (last?.at === assessment.at && gravity[last.grade] >= gravity[assessment.grade]) continue;
    last = assessment;
  }
  return last;
}
