import type { Limits, Principal } from '@throughline/access';
import { CodedError } from '@throughline/subgraph';
import type { Extent } from './cost';

/** What one operation may ask for where a key has no limit of its own. */
export const MOST = { maxCost: 500_000, maxDepth: 20, aliases: 200, tokens: 10_000 };

/** The limits of one operation of a caller: its own, and never beyond those of the service. */
export function mostOf({ maxCost, maxDepth }: Limits): { maxCost: number; maxDepth: number } {
  return {
    maxCost: Math.min(maxCost ?? MOST.maxCost, MOST.maxCost),
    maxDepth: Math.min(maxDepth ?? MOST.maxDepth, MOST.maxDepth),
  };
}

/** Throws `LIMIT_EXCEEDED` for an operation that asks for more than its caller may ask for at once. */
export function refuseTooMuch({ cost, depth, aliases }: Extent, { limits }: Principal): void {
  const { maxCost, maxDepth } = mostOf(limits);
  const beyond = (what: string, is: number, most: number) => {
    if (is > most) throw exceeded(`The operation has ${what} ${is}, where ${most} is the most.`);
  };
  beyond('a depth of', depth, maxDepth);
  beyond('aliases to the number of', aliases, MOST.aliases);
  beyond('a cost of', cost, maxCost);
}

/** `LIMIT_EXCEEDED`; with `seconds`, what is tried again after these may pass. */
function exceeded(message: string, allowed?: { limit: number; seconds: number }): CodedError {
  const headers = new Map(allowed ? Object.entries(rateHeaders(allowed)) : []);
  return new CodedError('LIMIT_EXCEEDED', message, {
    ...(allowed && { retryAfter: allowed.seconds }),
    http: { status: 429, headers },
  });
}

/** The headers that tell how long to wait (RFC 9110 §10.2.3, and the draft of RateLimit fields). */
function rateHeaders({ limit, seconds }: { limit: number; seconds: number }): Record<string, string> {
  const wait = String(seconds);
  return { 'retry-after': wait, 'ratelimit-limit': String(limit), 'ratelimit-remaining': '0', 'ratelimit-reset': wait };
}

interface Bucket {
  left: number;
  at: number;
}

/** Callers whose use is remembered: those who asked longest ago are forgotten, with their buckets full again. */
const REMEMBERED = 10_000;

/**
 * How much each caller has used of what they may in a while: a bucket that fills steadily, so that a burst may take what
 * was left, and no more. Counted by each replica for itself.
 */
export class Allowance {
  private readonly buckets = new Map<string, Bucket>();

  /** `seconds` is the while that a limit is for. */
  constructor(
    private readonly what: string,
    private readonly seconds: number,
    private readonly now: () => number = () => performance.now() / 1000,
  ) {}

  /** Takes `amount` from what a caller has left of a limit. Throws `LIMIT_EXCEEDED` where that is not enough. */
  take(caller: string, limit: number | null, amount = 1): void {
    if (limit === null) return;
    const now = this.now();
    const { left, at } = this.buckets.get(caller) ?? { left: limit, at: now };
    const filled = Math.min(limit, left + ((now - at) * limit) / this.seconds);
    // What is more than the whole bucket may pass once it is full, and leaves it empty for longer.
    if (filled < Math.min(amount, limit)) {
      const wait = Math.max(1, Math.ceil(((Math.min(amount, limit) - filled) * this.seconds) / limit));
      throw exceeded(`This is more than ${limit} ${this.what}: try again in ${wait} s.`, { limit, seconds: wait });
    }
    this.buckets.delete(caller);
    this.buckets.set(caller, { left: filled - amount, at: now });
    if (this.buckets.size > REMEMBERED) this.buckets.delete(this.buckets.keys().next().value!);
  }
}
