/** Values with their relative weights; the weights need not add up to anything. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/**
 * A seeded source of choices: sfc32 (a public-domain generator by Chris Doty-Humphrey), seeded by hashing a text.
 * Only 32-bit integer steps, so every engine and every version of Node draws the same.
 */
export class Random {
  private readonly state: [number, number, number, number];

  constructor(seed: string) {
    this.state = hashed(seed);
    // The first draws of sfc32 still show the seed.
    for (let i = 0; i < 12; i++) this.bits();
  }

  /** The next 32 bits as an integer from 0 to 2³² − 1. */
  bits(): number {
    let [a, b, c, d] = this.state;
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    this.state[0] = a;
    this.state[1] = b;
    this.state[2] = c;
    this.state[3] = d;
    return t >>> 0;
  }

  /** An integer from 0 to `limit` − 1; `limit` up to 2²⁰, so that the product below stays exact. */
  below(limit: number): number {
    return Math.floor((this.bits() * limit) / 4294967296);
  }

  /** An integer from `low` to `high`, both included; `low` where the range is empty. */
  between(low: number, high: number): number {
    return high <= low ? low : low + this.below(high - low + 1);
  }

  /** True in `share` draws of a hundred. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }

  /** One of the items. Throws on an empty list, which is a mistake of the caller. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[this.below(items.length)] as T;
  }

  /** One of the values, by weight. */
  weighted<T>(table: Weighted<T>): T {
    let left = this.below(table.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of table) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new RangeError('nothing to pick from');
  }

  /** `count` different items in the order of the list, or all of them where there are fewer. */
  sample<T>(items: readonly T[], count: number): T[] {
    let wanted = Math.min(count, items.length);
    return items.filter((_, i) => {
      const taken = this.below(items.length - i) < wanted;
      if (taken) wanted -= 1;
      return taken;
    });
  }
}

/** Four 32-bit words of a text: FNV-1a with a different start for each word, then an avalanche step. */
function hashed(text: string): [number, number, number, number] {
  const word = (start: number): number => {
    let hash = start;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    return (hash ^ (hash >>> 16)) | 0;
  };
  return [word(2166136261), word(1013904223), word(374761393), word(668265263)];
}
