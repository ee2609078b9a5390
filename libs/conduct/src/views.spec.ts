import {
  aBreach,
  aCase,
  aCharge,
  aDecision,
  anAssessment,
  anEvent,
  anIncident,
  anOrder,
  someFacts,
} from '../test/facts';
import { harm, network, timeline } from './index';

const asAt = '2024-06-01T12:00:00Z';
const facts = someFacts({
  suspectIds: ['T', 'S'],
  cases: [aCase('C'), aCase('D', { victimIds: [] })],
  incidents: [
    anIncident('i', '2024-03-01T10:00:00Z', { behaviours: ['S2A_A'] }),
    anIncident('j', '2024-04-01', { suspectId: 'T', caseId: 'D' }),
    anIncident('later', '2024-07-01'),
  ],
  orders: [
    anOrder('O', { protectedPersonIds: ['V', 'W'], madeOn: '2024-01-01', events: [anEvent('SERVED', '2024-01-02')] }),
  ],
  breaches: [aBreach('b', '2024-03-01T10:00:00Z', { incidentId: 'i' })],
  assessments: [anAssessment('a', '2024-03-02T09:00:00Z', 'HIGH')],
  charges: [aCharge('c', '2024-05-01', 'STALKING')],
  decisions: [aDecision('d', '2024-05-01')],
});

test('the timeline has everything as at the moment, newest first, and says where only the day is known', () => {
  expect(
    timeline(facts, asAt).map(({ id, occurredAt, timeKnown, victimId }) => [id, occurredAt, timeKnown, victimId]),
  ).toEqual([
    ['charge:c', '2024-04-30T23:00:00.000Z', false, 'V'],
    ['chargingDecision:d', '2024-04-30T23:00:00.000Z', false, null],
    ['incident:j', '2024-03-31T23:00:00.000Z', false, 'V'],
    ['riskAssessment:a', '2024-03-02T09:00:00.000Z', true, 'V'],
    ['breach:b', '2024-03-01T10:00:00.000Z', true, null],
    ['incident:i', '2024-03-01T10:00:00.000Z', true, 'V'],
    ['orderEvent:SERVED-2024-01-02', '2024-01-02T00:00:00.000Z', false, null],
  ]);
});

test('the network joins suspect records, victims, cases and orders, with how often and when', () => {
  const { nodes, edges } = network(facts, asAt);
  expect(nodes.map(({ kind, id, label }) => `${kind} ${id} ${label}`)).toEqual([
    'CASE C urn-C',
    'CASE D urn-D',
    'ORDER O RO_CONVICTION',
    'SUSPECT S Suspect',
    'SUSPECT T Suspect',
    'VICTIM V Victim',
    'VICTIM W Victim',
  ]);
  expect(edges.map(({ kind, from, to, count, firstOn, lastOn }) => [kind, from, to, count, firstOn, lastOn])).toEqual([
    ['BOUND_BY', 'S', 'O', 1, '2024-01-01', '2024-01-01'],
    ['BREACHED', 'S', 'O', 1, '2024-03-01', '2024-03-01'],
    ['CASE', 'S', 'C', 1, '2024-03-01', '2024-03-01'],
    ['CASE', 'T', 'D', 1, '2024-04-01', '2024-04-01'],
    ['CONDUCT', 'S', 'V', 1, '2024-03-01', '2024-03-01'],
    ['CONDUCT', 'T', 'V', 1, '2024-04-01', '2024-04-01'],
    ['PROTECTS', 'O', 'V', 1, '2024-01-01', '2024-01-01'],
    ['PROTECTS', 'O', 'W', 1, '2024-01-01', '2024-01-01'],
    ['SAME_PERSON', 'S', 'T', 1, null, null],
    ['VICTIM_OF', 'V', 'C', 1, null, null],
  ]);
});

test('conduct is counted by occasions', () => {
  const incidents = ['2024-03-01T10:00:00Z', '2024-03-01T11:00:00Z', '2024-03-04'].map((when) =>
    anIncident(when, when),
  );
  const conduct = network(someFacts({ incidents }), asAt).edges.find(({ kind }) => kind === 'CONDUCT');
  expect(conduct).toMatchObject({ count: 2, firstOn: '2024-03-01', lastOn: '2024-03-04' });
});

describe('harm', () => {
  const values = (...incidents: ReturnType<typeof anIncident>[]) => {
    const { score, components } = harm(someFacts({ incidents }), asAt);
    return [...components.map(({ value }) => value), score];
  };

  test('is recency by frequency by gravity, with a reason for each', () => {
    expect(harm(facts, asAt)).toEqual({
      method: 'Recency × frequency × gravity (demonstration weights)',
      version: 1,
      score: 4,
      components: [
        { label: 'Recency', value: 2, because: 'The last occasion was on 1 April 2024, 61 days before.' },
        { label: 'Frequency', value: 1, because: 'Occasions in the last 365 days: 2.' },
        { label: 'Gravity', value: 2, because: 'The gravest were S2A_A.' },
      ],
    });
  });

  test('runs from nothing to 27', () => {
    expect(values()).toEqual([0, 0, 0, 0]);
    expect(values(anIncident('a', '2023-06-01'))).toEqual([0, 0, 0, 0]);
    expect(values(anIncident('a', '2023-06-02'))).toEqual([1, 1, 1, 1]);
    const often = Array.from({ length: 10 }, (_, index) => anIncident(`${index}`, `2024-05-${10 + index}`));
    expect(values(...often, anIncident('x', '2024-06-01', { behaviours: ['WEAPON'] }))).toEqual([3, 3, 3, 27]);
  });
});
