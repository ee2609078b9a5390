import { limitsOf } from '@throughline/access';
import { RedisUseStore } from '../../apps/gateway/src/access/redis-use-store';
import { type Graph, type Replica, aCase, aGraph, aSuspect, aVictim } from '../support';
import { issued } from './issued';
import { Redis, hasRedis } from './redis';

const GRANTS = [{ scopes: ['case:read' as const], rows: { forces: ['06'] } }];

// `npm test` says so where there is none.
const describeRedis = hasRedis ? describe : describe.skip;

describeRedis('two replicas with one Redis', () => {
  let redis: Redis;
  let graph: Graph;
  let other: Replica;
  beforeAll(async () => {
    redis = await Redis.start();
    graph = await aGraph({ access: { redisUrl: redis.url } });
    other = await graph.replica();
    await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1'), aCase('C2')]);
  });
  afterAll(async () => {
    await other.stop();
    await graph[Symbol.asyncDispose]();
    await redis.kill();
  });

  const CASES = '{cases(first:1){edges{node{urn}}}}';
  const at = (url: string, headers: Record<string, string>, query = CASES) =>
    fetch(`${url}/graphql?query=${query}`, { headers });
  const statuses = async (headers: Record<string, string>, requests: number) => {
    const urls = Array.from({ length: requests }, (_none, n) => (n % 2 === 0 ? graph.door.url : other.url));
    const answers = await Promise.all(urls.map((url) => at(url, headers)));
    return answers.map(({ status }) => status);
  };
  const passed = (codes: number[]) => codes.filter((code) => code === 200).length;

  test('share the requests a second of a key', async () => {
    const { headers } = await issued(graph, GRANTS, { limits: limitsOf({ requestsPerSecond: 4 }) });
    const codes = await statuses(headers, 12);
    expect(passed(codes)).toBeGreaterThanOrEqual(4);
    expect(passed(codes)).toBeLessThan(12);
    const refused = (await Promise.all(Array.from({ length: 8 }, () => at(other.url, headers)))).find(
      ({ status }) => status === 429,
    )!;
    expect(refused.headers.get('retry-after')).toBe('1');
  });

  test('share the cost a minute, settled with what was measured', async () => {
    const { headers } = await issued(graph, GRANTS, { limits: limitsOf({ costPerMinute: 12 }) });
    const wide = '{cases(first:10){edges{node{urn}}}}';
    const told = { ...headers, 'throughline-cost': 'true' };
    const first = (await (await at(graph.door.url, told, wide)).json()) as { extensions: object };
    expect(first.extensions).toEqual({ cost: { estimated: 21, actual: 5 } });
    // What is given back of the 21 is on its way: without it, nothing would pass for a minute.
    while ((await at(other.url, headers)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await at(graph.door.url, headers)).status).toBe(200);
    const refused = await at(other.url, headers);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit-limit')).toBe('12');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1);
  });

  test('share the requests at once, and a replica that leaves gives its places back', async () => {
    const { headers } = await issued(graph, GRANTS, { limits: limitsOf({ maxConcurrent: 1 }) });
    const third = await RedisUseStore.start(redis.url);
    const { id } = (await graph.access.services.keys.list()).find(({ limits }) => limits.maxConcurrent === 1)!;
    expect(await third.enter(id, 1, 'x')).toBe(true);
    expect([(await at(graph.door.url, headers)).status, (await at(other.url, headers)).status]).toEqual([429, 429]);
    await third.stop();
    expect((await at(other.url, headers)).status).toBe(200);
  });

  test.each([
    ['is gone', () => redis.kill(), () => redis.startAgain()],
    ['does not answer', async () => redis.freeze(true), async () => redis.freeze(false)],
  ])(
    'each hold to the limits by itself where Redis %s, and together again when it is back',
    async (_what, end, begin) => {
      const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      try {
        const { headers } = await issued(graph, GRANTS, { limits: limitsOf({ costPerMinute: 6 }) });
        await end();
        const alone = await statuses(headers, 8);
        // Two of 3 each on each replica.
        expect(passed(alone)).toBe(4);
        expect(stderr.mock.calls.filter(([text]) => String(text).includes('Redis does not answer'))).toHaveLength(2);
        await begin();
        const { headers: fresh } = await issued(graph, GRANTS, { limits: limitsOf({ costPerMinute: 6 }) });
        const isBack = (text: unknown) => String(text).includes('shared with other replicas again');
        while (stderr.mock.calls.filter(([text]) => isBack(text)).length < 2) {
          await Promise.all([at(graph.door.url, graph.headers), at(other.url, graph.headers)]);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        expect(passed(await statuses(fresh, 8))).toBe(2);
      } finally {
        stderr.mockRestore();
      }
    },
  );
});
