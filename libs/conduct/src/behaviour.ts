import { coursesOf } from './courses';
import type { FactKind, SuspectFacts } from './facts';
import { knownAt } from './known';
import { actsOf, occasionsOf } from './occasions';
import { type Omission, compare } from './reason';
import type { Behaviour } from './rule';
import type { Thresholds } from './thresholds';

/** What rules and definitions look at: the facts as at a moment, by occasions and courses of conduct. */
export function behaviourAt(facts: SuspectFacts, asAt: string, thresholds: Thresholds): Behaviour {
  const known = knownAt(facts, asAt);
  const acts = actsOf(known);
  const occasions = occasionsOf(acts);
  return { occasions, courses: coursesOf(known, acts, occasions, thresholds), thresholds, ...known };
}

const unseenTexts: Record<FactKind, string> = {
  CASES: 'Cases, incidents, recorded crimes, charges and decisions cannot be seen.',
  ORDERS: 'Orders and breaches cannot be seen.',
  RISK_ASSESSMENTS: 'Risk assessments cannot be seen, so nothing is said about reassessment.',
  INSPECTIONS: 'Guidance and file examinations cannot be seen.',
};

/** A sentence for each whole kind of record that cannot be seen. */
export const unseenKinds = (kinds: ReadonlySet<FactKind>): Omission[] =>
  [...kinds].sort(compare).map((kind) => ({ text: unseenTexts[kind], source: null }));
