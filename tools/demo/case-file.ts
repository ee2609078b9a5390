import { referTo, type CaseRecord, type FileAvailability } from './bundle-record';
import { isoDay, isoTime, type Day } from './calendar';
import type { CasePlan, CaseTimeline } from './case-plan';
import type { Dossier } from './dossier';
import { caseShape } from './proportions';
import { adviceTexts, adviceTopics, fileGaps, planItems } from './wording';

/** DG6 replaced the fifth edition on 31 December 2020 (Director's Guidance, sixth edition). */
const DG6_BEGINS = '2020-12-31';
const OLD_FILE_DAYS = 3 * 365;

/** Adds the case's own record; `number` tells the cases of one suspect apart. */
export function openCase(dossier: Dossier, timeline: CaseTimeline, number: number): CasePlan {
  const { random } = dossier;
  const { source, force, opened } = timeline;
  const record = dossier.add('case', source, {
    urn: urnOf(dossier.index, number, force, opened),
    crimeReferences: [],
    force,
    area: timeline.area,
    openedOn: isoDay(opened),
    stage: timeline.stage,
    suspects: [referTo(source, timeline.suspect)],
    victims: timeline.victims.map((victim) => referTo(source, victim)),
    relationship: timeline.relationship,
    domestic: timeline.domestic,
    flags: timeline.domestic ? ['DOMESTIC_ABUSE', 'STALKING'] : ['STALKING'],
    classification: random.percent(caseShape.official) ? 'OFFICIAL' : 'OFFICIAL_SENSITIVE',
    restricted: random.percent(caseShape.restricted),
    fileAvailability: availabilityOf(dossier, opened),
    ...datesOf(dossier, timeline),
  });
  return { ...timeline, ref: record.ref, crimeReferences: record.crimeReferences ?? [] };
}

/** Early advice, the check of the file and the plan of what is missing from it. */
export function addFileWork(dossier: Dossier, plan: CasePlan): void {
  addEarlyAdvice(dossier, plan);
  if (plan.referred === undefined) return;
  addQualityCheck(dossier, plan, plan.referred);
  if (dossier.random.percent(caseShape.actionPlan)) addActionPlan(dossier, plan, plan.referred);
}

/** `<force><unit><7 digits>/<year>`. An odd multiplier shuffles the serial without ever repeating one below 10⁷. */
function urnOf(index: number, number: number, force: string, opened: Day): string {
  const serial = ((index * 4 + number) * 7_654_321) % 10_000_000;
  const unit = ['AD', 'BD', 'CD', 'DD'][index % 4] ?? 'AD';
  return `${force}${unit}${String(serial).padStart(7, '0')}/${isoDay(opened).slice(2, 4)}`;
}

function availabilityOf(dossier: Dossier, opened: Day): FileAvailability {
  return dossier.asAt - opened > OLD_FILE_DAYS ? dossier.random.weighted(caseShape.oldFiles) : 'AVAILABLE';
}

function datesOf(dossier: Dossier, timeline: CaseTimeline): Partial<CaseRecord> {
  const { random, lastDay } = dossier;
  const { opened } = timeline;
  const iso = (day: Day | undefined): string | undefined => (day === undefined ? undefined : isoDay(day));
  const soon = (share: number, days: number): Day | undefined =>
    random.percent(share) ? Math.min(opened + random.between(0, days), lastDay) : undefined;
  return {
    victimPersonalStatementOn: iso(soon(caseShape.victimStatement, 40)),
    policeInformationNoticeOn: iso(soon(caseShape.informationNotice, 15)),
    reportedOn: isoDay(timeline.reported),
    referredOn: iso(timeline.referred),
    closedOn: iso(timeline.closed),
    closedReason: timeline.closedReason,
  };
}

function addEarlyAdvice(dossier: Dossier, plan: CasePlan): void {
  const { random, lastDay } = dossier;
  if (plan.advised === undefined) return;
  const responded = plan.advised + random.between(0, 9);
  const answered = responded <= lastDay && !random.percent(caseShape.unansweredAdvice);
  dossier.add('earlyAdvice', 'cps', {
    case: referTo('cps', plan),
    requestedAt: isoTime(plan.advised, random.between(480, 600)),
    requestedBy: plan.force,
    respondedAt: answered ? isoTime(responded, random.between(620, 1000)) : undefined,
    topics: random.sample(adviceTopics, random.between(1, 3)),
    advice: answered ? random.pick(adviceTexts) : undefined,
  });
  if (answered) plan.advisedBack = responded;
}

function addQualityCheck(dossier: Dossier, plan: CasePlan, referred: Day): void {
  const { random, lastDay } = dossier;
  const checkedOn = isoDay(Math.min(referred + random.between(0, 3), lastDay));
  const compliant = random.percent(caseShape.fileCompliant);
  dossier.add('fileQualityCheck', 'cps', {
    case: referTo('cps', plan),
    checkedOn,
    standard: checkedOn >= DG6_BEGINS ? 'DG6' : 'DG5',
    compliant,
    gaps: compliant ? [] : random.sample(fileGaps, random.between(1, 3)),
  });
}

function addActionPlan(dossier: Dossier, plan: CasePlan, referred: Day): void {
  const { random, lastDay } = dossier;
  const issued = Math.min(referred + random.between(1, 5), lastDay);
  const items = random.sample(planItems, random.between(1, 4)).map((text) => {
    const done = issued + random.between(2, 40);
    return { text, doneOn: done <= lastDay && random.percent(caseShape.actionDone) ? isoDay(done) : undefined };
  });
  dossier.add('actionPlan', 'cps', {
    case: referTo('cps', plan),
    issuedOn: isoDay(issued),
    dueOn: isoDay(issued + random.pick([14, 21, 28])),
    items,
  });
  plan.planIssued = issued;
}
