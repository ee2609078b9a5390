/** Every number and date that the rules decide by. The defaults are those of the contract. */
export interface Thresholds {
  /** Occasions that make a course of conduct against one victim (Protection from Harassment Act 1997 s.7(3)(a)). */
  readonly occasionsOfCourse: number;
  /** Victims that make a course of conduct where each has an occasion (s.7(3)(b)). */
  readonly victimsOfGroup: number;
  /** Months after the last occasion in which a summary offence can be charged (Magistrates' Courts Act 1980 s.127). */
  readonly timeLimitMonths: number;
  /** First day on which conduct can be stalking: s.2A and s.4A came into force. */
  readonly stalkingFrom: string;
  /** Acts associated with stalking among the occasions (s.2A(3)). */
  readonly stalkingActs: number;
  /** Occasions of fear of violence (s.4(1), s.4A(1)(b)(i)). */
  readonly fearOccasions: number;
  /** Occasions of serious alarm or distress (s.4A(1)(b)(ii)). */
  readonly alarmOccasions: number;
  /** Effects on usual day-to-day activities that are recorded with it. */
  readonly dayToDayEffects: number;
  /** So many occasions within so many days are grave. */
  readonly clusterOccasions: number;
  readonly clusterDays: number;
  /** Exactly so many occasions, more than so many days apart, weigh little. */
  readonly sparseOccasions: number;
  readonly sparseDays: number;
  /** Days before a breach whose charges and incidents are looked at. */
  readonly breachHistoryDays: number;
  /** First day of a charge from which charging a breach alone is grave. */
  readonly breachAloneHighFrom: string;
  /** Whole days after its report for which a breach may wait. */
  readonly breachActionDays: number;
  /** Days of 24 hours within which the risk is to be assessed again, and where the grade was HIGH. */
  readonly reassessmentDays: number;
  readonly reassessmentDaysWhenHigh: number;
  /** So many triggers left open are grave. */
  readonly openTriggers: number;
  /** Days ahead in which the end of an order is near. */
  readonly orderExpiringDays: number;
  /** Days back in which a breach of that order makes its end grave. */
  readonly orderBreachedDays: number;
  /** First day on which a crime could have been recorded as stalking. */
  readonly mislabelledFrom: string;
  /** First day from which conduct by a former partner is recorded as stalking unless it is harassment only. */
  readonly formerPartnerFrom: string;
  /** Months back in which repetition counts, and how much of each kind counts as repetition. */
  readonly repeatMonths: number;
  readonly repeatVictims: number;
  readonly repeatForces: number;
  readonly repeatBreaches: number;
  /** So many grounds of repetition are grave. */
  readonly repeatGrounds: number;
}

export type ThresholdName = keyof Thresholds;

export const defaultThresholds: Thresholds = {
  occasionsOfCourse: 2,
  victimsOfGroup: 2,
  timeLimitMonths: 6,
  stalkingFrom: '2012-11-25',
  stalkingActs: 1,
  fearOccasions: 2,
  alarmOccasions: 1,
  dayToDayEffects: 1,
  clusterOccasions: 3,
  clusterDays: 90,
  sparseOccasions: 2,
  sparseDays: 180,
  breachHistoryDays: 365,
  breachAloneHighFrom: '2025-01-01',
  breachActionDays: 28,
  reassessmentDays: 3,
  reassessmentDaysWhenHigh: 1,
  openTriggers: 2,
  orderExpiringDays: 28,
  orderBreachedDays: 365,
  mislabelledFrom: '2012-11-25',
  formerPartnerFrom: '2020-04-01',
  repeatMonths: 36,
  repeatVictims: 2,
  repeatForces: 2,
  repeatBreaches: 2,
  repeatGrounds: 2,
};
