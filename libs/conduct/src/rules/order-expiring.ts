import { aBreach, anAssessment, anOrder, someFacts } from '../example';
import type { OrderFact } from '../facts';
import { type Breach, type Known, orderDay } from '../known';
import { addDays, daysBetween, inWords, startOfLondonDay } from '../london';
import { type Reason, unique } from '../reason';
import type { Behaviour, Finding, Rule } from '../rule';
import type { Thresholds } from '../thresholds';

export const orderExpiring: Rule = {
  id: 'ORDER_EXPIRING',
  version: 1,
  title: 'An order that is about to end',
  basis: 'Stalking Protection Act 2019 s.4: the police can ask for renewal before the order ends',
  guidance: [{ key: 'spo-statutory-guidance', version: '2024-04' }],
  looksFor: 'An order that will soon stop protecting somebody, with nothing recorded to follow it.',
  raisedWhen:
    'An order in force ends within {orderExpiringDays} days, its renewal was not asked for, and no later order protects everybody whom it protects.',
  severityWhen: 'HIGH where it was broken in the last {orderBreachedDays} days, otherwise MEDIUM.',
  isNot: 'It does not say that the order should go on. That is for the police to ask and for a court to decide.',
  readings: [
    'In force means that its state is IN_FORCE or VARIED and that it ends 0 to {orderExpiringDays} days after the day asked about, both included. A discharge or expiry that is recorded ends it.',
    'A later order is one that was made later and is MADE, IN_FORCE or VARIED. Several may protect everybody together.',
    'An order is dated by the day it was made, else by the first day of its term. Its last day counts even where it says until further order.',
  ],
  example: {
    story:
      'A stalking protection order of two years ends in ten days. It was broken in March, and nobody has asked for its renewal.',
    asAt: '2024-06-01T12:00:00Z',
    facts: someFacts({
      orders: [
        anOrder('O', { kind: 'SPO', breachBehaviour: 'BREACH_SPO', madeOn: '2022-06-11', effectiveTo: '2024-06-11' }),
      ],
      breaches: [aBreach('B1', '2024-03-01T10:00:00Z')],
      assessments: [anAssessment('A1', '2024-03-02T09:00:00Z', 'MEDIUM')],
    }),
  },
  thresholds: ['orderExpiringDays', 'orderBreachedDays'],
  mustSee: [],
  find: (behaviour) => behaviour.orders.flatMap((order) => findOf(order, behaviour)),
  changesAt: (known, thresholds) => known.orders.flatMap((order) => turnsOf(order, known, thresholds)),
};

function findOf(order: OrderFact, behaviour: Behaviour): Finding[] {
  const { today, orders, breaches, thresholds } = behaviour;
  const { effectiveTo } = order;
  if (effectiveTo === null || !canExpire(order)) return [];
  const days = daysBetween(today, effectiveTo);
  if (days < 0 || days > thresholds.orderExpiringDays) return [];
  if (isFollowed(order, orders)) return [];

  const since = addDays(today, -thresholds.orderBreachedDays);
  const broken = breaches.findLast(({ orderId, day }) => orderId === order.id && day >= since);
  return [
    {
      subject: order.id,
      severity: broken ? 'HIGH' : 'MEDIUM',
      victims: unique(order.protectedPersonIds),
      because: [
        {
          text: `It ends on ${inWords(effectiveTo)}, and neither a renewal nor a later order is recorded.`,
          source: { type: 'order', id: order.id },
        },
        ...(broken ? [breachReason(broken)] : []),
      ],
    },
  ];
}

/** Of several the last, which grows old last. */
const breachReason = ({ id, day }: Breach): Reason => ({
  text: `A breach of it is recorded on ${inWords(day)}.`,
  source: { type: 'breach', id },
});

/** Its end comes near, and passes, and breaches of it grow old. */
function turnsOf(order: OrderFact, { breaches }: Known, thresholds: Thresholds): number[] {
  const { id, effectiveTo } = order;
  if (effectiveTo === null || !canExpire(order)) return [];
  const broken = breaches.filter(({ orderId }) => orderId === id);
  const days = [
    addDays(effectiveTo, -thresholds.orderExpiringDays),
    addDays(effectiveTo, 1),
    ...broken.map(({ day }) => addDays(day, thresholds.orderBreachedDays + 1)),
  ];
  return days.map(startOfLondonDay);
}

const canExpire = (order: OrderFact): boolean => isInForce(order) && !order.events.some(isEndOrRenewal);

const isInForce = ({ state }: OrderFact): boolean => state === 'IN_FORCE' || state === 'VARIED';

function isEndOrRenewal({ kind }: OrderFact['events'][number]): boolean {
  switch (kind) {
    case 'RENEWAL_APPLIED':
    case 'RENEWED':
    case 'DISCHARGE':
    case 'EXPIRY':
      return true;
    case 'APPLICATION':
    case 'INTERIM':
    case 'MADE':
    case 'SERVED':
    case 'VARIATION':
    case 'APPEAL':
      return false;
  }
}

/** Whether everybody whom the order protects is protected by an order made later. */
function isFollowed(order: OrderFact, orders: readonly OrderFact[]): boolean {
  const madeOn = orderDay(order);
  if (madeOn === null) return false;
  const later = orders.filter((other) => {
    const day = orderDay(other);
    return day !== null && day > madeOn && (other.state === 'MADE' || isInForce(other));
  });
  return (
    later.length > 0 &&
    order.protectedPersonIds.every((id) => later.some(({ protectedPersonIds }) => protectedPersonIds.includes(id)))
  );
}
