import {
  referTo,
  type Located,
  type OrderCondition,
  type OrderEventRecord,
  type OrderKind,
  type OrderRecord,
} from './bundle-record';
import { isoDay, type Day } from './calendar';
import type { CasePlan } from './case-plan';
import type { Dossier } from './dossier';
import { orderTerms } from './order-terms';
import { orders } from './proportions';
import type { Random } from './random';
import { courts, prohibitions, requirements } from './wording';

/** An order that was in force, with what is needed to find its breaches. */
export interface ActiveOrder {
  record: OrderRecord;
  plan: CasePlan;
  victims: Located[];
  made: Day;
  /** First and last day on which its breach is possible. */
  from: Day;
  to: Day;
}

/** What is to become of an order. */
export interface OrderWish {
  kind: OrderKind;
  plan: CasePlan;
  applied?: Day;
  made: Day;
  /** Set where something other than its term ends the order. */
  endsOn?: Day;
  /** How it ends on `endsOn`. */
  endsAs?: 'SUPERSEDED' | 'EXPIRED';
}

/** Adds an order that was made and everything that happened to it; answers undefined where it never came into force. */
export function addMadeOrder(dossier: Dossier, wish: OrderWish): ActiveOrder | undefined {
  const { random, lastDay } = dossier;
  const { kind, plan, made } = wish;
  const served = made + (kind === 'DVPN' || kind === 'DAPN' ? 0 : random.between(0, 4));
  const unserved = served > lastDay || (wish.endsOn === undefined && random.percent(orders.neverServed));
  const term = termOf(random, wish);
  const record = addOrder(dossier, wish, {
    madeOn: isoDay(made),
    servedOn: unserved ? undefined : isoDay(served),
    effectiveFrom: isoDay(made),
    effectiveTo: term === undefined ? undefined : isoDay(term),
    untilFurtherOrder: term === undefined && orderTerms[kind].lastDay !== undefined ? true : undefined,
    state: 'MADE',
  });
  note(dossier, record, made, kind === 'INTERIM_SPO' ? 'INTERIM' : 'MADE', orderTerms[kind].resultCode);
  if (unserved) {
    if (term !== undefined && term <= lastDay) record.state = 'EXPIRED';
    return undefined;
  }
  note(dossier, record, served, 'SERVED');
  record.state = 'IN_FORCE';
  const to = livesOn(dossier, record, wish, served, term);
  return { record, plan, victims: plan.victims, made, from: served, to };
}

/** Adds an application that led to nothing, or to nothing yet. */
export function addApplication(
  dossier: Dossier,
  wish: OrderWish,
  state: 'DRAFT' | 'APPLIED' | 'REFUSED' | 'WITHDRAWN',
): OrderRecord {
  return addOrder(dossier, wish, { state });
}

function addOrder(
  dossier: Dossier,
  wish: OrderWish,
  fields: Partial<OrderRecord> & Pick<OrderRecord, 'state'>,
): OrderRecord {
  const { kind, plan, applied } = wish;
  const terms = orderTerms[kind];
  // What the police draft or apply for is still theirs; the court's record begins with the court's decision.
  const source = terms.madeBy === 'hmcts' && fields.madeOn !== undefined ? 'hmcts' : plan.source;
  const record = dossier.add('order', source, {
    suspect: referTo(source, plan.suspect),
    case: referTo(source, plan),
    force: plan.force,
    kind,
    protectedPersons: plan.victims.map((victim) => referTo(source, victim)),
    court: courts[kind].length > 0 ? dossier.random.pick(courts[kind]) : undefined,
    appliedOn: applied === undefined ? undefined : isoDay(applied),
    conditions: conditionsOf(dossier.random, kind),
    ...fields,
  });
  if (applied !== undefined) note(dossier, record, applied, 'APPLICATION', terms.applicationCode);
  return record;
}

