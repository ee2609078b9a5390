import { breachBehaviourOf, type OrderKind as OrderKindCode } from '@throughline/reference';
import { referTo, type BreachRecord, type OrderKind } from './bundle-record';
import { isoDay, isoTime, type Day } from './calendar';
import type { CasePlan } from './case-plan';
import type { Happening } from './conduct';
import type { Dossier } from './dossier';
import type { ActiveOrder } from './orders';
import { breaches as shares, orders as orderShares } from './proportions';
import { breachReasons } from './wording';

/** A breach with what later steps need to know of it. */
export interface KnownBreach {
  record: BreachRecord;
  plan: CasePlan;
  order: ActiveOrder;
  happening: Happening | undefined;
  day: Day;
  minute: number | undefined;
  reportedOn: Day;
  /** Whether a charge names it already. */
  charged: boolean;
}

/** Finds the incidents that broke an order in force and records the breaches, and some that no incident shows. */
export function addBreaches(
  dossier: Dossier,
  plan: CasePlan,
  happenings: readonly Happening[],
  orders: readonly ActiveOrder[],
): KnownBreach[] {
  const { random } = dossier;
  const found: KnownBreach[] = [];
  for (const happening of happenings) {
    const order = orders.find((candidate) => covers(candidate, happening));
    if (order && random.percent(orderShares.breachRecognised)) found.push(byIncident(dossier, happening, order));
  }
  for (const order of orders) {
    if (order.plan !== plan || !random.percent(orderShares.breachWithoutIncident)) continue;
    const breach = byItself(dossier, order);
    if (breach) found.push(breach);
  }
  return found;
}

/** The offence that a breach of such an order is, by its day of making; undefined where it is none that is charged. */
export function breachOffence(kind: OrderKind, madeOn: Day): string | undefined {
  // The Sentencing Act 2020 and the amended s.5A govern orders made from 1 December 2020.
  const newLaw = isoDay(madeOn) >= '2020-12-01';
  switch (kind) {
    case 'SPO':
    case 'INTERIM_SPO':
      return 'ST19001';
    case 'RO_CONVICTION':
      return newLaw ? 'SE20002' : 'PH97003';
    case 'RO_ACQUITTAL':
      return newLaw ? 'PH97012' : 'PH97005';
    case 'NMO':
      return 'FL96001';
    case 'DAPO':
      return 'DA21001';
    case 'CIVIL_INJUNCTION':
      return 'PH97001';
    case 'DAPN':
    case 'DVPN':
    case 'DVPO':
    case 'BAIL_CONDITIONS':
      return undefined;
  }
}

function covers(order: ActiveOrder, happening: Happening): boolean {
  // On the day of service itself nobody can tell from the records which came first.
  return order.victims.includes(happening.victim) && happening.day > order.from && happening.day <= order.to;
}

function byIncident(dossier: Dossier, happening: Happening, order: ActiveOrder): KnownBreach {
  const { plan, record: incident, day, minute, reportedOn } = happening;
  const behaviour = breachBehaviourOf(order.record.kind as OrderKindCode);
  if (!incident.behaviours.includes(behaviour)) incident.behaviours.push(behaviour);
  const record = dossier.add('breach', plan.source, {
    order: referTo(plan.source, order.record),
    occurredAt: incident.occurredFrom,
    incident: incident.ref,
    conditions: brokenConditions(dossier, order),
    reportedAt: incident.reportedAt ?? isoDay(reportedOn),
    ...progress(dossier),
  });
  return { record, plan, order, happening, day, minute, reportedOn, charged: false };
}

function byItself(dossier: Dossier, order: ActiveOrder): KnownBreach | undefined {
  const { random, lastDay } = dossier;
  const day = order.from + random.between(2, 120);
  if (day > order.to || day > lastDay) return undefined;
  const { plan } = order;
  const minute = random.between(420, 1200);
  const record = dossier.add('breach', plan.source, {
    order: referTo(plan.source, order.record),
    occurredAt: isoTime(day, minute),
    conditions: brokenConditions(dossier, order),
    reportedAt: isoTime(day, minute + random.between(5, 90)),
    ...progress(dossier),
  });
  return { record, plan, order, happening: undefined, day, minute, reportedOn: day, charged: false };
}

function brokenConditions(dossier: Dossier, order: ActiveOrder): string[] {
  const prohibited = (order.record.conditions ?? []).filter(({ kind }) => kind === 'PROHIBITION');
  return dossier.random.sample(prohibited, 1).map(({ ref }) => ref);
}

function progress(dossier: Dossier): Pick<BreachRecord, 'state' | 'reason'> {
  const state = dossier.random.weighted(shares.state);
  return { state, reason: state === 'NFA' ? dossier.random.pick(breachReasons) : undefined };
}
