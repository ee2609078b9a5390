import type { SuspectFacts } from './facts';
import { knownAt } from './known';
import { rules } from './rules';
import { type Thresholds, defaultThresholds } from './thresholds';

/**
 * The first moment after `asAt` (ISO 8601) at which the flags of the same facts may be others because time has passed:
 * something dated later comes into view, or the time that a rule allows or looks back over runs out. It may turn out to
 * change nothing; between the two moments nothing changes. Null where time alone will never change anything.
 */
export function nextChange(
  facts: SuspectFacts,
  asAt: string,
  thresholds: Thresholds = defaultThresholds,
): string | null {
  const known = knownAt(facts, asAt);
  const instants = rules.flatMap((rule) => rule.changesAt(known, thresholds)).filter((instant) => instant > known.now);
  const next = instants.reduce((first, instant) => Math.min(first, instant), known.nextInView);
  return next === Infinity ? null : new Date(next).toISOString();
}
