interface Threshold<Value extends number | string> {
  readonly byDefault: Value;
  /** What is counted or dated, for a reader who is no lawyer. */
  readonly meaning: string;
  /** The law or guidance that sets it; null for a choice of the rules, which a deployment may make otherwise. */
  readonly source: string | null;
}

const PHA = 'Protection from Harassment Act 1997';

/** Every number and date that the rules decide by. The defaults are those of the contract. */
export const thresholdTable = {
  occasionsOfCourse: {
    byDefault: 2,
    meaning: 'Occasions that make a course of conduct against one victim',
    source: `${PHA} s.7(3)(a)`,
  },
  victimsOfGroup: {
    byDefault: 2,
    meaning: 'Victims of one case that make a course of conduct where each of them has an occasion',
    source: `${PHA} s.7(3)(b)`,
  },
  timeLimitMonths: {
    byDefault: 6,
    meaning: 'Months after the last occasion in which proceedings for a summary offence can start',
    source: "Magistrates' Courts Act 1980 s.127",
  },
  stalkingFrom: {
    byDefault: '2012-11-25',
    meaning: 'First day on which conduct can be stalking',
    source: `Commencement of ${PHA} ss.2A and 4A`,
  },
  stalkingActs: {
    byDefault: 1,
    meaning: 'Acts associated with stalking among the occasions',
    source: `${PHA} s.2A(2) and (3)`,
  },
  fearOccasions: {
    byDefault: 2,
    meaning: 'Occasions that caused fear of violence',
    source: `${PHA} ss.4(1) and 4A(1)(b)(i)`,
  },
  alarmOccasions: {
    byDefault: 1,
    meaning: 'Occasions that caused serious alarm or distress',
    source: `${PHA} s.4A(1)(b)(ii)`,
  },
  dayToDayEffects: {
    byDefault: 1,
    meaning: 'Effects on usual day-to-day activities that are recorded with them',
    source: `${PHA} s.4A(1)(b)(ii)`,
  },
  clusterOccasions: { byDefault: 3, meaning: 'Occasions that are grave where they lie close together', source: null },
  clusterDays: { byDefault: 90, meaning: 'Most days between the first and the last of those', source: null },
  sparseOccasions: { byDefault: 2, meaning: 'Occasions that weigh little where they lie far apart', source: null },
  sparseDays: { byDefault: 180, meaning: 'Days between them above which they weigh little', source: null },
  breachHistoryDays: {
    byDefault: 365,
    meaning: 'Days before a breach in which other incidents, and charges from then on, are looked at',
    source: null,
  },
  breachAloneHighFrom: {
    byDefault: '2025-01-01',
    meaning: 'First day of a charge from which charging a breach alone is grave',
    source: 'CPS guidance on restraining orders, version 2025-01',
  },
  breachActionDays: {
    byDefault: 28,
    meaning: 'Whole days in London, after the day of the report, for which a breach may wait',
    source: null,
  },
  reassessmentDays: {
    byDefault: 3,
    meaning: 'Days of 24 hours in which the risk is to be assessed again',
    source: null,
  },
  reassessmentDaysWhenHigh: {
    byDefault: 1,
    meaning: 'The same where the risk was graded HIGH before',
    source: null,
  },
  openTriggers: { byDefault: 2, meaning: 'Events left without an assessment that are grave together', source: null },
  orderExpiringDays: { byDefault: 28, meaning: 'Days ahead in which the end of an order is near', source: null },
  orderBreachedDays: {
    byDefault: 365,
    meaning: 'Days back in which a breach of that order makes its end grave',
    source: null,
  },
  mislabelledFrom: {
    byDefault: '2012-11-25',
    meaning: 'First day on which a crime could have been recorded as stalking',
    source: `Commencement of ${PHA} ss.2A and 4A`,
  },
  formerPartnerFrom: {
    byDefault: '2020-04-01',
    meaning: 'First day from which conduct by a former partner is recorded as stalking unless it is harassment only',
    source: 'Home Office counting rules of April 2020',
  },
  repeatMonths: { byDefault: 36, meaning: 'Months back in which repetition counts', source: null },
  repeatVictims: { byDefault: 2, meaning: 'Victims that are repetition', source: null },
  repeatForces: { byDefault: 2, meaning: 'Police forces that are repetition', source: null },
  repeatBreaches: { byDefault: 2, meaning: 'Breaches that are repetition', source: null },
  repeatGrounds: { byDefault: 2, meaning: 'Grounds of repetition that are grave together', source: null },
} as const satisfies Record<string, Threshold<number | string>>;

export type ThresholdName = keyof typeof thresholdTable;

type ValueOf<Name extends ThresholdName> = (typeof thresholdTable)[Name]['byDefault'] extends number ? number : string;

/** Numbers, and days as `YYYY-MM-DD`. */
export type Thresholds = { readonly [Name in ThresholdName]: ValueOf<Name> };

export const defaultThresholds = Object.fromEntries(
  Object.entries(thresholdTable).map(([name, { byDefault }]) => [name, byDefault]),
) as unknown as Thresholds;
