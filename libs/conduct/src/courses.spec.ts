import { aBreach, aCase, aCharge, aDecision, anIncident, anOrder, refused, someFacts } from '../test/facts';
import type { SuspectFacts } from './facts';
import { profile } from './profile';

const asAt = '2025-06-01T12:00:00Z';
const found = (given: Partial<SuspectFacts>, moment = asAt) => profile(someFacts(given), moment);
const coursesOf = (given: Partial<SuspectFacts>, moment = asAt) => found(given, moment).coursesOfConduct;
const families = (given: Partial<SuspectFacts>) => coursesOf(given)[0]?.candidates.map(({ family }) => family);
const limits = (...days: string[]) =>
  coursesOf({ incidents: days.map((day, index) => anIncident(`i${index}`, day)) })[0]!.candidates.map(
    ({ family, timeLimitExpiresOn }) => [family, timeLimitExpiresOn],
  );

describe('occasions', () => {
  test('what happens to one victim on one London day is one occasion, with all that was done', () => {
    const { occasions } = found({
      incidents: [
        anIncident('a', '2024-03-05T09:00:00Z', { behaviours: ['S2A_B', 'S2A_A'], fearOfViolence: true }),
        anIncident('b', '2024-03-05T23:59:59Z', { behaviours: ['S2A_B'], dayToDayEffects: ['SLEEP_LOSS'] }),
        anIncident('c', '2024-03-05', { seriousAlarmOrDistress: true, dayToDayEffects: ['SLEEP_LOSS', 'OTHER'] }),
      ],
    });
    expect(occasions).toEqual([
      {
        victimId: 'V',
        day: '2024-03-05',
        behaviours: ['S2A_A', 'S2A_B'],
        fearOfViolence: true,
        seriousAlarmOrDistress: true,
        dayToDayEffects: ['OTHER', 'SLEEP_LOSS'],
        caseIds: ['C'],
        sources: ['a', 'b', 'c'].map((id) => ({ type: 'incident', id })),
      },
    ]);
  });

  test('in summer the London day begins at 23:00 UTC', () => {
    const incidents = [anIncident('a', '2024-07-01T22:59:00Z'), anIncident('b', '2024-07-01T23:00:00Z')];
    expect(found({ incidents }).occasions.map(({ day }) => day)).toEqual(['2024-07-01', '2024-07-02']);
    const winter = [anIncident('a', '2024-01-01T22:59:00Z'), anIncident('b', '2024-01-01T23:00:00Z')];
    expect(found({ incidents: winter }).occasions).toHaveLength(1);
  });

  test('a breach without an incident is an occasion against each protected person, with its behaviour', () => {
    const orders = [anOrder('O', { protectedPersonIds: ['V', 'W'], breachBehaviour: 'BREACH_SPO' })];
    const { occasions } = found({ orders, breaches: [aBreach('b', '2024-03-05')] });
    expect(occasions.map(({ victimId, behaviours }) => [victimId, behaviours])).toEqual([
      ['V', ['BREACH_SPO']],
      ['W', ['BREACH_SPO']],
    ]);
  });

  test('a breach with an incident is the occasion of that incident, and none where that is disproved', () => {
    const given = { orders: [anOrder('O')], breaches: [aBreach('b', '2024-03-05', { incidentId: 'i' })] };
    const other = anIncident('i', '2024-03-04');
    expect(found({ ...given, incidents: [other] }).occasions.map(({ day }) => day)).toEqual(['2024-03-04']);
    expect(found({ ...given, incidents: [{ ...other, evidence: 'DISPROVED' }] }).occasions).toEqual([]);
    // Who may not see the incident still sees a breach.
    expect(found(given).occasions.map(({ day }) => day)).toEqual(['2024-03-05']);
  });

  test('incidents that are disproved, or after the moment, count nowhere and are named as left out', () => {
    const incidents = [
      anIncident('a', '2024-03-05', { evidence: 'DISPROVED' }),
      anIncident('b', '2024-06-01T12:00:01Z'),
      anIncident('c', '2024-06-01T12:00:00Z'),
    ];
    const { occasions, notConsidered } = found({ incidents }, '2024-06-01T12:00:00Z');
    expect(occasions.map(({ day }) => day)).toEqual(['2024-06-01']);
    expect(notConsidered).toEqual([
      { text: 'The incident of 5 March 2024 is disproved.', source: { type: 'incident', id: 'a' } },
      { text: 'The incident of 1 June 2024 is after the moment asked about.', source: { type: 'incident', id: 'b' } },
    ]);
  });

  test('records of joined suspects are one person’s, and those of others are nobody’s here', () => {
    const incidents = ['S', 'T', 'U'].map((suspectId, index) =>
      anIncident(suspectId, `2024-03-0${index + 1}`, { suspectId }),
    );
    expect(coursesOf({ incidents })).toEqual([]);
    const joined = coursesOf({ incidents, suspectIds: ['T', 'S'] });
    expect(joined.map(({ key, occasions }) => [key, occasions.length])).toEqual([['S:V', 2]]);
  });
});

