import { aCase, aCrime, anIncident, someFacts } from '../example';
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
  looksFor: 'A crime recorded as something else in a case whose conduct could be stalking.',
  raisedWhen:
    'A crime of a case is recorded on or after {mislabelledFrom} as harassment, malicious communications, a public order offence, criminal damage or a breach; the conduct towards a victim of the case could be charged as stalking; and no crime of the case is recorded as stalking, not as an included classification either.',
  severityWhen:
    'HIGH where suspect and victim are former partners and it was recorded on or after {formerPartnerFrom}, otherwise MEDIUM.',
  isNot: 'It does not say that the crime was recorded wrongly: who recorded it may know what the records do not show.',
  readings: [
    'There is one flag for a recorded crime. It names those victims of its case towards whom the conduct could be stalking, in whichever case it was done.',
    'A course of conduct against several people does not count.',
    'A crime without a Home Office code raises nothing.',
  ],
  example: {
    story: 'A former partner writes to her and then follows her. The crime is recorded as harassment.',
    asAt: '2024-06-01T12:00:00Z',
    facts: someFacts({
      cases: [aCase('C', { relationship: 'FORMER_PARTNER' })],
      incidents: [
        anIncident('I1', '2024-01-02T21:00:00Z'),
        anIncident('I2', '2024-02-01T08:30:00Z', { behaviours: ['S2A_A', 'S2A_E'] }),
      ],
      recordedCrimes: [aCrime('R1', '2024-02-02', 'HARASSMENT')],
    }),
  },
  thresholds: ['mislabelledFrom', 'formerPartnerFrom', 'occasionsOfCourse', 'stalkingFrom', 'stalkingActs'],
  mustSee: [],
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
