import {
  referTo,
  type ChargingDecisionRecord,
  type ConsideredFamily,
  type DecisionKind,
  type DecisionOutcome,
  type Family,
} from './bundle-record';
import { isoDay, type Day } from './calendar';
import type { CasePlan } from './case-plan';
import type { Dossier } from './dossier';
import { citeGuidance } from './guidance-citation';
import { charging } from './proportions';
import type { Random } from './random';
import { rationales } from './wording';

/** What a decision is to say. */
export interface Deciding {
  day: Day;
  kind: DecisionKind;
  outcome: DecisionOutcome;
  considered?: ConsideredFamily[];
  ordersMatter?: boolean;
  why?: readonly string[];
}

/** Adds a decision on a case, made by whoever decides that case. */
export function addDecision(dossier: Dossier, plan: CasePlan, deciding: Deciding): ChargingDecisionRecord {
  const { random, lastDay } = dossier;
  const { day, kind, outcome, considered = [], ordersMatter = false, why = rationales.review } = deciding;
  const source = plan.decidedBy === 'CPS' ? 'cps' : plan.source;
  return dossier.add('chargingDecision', source, {
    case: referTo(source, plan),
    suspect: referTo(source, plan.suspect),
    decidedOn: isoDay(day),
    kind,
    ...stagesOf(random, outcome),
    outcome,
    considered,
    guidanceCited: citeGuidance(random, { day, lastDay, domestic: plan.domestic, ordersMatter }),
    rationale: random.percent(charging.rationale) ? random.pick(why) : undefined,
    orderConsidered: random.weighted(charging.orderConsidered),
    decidedBy: plan.decidedBy,
  });
}

/** How a decision deals with what could be charged: what it charges is accepted, of the rest some is refused. */
export function considerFamilies(
  random: Random,
  candidates: readonly Family[],
  charged: readonly Family[],
): ConsideredFamily[] {
  const considered: ConsideredFamily[] = [...new Set(charged)].map((family) => ({
    family,
    accepted: true,
    rationale: random.pick(rationales.accepted),
  }));
  for (const family of candidates) {
    if (charged.includes(family)) continue;
    const treatment = random.weighted(charging.considered);
    if (treatment === 'NOT_MENTIONED') continue;
    const rationale = treatment === 'REFUSED_WITH_RATIONALE' ? random.pick(rationales.refused) : undefined;
    considered.push({ family, accepted: false, rationale });
  }
  return considered;
}

/** The two stages of the Full Code Test as far as the outcome tells them. */
function stagesOf(
  random: Random,
  outcome: DecisionOutcome,
): Pick<ChargingDecisionRecord, 'test' | 'evidentialStageMet' | 'publicInterestStageMet'> {
  switch (outcome) {
    case 'CHARGE':
    case 'CONTINUE': {
      const test = random.percent(charging.threshold) ? 'THRESHOLD' : 'FULL_CODE';
      return { test, evidentialStageMet: true, publicInterestStageMet: true };
    }
    case 'NFA_PUBLIC_INTEREST':
    case 'OUT_OF_COURT':
      return { test: 'FULL_CODE', evidentialStageMet: true, publicInterestStageMet: false };
    case 'NFA_EVIDENTIAL':
    case 'STOP':
      return { test: 'FULL_CODE', evidentialStageMet: false };
    case 'ACTION_PLAN':
      return {};
  }
}
