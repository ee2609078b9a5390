import { behaviourAt, unseenKinds } from './behaviour';
import type { FactKind, OffenceFamily, SuspectFacts } from './facts';
import { type Measure, measure } from './measures';
import type { Omission, Reason } from './reason';
import { defaultThresholds } from './thresholds';

/**
 * One version of what somebody publishes as, say, "high-harm, high-risk repeat offender": how many of which conduct it
 * takes. None is built in.
 */
export interface Definition {
  readonly combine: 'ALL' | 'ANY';
  /** At least one. */
  readonly criteria: readonly Criterion[];
}

export interface Criterion {
  readonly key: string;
  readonly measure: Measure;
  /** Only what is of one of these families counts; with none, everything does. */
  readonly families: readonly OffenceFamily[];
  /** For a grade of risk its position: 1 `STANDARD`, 2 `MEDIUM`, 3 `HIGH`. */
  readonly atLeast: number;
  /** Only the last so many months count, their first day included; null for all time. */
  readonly withinMonths: number | null;
}

/** Whether a person meets a definition, as far as the facts can tell. */
export interface DefinitionAnswer {
  /** Null where it turns on records that cannot be seen. */
  readonly met: boolean | null;
  /** In the order of the definition. */
  readonly criteria: readonly CriterionAnswer[];
  readonly notConsidered: readonly Omission[];
}

export interface CriterionAnswer {
  readonly key: string;
  readonly measure: Measure;
  readonly figure: number;
  readonly atLeast: number;
  /** Null where it falls short, and records that cannot be seen may make up for it. */
  readonly met: boolean | null;
  /** Each thing that was counted. */
  readonly because: readonly Reason[];
}

/** Evaluates a definition on the facts about one person as at a moment (ISO 8601 with a zone). */
export function evaluate({ combine, criteria }: Definition, facts: SuspectFacts, asAt: string): DefinitionAnswer {
  const behaviour = behaviourAt(facts, asAt, defaultThresholds);
  const answers = criteria.map((criterion): CriterionAnswer => {
    const { key, measure: measured, atLeast } = criterion;
    const { figure, because } = measure(criterion, behaviour);
    const couldGrow = kindsOf(criterion).some((kind) => behaviour.unseen.has(kind));
    const met = figure >= atLeast || (couldGrow ? null : false);
    return { key, measure: measured, figure, atLeast, met, because };
  });
  return {
    met: combined(
      combine,
      answers.map(({ met }) => met),
    ),
    criteria: answers,
    notConsidered: [
      ...unseenKinds(behaviour.unseen),
      ...behaviour.omissions.map(({ text, source }): Omission => ({ text, source })),
    ],
  };
}

/** One that decides settles it, whatever cannot be told of the others. */
function combined(combine: Definition['combine'], met: readonly (boolean | null)[]): boolean | null {
  const deciding = combine === 'ANY';
  if (met.includes(deciding)) return deciding;
  return met.includes(null) ? null : !deciding;
}

/** Kinds of record that a figure is made from. Of which family conduct is, its case tells. */
export function kindsOf({ measure: measured, families }: Criterion): readonly FactKind[] {
  switch (measured) {
    case 'VICTIMS':
    case 'OCCASIONS':
      return ['CASES', 'ORDERS'];
    case 'FORCES':
      return families.length > 0 ? ['CASES', 'ORDERS'] : ['CASES'];
    case 'BREACHES':
      return families.length > 0 ? ['CASES', 'ORDERS'] : ['ORDERS'];
    case 'CONVICTIONS':
    case 'CHARGES':
      return ['CASES'];
    case 'RISK_GRADE':
      return families.length > 0 ? ['CASES', 'ORDERS', 'RISK_ASSESSMENTS'] : ['RISK_ASSESSMENTS'];
  }
}
