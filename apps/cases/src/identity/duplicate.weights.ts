/** How two days of birth compare. */
export type BornHow = 'EQUAL' | 'SWAPPED' | 'ONE_PART' | 'SAME_YEAR' | 'DIFFERENT' | 'UNKNOWN';
/** How two names compare: word by word, or only a word of each; `OTHER` where not even that. */
export type NamedHow = 'EXACT' | 'SPELLING' | 'SOUND' | 'PART' | 'OTHER';

/**
 * What speaks for two records being one person, and against, after Fellegi and Sunter ("A Theory for Record Linkage",
 * Journal of the American Statistical Association, 1969). Weights are bits: each one more doubles the odds, each one
 * less halves them; they are added up, and n bits make a score of 1 / (1 + 2⁻ⁿ). Days of birth are weighed by how
 * seldom two people of forty years of birth share one; everything else is judgement, tried on one invented world and
 * reported on another (docs/front-end.md). So a score puts pairs in order; it is no measured probability.
 */
export const weights = {
  /** What a name is worth that nobody else has; `log2` of how many are named at least as much alike is taken off. */
  named: { EXACT: -3.5, SPELLING: -4, SOUND: -5, PART: -9.5 } satisfies Record<Exclude<NamedHow, 'OTHER'>, number>,
  /** Taken off for each tenth by which names that are not the same differ. */
  tenthLessAlike: 1,
  /** Where the names have no word in common, and only a number brought the two together. */
  otherName: -18,
  born: {
    /** One in 14,600 shares the day; nine in ten records of one person agree on it. */
    EQUAL: 13.5,
    /** Day and month changed places. */
    SWAPPED: 7,
    /** One of day, month and year differs: one in 180 people, and a slip of the pen. */
    ONE_PART: 2.5,
    SAME_YEAR: 0,
    DIFFERENT: -5.5,
    UNKNOWN: 0,
  } satisfies Record<BornHow, number>,
  /**
   * Numbers and addresses of both. Twice `log2` of how many others have one is taken off, for it is then a household’s,
   * or a word for none. One PNC id is one person’s, whatever names they gave.
   */
  samePnc: 30,
  sameNumber: 20,
  /** Two PNC ids are two people’s, unless the second was a mistake. */
  otherPnc: -5.5,
  otherSex: -4,
  /** A force that holds two records of one person joins them; nobody does so across forces. */
  otherForce: 1,
  sameForce: -1,
  /** Pairs that score less are not shown. */
  least: 0.05,
  /** How many are shown of each record, the best. */
  most: 5,
} as const;
