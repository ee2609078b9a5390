import { aBreach, aCase, aCharge, aCrime, anAssessment, anIncident, anOrder, someFacts } from '../test/facts';
import { type Criterion, type Definition, evaluate } from './definition';
import type { SuspectFacts } from './facts';

const asAt = '2024-06-01T12:00:00Z';

const criterion = (measure: Criterion['measure'], atLeast: number, given: Partial<Criterion> = {}): Criterion => ({
  key: measure,
  measure,
  families: [],
  atLeast,
  withinMonths: null,
  ...given,
});

const answerTo = (combine: Definition['combine'], criteria: Criterion[], facts: Partial<SuspectFacts>) =>
  evaluate({ combine, criteria }, someFacts(facts), asAt);

/** The figure of one criterion, and the records it counted. */
function figureOf(measure: Criterion['measure'], facts: Partial<SuspectFacts>, given: Partial<Criterion> = {}) {
  const { figure, because } = answerTo('ALL', [criterion(measure, 1, given)], facts).criteria[0]!;
  return [figure, because.map(({ source }) => source.id)];
}

describe('measures', () => {
  const orders = [anOrder('O', { protectedPersonIds: ['V', 'W'], kind: 'SPO' })];

  test('victims are those of incidents and those protected by orders that were broken, each by the first thing done', () => {
    const incidents = [
      anIncident('later', '2024-03-02'),
      anIncident('first', '2024-03-01'),
      anIncident('gone', '2024-03-01', { victimId: 'X', evidence: 'DISPROVED' }),
    ];
    expect(figureOf('VICTIMS', { incidents })).toEqual([1, ['first']]);
    expect(figureOf('VICTIMS', { incidents, orders, breaches: [aBreach('b', '2024-02-01')] })).toEqual([2, ['b', 'b']]);
  });

  test('forces are those of the cases of incidents', () => {
    const cases = [aCase('C'), aCase('D', { force: '20' }), aCase('E', { force: '43' })];
    const incidents = [anIncident('i', '2024-03-01'), anIncident('j', '2024-03-01', { caseId: 'D' })];
    expect(figureOf('FORCES', { cases, incidents })).toEqual([2, ['i', 'j']]);
  });

  test('an occasion is one victim and day, and a breach makes one unless an incident stands for it', () => {
    const incidents = [anIncident('i', '2024-03-01T10:00:00Z'), anIncident('j', '2024-03-01T12:00:00Z')];
    const stands = aBreach('b', '2024-03-01T10:00:00Z', { incidentId: 'i' });
    expect(figureOf('OCCASIONS', { incidents, orders, breaches: [stands] })).toEqual([1, ['i']]);
    const alone = aBreach('b', '2024-03-02T10:00:00Z');
    expect(figureOf('OCCASIONS', { incidents, orders, breaches: [alone] })).toEqual([3, ['i', 'b', 'b']]);
    expect(figureOf('BREACHES', { incidents, orders, breaches: [stands, alone] })).toEqual([1, ['b']]);
  });

  test('a conviction counts from its day on, whatever the offence', () => {
    const charges = [
      aCharge('guilty', '2023-01-01', 'ASSAULT', { verdict: 'GUILTY', disposedOn: '2023-06-01' }),
      aCharge('other', '2023-01-02', 'STALKING', { verdict: 'GUILTY_OF_ALTERNATIVE', disposedOn: '2023-06-01' }),
      aCharge('not', '2023-01-03', 'STALKING', { verdict: 'NOT_GUILTY', disposedOn: '2023-06-01' }),
      aCharge('later', '2023-01-04', 'STALKING', { verdict: 'GUILTY', disposedOn: '2024-07-01' }),
      aCharge('undated', '2023-01-05', 'STALKING', { verdict: 'GUILTY' }),
    ];
    expect(figureOf('CONVICTIONS', { charges })).toEqual([2, ['guilty', 'other']]);
    expect(figureOf('CONVICTIONS', { charges }, { families: ['STALKING'] })).toEqual([1, ['other']]);
    expect(figureOf('CHARGES', { charges })).toEqual([5, ['guilty', 'other', 'not', 'later', 'undated']]);
    expect(figureOf('CHARGES', { charges }, { families: ['ASSAULT'] })).toEqual([1, ['guilty']]);
  });

  test('the grade is the gravest of those that the last assessments for each victim give', () => {
    const assessments = [
      anAssessment('old', '2024-01-01', 'HIGH'),
      anAssessment('new', '2024-02-01', 'STANDARD'),
      anAssessment('other', '2024-01-15', 'MEDIUM', { victimId: 'W' }),
    ];
    expect(figureOf('RISK_GRADE', { assessments })).toEqual([2, ['other']]);
    expect(figureOf('RISK_GRADE', {})).toEqual([0, []]);
    // A grade that is too old does not bring back one that is older still.
    expect(figureOf('RISK_GRADE', { assessments }, { withinMonths: 4 })).toEqual([1, ['new']]);
    expect(figureOf('RISK_GRADE', { assessments }, { withinMonths: 3 })).toEqual([0, []]);
    const incidents = [anIncident('i', '2024-01-01', { victimId: 'W' }), anIncident('j', '2024-01-02')];
    const charges = [aCharge('c', '2024-02-02', 'ASSAULT', { victimId: 'V' })];
    expect(figureOf('RISK_GRADE', { assessments, incidents, charges }, { families: ['ASSAULT'] })).toEqual([
      1,
      ['new'],
    ]);
  });
});

