import type { SampleAllocation } from './sample.model';

/** A stratum of a frame and how many cases it has. */
export interface Stratum {
  key: string;
  size: number;
}

/**
 * How many files are drawn from each stratum, in the order of the strata; `size` together, and never more than a stratum
 * has. `size` is at most what all strata have.
 *
 * - PROPORTIONAL: each gets the whole part of its share of the frame; what is left goes, one by one, to the strata with
 *   the largest remainder (Hamilton's method). Of equal remainders the larger stratum comes first, then the key that is
 *   first in the alphabet.
 * - EQUAL: each gets the same number, or all it has where that is less; what that leaves is shared by the others in the
 *   same way. What cannot be shared equally goes, one each, to the larger strata, then by key.
 * - GIVEN: what was given for it, else none.
 */
export function allocate(
  strata: readonly Stratum[],
  size: number,
  allocation: SampleAllocation,
  given: readonly Stratum[] = [],
): number[] {
  switch (allocation) {
    case 'PROPORTIONAL':
      return proportional(strata, size);
    case 'EQUAL':
      return equal(strata, size);
    case 'GIVEN':
      return strata.map(({ key }) => given.find((one) => one.key === key)?.size ?? 0);
  }
}

function proportional(strata: readonly Stratum[], size: number): number[] {
  const frame = strata.reduce((sum, stratum) => sum + stratum.size, 0);
  // Whole numbers throughout: a quota in floating point could round a tie away.
  const drawn = strata.map((stratum) => Math.floor((size * stratum.size) / frame));
  const remainders = strata.map((stratum) => (size * stratum.size) % frame);
  const left = size - drawn.reduce((sum, n) => sum + n, 0);
  const order = strata
    .map((_stratum, index) => index)
    .sort((a, b) => remainders[b]! - remainders[a]! || larger(strata[a]!, strata[b]!));
  for (const index of order.slice(0, left)) drawn[index]! += 1;
  return drawn;
}

function equal(strata: readonly Stratum[], size: number): number[] {
  const drawn = strata.map(() => 0);
  for (let left = size; left > 0;) {
    const open = strata
      .map((_stratum, index) => index)
      .filter((index) => drawn[index]! < strata[index]!.size)
      .sort((a, b) => larger(strata[a]!, strata[b]!));
    const share = Math.floor(left / open.length);
    const taken = share === 0 ? open.slice(0, left) : open;
    for (const index of taken) {
      const more = Math.min(Math.max(share, 1), strata[index]!.size - drawn[index]!);
      drawn[index]! += more;
      left -= more;
    }
  }
  return drawn;
}

function larger(a: Stratum, b: Stratum): number {
  return b.size - a.size || (a.key < b.key ? -1 : 1);
}
