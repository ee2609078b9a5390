import { aDecision, aVersion, someFacts } from '../example';
import type { DecisionFact, GuidanceFact } from '../facts';
import { inWords } from '../london';
import { type Reason, compare, unique } from '../reason';
import { type Behaviour, type Finding, type Outcome, type Rule, neverChanges } from '../rule';

export const guidanceNotInForce: Rule = {
  id: 'GUIDANCE_NOT_IN_FORCE',
  version: 1,
  title: 'A decision judged by guidance of another time',
  basis: 'CPS response to the HMCPSI examination of London cases: a decision is judged by the guidance of its day',
  guidance: [],
  looksFor: 'A decision that rests on guidance of another time, or is judged by it.',
  raisedWhen:
    'A decision cites guidance, or a file examination judges its case by guidance, that was not in force on the day of the decision.',
  severityWhen:
    'MEDIUM. INFO, with the outcome INDETERMINATE, where the guidance came or went on an unknown day of the month of the decision.',
  isNot: 'It does not say that the decision was wrong. It says that the text held against it was not that of its day.',
  readings: [
    'Guidance is in force on its first and its last day; where no last day is given, until the day before the next version of the same document. A last day that is given beats the next version.',
    'An examination judges every decision of its case. There is one flag for each decision and version.',
    'A version that is not in the registry raises nothing; later ones stay in the registry, whatever moment is asked about. Of a version registered twice, the kinder date counts.',
  ],
  example: {
    story:
      'Guidance was replaced in June 2022, and again on some day of January 2025. One decision cites the version that came after it, one was made in the month in which that came.',
    asAt: '2025-06-01T12:00:00Z',
    facts: someFacts({
      guidanceVersions: [
        aVersion('2019-12-03', '2019-12-03'),
        aVersion('2022-06-22', '2022-06-22'),
        aVersion('2025-01', '2025-01-01', { datePrecision: 'MONTH' }),
      ],
      decisions: [
        aDecision('D1', '2022-01-10', { guidanceCited: [{ key: 'k', version: '2022-06-22' }] }),
        aDecision('D2', '2025-01-15', { guidanceCited: [{ key: 'k', version: '2025-01' }] }),
      ],
    }),
  },
  thresholds: [],
  mustSee: ['INSPECTIONS'],
  find: (behaviour) => behaviour.decisions.flatMap((decision) => findOf(decision, behaviour)),
  changesAt: neverChanges,
};

function findOf(decision: DecisionFact, behaviour: Behaviour): Finding[] {
  const reasons = referencesOf(decision, behaviour);
  return [...reasons.keys()].sort(compare).flatMap((reference): Finding[] => {
    const versions = behaviour.guidanceVersions.filter((version) => nameOf(version) === reference);
    const outcomes = versions.map((version) => outcomeOn(decision.decidedOn, version, behaviour.guidanceVersions));
    // The registry may hold a version twice, from two sources: then the kinder date counts.
    if (versions.length === 0 || outcomes.includes('IN_FORCE')) return [];
    const outcome = outcomes.includes('INDETERMINATE') ? 'INDETERMINATE' : 'NOT_IN_FORCE';
    const { key, version } = versions[0]!;
    return [
      {
        subject: `${decision.id}:${reference}`,
        severity: outcome === 'INDETERMINATE' ? 'INFO' : 'MEDIUM',
        victims: [],
        because: [
          ...reasons.get(reference)!,
          ...versions.map(versionReason).sort((a, b) => compare(a.source.id, b.source.id)),
        ],
        outcome,
        guidance: [{ key, version }],
      },
    ];
  });
}

const nameOf = ({ key, version }: { key: string; version: string }): string => `${key}@${version}`;

/** Versions that the decision cites, or that examinations of its case judge it by, each with who does so. */
function referencesOf({ id, caseId, decidedOn, guidanceCited }: DecisionFact, { examinations }: Behaviour) {
  const reasons = new Map<string, Reason[]>();
  for (const name of unique(guidanceCited.map(nameOf))) {
    const text = `The decision of ${inWords(decidedOn)} cites ${name}.`;
    reasons.set(name, [{ text, source: { type: 'chargingDecision', id } }]);
  }
  for (const examination of examinations) {
    if (examination.caseId !== caseId) continue;
    for (const name of unique(examination.guidance.map(nameOf))) {
      const text = `An examination judges the decision of ${inWords(decidedOn)} by ${name}.`;
      const decided: Reason = { text: `Decided on ${inWords(decidedOn)}.`, source: { type: 'chargingDecision', id } };
      const before = reasons.get(name) ?? [decided];
      reasons.set(name, [...before, { text, source: { type: 'fileExamination', id: examination.id } }]);
    }
  }
  return reasons;
}

/** In force from its first day to its last, or to the day before the next version of the same document. */
function outcomeOn(day: string, version: GuidanceFact, registry: readonly GuidanceFact[]): Outcome | 'IN_FORCE' {
  const next = version.inForceTo === null ? nextOf(version, registry) : undefined;
  if (isUnknownDay(day, version) || (next && isUnknownDay(day, next))) return 'INDETERMINATE';
  const ended = version.inForceTo === null ? next !== undefined && day >= next.inForceFrom : day > version.inForceTo;
  return day >= version.inForceFrom && !ended ? 'IN_FORCE' : 'NOT_IN_FORCE';
}

/** Whether the version came into force on some day of the month that the day lies in. */
const isUnknownDay = (day: string, { datePrecision, inForceFrom }: GuidanceFact): boolean =>
  datePrecision === 'MONTH' && day.slice(0, 7) === inForceFrom.slice(0, 7);

function nextOf({ key, inForceFrom }: GuidanceFact, registry: readonly GuidanceFact[]): GuidanceFact | undefined {
  return registry
    .filter((other) => other.key === key && other.inForceFrom > inForceFrom)
    .sort((a, b) => compare(a.inForceFrom, b.inForceFrom) || compare(a.datePrecision, b.datePrecision))[0];
}

const versionReason = (version: GuidanceFact): Reason => ({
  text: `${nameOf(version)} came into force ${version.datePrecision === 'MONTH' ? `in ${inWords(version.inForceFrom).replace(/^\d+ /, '')}` : `on ${inWords(version.inForceFrom)}`}.`,
  source: { type: 'guidance', id: version.id },
});