describe('candidate families', () => {
  test('one occasion is no course of conduct', () => {
    expect(coursesOf({ incidents: [anIncident('a', '2024-03-05'), anIncident('b', '2024-03-05')] })).toEqual([]);
  });

  test('the time limit is six months after the last occasion, at the month’s end where it must be', () => {
    expect(limits('2024-01-02', '2023-08-31', '2024-08-31')[0]).toEqual(['HARASSMENT', '2025-02-28']);
    expect(limits('2023-01-02', '2023-08-31')).toEqual([
      ['HARASSMENT', '2024-02-29'],
      ['STALKING', '2024-02-29'],
    ]);
    expect(limits('2024-01-02', '2024-02-29')[0]).toEqual(['HARASSMENT', '2024-08-29']);
  });

  test('stalking needs two occasions from 25 November 2012 on, and an act of s.2A(3) among them', () => {
    const acts = (...behaviours: string[][]) =>
      families({
        incidents: behaviours.map((codes, index) =>
          anIncident(`i${index}`, `2012-11-2${4 + index}`, { behaviours: codes }),
        ),
      });
    expect(acts(['OTHER'], ['S2A_A'])).toEqual(['HARASSMENT']);
    expect(acts(['S2A_A'], ['OTHER'], ['OTHER'])).toEqual(['HARASSMENT']);
    expect(acts(['OTHER'], ['S2A_A'], ['OTHER'])).toEqual(['HARASSMENT', 'STALKING']);
    expect(acts(['S2A_A'], ['ASSAULT'])).toEqual(['HARASSMENT']);
  });

  test('fear of violence counts from the pair’s occasions, and for s.4A from those of the stalking', () => {
    const feared = (days: string[], behaviours = ['S2A_A']) =>
      families({
        incidents: [
          ...days.map((day) => anIncident(day, day, { fearOfViolence: true, behaviours })),
          anIncident('x', '2024-01-01', { behaviours }),
          anIncident('y', '2024-01-02', { behaviours }),
        ],
      });
    expect(feared(['2024-02-01'])).toEqual(['HARASSMENT', 'STALKING']);
    expect(feared(['2024-02-01', '2012-11-24'])).toEqual(['HARASSMENT', 'STALKING', 'HARASSMENT_FEAR']);
    expect(feared(['2024-02-01', '2012-11-25'])).toEqual([
      'HARASSMENT',
      'STALKING',
      'HARASSMENT_FEAR',
      'STALKING_FEAR',
    ]);
    expect(feared(['2024-02-01', '2024-02-02'], ['OTHER'])).toEqual(['HARASSMENT', 'HARASSMENT_FEAR']);
  });

  test('serious alarm needs stalking, and an effect on day-to-day life that may be of another occasion', () => {
    const alarmed = (second: object, behaviours = ['S2A_A']) =>
      families({
        incidents: [
          anIncident('a', '2024-01-01', { seriousAlarmOrDistress: true, behaviours }),
          anIncident('b', '2024-01-02', { behaviours, ...second }),
        ],
      });
    expect(alarmed({})).toEqual(['HARASSMENT', 'STALKING']);
    expect(alarmed({ dayToDayEffects: ['MOVED_HOME'] })).toEqual(['HARASSMENT', 'STALKING', 'STALKING_SERIOUS_ALARM']);
    expect(alarmed({ dayToDayEffects: ['MOVED_HOME'] }, ['OTHER'])).toEqual(['HARASSMENT']);
  });

  test('each candidate says which records it rests on', () => {
    const [course] = coursesOf({
      incidents: [
        anIncident('a', '2024-01-01', { fearOfViolence: true }),
        anIncident('b', '2024-01-02', { fearOfViolence: true, behaviours: ['S2A_A'] }),
      ],
    });
    expect(course!.candidates.find(({ family }) => family === 'HARASSMENT_FEAR')!.because).toEqual([
      { text: 'Fear of violence on 1 January 2024.', source: { type: 'incident', id: 'a' } },
      { text: 'Fear of violence on 2 January 2024.', source: { type: 'incident', id: 'b' } },
    ]);
  });
});

