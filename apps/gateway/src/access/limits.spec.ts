import { Limiter, MOST, refuseTooMuch } from './limits';
import { MemoryUseStore } from './use-store';

const principal = (limits = {}, id = 'a') =>
  ({ id, limits: { requestsPerSecond: null, costPerMinute: null, maxCost: null, maxDepth: null, ...limits } }) as never;

test('an operation beyond the caller’s limits, or the service’s, is refused', () => {
  const most = { cost: 10, depth: 5, aliases: 0, page: 0 };
  expect(() => refuseTooMuch(most, principal({ maxCost: 10, maxDepth: 5 }))).not.toThrow();
  expect(() => refuseTooMuch(most, principal({ maxCost: 9 }))).toThrow('a cost of 10');
  expect(() => refuseTooMuch(most, principal({ maxDepth: 4 }))).toThrow('a depth of 5');
  expect(() => refuseTooMuch({ ...most, cost: MOST.maxCost + 1 }, principal({ maxCost: 1e9 }))).toThrow('cost');
  expect(() => refuseTooMuch({ ...most, aliases: MOST.aliases + 1 }, principal())).toThrow('aliases');
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
});
