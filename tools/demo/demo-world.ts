import type { BundleRecord } from './bundle-record';
import { dayOf } from './calendar';
import { registers } from './registers';
import { stories } from './story';
import { suspectStory } from './suspect-story';

/** The day from which the world is seen unless told otherwise: fixed, so that two runs years apart agree. */
export const DEFAULT_AS_AT = '2026-06-01';
/** Before this day some cases would need codes and orders that the law did not know yet. */
const EARLIEST_AS_AT = '2026-01-01';

export interface DemoOptions {
  /** Any text; the same text makes the same world. */
  seed?: string;
  /** How many suspects are generated besides those of the fixed stories. */
  suspects?: number;
  /** ISO date of the day from which the world is seen; nothing happens on it or after it. */
  asAt?: string;
}

/**
 * An invented world of casework, record by record: the registers, the fixed stories, then one suspect after another.
 * Nothing is kept from one suspect to the next, so memory does not grow and suspect N is the same in every larger
 * world.
 * Throws a `RangeError` where `asAt` is no date or lies before 2026.
 */
export function* demoWorld(options: DemoOptions = {}): Generator<BundleRecord> {
  const { seed = 'throughline', suspects = 200, asAt = DEFAULT_AS_AT } = options;
  if (asAt < EARLIEST_AS_AT) throw new RangeError(`the demo world cannot be seen from before ${EARLIEST_AS_AT}`);
  const day = dayOf(asAt);
  yield* registers(day);
  yield* stories(day);
  for (let index = 1; index <= suspects; index++) yield* suspectStory(seed, index, day);
}
