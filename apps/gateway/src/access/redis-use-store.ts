import { randomUUID } from 'node:crypto';
import { type CommandParser, createClient, defineScript } from '@redis/client';
import { log } from '../error-answer';
import { type Allowance, MemoryUseStore, type UseStore } from './use-store';

/** Redis that takes longer than this is passed over, and left alone for a while. */
const ANSWER_WITHIN_MS = 250;
const LEFT_ALONE_MS = 1000;
/** A place of a replica that is no more is free after this; one that goes on says so more often. */
const PLACE_SECONDS = 60;
const RENEW_EVERY_MS = 20_000;

/**
 * Fills the bucket by Redis's own clock, so that replicas need not agree on theirs, and takes from it: with ARGV[4] in
 * any case, else only where there is enough. Gives the seconds to wait.
 */
const TAKE = `
local limit, seconds, amount = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local held = redis.call('HMGET', KEYS[1], 'left', 'at')
local left = limit
if held[1] then left = math.min(limit, held[1] + (now - held[2]) * limit / seconds) end
local wanted = math.min(amount, limit)
if ARGV[4] == '0' and left < wanted then return string.format('%.6f', (wanted - left) * seconds / limit) end
left = math.min(limit, left - amount)
redis.call('HSET', KEYS[1], 'left', string.format('%.6f', left), 'at', string.format('%.6f', now))
redis.call('EXPIRE', KEYS[1], math.ceil((limit - left) * seconds / limit) + 1)
return '0'`;

/** Takes a place among at most ARGV[1] until ARGV[2] seconds from now; renews it where ARGV[1] is 0. Gives 1 where it is held. */
const ENTER = `
local now = redis.call('TIME')[1]
local most, seconds = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if most > 0 and redis.call('ZCARD', KEYS[1]) >= most then return 0 end
redis.call('ZADD', KEYS[1], now + seconds, ARGV[3])
redis.call('EXPIRE', KEYS[1], seconds)
return 1`;

/** A script over one key, given as text. */
const script = (lua: string) =>
  defineScript({
    SCRIPT: lua,
    NUMBER_OF_KEYS: 1,
    parseCommand: (parser: CommandParser, key: string, ...given: string[]) => {
      parser.pushKey(key);
      parser.push(...given);
    },
    transformReply: (reply: string | number) => Number(reply),
  });

const connection = (url: string) =>
  createClient({
    url,
    keyPrefix: 'throughline:',
    disableOfflineQueue: true,
    scripts: { takeUse: script(TAKE), enterPlace: script(ENTER) },
    socket: { connectTimeout: 2000, reconnectStrategy: (tries) => Math.min(2000, 50 * 2 ** tries) },
  });

/**
 * Counts in Redis, together with all replicas that use the same one. Where it does not answer, this replica counts by
 * itself until it does: limits then hold for each replica, and nobody is turned away for want of it.
 */
export class RedisUseStore implements UseStore {
  private readonly replica = randomUUID();
  private readonly alone = new MemoryUseStore();
  /** Names of the places that are held in Redis, by place. */
  private readonly held = new Map<string, string>();
  private readonly renewal = setInterval(() => this.renew(), RENEW_EVERY_MS).unref();
  private silentUntil = 0;
  private isSilent = false;

  private constructor(private readonly redis: ReturnType<typeof connection>) {
    redis.on('error', (error) => this.silent(error));
  }

  /** Connects; where that does not succeed at once, it is tried on while callers are counted alone. */
  static async start(url: string): Promise<RedisUseStore> {
    const redis = connection(url);
    const store = new RedisUseStore(redis);
    const connected = redis.connect().catch((error: unknown) => store.silent(error));
    await within(connected, ANSWER_WITHIN_MS * 4).catch((error: unknown) => store.silent(error));
    return store;
  }

  take(name: string, allowance: Allowance, amount: number): Promise<number> {
    return this.ask(
      () => this.redis.takeUse(keyOf('use', name), ...figures(allowance, amount), '0'),
      () => this.alone.take(name, allowance, amount),
    );
  }

  settle(name: string, allowance: Allowance, amount: number): void {
    void this.ask(
      async () => {
        await this.redis.takeUse(keyOf('use', name), ...figures(allowance, amount), '1');
      },
      async () => this.alone.settle(name, allowance, amount),
    );
  }

  async enter(name: string, most: number, place: string): Promise<boolean> {
    const key = keyOf('places', name);
    const held = await this.ask<'there' | 'here' | 'full'>(
      async () => {
        const answer = await this.redis.enterPlace(key, String(most), String(PLACE_SECONDS), this.own(place));
        return answer === 1 ? 'there' : 'full';
      },
      async () => ((await this.alone.enter(name, most, place)) ? 'here' : 'full'),
    );
    // Not where Redis answers: that can be after nobody waits for it.
    if (held === 'there') this.held.set(place, name);
    return held !== 'full';
  }

  leave(name: string, place: string): void {
    // It may have begun while Redis did not answer.
    this.alone.leave(name, place);
    if (!this.held.delete(place)) return;
    void this.ask(
      () => this.redis.zRem(keyOf('places', name), this.own(place)),
      async () => undefined,
    );
  }

  async stop(): Promise<void> {
    clearInterval(this.renewal);
    for (const [place, name] of this.held) this.leave(name, place);
    if (this.redis.isReady) await within(this.redis.close(), ANSWER_WITHIN_MS).catch(() => undefined);
    if (this.redis.isOpen) this.redis.destroy();
  }

  private own(place: string): string {
    return `${this.replica} ${place}`;
  }

  private renew(): void {
    for (const [place, name] of this.held) {
      void this.ask(
        () => this.redis.enterPlace(keyOf('places', name), '0', String(PLACE_SECONDS), this.own(place)),
        async () => undefined,
      );
    }
  }

  /** Never rejects because of Redis. */
  private async ask<Answer>(shared: () => Promise<Answer>, alone: () => Promise<Answer>): Promise<Answer> {
    if (!this.redis.isReady || this.silentUntil > Date.now()) return alone();
    try {
      const answer = await within(shared(), ANSWER_WITHIN_MS);
      if (this.isSilent) process.stderr.write('Redis answers: limits are shared with other replicas again\n');
      this.isSilent = false;
      return answer;
    } catch (error) {
      this.silent(error);
      return alone();
    }
  }

  /** Told once, and not for every request that could not be counted there. */
  private silent(error: unknown): void {
    this.silentUntil = Date.now() + LEFT_ALONE_MS;
    if (!this.isSilent) log('Redis does not answer: each replica holds to limits by itself', error);
    this.isSilent = true;
  }
}

const keyOf = (kind: string, name: string) => `${kind}:{${name}}`;
const figures = ({ limit, seconds }: Allowance, amount: number) => [String(limit), String(seconds), String(amount)];

/** Rejects where a promise takes longer. */
function within<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
