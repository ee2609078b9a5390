import { referTo, type ChargeRecord, type Family, type Located, type Verdict } from './bundle-record';
import { isoDay, type Day } from './calendar';
import { breachOffence, type KnownBreach } from './breaches';
import type { CasePlan } from './case-plan';
import type { Happening } from './conduct';
import type { Dossier } from './dossier';
import { charging } from './proportions';
import type { Random } from './random';
import { breachReasons } from './wording';

/** The CJS codes that the demo charges, by family; breaches have theirs from the order. */
const offences: Partial<Record<Family, string>> = {
  HARASSMENT: 'PH97004',
  STALKING: 'PH97006',
  HARASSMENT_FEAR: 'PH97009',
  STALKING_FEAR: 'PH97010',
  STALKING_SERIOUS_ALARM: 'PH97011',
  MALICIOUS_COMMUNICATIONS: 'MT88005',
  CRIMINAL_DAMAGE: 'CD71039',
  PUBLIC_ORDER: 'PU86116',
  ASSAULT: 'CJ88001',
  THREATS_TO_KILL: 'OF61014',
  COERCIVE_CONTROL: 'SC15004',
};
/** The racially or religiously aggravated forms (Crime and Disorder Act 1998 s.32). */
const aggravated: Partial<Record<Family, string>> = {
  HARASSMENT: 'CD98069',
  STALKING: 'CD98077',
  HARASSMENT_FEAR: 'CD98076',
  STALKING_FEAR: 'CD98078',
  STALKING_SERIOUS_ALARM: 'CD98079',
};

/** The families to charge, given what the conduct could bear. */
export function chooseFamilies(random: Random, candidates: readonly Family[], domestic: boolean): Family[] {
  const [gravest] = candidates;
  const choice = random.weighted(charging.choice);
  const neighbour = (): Family => {
    const family = random.weighted(charging.neighbours);
    // Coercive control is an offence between people who are personally connected.
    return family === 'COERCIVE_CONTROL' && !domestic ? 'MALICIOUS_COMMUNICATIONS' : family;
  };
  const first =
    choice === 'NEIGHBOUR' || gravest === undefined
      ? neighbour()
      : choice === 'LESSER'
        ? (candidates[candidates.length - 1] ?? gravest)
        : gravest;
  return random.percent(charging.second) ? [...new Set([first, neighbour()])] : [first];
}

/** Adds a charge of conduct towards one victim. */
export function addConductCharge(
  dossier: Dossier,
  plan: CasePlan,
  family: Family,
  victim: Located,
  happenings: readonly Happening[],
): ChargeRecord {
  const { random } = dossier;
  const charged = plan.charged ?? dossier.lastDay;
  const told = happenings.filter(
    ({ record, victim: of, day }) => of === victim && day <= charged && record.evidence !== 'DISPROVED',
  );
  return dossier.add('charge', plan.source, {
    case: plan.ref,
    suspect: referTo(plan.source, plan.suspect),
    victim: referTo(plan.source, victim),
    offence: (random.percent(charging.aggravated) ? aggravated[family] : undefined) ?? offences[family] ?? 'PU86116',
    chargedOn: isoDay(charged),
    incidents: told.map(({ record }) => record.ref),
    ...resultOf(random, plan, family),
  });
}

/** Adds the charge of a breach, dates it and brings the breach's own state up to it. */
export function addBreachCharge(
  dossier: Dossier,
  breach: KnownBreach,
  offence: string,
  charged: Day,
  result: ChargeResult,
): void {
  const { plan, happening, record } = breach;
  const victim = happening?.victim ?? breach.order.victims[0];
  dossier.add('charge', plan.source, {
    case: plan.ref,
    suspect: referTo(plan.source, plan.suspect),
    victim: victim && referTo(plan.source, victim),
    offence,
    chargedOn: isoDay(charged),
    breaches: [record.ref],
    ...result,
  });
  breach.charged = true;
  record.state = stateAfter(result.verdict);
  record.reason = record.state === 'NFA' ? breachReasons[0] : undefined;
}

/** The offence of a breach if it is one that is charged. */
export function chargeableAs(breach: KnownBreach): string | undefined {
  return breachOffence(breach.order.record.kind, breach.order.made);
}

export type ChargeResult = Pick<ChargeRecord, 'plea' | 'verdict' | 'disposedOn'>;

/** Plea and verdict of a charge of the case, as its path wants them. */
export function resultOf(random: Random, plan: CasePlan, family?: Family): ChargeResult {
  if (plan.disposed === undefined) return { plea: 'NONE' };
  const disposedOn = isoDay(plan.disposed);
  if (plan.path === 'ACQUITTED') return { plea: 'NG', verdict: 'NOT_GUILTY', disposedOn };
  if (plan.path !== 'CONVICTED') return { plea: 'NONE', verdict: 'NO_VERDICT', disposedOn };
  // Only a jury that tries a charge of fear or serious alarm can find the lesser form instead.
  const lesser = family === 'STALKING_FEAR' || family === 'STALKING_SERIOUS_ALARM' || family === 'HARASSMENT_FEAR';
  if (lesser && random.percent(charging.alternativeVerdict)) {
    return { plea: 'NG', verdict: 'GUILTY_OF_ALTERNATIVE', disposedOn };
  }
  return { plea: random.percent(charging.guiltyPlea) ? 'G' : 'NG', verdict: 'GUILTY', disposedOn };
}

function stateAfter(verdict: Verdict | undefined): KnownBreach['record']['state'] {
  switch (verdict) {
    case undefined:
      return 'CHARGED';
    case 'GUILTY':
    case 'GUILTY_OF_ALTERNATIVE':
      return 'CONVICTED';
    case 'NOT_GUILTY':
      return 'ACQUITTED';
    case 'NO_VERDICT':
      return 'NFA';
  }
}