describe('time and families', () => {
  test('the first day of the months looked at counts, and the day before does not', () => {
    const incidents = [anIncident('in', '2023-12-01'), anIncident('out', '2023-11-30', { victimId: 'W' })];
    expect(figureOf('VICTIMS', { incidents }, { withinMonths: 6 })).toEqual([1, ['in']]);
    expect(figureOf('OCCASIONS', { incidents }, { withinMonths: 6 })).toEqual([1, ['in']]);
    const charges = [aCharge('in', '2023-12-01', 'STALKING'), aCharge('out', '2023-11-30', 'STALKING')];
    expect(figureOf('CHARGES', { charges }, { withinMonths: 6 })).toEqual([1, ['in']]);
  });

  test('what is dated after the moment does not count and is named', () => {
    const { criteria, notConsidered } = answerTo('ALL', [criterion('VICTIMS', 1)], {
      incidents: [anIncident('i', '2024-06-02')],
    });
    expect(criteria[0]).toMatchObject({ figure: 0, met: false, because: [] });
    expect(notConsidered).toEqual([
      {
        text: 'The incident of 2 June 2024 is after the moment asked about.',
        source: { type: 'incident', id: 'i' },
      },
    ]);
  });

  const incidents = [
    anIncident('i', '2024-03-01', { behaviours: ['S2A_A'] }),
    anIncident('j', '2024-03-03'),
    anIncident('once', '2024-03-01', { victimId: 'W', caseId: 'D' }),
  ];

  test('an incident is of the families that its course of conduct could be charged as', () => {
    expect(figureOf('OCCASIONS', { incidents }, { families: ['STALKING'] })).toEqual([2, ['i', 'j']]);
    expect(figureOf('VICTIMS', { incidents }, { families: ['STALKING_FEAR'] })).toEqual([0, []]);
    // Two victims of one case, on one occasion each, are a group, and a group's conduct is harassment.
    const group = [anIncident('v', '2024-03-01'), anIncident('w', '2024-03-01', { victimId: 'W' })];
    expect(figureOf('VICTIMS', { incidents: group }, { families: ['HARASSMENT'] })).toEqual([2, ['v', 'w']]);
    expect(figureOf('VICTIMS', { incidents: group }, { families: ['STALKING'] })).toEqual([0, []]);
  });

  test('it is also of the families that are charged for its victim, or recorded, in its case', () => {
    const families = ['ASSAULT' as const];
    const charged = (victimId: string | null) => [aCharge('c', '2024-04-01', 'ASSAULT', { victimId, caseId: 'D' })];
    expect(figureOf('VICTIMS', { incidents, charges: charged('W') }, { families })).toEqual([1, ['once']]);
    expect(figureOf('VICTIMS', { incidents, charges: charged('V') }, { families })).toEqual([0, []]);
    expect(figureOf('VICTIMS', { incidents, charges: charged(null) }, { families })).toEqual([1, ['once']]);
    const recordedCrimes = [aCrime('r', '2024-04-01', 'OTHER', { caseId: 'D', includedFamilies: ['ASSAULT'] })];
    expect(figureOf('FORCES', { cases: [aCase('D')], incidents, recordedCrimes }, { families })).toEqual([1, ['once']]);
  });

  test('a breach is of the family of breaches of such orders, and of those of the charges that name it', () => {
    const orders = [anOrder('O', { kind: 'SPO', caseId: null }), anOrder('bail', { kind: 'BAIL_CONDITIONS' })];
    const breaches = [aBreach('b', '2024-03-01'), aBreach('c', '2024-04-01', { orderId: 'bail', incidentId: 'x' })];
    const facts = { orders, breaches: breaches.slice(0, 2) };
    expect(figureOf('BREACHES', facts, { families: ['BREACH_SPO'] })).toEqual([1, ['b']]);
    expect(figureOf('BREACHES', facts, { families: ['BREACH_NMO'] })).toEqual([0, []]);
    const charges = [aCharge('k', '2024-05-01', 'WITNESS_INTIMIDATION', { breachIds: ['c'] })];
    expect(figureOf('BREACHES', { ...facts, charges }, { families: ['WITNESS_INTIMIDATION'] })).toEqual([1, ['c']]);
  });
});

