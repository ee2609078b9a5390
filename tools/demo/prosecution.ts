import type { DecisionOutcome, Family } from './bundle-record';
import { isoDay, type Day } from './calendar';
import type { KnownBreach } from './breaches';
import { candidateFamilies } from './candidates';
import type { CasePlan } from './case-plan';
import {
  addBreachCharge,
  addConductCharge,
  chargeableAs,
  chooseFamilies,
  resultOf,
  type ChargeResult,
} from './charges';
import type { Happening } from './conduct';
import { addDecision, considerFamilies } from './decisions';
import type { Dossier } from './dossier';
import { breaches as breachShares, charging } from './proportions';
import { rationales, stopRationales } from './wording';

/** Everything known of a case when it is decided. */
export interface Evidence {
  happenings: readonly Happening[];
  breaches: readonly KnownBreach[];
}

/** The decisions and charges of a case, from early advice to the victim's request for a review. */
export function addProsecution(dossier: Dossier, plan: CasePlan, evidence: Evidence): void {
  if (plan.advisedBack !== undefined && plan.decidedBy === 'CPS') {
    addDecision(dossier, plan, {
      day: plan.advisedBack,
      kind: 'EARLY_ADVICE',
      outcome: 'CONTINUE',
      why: rationales.advice,
    });
  }
  if (plan.planIssued !== undefined && plan.decided !== undefined) {
    addDecision(dossier, plan, { day: plan.planIssued, kind: 'REVIEW', outcome: 'ACTION_PLAN', why: rationales.plan });
  }
  if (plan.charged !== undefined) addChargeDecision(dossier, plan, plan.charged, evidence);
  else if (plan.decided !== undefined) addRefusal(dossier, plan, plan.decided, evidence);
  if (plan.charged !== undefined) addLaterDecisions(dossier, plan, plan.charged);
  chargeBreachesApart(dossier, plan, evidence);
}

function addChargeDecision(dossier: Dossier, plan: CasePlan, charged: Day, evidence: Evidence): void {
  const { random } = dossier;
  const inTime = evidence.breaches.filter(
    (breach) => breach.reportedOn < charged && chargeableAs(breach) !== undefined,
  );
  const breachOnly = inTime.length > 0 && random.percent(charging.breachOnly);
  const [first, ...others] = plan.victims;
  if (first === undefined) return;
  const candidates = candidateFamilies(evidence.happenings, first, charged);
  const families = breachOnly ? [] : chooseFamilies(random, candidates, plan.domestic);
  for (const family of families) addConductCharge(dossier, plan, family, first, evidence.happenings);
  for (const victim of others) {
    if (breachOnly || !random.percent(charging.secondVictim)) continue;
    addConductCharge(dossier, plan, 'HARASSMENT', victim, evidence.happenings);
  }
  for (const breach of inTime) {
    const offence = chargeableAs(breach);
    if (offence === undefined || (!breachOnly && !random.percent(charging.breachToo))) continue;
    addBreachCharge(dossier, breach, offence, charged, resultOf(random, plan));
  }
  addDecision(dossier, plan, {
    day: plan.decided ?? charged,
    kind: 'CHARGE',
    outcome: 'CHARGE',
    considered: considerFamilies(random, candidates, families),
    ordersMatter: inTime.length > 0,
    why: rationales.charge,
  });
}

function addRefusal(dossier: Dossier, plan: CasePlan, decided: Day, evidence: Evidence): void {
  const { random, lastDay } = dossier;
  const candidates = plan.victims[0] ? candidateFamilies(evidence.happenings, plan.victims[0], decided) : [];
  const outcome = refusalOf(plan);
  addDecision(dossier, plan, {
    day: decided,
    kind: 'CHARGE',
    outcome,
    considered: considerFamilies(random, candidates, []),
    ordersMatter: evidence.breaches.length > 0,
    why: stopRationales[plan.closedReason ?? 'EVIDENTIAL'],
  });
  const reviewed = decided + random.between(10, 80);
  if (plan.decidedBy === 'CPS' && reviewed <= lastDay && random.percent(charging.victimReview)) {
    addDecision(dossier, plan, { day: reviewed, kind: 'VICTIM_RIGHT_TO_REVIEW', outcome });
  }
}

function refusalOf(plan: CasePlan): DecisionOutcome {
  if (plan.closedReason === 'PUBLIC_INTEREST') return 'NFA_PUBLIC_INTEREST';
  return plan.closedReason === 'OTHER' ? 'OUT_OF_COURT' : 'NFA_EVIDENTIAL';
}

function addLaterDecisions(dossier: Dossier, plan: CasePlan, charged: Day): void {
  const { random, lastDay } = dossier;
  const reviewed = charged + random.between(14, 55);
  if (reviewed <= (plan.disposed ?? lastDay) && random.percent(charging.review)) {
    addDecision(dossier, plan, { day: reviewed, kind: 'REVIEW', outcome: 'CONTINUE' });
  }
  if (plan.disposed === undefined) return;
  if (plan.path === 'CONVICTED' && random.percent(charging.pleaAccepted)) {
    const accepted: Family[] = ['HARASSMENT'];
    const considered = considerFamilies(random, ['STALKING'], accepted);
    addDecision(dossier, plan, {
      day: plan.disposed,
      kind: 'PLEA_ACCEPTED',
      outcome: 'CONTINUE',
      considered,
      why: rationales.plea,
    });
  }
  const why = stopRationales[plan.closedReason ?? 'EVIDENTIAL'];
  if (plan.path === 'DISCONTINUED' || plan.path === 'WITHDREW_LATE') {
    addDecision(dossier, plan, { day: plan.disposed, kind: 'DISCONTINUANCE', outcome: 'STOP', why });
  }
}

/** Breaches that no charge of the case names yet: some are charged by themselves, as the rules of the product ask. */
function chargeBreachesApart(dossier: Dossier, plan: CasePlan, { breaches }: Evidence): void {
  const { random, lastDay } = dossier;
  for (const breach of breaches) {
    const offence = chargeableAs(breach);
    const charged = breach.reportedOn + random.between(3, 30);
    if (breach.charged || offence === undefined || charged > lastDay || !random.percent(breachShares.chargedSeparately))
      continue;
    addBreachCharge(dossier, breach, offence, charged, breachResult(dossier, charged));
    // A breach is for a prosecutor even where the case itself never reached one.
    addDecision(
      dossier,
      { ...plan, decidedBy: 'CPS' },
      {
        day: charged,
        kind: 'CHARGE',
        outcome: 'CHARGE',
        ordersMatter: true,
        why: rationales.charge,
      },
    );
  }
}

function breachResult(dossier: Dossier, charged: Day): ChargeResult {
  const { random, lastDay } = dossier;
  const disposed = charged + random.between(20, 120);
  if (disposed > lastDay) return { plea: 'NONE' };
  const verdict = random.weighted(breachShares.verdict);
  return { plea: verdict === 'GUILTY' ? 'G' : 'NG', verdict, disposedOn: isoDay(disposed) };
}
