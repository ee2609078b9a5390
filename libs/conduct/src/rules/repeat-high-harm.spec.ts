import { aBreach, aCase, aCharge, anIncident, anOrder, flagsOf } from '../../test/facts';
import type { ChargeFact, SuspectFacts } from '../facts';

const flags = (given: Partial<SuspectFacts>, asAt = '2024-06-01') => flagsOf('REPEAT_HIGH_HARM', given, asAt);
const severity = (given: Partial<SuspectFacts>, asAt?: string) => flags(given, asAt).map((flag) => flag.severity);
const orders = [anOrder('O')];

test('two victims in 36 months, the first day included', () => {
  const second = (when: string, given: object = { victimId: 'W' }) =>
    severity({ incidents: [anIncident('a', '2024-05-01'), anIncident('b', when, given)] });
  expect(second('2021-06-01')).toEqual(['MEDIUM']);
  expect(second('2021-05-31')).toEqual([]);
  expect(second('2024-05-02', {})).toEqual([]);
  expect(second('2024-05-02', { victimId: 'W', evidence: 'DISPROVED' })).toEqual([]);
});

test('36 months to 29 February begin on the 28th', () => {
  const incidents = [anIncident('a', '2024-02-01'), anIncident('b', '2021-02-28', { victimId: 'W' })];
  expect(severity({ incidents }, '2024-02-29')).toEqual(['MEDIUM']);
  expect(severity({ incidents }, '2024-03-01')).toEqual([]);
});

test('protected persons of breaches are victims, whether or not the breach has an incident', () => {
  const breaches = [aBreach('b', '2024-05-01', { incidentId: 'a' })];
  const incidents = [anIncident('a', '2024-05-01')];
  expect(severity({ orders: [anOrder('O', { protectedPersonIds: ['V', 'W'] })], breaches, incidents })).toEqual([
    'MEDIUM',
  ]);
  expect(severity({ orders, breaches, incidents })).toEqual([]);
  expect(severity({ orders: [anOrder('O', { protectedPersonIds: ['W'] })], breaches, incidents })).toEqual(['MEDIUM']);
});

test('two forces, by the cases of incidents', () => {
  const cases = [aCase('C'), aCase('D', { force: '20' })];
  const second = (when: string, caseId = 'D') =>
    severity({ cases, incidents: [anIncident('a', '2024-05-01'), anIncident('b', when, { caseId })] });
  expect(second('2021-06-01')).toEqual(['MEDIUM']);
  expect(second('2021-05-31')).toEqual([]);
  expect(second('2024-05-01', 'C')).toEqual([]);
  // A case of another force with nothing but a breach in it is no second force.
  const breaches = [aBreach('b', '2024-05-02')];
  const incidents = [anIncident('a', '2024-05-01')];
  expect(severity({ cases, incidents, orders: [anOrder('O', { caseId: 'D' })], breaches })).toEqual([]);
});

test('two breaches', () => {
  const second = (when: string) => severity({ orders, breaches: [aBreach('a', '2024-05-01'), aBreach('b', when)] });
  expect(second('2024-05-01')).toEqual(['MEDIUM']);
  expect(second('2021-06-01')).toEqual(['MEDIUM']);
  expect(second('2021-05-31')).toEqual([]);
});

describe('an incident after a conviction', () => {
  const after = (given: Partial<ChargeFact>, when = '2024-05-01', asAt?: string) =>
    severity(
      {
        incidents: [anIncident('a', when)],
        charges: [aCharge('c', '2015-01-01', 'STALKING', { verdict: 'GUILTY', disposedOn: '2015-06-01', ...given })],
      },
      asAt,
    );

  test('counts however old the conviction is, but not an incident before the window', () => {
    expect(after({})).toEqual(['MEDIUM']);
    expect(after({}, '2021-06-01')).toEqual(['MEDIUM']);
    expect(after({}, '2021-05-31')).toEqual([]);
  });

  test('is on a later day than the verdict, which is known by the moment', () => {
    expect(after({ disposedOn: '2024-04-30' })).toEqual(['MEDIUM']);
    expect(after({ disposedOn: '2024-05-01' })).toEqual([]);
    expect(after({ disposedOn: null })).toEqual([]);
    expect(after({ disposedOn: '2024-04-30' }, '2024-05-01', '2024-04-29')).toEqual([]);
  });

  test.each<[ChargeFact['family'], number]>([
    ['STALKING', 1],
    ['STALKING_SERIOUS_ALARM', 1],
    ['HARASSMENT', 1],
    ['HARASSMENT_FEAR', 1],
    ['BREACH_NMO', 1],
    ['ASSAULT', 0],
    ['COERCIVE_CONTROL', 0],
  ])('of %s: %i', (family, expected) => {
    expect(after({ family })).toHaveLength(expected);
  });

  test.each<[ChargeFact['verdict'], number]>([
    ['GUILTY', 1],
    ['GUILTY_OF_ALTERNATIVE', 1],
    ['NOT_GUILTY', 0],
    ['NO_VERDICT', 0],
    [null, 0],
  ])('with the verdict %s: %i', (verdict, expected) => {
    expect(after({ verdict })).toHaveLength(expected);
  });

  test('a breach is no incident', () => {
    const charges = [aCharge('c', '2015-01-01', 'STALKING', { verdict: 'GUILTY', disposedOn: '2015-06-01' })];
    expect(severity({ orders, breaches: [aBreach('b', '2024-05-01')], charges })).toEqual([]);
  });

  test('the conviction of a joined record counts', () => {
    const charges = [
      aCharge('c', '2015-01-01', 'STALKING', { verdict: 'GUILTY', disposedOn: '2015-06-01', suspectId: 'T' }),
    ];
    const incidents = [anIncident('a', '2024-05-01')];
    expect(severity({ incidents, charges })).toEqual([]);
    expect(severity({ incidents, charges, suspectIds: ['S', 'T'] })).toEqual(['MEDIUM']);
  });
});

test('two grounds are HIGH, in one flag with reasons for each', () => {
  const found = flags({
    orders,
    incidents: [anIncident('a', '2024-05-01', { victimId: 'W' })],
    breaches: [aBreach('x', '2024-05-01'), aBreach('y', '2024-05-02')],
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ key: 'REPEAT_HIGH_HARM:S', severity: 'HIGH', victims: ['V', 'W'], variants: [] });
  expect(found[0]!.because.map(({ text }) => text)).toEqual([
    'Victim 1 of 2, on 2 May 2024.',
    'Victim 2 of 2, on 1 May 2024.',
    'A breach of an order, on 1 May 2024.',
    'A breach of an order, on 2 May 2024.',
  ]);
});

test('it rests on what its reasons name, with the orders broken and the cases that say which force', () => {
  const cases = [aCase('C'), aCase('D', { force: '20' })];
  const incidents = [
    anIncident('a', '2024-05-01'),
    anIncident('b', '2024-05-02', { caseId: 'D' }),
    anIncident('c', '2024-05-03'),
  ];
  const [flag] = flags({ cases, incidents, orders, breaches: [aBreach('x', '2024-05-04')] });
  expect(flag!.restsOn).toEqual([
    { type: 'case', id: 'C' },
    { type: 'case', id: 'D' },
    { type: 'incident', id: 'b' },
    { type: 'incident', id: 'c' },
  ]);
});
