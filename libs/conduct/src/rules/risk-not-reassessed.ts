import { aBreach, anAssessment, anOrder, someFacts } from '../example';
import type { Assessment, Known } from '../known';
import { DAY, endOfLondonDay, inWords, startOfLondonDay } from '../london';
import { type Reason, type Source, compare } from '../reason';
import { lastAssessment } from '../risk';
import type { Behaviour, Finding, Rule } from '../rule';
import type { Thresholds } from '../thresholds';

export const riskNotReassessed: Rule = {
  id: 'RISK_NOT_REASSESSED',
  version: 1,
  title: 'A risk with no new assessment on record',
  basis:
    'Police super-complaint on stalking (2024) recommendation 19: see breaches as further stalking or serious escalation; risk is dynamic and is reviewed after any new incident',
  guidance: [{ key: 'police-cps-protocol', version: '2018-05-23' }],
  looksFor:
    'Something that should have made somebody look at the risk to a victim again, after which nobody did in time.',
  raisedWhen:
    'An order is broken, or an incident has a threat (THREAT_…), an entry into the home, a weapon or a strangulation; and no assessment of this suspect and victim responds to it or was made within {reassessmentDays} days, or {reassessmentDaysWhenHigh} where the grade before it was HIGH.',
  severityWhen: 'HIGH where the last grade is HIGH or {openTriggers} such events are open, otherwise MEDIUM.',
  isNot:
    'It does not say that the risk is high, nor that nobody looked after the victim. It says that no assessment is recorded where one was due.',
  readings: [
    'Days are 24 hours. At the very end of the time allowed the event is not open yet.',
    'An event known by its day only is open from 00:00 to 24:00 of that day in London plus the time allowed.',
    'An assessment that responds to the event closes it whenever it was made. One known by its day closes what any part of that day would.',
    'A breach is an event for everybody whom the order protects. Where its incident is one too, both are named, and an assessment that responds to one does not close the other.',
    'Who may not see assessments gets no flag of this rule.',
  ],
  example: {
    story:
      'The risk is graded HIGH in January. An order is broken in March, and the next assessment is made eight days later.',
    asAt: '2024-06-01T12:00:00Z',
    facts: someFacts({
      orders: [anOrder('O', { madeOn: '2023-06-12' })],
      breaches: [aBreach('B1', '2024-03-01T10:00:00Z')],
      assessments: [
        anAssessment('A1', '2024-01-05T10:00:00Z', 'HIGH'),
        anAssessment('A2', '2024-03-09T10:00:00Z', 'MEDIUM'),
      ],
    }),
  },
  thresholds: ['reassessmentDays', 'reassessmentDaysWhenHigh', 'openTriggers'],
  mustSee: ['RISK_ASSESSMENTS'],
  find: (behaviour) => {
    // Where no assessment can be seen, none can be said to be missing.
    if (behaviour.unseen.has('RISK_ASSESSMENTS')) return [];
    const unanswered = unansweredOf(behaviour, behaviour.thresholds);
    const triggers = unanswered.filter(({ deadline }) => behaviour.now > deadline);
    const victimIds = new Set(triggers.map(({ victimId }) => victimId));
    return [...victimIds].map((victimId) =>
      findFor(
        victimId,
        triggers.filter((trigger) => trigger.victimId === victimId),
        behaviour,
      ),
    );
  },
  // At the very deadline it can still be assessed.
  changesAt: (known, thresholds) => unansweredOf(known, thresholds).map(({ deadline }) => deadline + 1),
};

/** What calls for a new assessment: from its first possible instant to its last. */
interface Trigger {
  readonly victimId: string;
  readonly text: string;
  readonly source: Source;
  readonly restsOn: readonly Source[];
  readonly from: number;
  readonly to: number;
}

/** The instants at which a moment can have been: all of its London day where only that is known. */
function possible({ at, day, timeKnown }: { at: number; day: string; timeKnown: boolean }) {
  return timeKnown ? { from: at, to: at } : { from: startOfLondonDay(day), to: endOfLondonDay(day) };
}

function triggersOf({ incidents, breaches }: Known): Trigger[] {
  const triggers: Trigger[] = [];
  for (const breach of breaches) {
    const text = `A breach of an order is recorded on ${inWords(breach.day)}, and no assessment in time.`;
    const restsOn = [{ type: 'order', id: breach.order.id }] as const;
    for (const victimId of new Set(breach.order.protectedPersonIds)) {
      triggers.push({ victimId, text, source: { type: 'breach', id: breach.id }, restsOn, ...possible(breach) });
    }
  }
  for (const incident of incidents) {
    const acts = incident.behaviours.filter(isAlarming);
    if (acts.length === 0) continue;
    const text = `${[...acts].sort(compare).join(', ')} recorded on ${inWords(incident.day)}, and no assessment in time.`;
    const source = { type: 'incident', id: incident.id } as const;
    triggers.push({ victimId: incident.victimId, text, source, restsOn: [], ...possible(incident) });
  }
  return triggers.sort(
    (a, b) => compare(a.victimId, b.victimId) || a.from - b.from || compare(a.source.id, b.source.id),
  );
}

const isAlarming = (behaviour: string): boolean =>
  behaviour.startsWith('THREAT_') || ['ENTRY_HOME', 'WEAPON', 'STRANGULATION'].includes(behaviour);

/** Triggers that no assessment answers, each with the last instant at which one could. */
function unansweredOf(known: Known, thresholds: Thresholds): (Trigger & { readonly deadline: number })[] {
  return triggersOf(known)
    .map((trigger) => ({ deadline: deadlineOf(trigger, known, thresholds), ...trigger }))
    .filter(
      ({ victimId, source, from, deadline }) =>
        !known.assessments.some(
          (assessment) =>
            assessment.victimId === victimId &&
            (respondsTo(assessment, source) || isWithin(assessment, from, deadline)),
        ),
    );
}

function deadlineOf({ victimId, from, to }: Trigger, known: Known, thresholds: Thresholds): number {
  const isHigh = lastAssessment(known, victimId, from)?.grade === 'HIGH';
  return to + (isHigh ? thresholds.reassessmentDaysWhenHigh : thresholds.reassessmentDays) * DAY;
}

const respondsTo = ({ respondsTo: records }: Assessment, { type, id }: Source): boolean =>
  records.some((record) => record.type === type && record.id === id);

/** Whether it was made in that time, or can have been where only its day is known. */
function isWithin(assessment: Assessment, from: number, deadline: number): boolean {
  const made = possible(assessment);
  // The end of a day is no longer that day.
  const after = assessment.timeKnown ? made.to >= from : made.to > from;
  return after && made.from <= deadline;
}

function findFor(victimId: string, open: readonly Trigger[], behaviour: Behaviour): Finding {
  const last = lastAssessment(behaviour, victimId);
  const because = open.map(({ text, source }): Reason => ({ text, source }));
  if (last) {
    const text = `The risk was last graded ${last.grade}, on ${inWords(last.day)}.`;
    because.push({ text, source: { type: 'riskAssessment', id: last.id } });
  }
  const grave = last?.grade === 'HIGH' || open.length >= behaviour.thresholds.openTriggers;
  return {
    subject: `${behaviour.personId}:${victimId}`,
    severity: grave ? 'HIGH' : 'MEDIUM',
    victims: [victimId],
    because,
    restsOn: open.flatMap(({ restsOn }) => restsOn),
  };
}
