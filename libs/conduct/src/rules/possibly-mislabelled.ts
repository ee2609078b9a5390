import { isBreachFamily, isHarassmentFamily, isStalkingFamily } from '../coverage';
import { type CourseOfConduct, groundsOf } from '../courses';
import type { OffenceFamily, RecordedCrimeFact } from '../facts';
import { inWords } from '../london';
import { type Reason, type Source, unique } from '../reason';
import { type Behaviour, type Finding, type Rule, neverChanges } from '../rule';

export const possiblyMislabelled: Rule = {
  id: 'POSSIBLY_MISLABELLED',
  version: 1,
  title: 'A crime that may be stalking, recorded as something else',
  basis:
    'Protection from Harassment Act 1997 s.2A; Home Office counting rules: from April 2020 a course of conduct by a former partner is stalking unless it is harassment only',
  guidance: [{ key: 'crime-recording-rules', version: '2020-04-01' }],
  raisedWhen:
    'A crime is recorded as harassment, malicious communications, a public order offence, criminal damage or a breach, the conduct against a victim of its case could be charged as stalking, and no recorded crime of the case is stalking.',
  severityWhen:
    'HIGH where suspect and victim are former partners and it was recorded from 1 April 2020 on, otherwise MEDIUM.',
  example:
    'A former partner writes twice and follows her once. The crime is recorded on 2 February 2024 as harassment: HIGH.',
  thresholds: ['mislabelledFrom', 'formerPartnerFrom', 'occasionsOfCourse', 'stalkingFrom', 'stalkingActs'],
  find: (behaviour) => {
    const stalking = behaviour.courses.filter(
      ({ group, candidates }) => !group && candidates.some(({ family }) => family === 'STALKING'),
    );
    if (stalking.length === 0) return [];
    return behaviour.recordedCrimes.flatMap((crime) => findOf(crime, stalking, behaviour));
  },
  changesAt: neverChanges,
};

function findOf(crime: RecordedCrimeFact, stalking: readonly CourseOfConduct[], behaviour: Behaviour): Finding[] {
  const { id, caseId, recordedOn, principalFamily } = crime;
  const { recordedCrimes, cases, thresholds } = behaviour;
  if (caseId === null || principalFamily === null || !isSuspicious(principalFamily)) return [];
  if (recordedOn < thresholds.mislabelledFrom) return [];
  if (recordedCrimes.some((other) => other.caseId === caseId && isRecordedAsStalking(other))) return [];
  const victimIds = victimsOf(caseId, behaviour);
  const courses = stalking.filter(({ victims }) => victimIds.includes(victims[0]!));
  if (courses.length === 0) return [];

  const exPartners = cases.get(caseId)?.relationship === 'FORMER_PARTNER';
  const grounds = courses.map((course) => groundsOf(course, ['STALKING']));
  const relationship: Reason[] = exPartners
    ? [{ text: 'Suspect and victim are former partners.', source: { type: 'case', id: caseId } }]
    : [];
  return [
    {
      // Of the suspects of one case each has a flag of their own.
      subject: `${behaviour.personId}:${id}`,
      severity: exPartners && recordedOn >= thresholds.formerPartnerFrom ? 'HIGH' : 'MEDIUM',
      victims: unique(courses.flatMap(({ victims }) => victims)),
      because: [
        {
          text: `Recorded on ${inWords(recordedOn)} as ${principalFamily}; no crime of the case is recorded as stalking.`,
          source: { type: 'recordedCrime', id },
        },
        ...grounds.flatMap(({ because }) => because),
        ...relationship,
      ],
      restsOn: [...casesOf(caseId, behaviour), ...grounds.flatMap(({ restsOn }) => restsOn)],
    },
  ];
}

/** The case, which says who its victims are; none where it is not among the facts. */
const casesOf = (caseId: string, { cases }: Behaviour): Source[] =>
  cases.has(caseId) ? [{ type: 'case', id: caseId }] : [];

/** Those that the case names, and those whom its incidents do. */
const victimsOf = (caseId: string, { cases, incidents }: Behaviour): string[] => [
  ...(cases.get(caseId)?.victimIds ?? []),
  ...incidents.filter((incident) => incident.caseId === caseId).map(({ victimId }) => victimId),
];

const isSuspicious = (family: OffenceFamily): boolean =>
  isHarassmentFamily(family) ||
  isBreachFamily(family) ||
  ['MALICIOUS_COMMUNICATIONS', 'PUBLIC_ORDER', 'CRIMINAL_DAMAGE'].includes(family);

const isRecordedAsStalking = ({ principalFamily, includedFamilies }: RecordedCrimeFact): boolean =>
  (principalFamily !== null && isStalkingFamily(principalFamily)) || includedFamilies.some(isStalkingFamily);
