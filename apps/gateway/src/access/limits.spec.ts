import { type Limits, limitsOf } from '@throughline/access';
import { parse } from 'graphql';
import { Limiter, SERVICE_LIMITS } from './limits';
import { MemoryUseStore } from './use-store';

const principal = (limits: Partial<Limits> = {}, id = 'a') => ({ id, limits: limitsOf(limits) }) as never;

describe('one operation', () => {
  const limiter = new Limiter(new MemoryUseStore());
  const extent = { cost: 10, depth: 5, aliases: 3, page: 20 };
  const refuse = (own: Partial<Limits>, more = {}, text = '{ a }') =>
    limiter.refuseTooMuch({ ...extent, ...more }, parse(text), limitsOf(own));

  test('passes within the caller’s limits', () =>
    expect(() => refuse({ maxCost: 10, maxDepth: 5, maxAliases: 3, maxPageSize: 20, maxTokens: 3 })).not.toThrow());

  test.each([
    [{ maxCost: 9 }, 'a cost of 10, where 9'],
    [{ maxDepth: 4 }, 'a depth of 5, where 4'],
    [{ maxAliases: 2 }, 'aliases to the number of 3, where 2'],
    [{ maxPageSize: 19 }, 'a page of 20, where 19'],
    [{ maxTokens: 2 }, 'tokens to the number of 3, where 2'],
  ])('beyond %j is refused', (own, message) => expect(() => refuse(own)).toThrow(message));

  test('beyond the limits of the service is refused, whatever the caller’s own', () => {
    const own = { maxCost: 1e9, maxDepth: 1e9, maxAliases: 1e9 };
    expect(() => refuse(own, { cost: SERVICE_LIMITS.maxCost + 1 })).toThrow('cost');
    expect(() => refuse(own, { depth: SERVICE_LIMITS.maxDepth + 1 })).toThrow('depth');
    expect(() => refuse(own, { aliases: SERVICE_LIMITS.maxAliases + 1 })).toThrow('aliases');
  });

  test('that is longer than any may be is refused before it is parsed', () => {
    const short = new Limiter(new MemoryUseStore(), { ...SERVICE_LIMITS, maxTokens: 5 });
    expect(() => short.refuseLong('{ a b c } # and a comment of many words')).not.toThrow();
    expect(() => short.refuseLong('{ a b c d }')).toThrow('more than 5 tokens');
    expect(() => short.refuseLong('{ a "')).not.toThrow();
  });
});

describe('counted in memory', () => {
  let now = 0;
  let limiter: Limiter;
  beforeEach(() => {
    now = 1000;
    limiter = new Limiter(new MemoryUseStore(() => now));
  });
  const passes = async (attempt: Promise<void>) => {
    const refused = await attempt.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refused) expect(refused).toMatchObject({ extensions: { code: 'LIMIT_EXCEEDED', http: { status: 429 } } });
    return refused === undefined;
  };

  test('an allowance is used up, fills again, and is each caller’s own', async () => {
    const ask = (id: string) => passes(limiter.request(principal({ requestsPerSecond: 3 }, id)));
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await ask('a'));
    expect(answers).toEqual([true, true, true, false, false]);
    expect(await ask('b')).toBe(true);
    now += 0.5;
    expect([await ask('a'), await ask('a')]).toEqual([true, false]);
    now += 10;
    expect([await ask('a'), await ask('a'), await ask('a'), await ask('a')]).toEqual([true, true, true, false]);
    expect(await passes(limiter.request(principal({}, 'c')))).toBe(true);
  });

  test('who is refused is told when to come again', async () => {
    const caller = principal({ costPerMinute: 60 });
    await limiter.cost(caller, 60);
    const error = await limiter.cost(caller, 30).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ extensions: { retryAfter: 30 } });
    const { headers } = (error as { extensions: { http: { headers: Map<string, string> } } }).extensions.http;
    expect(Object.fromEntries(headers)).toEqual({
      'retry-after': '30',
      'ratelimit-limit': '60',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '30',
    });
  });

  test('what is more than all of an allowance passes once it is full, and leaves it empty for longer', async () => {
    const caller = principal({ costPerMinute: 100 });
    const take = (cost: number) => passes(limiter.cost(caller, cost));
    expect(await take(300)).toBe(true);
    expect(await take(1)).toBe(false);
    now += 119;
    expect(await take(1)).toBe(false);
    now += 2;
    expect(await take(1)).toBe(true);
  });

  test('what was not used is given back, and what was used besides is taken', async () => {
    const caller = principal({ costPerMinute: 100 });
    const take = (cost: number) => passes(limiter.cost(caller, cost));
    expect(await take(100)).toBe(true);
    limiter.settleCost(caller, -60);
    expect([await take(60), await take(1)]).toEqual([true, false]);
    limiter.settleCost(caller, 120);
    now += 71;
    expect(await take(1)).toBe(false);
    now += 2;
    expect(await take(1)).toBe(true);
    limiter.settleCost(caller, -1000);
    expect([await take(100), await take(1)]).toEqual([true, false]);
  });

  test('so many requests go on at once, and the next when one is over', async () => {
    const caller = principal({ maxConcurrent: 2 });
    const [one] = await Promise.all([limiter.enter(caller), limiter.enter(caller)]);
    await expect(limiter.enter(caller)).rejects.toMatchObject({
      extensions: { code: 'LIMIT_EXCEEDED', retryAfter: 1 },
    });
    await expect(limiter.enter(principal({ maxConcurrent: 2 }, 'b'))).resolves.toBeDefined();
    one();
    // Who leaves twice makes no more room than once.
    one();
    await limiter.enter(caller);
    await expect(limiter.enter(caller)).rejects.toThrow('more than 2 requests at once');
  });
});