describe('groups', () => {
  const twoVictims = [anIncident('a', '2024-01-01'), anIncident('b', '2024-01-02', { victimId: 'W' })];

  test('one occasion against each of two victims of one case is a group, which can be harassment only', () => {
    const [group, ...none] = coursesOf({ incidents: twoVictims });
    expect(none).toEqual([]);
    expect(group).toMatchObject({ key: 'S:case:C', group: true, victims: ['V', 'W'], caseIds: ['C'] });
    expect(group!.candidates.map(({ family, timeLimitExpiresOn }) => [family, timeLimitExpiresOn])).toEqual([
      ['HARASSMENT', '2024-07-02'],
    ]);
  });

  test('victims of different cases are no group', () => {
    expect(coursesOf({ incidents: [twoVictims[0]!, { ...twoVictims[1]!, caseId: 'D' }] })).toEqual([]);
  });

  test('a group is formed whether or not its members also have a course of their own', () => {
    const courses = coursesOf({ incidents: [...twoVictims, anIncident('c', '2024-02-01')] });
    expect(courses.map(({ group, victims, occasions }) => [group, victims, occasions.length])).toEqual([
      [false, ['V'], 2],
      [true, ['V', 'W'], 3],
    ]);
  });

  test('occasions of a group are those of its case; two victims on one day are two', () => {
    const elsewhere = [anIncident('c', '2024-05-01', { caseId: 'D' }), anIncident('d', '2024-01-01', { caseId: 'D' })];
    const sameDay = anIncident('e', '2024-01-01', { victimId: 'W' });
    const group = coursesOf({ incidents: [...twoVictims, ...elsewhere, sameDay] }).find((course) => course.group)!;
    expect(group.occasions.map(({ victimId, day, sources }) => [victimId, day, sources.length])).toEqual([
      ['V', '2024-01-01', 1],
      ['W', '2024-01-01', 1],
      ['W', '2024-01-02', 1],
    ]);
    expect(group.candidates[0]!.timeLimitExpiresOn).toBe('2024-07-02');
  });

  test('a breach without an incident belongs to its order’s case', () => {
    const breaches = [aBreach('b', '2024-03-05')];
    const protecting = { protectedPersonIds: ['V', 'W'] };
    const inCase = coursesOf({ orders: [anOrder('O', { caseId: 'D', ...protecting })], breaches });
    expect(inCase.map(({ key, caseIds }) => [key, caseIds])).toEqual([['S:case:D', ['D']]]);
    expect(coursesOf({ orders: [anOrder('O', { caseId: null, ...protecting })], breaches })).toEqual([]);
  });
});

