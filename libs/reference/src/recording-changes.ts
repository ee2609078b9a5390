/** A change of recording or counting rules: figures from before it cannot be set beside figures from after it. */
export interface RecordingChange {
  /** First day of the new rule, YYYY-MM-DD; the first of the month where only the month is known. */
  from: string;
  datePrecision: 'DAY' | 'MONTH';
  text: string;
  source: string;
  verified: boolean;
}

const COUNTING_RULES = 'Home Office counting rules, as described with the published crime statistics';

/** In order of date. A trend that spans one of these must say so. */
export const recordingChanges: readonly RecordingChange[] = [
  {
    from: '2014-04-01',
    datePrecision: 'MONTH',
    text: 'Stalking becomes a class of its own (8Q); until then it was counted within harassment (8L).',
    source: COUNTING_RULES,
    verified: true,
  },
  {
    from: '2015-04-01',
    datePrecision: 'MONTH',
    text: 'Malicious communications enter the counted offences.',
    source: COUNTING_RULES,
    verified: true,
  },
  // The year is sourced, the month is a reading of a list that names April for 2015.
  {
    from: '2017-04-01',
    datePrecision: 'MONTH',
    text: 'Malicious communications move to another class.',
    source: COUNTING_RULES,
    verified: false,
  },
  {
    from: '2018-04-01',
    datePrecision: 'MONTH',
    text: 'A course of stalking, harassment or coercive control is recorded as well as the most serious other offence, no longer hidden behind it.',
    source: COUNTING_RULES,
    verified: true,
  },
  {
    from: '2020-04-01',
    datePrecision: 'DAY',
    text: 'A course of conduct by a former partner is recorded as stalking unless the force is satisfied that it is harassment only; years to March 2021 and later do not compare with earlier ones.',
    source: COUNTING_RULES,
    verified: true,
  },
  {
    from: '2023-05-01',
    datePrecision: 'MONTH',
    text: 'The way the principal crime is counted changes again.',
    source: 'General background',
    verified: false,
  },
];
