import { referTo, type AssessmentTrigger, type Grade, type Located, type RiskAssessmentRecord } from './bundle-record';
import { isoDay, isoTime, type Day } from './calendar';
import type { KnownBreach } from './breaches';
import { endOf, type CasePlan } from './case-plan';
import type { Happening } from './conduct';
import type { Dossier } from './dossier';
import type { ActiveOrder } from './orders';
import { risk } from './proportions';
import { answerScreen, gradeOf, riskScreen } from './risk-screen';
import { assessorRoles, overrideReasons, referralOutcomes, referralReasons } from './wording';

/** What a case holds that bears on risk. */
export interface RiskMatter {
  happenings: readonly Happening[];
  breaches: readonly KnownBreach[];
  orders: readonly ActiveOrder[];
}

/** An event after which the risk to the victim should be looked at again. */
interface Event {
  type: 'incident' | 'breach' | 'order';
  record: Located;
  day: Day;
  reportedOn: Day;
  reportedMinute: number;
}

// Later than anything can be reported on the same day.
const LATE_EVENING = 22 * 60 + 5;
const GRAVE = ['THREAT_', 'ENTRY_HOME', 'WEAPON', 'STRANGULATION'];

/** The risk assessments of every victim of a case, timely, late and missing ones, and the referrals that follow. */
export function addRisk(dossier: Dossier, plan: CasePlan, matter: RiskMatter): void {
  for (const victim of plan.victims) {
    const grades = assessVictim(dossier, plan, victim, matter);
    if (grades.includes('HIGH') && dossier.random.percent(risk.referral)) addReferral(dossier, plan, victim);
  }
}

function assessVictim(dossier: Dossier, plan: CasePlan, victim: Located, matter: RiskMatter): Grade[] {
  const { random } = dossier;
  const events = eventsOf(matter, victim);
  const told = matter.happenings.filter((happening) => happening.victim === victim);
  const stageBy = (day: Day): number => Math.max(0, ...told.filter((h) => h.day <= day).map(({ stage }) => stage));
  const grades: Grade[] = [];
  const assess = (day: Day, minute: number, trigger: AssessmentTrigger, answered: readonly Event[]): void => {
    if (day > dossier.lastDay) return;
    const stage = stageBy(day);
    grades.push(addAssessment(dossier, plan, { victim, day, minute, trigger, answered, stage }).grade);
  };
  if (!random.percent(risk.initialMissing)) {
    const late = random.percent(risk.initialLate) ? random.between(6, 30) : 0;
    const known = events.filter((event) => event.type === 'incident' && event.reportedOn <= plan.reported);
    assess(plan.reported + late, LATE_EVENING, 'INITIAL', random.percent(risk.initialAnswersHistory) ? known : []);
  }
  for (const event of events.filter(({ day }) => day > plan.reported)) {
    const fate = random.weighted(risk.reassessed);
    const trigger = event.type === 'breach' ? 'BREACH' : 'NEW_INCIDENT';
    const answered = random.percent(risk.statesResponse) ? [event] : [];
    if (fate === 'ON_TIME') assess(event.reportedOn, event.reportedMinute + random.between(15, 90), trigger, answered);
    if (fate === 'LATE') assess(event.reportedOn + random.between(7, 40), random.between(540, 1000), trigger, []);
  }
  if (random.percent(risk.review)) {
    const day = Math.min(plan.opened + random.between(30, 120), endOf(plan, dossier.lastDay));
    const [trigger, answered] = occasionOfReview(dossier, matter, day);
    assess(day, random.between(540, 1000), trigger, answered);
  }
  return grades;
}

/** A later look at the risk: after an order, before a release, for a forum, or because it was due. */
function occasionOfReview(dossier: Dossier, { orders }: RiskMatter, day: Day): [AssessmentTrigger, Event[]] {
  const order = orders.find(({ from }) => from < day);
  if (order && dossier.random.percent(risk.reviewForOrder)) {
    const { record, from } = order;
    return ['ORDER', [{ type: 'order', record, day: from, reportedOn: from, reportedMinute: 0 }]];
  }
  return [dossier.random.pick(['REVIEW', 'REVIEW', 'RELEASE', 'FORUM']), []];
}

function eventsOf({ happenings, breaches }: RiskMatter, victim: Located): Event[] {
  const grave = ({ record, victim: of }: Happening): boolean =>
    of === victim && record.behaviours.some((code) => GRAVE.some((start) => code.startsWith(start)));
  const incidents = happenings.filter(grave).map<Event>(({ record, day, reportedOn, reportedMinute }) => {
    return { type: 'incident', record, day, reportedOn, reportedMinute };
  });
  const broken = breaches
    .filter(({ order }) => order.victims.includes(victim))
    .map<Event>(({ record, day, reportedOn }) => ({
      type: 'breach',
      record,
      day,
      reportedOn,
      reportedMinute: LATE_EVENING + 20,
    }));
  return [...incidents, ...broken].sort((a, b) => a.day - b.day);
}

interface Assessing {
  victim: Located;
  day: Day;
  minute: number;
  trigger: AssessmentTrigger;
  answered: readonly Event[];
  stage: number;
}

function addAssessment(dossier: Dossier, plan: CasePlan, assessing: Assessing): RiskAssessmentRecord {
  const { random } = dossier;
  const { victim, day, minute, trigger, answered, stage } = assessing;
  const answers = answerScreen(random, stage);
  const computedGrade = gradeOf(answers);
  const grade = random.percent(risk.override)
    ? otherGrade(random.percent(risk.overrideUpwards), computedGrade)
    : computedGrade;
  return dossier.add('riskAssessment', plan.source, {
    suspect: referTo(plan.source, plan.suspect),
    victim: referTo(plan.source, victim),
    case: plan.ref,
    instrument: riskScreen.key,
    instrumentVersion: riskScreen.version,
    assessedAt: isoTime(day, Math.min(minute, 24 * 60 - 1)),
    trigger,
    answers,
    grade,
    computedGrade,
    overrideReason: grade === computedGrade ? undefined : random.pick(overrideReasons),
    assessorRole: random.pick(assessorRoles),
    respondsTo:
      answered.length > 0
        ? answered.map(({ type, record }) => ({ type, ref: referTo(plan.source, record) }))
        : undefined,
  });
}

function otherGrade(up: boolean, grade: Grade): Grade {
  switch (grade) {
    case 'STANDARD':
    case 'HIGH':
      return 'MEDIUM';
    case 'MEDIUM':
      return up ? 'HIGH' : 'STANDARD';
  }
}

function addReferral(dossier: Dossier, plan: CasePlan, victim: Located): void {
  const { random, lastDay } = dossier;
  const referred = Math.min(plan.reported + random.between(1, 20), lastDay);
  const heard = referred + random.between(7, 35);
  const isHeard = heard <= lastDay;
  dossier.add('referral', plan.source, {
    forum: random.weighted(plan.domestic ? risk.domesticForum : risk.otherForum),
    suspect: referTo(plan.source, plan.suspect),
    victim: referTo(plan.source, victim),
    case: plan.ref,
    referredOn: isoDay(referred),
    reason: random.pick(referralReasons),
    heardOn: isHeard ? isoDay(heard) : undefined,
    outcome: isHeard ? random.pick(referralOutcomes) : undefined,
  });
}
