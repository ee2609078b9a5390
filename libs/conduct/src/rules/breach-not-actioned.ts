import type { Breach } from '../known';
import { addDays, daysBetween, inWords, londonDay, startOfLondonDay } from '../london';
import { type Reason, unique } from '../reason';
import { lastAssessment } from '../risk';
import type { Behaviour, Finding, Rule } from '../rule';

export const breachNotActioned: Rule = {
  id: 'BREACH_NOT_ACTIONED',
  version: 1,
  title: 'A breach on which nothing was done',
  basis:
    'Police super-complaint on stalking (2024): no response to breaches of orders; Domestic Abuse Joint Justice Plan',
  guidance: [{ key: 'domestic-abuse-joint-justice-plan', version: '2024-11' }],
  raisedWhen: 'A breach is still reported or recorded as a crime, and no more, after 28 whole days.',
  severityWhen: 'HIGH where the risk to a person whom the order protects was last graded HIGH, otherwise MEDIUM.',
  example: 'A breach reported on 1 March is still REPORTED on 1 June, and the risk is graded HIGH: HIGH.',
  thresholds: ['breachActionDays'],
  find: (behaviour) => behaviour.breaches.flatMap((breach) => findOf(breach, behaviour)),
  changesAt: ({ breaches }, { breachActionDays }) =>
    breaches.filter(isWaiting).map((breach) => startOfLondonDay(addDays(reportDay(breach), breachActionDays + 1))),
};

function findOf(breach: Breach, behaviour: Behaviour): Finding[] {
  if (!isWaiting(breach)) return [];
  const reportedOn = reportDay(breach);
  const waited = daysBetween(reportedOn, behaviour.today);
  if (waited <= behaviour.thresholds.breachActionDays) return [];
  const victims = unique(breach.order.protectedPersonIds);
  const graveRisk = victims.flatMap((victimId): Reason[] => {
    const last = lastAssessment(behaviour, victimId);
    if (last?.grade !== 'HIGH') return [];
    return [
      {
        text: `The risk was last graded HIGH, on ${inWords(last.day)}.`,
        source: { type: 'riskAssessment', id: last.id },
      },
    ];
  });
  return [
    {
      subject: breach.id,
      severity: graveRisk.length > 0 ? 'HIGH' : 'MEDIUM',
      victims,
      because: [
        {
          text: `Reported on ${inWords(reportedOn)} and still ${breach.state} after ${waited} days.`,
          source: { type: 'breach', id: breach.id },
        },
        ...graveRisk,
      ],
      restsOn: [{ type: 'order', id: breach.order.id }],
    },
  ];
}

const reportDay = ({ reportedAt }: Breach): string => londonDay(Date.parse(reportedAt));

function isWaiting({ state }: Breach): boolean {
  switch (state) {
    case 'REPORTED':
    case 'CRIMED':
      return true;
    case 'INVESTIGATED':
    case 'REFERRED':
    case 'CHARGED':
    case 'NFA':
    case 'CONVICTED':
    case 'ACQUITTED':
      return false;
  }
}
