import { type LimitName, type Limits, type Principal, limitNames } from '@throughline/access';
import type { Extent } from '@throughline/federation';
import { CodedError } from '@throughline/subgraph';
import { type DocumentNode, Lexer, Source, TokenKind } from 'graphql';
import type { Allowance, UseStore } from './use-store';

/** What holds for every caller, and where a key has no limit of its own; null for no limit. */
export const SERVICE_LIMITS = {
  requestsPerSecond: null,
  costPerMinute: null,
  maxCost: 500_000,
  maxDepth: 20,
  maxAliases: 200,
  maxTokens: 5000,
  maxPageSize: 100,
  maxResponseBytes: 32 * 1024 * 1024,
  maxConcurrent: 1000,
};

/** As `SERVICE_LIMITS`, as an operator sets them. */
export type ServiceLimits = Record<Exclude<LimitName, 'requestsPerSecond' | 'costPerMinute'>, number> &
  Pick<Limits, 'requestsPerSecond' | 'costPerMinute'>;

/** Holds callers to what they may ask for, at once and in a while. */
export class Limiter {
  private readonly known = new WeakMap<Limits, ServiceLimits>();
  private entered = 0;

  constructor(
    private readonly store: UseStore,
    private readonly service: ServiceLimits = SERVICE_LIMITS,
  ) {}

  /** The limits that hold for a caller: its own, and never beyond those of the service. */
  of(own: Limits): ServiceLimits {
    let limits = this.known.get(own);
    if (!limits) {
      const lower = (name: LimitName) => Math.min(own[name] ?? Infinity, this.service[name] ?? Infinity);
      const entries = limitNames.map((name) => [name, Number.isFinite(lower(name)) ? lower(name) : null]);
      this.known.set(own, (limits = Object.fromEntries(entries) as ServiceLimits));
    }
    return limits;
  }

  /** The most that any caller may ask for. */
  get most(): ServiceLimits {
    return this.service;
  }

  /** Throws `LIMIT_EXCEEDED` for an operation that asks for more than its caller may ask for at once. */
  refuseTooMuch({ cost, depth, aliases, page }: Extent, document: DocumentNode, own: Limits): void {
    const { maxCost, maxDepth, maxAliases, maxTokens, maxPageSize } = this.of(own);
    const beyond = (what: string, is: number, most: number) => {
      if (is > most) throw exceeded(`The operation has ${what} ${is}, where ${most} is the most.`);
    };
    beyond('tokens to the number of', tokensIn(document), maxTokens);
    beyond('a depth of', depth, maxDepth);
    beyond('aliases to the number of', aliases, maxAliases);
    // Which length no page can have, the field itself says.
    if (maxPageSize < SERVICE_LIMITS.maxPageSize) beyond('a page of', page, maxPageSize);
    beyond('a cost of', cost, maxCost);
  }

  /** Throws `LIMIT_EXCEEDED` for a text that has more tokens than any operation may, before it is parsed. */
  refuseLong(text: string): void {
    const lexer = new Lexer(new Source(text));
    try {
      for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens += 1) {
        if (tokens >= this.service.maxTokens) break;
      }
    } catch {
      // Whoever parses it says what is wrong with it.
      return;
    }
    if (lexer.token.kind !== TokenKind.EOF) {
      throw exceeded(`The operation has more than ${this.service.maxTokens} tokens.`);
    }
  }

  /** Counts a request. Throws `LIMIT_EXCEEDED`. */
  request({ id, limits }: Principal): Promise<void> {
    return this.take(`${id} requests`, 'requests a second', this.of(limits).requestsPerSecond, 1, 1);
  }

  /** Takes what an operation is estimated to cost. Throws `LIMIT_EXCEEDED`. */
  cost({ id, limits }: Principal, cost: number): Promise<void> {
    return this.take(`${id} cost`, 'cost a minute', this.of(limits).costPerMinute, MINUTE, cost);
  }

  /** Counts what an operation cost besides what was estimated; below 0 what it did not. */
  settleCost({ id, limits }: Principal, more: number): void {
    const { costPerMinute: limit } = this.of(limits);
    if (limit !== null && more !== 0) this.store.settle(`${id} cost`, { limit, seconds: MINUTE }, more);
  }

  /** Begins one of the requests and streams that a caller may have at once. Gives what ends it; throws `LIMIT_EXCEEDED`. */
  async enter({ id, limits }: Principal): Promise<() => void> {
    const limit = this.of(limits).maxConcurrent;
    const place = String((this.entered += 1));
    if (!(await this.store.enter(id, limit, place))) {
      throw exceeded(`This is more than ${limit} requests at once: try again in 1 s.`, { limit, seconds: 1 });
    }
    let isIn = true;
    return () => {
      if (isIn) this.store.leave(id, place);
      isIn = false;
    };
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

const MINUTE = 60;

const counted = new WeakMap<DocumentNode, number>();

/** Tokens of the text that a document was parsed from; 0 where that is not known. */
function tokensIn(document: DocumentNode): number {
  let tokens = counted.get(document);
  if (tokens === undefined) {
    tokens = 0;
    for (let token = document.loc?.startToken.next; token; token = token.next) {
      if (token.kind !== TokenKind.EOF && token.kind !== TokenKind.COMMENT) tokens += 1;
    }
    counted.set(document, tokens);
  }
  return tokens;
}

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
