import { aBreach, anAssessment, anOrder, someFacts } from '../example';
import type { Breach } from '../known';
import { addDays, daysBetween, inWords, londonDay, startOfLondonDay } from '../london';
import { type Reason, unique } from '../reason';
import { lastAssessment } from '../risk';
import type { Behaviour, Finding, Rule } from '../rule';

export const breachNotActioned: Rule = {
  id: 'BREACH_NOT_ACTIONED',
  version: 1,
  title: 'A breach with nothing done about it on record',
  basis:
    'Police super-complaint on stalking (2024): no response to breaches of orders; Domestic Abuse Joint Justice Plan',
  guidance: [{ key: 'domestic-abuse-joint-justice-plan', version: '2024-11' }],
  looksFor: 'A report that an order was broken, after which nothing is recorded for weeks.',
  raisedWhen: 'A breach is still reported or recorded as a crime, and no more, after {breachActionDays} whole days.',
  severityWhen: 'HIGH where the risk to a person whom the order protects was last graded HIGH, otherwise MEDIUM.',
  isNot:
    'It does not say that the order was broken, nor that nobody did anything: work that is not recorded looks the same.',
  readings: [
    'Days are whole days in London; the day of the report does not count.',
    'Of assessments made at one moment the gravest counts.',
  ],
  example: {
    story:
      'The risk was graded HIGH in January. A breach is reported in March, and by June it is still no more than reported.',
    asAt: '2024-06-01T12:00:00Z',
    facts: someFacts({
      orders: [anOrder('O', { madeOn: '2023-06-12' })],
      breaches: [aBreach('B1', '2024-03-01T10:00:00Z', { state: 'REPORTED' })],
      assessments: [
        anAssessment('A1', '2024-01-05T10:00:00Z', 'HIGH'),
        anAssessment('A2', '2024-03-01T20:00:00Z', 'HIGH'),
      ],
    }),
  },
  thresholds: ['breachActionDays'],
  mustSee: [],
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