describe('an answer', () => {
  const incidents = [anIncident('i', '2024-03-01'), anIncident('j', '2024-03-01', { victimId: 'W' })];
  const two = criterion('VICTIMS', 2);
  const three = criterion('OCCASIONS', 3);
  const high = criterion('RISK_GRADE', 3);

  test.each([
    ['ALL', [two], true],
    ['ALL', [two, three], false],
    ['ANY', [two, three], true],
    ['ANY', [three, high], false],
  ] as const)('%s of %j: %s', (combine, criteria, met) => {
    expect(answerTo(combine, [...criteria], { incidents }).met).toBe(met);
  });

  test('cannot be told where it turns on what cannot be seen', () => {
    const unseen = ['RISK_ASSESSMENTS' as const];
    expect(answerTo('ALL', [two, high], { incidents, unseen })).toMatchObject({
      met: null,
      criteria: [{ met: true }, { met: null, figure: 0 }],
      notConsidered: [{ text: expect.stringContaining('Risk assessments cannot be seen'), source: null }],
    });
    expect(answerTo('ALL', [three, high], { incidents, unseen }).met).toBe(false);
    expect(answerTo('ANY', [two, high], { incidents, unseen }).met).toBe(true);
    expect(answerTo('ANY', [three, high], { incidents, unseen }).met).toBe(null);
    // A breach could be the third occasion, and a charge could tell of which family conduct is.
    expect(answerTo('ALL', [three], { incidents, unseen: ['ORDERS'] }).met).toBe(null);
    const assaults = criterion('FORCES', 2, { families: ['ASSAULT'] });
    expect(answerTo('ALL', [assaults], { incidents, unseen: ['CASES'] }).met).toBe(null);
    expect(answerTo('ALL', [criterion('FORCES', 2)], { incidents, unseen: ['ORDERS'] }).met).toBe(false);
    expect(answerTo('ALL', [criterion('BREACHES', 1)], { incidents, unseen: ['CASES'] }).met).toBe(false);
  });

  test('gives each criterion in the order of the definition, with its figure, its threshold and its reasons', () => {
    expect(answerTo('ANY', [three, two], { incidents }).criteria).toEqual([
      {
        key: 'OCCASIONS',
        measure: 'OCCASIONS',
        figure: 2,
        atLeast: 3,
        met: false,
        because: [
          { text: 'Occasion 1 of 2, on 1 March 2024.', source: { type: 'incident', id: 'i' } },
          { text: 'Occasion 2 of 2, on 1 March 2024.', source: { type: 'incident', id: 'j' } },
        ],
      },
      {
        key: 'VICTIMS',
        measure: 'VICTIMS',
        figure: 2,
        atLeast: 2,
        met: true,
        because: [
          { text: 'Victim 1 of 2, on 1 March 2024.', source: { type: 'incident', id: 'i' } },
          { text: 'Victim 2 of 2, on 1 March 2024.', source: { type: 'incident', id: 'j' } },
        ],
      },
    ]);
  });
});
