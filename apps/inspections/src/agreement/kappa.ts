/** How often the first of two examiners gave one answer and the second another, or the same. */
export interface PairCount {
  first: string;
  second: string;
  n: number;
}

export interface Agreement {
  /** Pairs of answers. */
  pairs: number;
  /** Pairs that are the same. */
  agreed: number;
  /**
   * Cohen's kappa (1960, Educational and Psychological Measurement 20:37–46): agreement beyond chance, from 1 for
   * complete down to 0 for no more than chance, and below for less. Null where chance alone would agree always, or
   * there are no pairs.
   */
  kappa: number | null;
}

/** The agreement of two examiners over the same files. Kappa is rounded to three places. */
export function agreementOf(counts: readonly PairCount[]): Agreement {
  const sum = (of: readonly PairCount[]) => of.reduce((total, { n }) => total + n, 0);
  const pairs = sum(counts);
  const agreed = sum(counts.filter(({ first, second }) => first === second));
  const answers = new Set(counts.flatMap(({ first, second }) => [first, second]));
  const chance = [...answers]
    .map((one) => sum(counts.filter(({ first }) => first === one)) * sum(counts.filter(({ second }) => second === one)))
    .reduce((total, product) => total + product, 0);
  // Whole numbers until the one division: no rounding makes a chance of one look like less.
  const beyond = pairs * pairs - chance;
  return { pairs, agreed, kappa: beyond === 0 ? null : Math.round((1000 * (agreed * pairs - chance)) / beyond) / 1000 };
}
