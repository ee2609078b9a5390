import type { Inspection } from '../inspection/inspection.model';
import type { ExaminationQuestion } from './examination.model';

/** The question with a key, as the inspection asks it; only its key where the inspection is missing or lacks it. */
export function questionOf(inspection: Pick<Inspection, 'themes'> | null, key: string): ExaminationQuestion {
  for (const theme of inspection?.themes ?? []) {
    const asked = theme.questions.find((question) => question.key === key);
    if (asked) return { ...asked, theme };
  }
  return { key, text: null, kind: null, theme: null };
}
