import type { Limits, Principal } from '@throughline/access';
import type { Extent } from '@throughline/federation';
import { CodedError } from '@throughline/subgraph';
import type { Allowance, UseStore } from './use-store';

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

/** What each caller may use in a while. */
export class Limiter {
  constructor(private readonly store: UseStore) {}

  /** Counts a request. Throws `LIMIT_EXCEEDED`. */
  request({ id, limits }: Principal): Promise<void> {
    return this.take(`${id} requests`, 'requests a second', limits.requestsPerSecond, 1, 1);
  }

  /** Takes what an operation is estimated to cost. Throws `LIMIT_EXCEEDED`. */
  cost({ id, limits }: Principal, cost: number): Promise<void> {
    return this.take(`${id} cost`, 'cost a minute', limits.costPerMinute, 60, cost);
  }

  /** Counts what an operation cost besides what was estimated; below 0 what it did not. */
  settleCost({ id, limits: { costPerMinute } }: Principal, more: number): void {
    if (costPerMinute !== null && more !== 0) this.store.settle(`${id} cost`, minute(costPerMinute), more);
  }

  stop(): Promise<void> {
    return this.store.stop();
  }

  private async take(name: string, what: string, limit: number | null, seconds: number, amount: number): Promise<void> {
    if (limit === null) return;
    const wait = await this.store.take(name, { limit, seconds }, amount);
    if (wait === 0) return;
    const whole = Math.max(1, Math.ceil(wait));
    throw exceeded(`This is more than ${limit} ${what}: try again in ${whole} s.`, { limit, seconds: whole });
  }
}

const minute = (limit: number): Allowance => ({ limit, seconds: 60 });

/** `LIMIT_EXCEEDED`; with `seconds`, what is tried again after these may pass. */
function exceeded(message: string, allowed?: Allowance): CodedError {
  const headers = new Map(allowed ? Object.entries(rateHeaders(allowed)) : []);
  return new CodedError('LIMIT_EXCEEDED', message, {
    ...(allowed && { retryAfter: allowed.seconds }),
    http: { status: 429, headers },
  });
}

/** The headers that tell how long to wait (RFC 9110 §10.2.3, and the draft of RateLimit fields). */
function rateHeaders({ limit, seconds }: Allowance): Record<string, string> {
  const wait = String(seconds);
  return { 'retry-after': wait, 'ratelimit-limit': String(limit), 'ratelimit-remaining': '0', 'ratelimit-reset': wait };
}
