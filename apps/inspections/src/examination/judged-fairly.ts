import type { Context } from '@throughline/subgraph';
import { decisionDays } from '../files';
import { guidanceRegistry } from '../guidance/guidance.queries';
import { termsOf, wasInForce } from '../guidance/guidance.service';
import type { ExaminationGuidance } from './examination.model';

/**
 * Whether the guidance of an answer was in force on the day of every decision on the case; null where that cannot be
 * told, undefined where the answer names none.
 */
export async function judgedFairly(
  context: Context,
  caseId: string,
  guidance: ExaminationGuidance | null,
): Promise<boolean | null | undefined> {
  if (guidance === null) return undefined;
  const registry = await context.load(guidanceRegistry, 'all');
  const term = termsOf(registry).find(({ key, version }) => key === guidance.key && version === guidance.version);
  const days = term ? await decisionDays(context, caseId) : null;
  return term && days ? wasInForce(term, days.first, days.last) : null;
}
