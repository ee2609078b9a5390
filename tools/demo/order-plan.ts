import type { OrderKind } from './bundle-record';
import { isoDay, type Day } from './calendar';
import type { CasePlan } from './case-plan';
import type { Dossier } from './dossier';
import { DAPO_BEGINS, DAPO_FORCES, SPO_BEGINS } from './order-terms';
import { addApplication, addMadeOrder, type ActiveOrder } from './orders';
import { orders } from './proportions';

/**
 * The protective orders of a case. `early` asks for one soon after the report whatever the shares say, so that there
 * is an order to break.
 */
export function addOrders(dossier: Dossier, plan: CasePlan, early: boolean): ActiveOrder[] {
  const found = [
    ...(early ? [earlyOrder(dossier, plan)] : stalkingProtection(dossier, plan)),
    ...(plan.domestic ? domesticOrders(dossier, plan, early) : [injunction(dossier, plan)]),
    bail(dossier, plan),
    afterTrial(dossier, plan),
  ];
  return found.filter((order) => order !== undefined);
}

type Made = ActiveOrder | undefined;

/** Whether stalking protection orders could be had on the day. */
const spoAvailable = (day: Day): boolean => isoDay(day) >= SPO_BEGINS;

function earlyOrder(dossier: Dossier, plan: CasePlan): Made {
  const { random } = dossier;
  const made = plan.opened + random.between(6, 20);
  const stalkingOrder: OrderKind = spoAvailable(plan.opened) ? 'SPO' : 'CIVIL_INJUNCTION';
  return madeIfReached(dossier, plan, plan.domestic ? 'NMO' : stalkingOrder, made, plan.opened + 2);
}

function stalkingProtection(dossier: Dossier, plan: CasePlan): Made[] {
  const { random, lastDay } = dossier;
  const applied = plan.opened + random.between(8, 45);
  if (!random.percent(orders.spo) || applied > lastDay || !spoAvailable(applied)) return [];
  const made = applied + random.between(15, 70);
  const fate = random.weighted(orders.applied);
  if (fate !== 'MADE') {
    addApplication(dossier, { kind: 'SPO', plan, made, applied: fate === 'DRAFT' ? undefined : applied }, fate);
    return [];
  }
  const interimMade = applied + random.between(2, 9);
  const interim =
    random.percent(orders.interimFirst) && interimMade <= lastDay
      ? addMadeOrder(dossier, { kind: 'INTERIM_SPO', plan, made: interimMade, endsOn: made, endsAs: 'SUPERSEDED' })
      : undefined;
  if (made <= lastDay) return [interim, addMadeOrder(dossier, { kind: 'SPO', plan, made, applied })];
  addApplication(dossier, { kind: 'SPO', plan, made, applied }, 'APPLIED');
  return [interim];
}

function domesticOrders(dossier: Dossier, plan: CasePlan, early: boolean): Made[] {
  const { random } = dossier;
  const noticed = plan.opened + random.between(0, 1);
  if (DAPO_FORCES.includes(plan.force) && isoDay(noticed) >= DAPO_BEGINS && random.percent(orders.abuseNotice)) {
    return [
      madeIfReached(dossier, plan, 'DAPN', noticed),
      madeIfReached(dossier, plan, 'DAPO', noticed + 2, noticed + 1),
    ];
  }
  const found: Made[] = [];
  if (random.percent(orders.violenceNotice)) {
    found.push(
      madeIfReached(dossier, plan, 'DVPN', noticed),
      madeIfReached(dossier, plan, 'DVPO', noticed + 2, noticed + 1),
    );
  }
  if (!early && random.percent(orders.nonMolestation)) {
    const made = plan.opened + random.between(5, 40);
    found.push(madeIfReached(dossier, plan, 'NMO', made, made - random.between(0, 4)));
  }
  return found;
}

function injunction(dossier: Dossier, plan: CasePlan): Made {
  const { random } = dossier;
  if (!random.percent(orders.injunction)) return undefined;
  const made = plan.opened + random.between(20, 90);
  return madeIfReached(dossier, plan, 'CIVIL_INJUNCTION', made, made - random.between(5, 15));
}

function bail(dossier: Dossier, plan: CasePlan): Made {
  if (plan.charged === undefined || !dossier.random.percent(orders.bailConditions)) return undefined;
  const endsOn = plan.disposed;
  return addMadeOrder(dossier, { kind: 'BAIL_CONDITIONS', plan, made: plan.charged, endsOn, endsAs: 'EXPIRED' });
}

function afterTrial(dossier: Dossier, plan: CasePlan): Made {
  const { random } = dossier;
  if (plan.disposed === undefined) return undefined;
  if (plan.path === 'CONVICTED' && random.percent(orders.onConviction)) {
    return addMadeOrder(dossier, { kind: 'RO_CONVICTION', plan, made: plan.disposed });
  }
  if (plan.path === 'ACQUITTED' && random.percent(orders.onAcquittal)) {
    return addMadeOrder(dossier, { kind: 'RO_ACQUITTAL', plan, made: plan.disposed, applied: plan.disposed });
  }
  return undefined;
}

function madeIfReached(dossier: Dossier, plan: CasePlan, kind: OrderKind, made: Day, applied?: Day): Made {
  return made <= dossier.lastDay ? addMadeOrder(dossier, { kind, plan, made, applied }) : undefined;
}
