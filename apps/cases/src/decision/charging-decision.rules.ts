import { OffenceFamily } from '@throughline/reference';
import type { Case } from '../case/case.model';
import type { CaseAction } from '../case/case.machine';
import type { Charge } from '../charge/charge.model';
import { isConviction, isDisposed } from '../charge/charge.rules';
import type { ChargingDecision, ConsideredFamily } from './charging-decision.model';

type Decided = Pick<ChargingDecision, 'kind' | 'outcome' | 'decidedBy'> & {
  evidentialStageMet?: boolean | null;
  publicInterestStageMet?: boolean | null;
  considered: readonly Pick<ConsideredFamily, 'family'>[];
};

/** Families of harassment and stalking, which are the prosecutor’s to charge whatever else the case is. */
export const PROSECUTORS_ONLY: readonly OffenceFamily[] = [
  OffenceFamily.HARASSMENT,
  OffenceFamily.HARASSMENT_FEAR,
  OffenceFamily.STALKING,
  OffenceFamily.STALKING_FEAR,
  OffenceFamily.STALKING_SERIOUS_ALARM,
];

/** Reasons against a decision, each with its law; none where there are none. */
export function againstDeciding(decided: Decided, ofCase: Pick<Case, 'domestic'>): string[] {
  return [...againstPolice(decided, ofCase), ...againstOutcome(decided)];
}

/** The police may not charge domestic abuse, harassment or stalking. */
function againstPolice({ kind, outcome, decidedBy, considered }: Decided, { domestic }: Pick<Case, 'domestic'>) {
  if (kind !== 'CHARGE' || outcome !== 'CHARGE' || decidedBy !== 'POLICE') return [];
  const families = considered.map(({ family }) => family).filter((family) => PROSECUTORS_ONLY.includes(family));
  const what = [...(domestic ? ['domestic abuse'] : []), ...new Set(families)].join(', ');
  if (what === '') return [];
  return [`A prosecutor, not the police, decides whether to charge ${what} (Director’s Guidance on Charging).`];
}

/** A charge needs both stages of the test (Code for Crown Prosecutors part 4; the Threshold Test, part 5). */
function againstOutcome({ outcome, evidentialStageMet, publicInterestStageMet }: Decided): string[] {
  if (outcome !== 'CHARGE' || (evidentialStageMet !== false && publicInterestStageMet !== false)) return [];
  return ['Nobody is charged where a stage of the test is not met (Code for Crown Prosecutors parts 4 and 5).'];
}

/**
 * What a decision is to the case. It ends the case only where nobody else is left: the case goes on for a suspect about
 * whom nothing was decided, or whose charge is still open, and stays a conviction where somebody was convicted.
 */
export function actionOf(
  { suspectId, kind, outcome }: Pick<ChargingDecision, 'suspectId' | 'kind' | 'outcome'>,
  ofCase: Pick<Case, 'suspectIds' | 'stage'>,
  earlier: readonly Pick<ChargingDecision, 'suspectId' | 'outcome'>[],
  charges: readonly Pick<Charge, 'suspectId' | 'verdict' | 'disposedOn'>[],
): CaseAction {
  const otherwise = kind === 'VICTIM_RIGHT_TO_REVIEW' || kind === 'REVIEW' ? 'REVIEW' : 'DECIDE';
  const others = ofCase.suspectIds.filter((id) => id !== suspectId);
  if (isNoFurtherAction(outcome)) {
    if (otherwise === 'REVIEW' && ofCase.stage === 'NFA') return 'REVIEW';
    const last = (id: string) => earlier.findLast((decision) => decision.suspectId === id)?.outcome;
    const isOver = others.every((id) => isNoFurtherAction(last(id)));
    return isOver ? 'TAKE_NO_FURTHER_ACTION' : otherwise;
  }
  if (kind !== 'DISCONTINUANCE' || outcome !== 'STOP') return otherwise;
  const goesOn = charges.some(
    (charge) => isConviction(charge) || (others.includes(charge.suspectId) && !isDisposed(charge)),
  );
  return goesOn ? otherwise : 'STOP';
}

function isNoFurtherAction(outcome: ChargingDecision['outcome'] | undefined): boolean {
  return outcome === 'NFA_EVIDENTIAL' || outcome === 'NFA_PUBLIC_INTEREST';
}
