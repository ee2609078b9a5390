import { aCase, aCharge, aDecision, anIncident, someFacts } from '../example';
import { type CourseOfConduct, groundsOf } from '../courses';
import type { CourseFamily } from '../facts';
import { daysBetween, inWords } from '../london';
import type { Reason } from '../reason';
import { type Behaviour, type Finding, type Rule, type Severity, neverChanges } from '../rule';
import type { Thresholds } from '../thresholds';

export const unchargedCourseOfConduct: Rule = {
  id: 'UNCHARGED_COURSE_OF_CONDUCT',
  version: 1,
  title: 'A course of conduct that no charge covers',
  basis: 'Protection from Harassment Act 1997 ss.2, 2A, 4, 4A and 7(3)',
  guidance: [{ key: 'cps-stalking-or-harassment', version: '2023-04-24' }],
  looksFor:
    'Conduct towards somebody that, taken together, could be an offence which nobody has charged and of which nobody has said why not.',
  raisedWhen:
    'A case of the course of conduct has a charge against this suspect, or a decision to charge, on review or to discontinue; and an offence that the occasions could be is neither covered by a charge nor refused in a decision that says why.',
  severityWhen:
    'HIGH where an offence under s.4 or s.4A is missing, or {clusterOccasions} occasions lie within {clusterDays} days. LOW for exactly {sparseOccasions} occasions more than {sparseDays} days apart. INFO where all that is missing was refused in a decision that says why. Otherwise MEDIUM.',
  isNot:
    'It does not say that the offence was committed or that what was charged was wrong. Whether the occasions belong together, and what they amount to, is for a prosecutor.',
  readings: [
    'Within {clusterDays} days means that the last is at most so many days after the first.',
    'For a course of conduct against several people each person and day is an occasion.',
    'A charge in another case covers for the victim it names, but does not make the rule ask.',
  ],
  example: {
    story: 'A former partner writes twice in January and follows her in February. He is charged with harassment.',
    asAt: '2024-06-01T12:00:00Z',
    facts: someFacts({
      cases: [aCase('C', { relationship: 'FORMER_PARTNER' })],
      incidents: [
        anIncident('I1', '2024-01-02T21:00:00Z'),
        anIncident('I2', '2024-01-09'),
        anIncident('I3', '2024-02-01T08:30:00Z', { behaviours: ['S2A_A'] }),
      ],
      charges: [aCharge('H1', '2024-03-01', 'HARASSMENT')],
      decisions: [aDecision('D1', '2024-03-01', { kind: 'CHARGE' })],
    }),
  },
  thresholds: [
    'occasionsOfCourse',
    'victimsOfGroup',
    'timeLimitMonths',
    'stalkingFrom',
    'stalkingActs',
    'fearOccasions',
    'alarmOccasions',
    'dayToDayEffects',
    'clusterOccasions',
    'clusterDays',
    'sparseOccasions',
    'sparseDays',
  ],
  mustSee: [],
  find: (behaviour) => behaviour.courses.flatMap((course) => findIn(course, behaviour)),
  changesAt: neverChanges,
};

function findIn(course: CourseOfConduct, behaviour: Behaviour): Finding[] {
  const dealtWith = dealings(course, behaviour);
  if (dealtWith.length === 0) return [];
  const uncovered = course.candidates
    .map(({ family }) => family)
    .filter((family) => !course.coveredFamilies.includes(family));
  if (uncovered.length === 0) return [];
  const missingFamilies = uncovered.filter((family) => !course.consideredFamilies.includes(family));
  const grounds = groundsOf(course, missingFamilies.length > 0 ? missingFamilies : uncovered);
  return [
    {
      subject: course.key,
      severity: severityOf(course, missingFamilies, behaviour.thresholds),
      victims: course.victims,
      because: [...grounds.because, ...dealtWith],
      restsOn: grounds.restsOn,
      missingFamilies,
      consideredFamilies: uncovered.filter((family) => course.consideredFamilies.includes(family)),
    },
  ];
}

/** Charges and decisions that show that somebody has looked at the course's cases. */
function dealings(course: CourseOfConduct, { charges, decisions }: Behaviour): Reason[] {
  const inCases = ({ caseId }: { caseId: string }): boolean => course.caseIds.includes(caseId);
  const reviewed = decisions.filter(inCases).filter(({ kind }) => {
    switch (kind) {
      case 'CHARGE':
      case 'REVIEW':
      case 'DISCONTINUANCE':
        return true;
      case 'EARLY_ADVICE':
      case 'PLEA_ACCEPTED':
      case 'VICTIM_RIGHT_TO_REVIEW':
        return false;
    }
  });
  return [
    ...charges.filter(inCases).map(({ id, chargedOn, family }): Reason => ({
      text: `What was charged on ${inWords(chargedOn)} is ${family}.`,
      source: { type: 'charge', id },
    })),
    ...reviewed.map(({ id, decidedOn, kind }): Reason => ({
      text: `A decision was made on ${inWords(decidedOn)} (${kind}).`,
      source: { type: 'chargingDecision', id },
    })),
  ];
}

function severityOf(course: CourseOfConduct, missing: readonly CourseFamily[], thresholds: Thresholds): Severity {
  if (missing.length === 0) return 'INFO';
  const days = course.occasions.map(({ day }) => day).sort();
  if (missing.some(isAggravated) || isCluster(days, thresholds)) return 'HIGH';
  const sparse = days.length === thresholds.sparseOccasions && span(days) > thresholds.sparseDays;
  return sparse ? 'LOW' : 'MEDIUM';
}

/** Section 4 and section 4A. */
function isAggravated(family: CourseFamily): boolean {
  switch (family) {
    case 'HARASSMENT_FEAR':
    case 'STALKING_FEAR':
    case 'STALKING_SERIOUS_ALARM':
      return true;
    case 'HARASSMENT':
    case 'STALKING':
      return false;
  }
}

const span = (days: readonly string[]): number => daysBetween(days[0]!, days[days.length - 1]!);

const isCluster = (days: readonly string[], { clusterOccasions, clusterDays }: Thresholds): boolean =>
  days.some((first, index) => {
    const last = days[index + clusterOccasions - 1];
    return last !== undefined && daysBetween(first, last) <= clusterDays;
  });
