/** Counts from 0 to one below this are not shown to those who may only count. */
export const SMALL = 5;

/** 97.5th centile of the normal distribution: both sides together leave 5 per cent. */
const Z = 1.959963984540054;

/** A share of `n` in per cent with its 95 per cent interval, rounded to a tenth. */
export interface Share {
  percent: number;
  low: number;
  high: number;
}

/**
 * The share that `k` of `n` are, with the interval of Wilson (1927, Journal of the American Statistical Association
 * 22:209–212), which also holds for few cases and for shares near 0 and 100. Null where nothing is counted.
 */
export function shareOf(k: number, n: number): Share | null {
  if (n === 0) return null;
  const p = k / n;
  const spread = 1 + (Z * Z) / n;
  const centre = (p + (Z * Z) / (2 * n)) / spread;
  const half = (Z / spread) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return {
    percent: tenth(100 * p),
    low: tenth(100 * Math.max(0, centre - half)),
    high: tenth(100 * Math.min(1, centre + half)),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