describe('coverage', () => {
  const incidents = [
    anIncident('a', '2024-01-01', { fearOfViolence: true, seriousAlarmOrDistress: true, dayToDayEffects: ['OTHER'] }),
    anIncident('b', '2024-01-02', { fearOfViolence: true }),
  ];
  const all = ['HARASSMENT', 'STALKING', 'HARASSMENT_FEAR', 'STALKING_FEAR', 'STALKING_SERIOUS_ALARM'];
  const covered = (given: Partial<SuspectFacts>) => coursesOf({ incidents, ...given })[0]!.coveredFamilies;

  test.each([
    ['HARASSMENT', ['HARASSMENT']],
    ['STALKING', ['HARASSMENT', 'STALKING']],
    ['HARASSMENT_FEAR', ['HARASSMENT', 'HARASSMENT_FEAR']],
    ['STALKING_FEAR', all],
    ['STALKING_SERIOUS_ALARM', all],
    ['BREACH_RESTRAINING_ORDER', []],
    ['ASSAULT', []],
  ] as const)('a charge of %s covers %j', (family, expected) => {
    expect(covered({ charges: [aCharge('c', '2024-02-01', family)] })).toEqual(expected);
  });

  test('a charge covers for the victim it names in any case, and naming none for its case', () => {
    const charge = (given: object) => covered({ charges: [aCharge('c', '2024-02-01', 'HARASSMENT', given)] });
    expect(charge({ caseId: 'D' })).toEqual(['HARASSMENT']);
    expect(charge({ victimId: 'W' })).toEqual([]);
    expect(charge({ victimId: null })).toEqual(['HARASSMENT']);
    expect(charge({ victimId: null, caseId: 'D' })).toEqual([]);
    expect(charge({ suspectId: 'T' })).toEqual([]);
    expect(charge({ chargedOn: '2025-06-02' })).toEqual([]);
    expect(charge({ chargedOn: '2025-06-01', verdict: 'NOT_GUILTY', disposedOn: '2025-06-01' })).toEqual([
      'HARASSMENT',
    ]);
  });

  test('a charge that names a member covers the group, in whatever case', () => {
    const group = [anIncident('a', '2024-01-01'), anIncident('b', '2024-01-02', { victimId: 'W' })];
    const charge = (given: object) =>
      coursesOf({ incidents: group, charges: [aCharge('c', '2024-02-01', 'STALKING', given)] })[0]!.coveredFamilies;
    expect(charge({ victimId: 'W', caseId: 'D' })).toEqual(['HARASSMENT']);
    expect(charge({ victimId: 'X' })).toEqual([]);
    expect(charge({ victimId: null })).toEqual(['HARASSMENT']);
    expect(charge({ victimId: null, caseId: 'D' })).toEqual([]);
  });

  test('only a refusal with a rationale is considered, in a decision of any kind about a case of the course', () => {
    const considered = (given: object, one = refused('STALKING')) =>
      coursesOf({ incidents, decisions: [aDecision('d', '2024-02-01', { considered: [one], ...given })] })[0]!
        .consideredFamilies;
    expect(considered({})).toEqual(['STALKING']);
    expect(considered({ kind: 'EARLY_ADVICE' })).toEqual(['STALKING']);
    expect(considered({}, refused('STALKING', false))).toEqual([]);
    expect(considered({}, { ...refused('STALKING'), accepted: true })).toEqual([]);
    expect(considered({ caseId: 'D' })).toEqual([]);
    expect(considered({ suspectId: 'T' })).toEqual([]);
    expect(considered({ decidedOn: '2025-06-02' })).toEqual([]);
  });

  test('a course’s cases are those of its incidents and, for breaches, of the order', () => {
    const [course] = coursesOf({
      cases: [aCase('C'), aCase('D')],
      incidents: [anIncident('a', '2024-01-01')],
      orders: [anOrder('O', { caseId: 'D' })],
      breaches: [aBreach('b', '2024-01-03')],
    });
    expect(course!.caseIds).toEqual(['C', 'D']);
  });
});
