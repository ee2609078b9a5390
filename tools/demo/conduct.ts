import { arcFor } from './arcs';
import { referTo, type DayToDayEffect, type IncidentRecord, type Located } from './bundle-record';
import { isoDay, isoTime, type Day } from './calendar';
import { endOf, type CasePlan } from './case-plan';
import type { Dossier } from './dossier';
import { acts, narrate, type Act } from './narratives';
import { conduct } from './proportions';
import type { Random } from './random';

/** An incident with what later steps need to know of it. */
export interface Happening {
  record: IncidentRecord;
  plan: CasePlan;
  victim: Located;
  day: Day;
  /** Minute of the day (UTC), or undefined where only the day is known. */
  minute: number | undefined;
  reportedOn: Day;
  reportedMinute: number;
  /** 0 for first contacts up to 3 for attacks. */
  stage: number;
}

// Inside these minutes a moment has the same date in London as in UTC, in summer too.
const FIRST_MINUTE = 7 * 60;
const LAST_MINUTE = 20 * 60;

/** Tells the story of a case: the incidents that led to the report and those that followed it. */
export function addConduct(dossier: Dossier, plan: CasePlan): Happening[] {
  const { random } = dossier;
  const arc = arcFor(random, plan.relationship);
  const reach = random.weighted(conduct.reach);
  const days = daysOf(random, plan, endOf(plan, dossier.lastDay));
  return days.map((day, i) => {
    const stage = Math.floor((i * reach) / days.length);
    const act: Act = acts[random.pick(arc[stage] ?? arc[0])];
    return addIncident(dossier, plan, { day, stage, act, victim: victimOf(random, plan, i) });
  });
}

/** What an incident is to be about. */
export interface Occurrence {
  day: Day;
  stage: number;
  act: Act;
  victim: Located;
}

/** Adds one incident to the dossier. */
export function addIncident(dossier: Dossier, plan: CasePlan, what: Occurrence): Happening {
  const { random } = dossier;
  const { day, stage, victim } = what;
  const minute = random.percent(conduct.timeUnknown) ? undefined : random.between(FIRST_MINUTE, LAST_MINUTE);
  const reportedOn = reportDay(random, plan, day, dossier.lastDay);
  // Later than the incident even on its own day.
  const reportedMinute = LAST_MINUTE + random.between(10, 120);
  const record = dossier.add('incident', plan.source, {
    case: plan.ref,
    suspect: referTo(plan.source, plan.suspect),
    victim: referTo(plan.source, victim),
    ...timeOf(random, day, minute),
    reportedAt: isoTime(reportedOn, reportedMinute),
    ...substanceOf(random, what),
  });
  return { record, plan, victim, day, minute, reportedOn, reportedMinute, stage };
}

function daysOf(random: Random, plan: CasePlan, end: Day): Day[] {
  const total = random.weighted(conduct.incidents);
  let after = 0;
  for (let i = 1; i < total; i++) if (random.percent(conduct.afterReport)) after += 1;
  const days: Day[] = [];
  let day = plan.reported - random.between(0, 2);
  for (let i = 0; i < total - after; i++) {
    days.unshift(day);
    // Seen from the report backwards the gaps grow: the conduct came ever closer together.
    if (!random.percent(conduct.sameDay)) day -= random.between(1, 5 + 6 * i);
  }
  day = plan.opened;
  for (let i = 0; i < after; i++) {
    day += random.between(2, 22);
    if (day > end) break;
    days.push(day);
  }
  return days;
}

function victimOf(random: Random, plan: CasePlan, turn: number): Located {
  const [first, second] = plan.victims;
  if (first === undefined) throw new RangeError('a case without a victim');
  if (second === undefined) return first;
  // The second one has at least one incident, whatever the draw.
  return turn === 1 || (turn > 1 && random.percent(conduct.secondVictim)) ? second : first;
}

function reportDay(random: Random, plan: CasePlan, day: Day, lastDay: Day): Day {
  return day <= plan.reported ? plan.reported : Math.min(day + random.between(0, 2), lastDay);
}

function timeOf(random: Random, day: Day, minute: number | undefined) {
  if (minute === undefined) return { occurredFrom: isoDay(day) };
  const until = random.percent(conduct.lasting) ? Math.min(minute + random.between(5, 90), LAST_MINUTE) : undefined;
  return {
    occurredFrom: isoTime(day, minute),
    occurredTo: until !== undefined && until > minute ? isoTime(day, until) : undefined,
  };
}

function substanceOf(random: Random, { act, stage }: Occurrence) {
  const seriousAlarmOrDistress = random.percent(conduct.seriousAlarm[stage] ?? 0);
  return {
    behaviours: [...act.behaviours],
    channel: random.pick(act.channels),
    cyber: act.cyber,
    narrative: random.percent(conduct.narrative) ? narrate(random, act) : undefined,
    basis: random.weighted(conduct.basis),
    evidence: random.weighted(conduct.evidence),
    fearOfViolence: random.percent(conduct.fear[stage] ?? 0),
    seriousAlarmOrDistress,
    dayToDayEffects: seriousAlarmOrDistress && random.percent(conduct.effectsRecorded) ? effectsOf(random) : undefined,
  };
}

function effectsOf(random: Random): DayToDayEffect[] {
  const drawn = Array.from({ length: random.between(1, 3) }, () => random.weighted(conduct.effects));
  return [...new Set(drawn)];
}
