import type { ChargeFact, CourseFamily, DecisionFact } from './facts';
import { coveredBy, refusedBy } from './coverage';
import { addMonths, inWords } from './london';
import { type Act, type Occasion, occasionsOf } from './occasions';
import { type Reason, compare, unique } from './reason';
import type { Thresholds } from './thresholds';

/** Conduct that can be charged as one offence, if a person finds that the occasions belong together. */
export interface CourseOfConduct {
  /** The same for the same person and victim, or person and case where it is a group. */
  readonly key: string;
  /** Whether it is against several people in one case (Protection from Harassment Act 1997 s.7(3)(b)). */
  readonly group: boolean;
  readonly victims: readonly string[];
  readonly caseIds: readonly string[];
  readonly occasions: readonly Occasion[];
  readonly candidates: readonly Candidate[];
  /** Candidate families that a charge covers, and those that a decision refused for a reason it gives. */
  readonly coveredFamilies: readonly CourseFamily[];
  readonly consideredFamilies: readonly CourseFamily[];
}

export interface Candidate {
  readonly family: CourseFamily;
  /** Last day on which proceedings can start, for summary offences; the day of the last occasion does not count. */
  readonly timeLimitExpiresOn: string | null;
  readonly because: readonly Reason[];
}

interface Course extends Pick<CourseOfConduct, 'group' | 'victims' | 'occasions'> {
  readonly subject: string;
}

/** Courses against one victim each, by victim, and then those against several victims of one case, by case. */
export function coursesOf(
  {
    personId,
    charges,
    decisions,
  }: { personId: string; charges: readonly ChargeFact[]; decisions: readonly DecisionFact[] },
  acts: readonly Act[],
  occasions: readonly Occasion[],
  thresholds: Thresholds,
): CourseOfConduct[] {
  const courses = [...pairCourses(occasions, thresholds), ...groupCourses(acts, thresholds)];
  return courses.map(({ subject, group, victims, occasions }) => {
    const caseIds = unique(occasions.flatMap((occasion) => occasion.caseIds));
    const candidates = group ? [harassment(occasions, thresholds)] : candidatesOf(occasions, thresholds);
    const covered = coveredBy(charges, { victims, caseIds });
    const refused = refusedBy(decisions, { victims, caseIds });
    const families = candidates.map(({ family }) => family);
    return {
      key: `${personId}:${subject}`,
      group,
      victims,
      caseIds,
      occasions,
      candidates,
      coveredFamilies: families.filter((family) => covered.has(family)),
      consideredFamilies: families.filter((family) => refused.has(family)),
    };
  });
}

function pairCourses(occasions: readonly Occasion[], { occasionsOfCourse }: Thresholds): Course[] {
  return [...grouped(occasions, ({ victimId }) => victimId)]
    .filter(([, ofVictim]) => ofVictim.length >= occasionsOfCourse)
    .map(([victimId, ofVictim]) => ({ subject: victimId, group: false, victims: [victimId], occasions: ofVictim }));
}

function groupCourses(acts: readonly Act[], { victimsOfGroup }: Thresholds): Course[] {
  const inCases = [...grouped(acts, ({ caseId }) => caseId ?? '')].filter(([caseId]) => caseId !== '');
  return inCases
    .sort(([a], [b]) => compare(a, b))
    .map(([caseId, inCase]) => ({ caseId, inCase, victims: unique(inCase.map(({ victimId }) => victimId)) }))
    .filter(({ victims }) => victims.length >= victimsOfGroup)
    .map(({ caseId, inCase, victims }) => {
      // Only what belongs to this case, even where the same day has more.
      const occasions = occasionsOf(inCase).map((occasion) => ({ ...occasion, caseIds: [caseId] }));
      return { subject: `case:${caseId}`, group: true, victims, occasions };
    });
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Whether a behaviour is one of the acts that s.2A(3) gives as associated with stalking. */
export const isStalkingAct = (behaviour: string): boolean => behaviour.startsWith('S2A_');

/** Families that the occasions against one victim could be charged as (Protection from Harassment Act 1997). */
function candidatesOf(occasions: readonly Occasion[], thresholds: Thresholds): Candidate[] {
  const candidates = [harassment(occasions, thresholds)];
  const since = occasions.filter(({ day }) => day >= thresholds.stalkingFrom);
  const acts = since.flatMap(({ behaviours }) => behaviours).filter(isStalkingAct);
  const stalking = since.length >= thresholds.occasionsOfCourse && acts.length >= thresholds.stalkingActs;
  if (stalking) candidates.push({ ...harassment(since, thresholds), family: 'STALKING' });
  const fear = fearful(occasions);
  if (fear.length >= thresholds.fearOccasions) candidates.push(indictable('HARASSMENT_FEAR', fear));
  if (!stalking) return candidates;
  const fearSince = fearful(since);
  if (fearSince.length >= thresholds.fearOccasions) candidates.push(indictable('STALKING_FEAR', fearSince));
  const alarm = since.filter(({ seriousAlarmOrDistress }) => seriousAlarmOrDistress);
  const affected = since.filter(({ dayToDayEffects }) => dayToDayEffects.length > 0);
  const effects = affected.flatMap(({ dayToDayEffects }) => dayToDayEffects);
  if (alarm.length >= thresholds.alarmOccasions && effects.length >= thresholds.dayToDayEffects) {
    const reasons = [
      ...alarm.map((occasion) => reason(occasion, 'Serious alarm or distress')),
      ...affected.map((occasion) =>
        reason(occasion, `Effects on day-to-day life (${occasion.dayToDayEffects.join(', ')})`),
      ),
    ];
    candidates.push({ family: 'STALKING_SERIOUS_ALARM', timeLimitExpiresOn: null, because: reasons });
  }
  return candidates;
}

/** Summary only, so proceedings start within six months of the last occasion (Magistrates' Courts Act 1980 s.127). */
function harassment(occasions: readonly Occasion[], { timeLimitMonths }: Thresholds): Candidate {
  const last = occasions.reduce((latest, { day }) => (day > latest ? day : latest), '');
  return {
    family: 'HARASSMENT',
    timeLimitExpiresOn: addMonths(last, timeLimitMonths),
    because: occasions.map((occasion) => reason(occasion, `An occasion (${occasion.behaviours.join(', ')})`)),
  };
}

const fearful = (occasions: readonly Occasion[]): Occasion[] =>
  occasions.filter(({ fearOfViolence }) => fearOfViolence);

const indictable = (family: CourseFamily, occasions: readonly Occasion[]): Candidate => ({
  family,
  timeLimitExpiresOn: null,
  because: occasions.map((occasion) => reason(occasion, 'Fear of violence')),
});

/** One sentence for an occasion, on the first of its records. */
function reason({ day, sources }: Occasion, what: string): Reason {
  const more = sources.length > 1 ? `, in ${sources.length} records` : '';
  return { text: `${what} on ${inWords(day)}${more}.`, source: sources[0]! };
}

/** Why families are candidates, and every record that they rest on; some more than once. */
export function groundsOf(course: CourseOfConduct, families: readonly CourseFamily[]) {
  const candidates = course.candidates.filter(({ family }) => families.includes(family));
  return {
    because: candidates.flatMap(({ because }) => because),
    restsOn: course.occasions.flatMap(({ sources }) => sources),
  };
}
