import { areaForces } from '@throughline/reference';
import type { CaseStage, ClosedReason, Located, Relationship } from './bundle-record';
import type { Day } from './calendar';
import { caseShape, charging } from './proportions';
import type { Random } from './random';

export type CasePath =
  'WITHDREW_EARLY' | 'WITHDREW_LATE' | 'NFA' | 'CONVICTED' | 'ACQUITTED' | 'DISCONTINUED' | 'CLOSED';

/** Where, who and how: what is settled about a case before its days are. */
export interface CaseSetting {
  force: string;
  /** The organisation that supplies the case: `police:<force>`. */
  source: string;
  suspect: Located;
  victims: Located[];
  relationship: Relationship;
  path: CasePath;
  opened: Day;
}

/** The days of a case from the report to its end. A milestone that the world has not reached yet is undefined. */
export interface CaseTimeline extends CaseSetting {
  area: string;
  domestic: boolean;
  reported: Day;
  advised?: Day;
  referred?: Day;
  /** When somebody decided whether to charge. */
  decided?: Day;
  /** `POLICE` only where the case never reaches a prosecutor. */
  decidedBy: 'CPS' | 'POLICE';
  charged?: Day;
  /** When a court disposed of the charges. */
  disposed?: Day;
  closed?: Day;
  stage: CaseStage;
  closedReason?: ClosedReason;
}

/** A case with its record's ref; it is itself what references to the case resolve to. */
export interface CasePlan extends CaseTimeline {
  ref: string;
  /** The case record's own list, to which recorded crimes are added. */
  crimeReferences: string[];
  /** When a prosecutor answered a request for early advice. */
  advisedBack?: Day;
  /** When an action plan was issued. */
  planIssued?: Day;
}

const DOMESTIC: readonly Relationship[] = ['FORMER_PARTNER', 'PARTNER', 'FAMILY'];

/** Lays the days of a case out along its path, as far as `lastDay`. */
export function planCase(random: Random, setting: CaseSetting, lastDay: Day): CaseTimeline {
  const plan: CaseTimeline = {
    ...setting,
    area: random.pick(areaForces.filter(({ force }) => force === setting.force)).area,
    domestic: DOMESTIC.includes(setting.relationship),
    reported: setting.opened - random.between(0, 2),
    decidedBy: 'CPS',
    stage: 'INVESTIGATION',
  };
  const reached = (day: Day): Day | undefined => (day <= lastDay ? day : undefined);
  if (random.percent(caseShape.earlyAdvice)) plan.advised = reached(plan.opened + random.between(3, 12));
  if (needsProsecutor(random, plan)) planProsecution(random, plan, reached);
  else planPoliceEnd(random, plan, reached);
  plan.stage = stageOf(plan);
  if (plan.closed !== undefined) plan.closedReason = closedReasonOf(random, plan.path);
  return plan;
}

function needsProsecutor(random: Random, plan: CaseTimeline): boolean {
  if (plan.path === 'WITHDREW_EARLY' || plan.path === 'CLOSED') return false;
  return plan.path !== 'NFA' || !random.percent(charging.policeDecides);
}

function planPoliceEnd(random: Random, plan: CaseTimeline, reached: (day: Day) => Day | undefined): void {
  plan.decidedBy = 'POLICE';
  plan.closed = reached(plan.opened + random.between(20, 140));
  // An administrative end and most early withdrawals come without a decision that anybody wrote down.
  if (plan.path !== 'CLOSED' && random.percent(charging.policeDecides)) plan.decided = plan.closed;
}

function planProsecution(random: Random, plan: CaseTimeline, reached: (day: Day) => Day | undefined): void {
  const referred = plan.opened + random.between(25, 130);
  const decided = referred + random.between(5, 45);
  plan.referred = reached(referred);
  plan.decided = reached(decided);
  if (!charges(random, plan.path)) {
    plan.closed = reached(decided + random.between(1, 14));
    return;
  }
  const charged = decided + random.between(0, 6);
  plan.charged = reached(charged);
  plan.disposed = reached(charged + random.between(60, 320));
  plan.closed = plan.disposed;
}

function charges(random: Random, path: CasePath): boolean {
  if (path === 'WITHDREW_LATE') return random.percent(charging.chargedBeforeWithdrawal);
  return path !== 'NFA';
}

function stageOf(plan: CaseTimeline): CaseStage {
  if (plan.closed !== undefined) return finalStageOf(plan);
  if (plan.charged !== undefined) return 'CHARGED';
  if (plan.referred !== undefined) return 'REFERRED';
  return plan.advised !== undefined ? 'EARLY_ADVICE' : 'INVESTIGATION';
}

function finalStageOf(plan: CaseTimeline): CaseStage {
  switch (plan.path) {
    case 'CONVICTED':
    case 'ACQUITTED':
    case 'CLOSED':
      return plan.path;
    case 'DISCONTINUED':
      return 'DISCONTINUED';
    case 'WITHDREW_LATE':
      return plan.charged !== undefined ? 'DISCONTINUED' : 'NFA';
    case 'WITHDREW_EARLY':
    case 'NFA':
      return 'NFA';
  }
}

function closedReasonOf(random: Random, path: CasePath): ClosedReason {
  switch (path) {
    case 'WITHDREW_EARLY':
    case 'WITHDREW_LATE':
      return 'VICTIM_WITHDREW';
    case 'CONVICTED':
    case 'ACQUITTED':
      return 'CONCLUDED';
    case 'CLOSED':
      return random.pick(['ADMINISTRATIVE', 'OTHER']);
    case 'NFA':
    case 'DISCONTINUED':
      return random.weighted(charging.notChargedReason);
  }
}

/** The last day on which something can still happen within the case. */
export function endOf(plan: CaseTimeline, lastDay: Day): Day {
  return Math.min(plan.closed ?? lastDay, lastDay);
}