function conditionsOf(random: Random, kind: OrderKind): OrderCondition[] {
  const texts = random.sample(prohibitions, random.between(1, 3));
  const conditions = texts.map<OrderCondition>((text, i) => ({ ref: `c${i + 1}`, kind: 'PROHIBITION', text }));
  if (orderTerms[kind].mayRequire && random.percent(orders.requirement)) {
    const text = random.pick(requirements);
    conditions.push({ ref: `c${conditions.length + 1}`, kind: 'REQUIREMENT', text });
  }
  return conditions;
}

function termOf(random: Random, { kind, made, endsOn }: OrderWish): Day | undefined {
  const terms = orderTerms[kind];
  const term = terms.lastDay?.(random, made);
  if (endsOn !== undefined) return term === undefined ? endsOn : Math.max(term, endsOn);
  return terms.mayBeIndefinite && random.percent(orders.untilFurtherOrder) ? undefined : term;
}

/** Lets the order be varied, renewed, discharged or run out; answers its last day in force. */
function livesOn(dossier: Dossier, record: OrderRecord, wish: OrderWish, served: Day, term: Day | undefined): Day {
  const { random, lastDay } = dossier;
  if (wish.endsOn !== undefined && wish.endsOn <= lastDay) return endAsWished(dossier, record, wish, wish.endsOn);
  const { mayBeRenewed, variationCode } = orderTerms[wish.kind];
  const untilNow = Math.min(term ?? lastDay, lastDay);
  if (variationCode !== undefined && untilNow - served > 60 && random.percent(orders.varied)) {
    note(dossier, record, served + random.between(20, 50), 'VARIATION', variationCode, 'One condition reworded.');
    record.state = 'VARIED';
  }
  const early = endsEarly(dossier, record, wish.kind, served, untilNow);
  if (early !== undefined) return early;
  if (term === undefined) return lastDay;
  const renewed = mayBeRenewed ? renewal(dossier, record, term) : term;
  if (renewed > lastDay) return lastDay;
  note(dossier, record, renewed, 'EXPIRY');
  record.state = 'EXPIRED';
  return renewed;
}

function endAsWished(dossier: Dossier, record: OrderRecord, wish: OrderWish, endsOn: Day): Day {
  record.state = wish.endsAs ?? 'EXPIRED';
  if (record.state === 'EXPIRED') note(dossier, record, endsOn, 'EXPIRY');
  else note(dossier, record, endsOn, 'DISCHARGE', undefined, 'Replaced by the full order.');
  return endsOn;
}

function endsEarly(
  dossier: Dossier,
  record: OrderRecord,
  kind: OrderKind,
  served: Day,
  untilNow: Day,
): Day | undefined {
  const { random } = dossier;
  const { dischargeCode } = orderTerms[kind];
  if (dischargeCode === undefined || untilNow - served < 200) return undefined;
  const on = served + random.between(90, 190);
  if (random.percent(orders.discharged)) {
    note(dossier, record, on, 'DISCHARGE', dischargeCode);
    record.state = 'DISCHARGED';
    return on;
  }
  if (!random.percent(orders.quashed)) return undefined;
  note(dossier, record, on, 'APPEAL', undefined, 'Appeal allowed; the order falls.');
  record.state = 'QUASHED';
  return on;
}

/** An order near its end may be renewed, or have its renewal applied for; answers its last day. */
function renewal(dossier: Dossier, record: OrderRecord, term: Day): Day {
  const { random, lastDay } = dossier;
  const applied = term - random.between(15, 40);
  if (applied > lastDay || !random.percent(orders.renewalApplied)) return term;
  note(dossier, record, applied, 'RENEWAL_APPLIED', record.kind === 'SPO' ? 'ST19503' : undefined);
  const heard = term - 3;
  if (heard > lastDay || !random.percent(orders.renewed)) return term;
  note(dossier, record, heard, 'RENEWED');
  const extended = orderTerms[record.kind].lastDay?.(random, term) ?? term;
  record.effectiveTo = isoDay(extended);
  return extended;
}

function note(
  dossier: Dossier,
  order: OrderRecord,
  on: Day,
  kind: OrderEventRecord['kind'],
  resultCode?: string,
  text?: string,
): void {
  dossier.add('orderEvent', order.source, { order: order.ref, on: isoDay(on), kind, resultCode, note: text });
}
