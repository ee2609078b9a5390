import { findOffence } from '@throughline/reference';
import { againstCharge, againstTimeLimit, againstValidity, endOf, lastDay, monthsAfter, stateOf } from './charge.rules';

const STALKING = findOffence('PH97006')!;
const FEAR = findOffence('PH97010')!;
const FEAR_OLD = findOffence('PH97007')!;

const ending = (verdict: Parameters<typeof stateOf>[0]['verdict']) => ({
  verdict,
  disposedOn: verdict && '2024-09-01',
});

describe('the time limit of a summary-only offence', () => {
  it.each([
    ['the same day of the month', '2024-01-15', '2024-07-15'],
    ['28 February after 31 August', '2022-08-31', '2023-02-28'],
    ['29 February after 31 August before a leap year', '2023-08-31', '2024-02-29'],
    ['29 February after 29 August before a leap year', '2023-08-29', '2024-02-29'],
    ['29 August after a leap day', '2024-02-29', '2024-08-29'],
    ['28 August after the last day of any other February', '2023-02-28', '2023-08-28'],
    ['30 September after 31 March', '2024-03-31', '2024-09-30'],
    ['the year after', '2024-12-31', '2025-06-30'],
  ])('ends on %s', (_what, conductOn, last) => {
    expect(monthsAfter(conductOn, 6)).toBe(last);
    expect(againstTimeLimit(STALKING, last, conductOn)).toEqual([]);
  });

  it('is past the day after, and says which day was the last and by what law', () => {
    expect(againstTimeLimit(STALKING, '2024-03-01', '2023-08-31')).toEqual([
      'PH97006 is summary only: the last day to charge it was 2024-02-29, six months after 2023-08-31 (Magistrates’ Courts Act 1980 s.127).',
    ]);
  });

  it('is none for an offence that can be tried on indictment', () => {
    expect(againstTimeLimit(FEAR, '2030-01-01', '2018-01-01')).toEqual([]);
  });
});

describe('the validity of an offence', () => {
  it.each([
    [FEAR, '2017-04-03'],
    [FEAR, '2024-01-01'],
    [FEAR_OLD, '2012-11-25'],
    [FEAR_OLD, '2017-04-02'],
  ])('%# covers conduct on its days', (offence, conductOn) => {
    expect(againstValidity(offence, conductOn)).toEqual([]);
  });

  it.each([
    [FEAR, '2017-04-02', 'PH97010 covers conduct from 2017-04-03'],
    [FEAR_OLD, '2017-04-03', 'PH97007 covers conduct from 2012-11-25 to 2017-04-02'],
    [FEAR_OLD, '2012-11-24', 'PH97007 covers conduct from 2012-11-25 to 2017-04-02'],
  ])('%# does not cover conduct on others', (offence, conductOn, reason) => {
    expect(againstValidity(offence, conductOn)).toEqual([expect.stringContaining(reason)]);
  });

  it('is not held against an offence of which no source gives it', () => {
    expect(againstValidity({ ...FEAR, validityVerified: false }, '2000-01-01')).toEqual([]);
  });

  it('of a code for restraining orders ends with the conviction, not with the breach', () => {
    expect(againstValidity(findOffence('PH97003')!, '2023-01-01')).toEqual([]);
  });
});

it('nothing is held against a charge whose conduct or offence is not known', () => {
  expect(againstCharge(STALKING, '2024-01-01', null)).toEqual([]);
  expect(againstCharge(undefined, '2024-01-01', '2020-01-01')).toEqual([]);
});

it('the last day is London’s, of the end of an incident where it is known, and never of one disproved', () => {
  const incident = { occurredFrom: '2024-05-30T10:00:00Z', occurredTo: null, evidence: 'ACCEPTED' } as const;
  expect(lastDay([incident])).toBe('2024-05-30');
  expect(lastDay([incident, { ...incident, occurredTo: '2024-06-30T23:30:00Z' }])).toBe('2024-07-01');
  expect(lastDay([incident, { ...incident, occurredFrom: '2024-08-01T10:00:00Z', evidence: 'DISPROVED' }])).toBe(
    '2024-05-30',
  );
  expect(lastDay([])).toBeNull();
});

it.each([
  ['open while one charge is', ['GUILTY', null], null],
  ['a conviction where one was', ['NOT_GUILTY', 'GUILTY_OF_ALTERNATIVE'], 'CONVICT'],
  ['an acquittal where nobody was convicted', ['NO_VERDICT', 'NOT_GUILTY'], 'ACQUIT'],
  ['stopped where there was no verdict at all', ['NO_VERDICT', 'NO_VERDICT'], 'STOP'],
] as const)('a case is %s', (_what, verdicts, end) => {
  expect(endOf(verdicts.map(ending))).toBe(end);
});

it('a charge is disposed of by a verdict or by the day of one', () => {
  expect(stateOf(ending(null))).toBe('OPEN');
  expect(stateOf(ending('NO_VERDICT'))).toBe('DISPOSED');
  expect(stateOf({ verdict: null, disposedOn: '2024-01-01' })).toBe('DISPOSED');
});
