import { Pool } from 'undici';

/** Something that answers GraphQL over HTTP. */
export interface Target {
  name: string;
  url: string;
  headers?: Record<string, string>;
  /** CPU milliseconds that were used so far. */
  cpuMs: () => Promise<CpuMs>;
}

export interface CpuMs {
  /** With what it asks, without the database. */
  all: number;
  /** Of its own process alone. */
  own: number;
}

/** A request: every one of a load is another. */
export interface Request {
  query: string;
  variables: Record<string, unknown>;
}

export interface Figures {
  requests: number;
  'requests/s': number;
  'p50 ms': number;
  'p95 ms': number;
  'p99 ms': number;
  'CPU ms/request': number;
  'own CPU ms/request': number;
  bytes: number;
}

export interface Load {
  /** The nth request. */
  request: (n: number) => Request;
  /** Requests under way at once. */
  atOnce: number;
  rounds: number;
  /** Milliseconds that one target has before it is the next one's turn. */
  turnMs: number;
}

/**
 * Loads targets in turn, each round beginning with another, so that whatever else the machine does falls on all alike.
 * Requests are begun as soon as earlier ones end. Throws where an answer has errors.
 */
export async function compare(targets: readonly Target[], load: Load): Promise<Record<string, Figures>> {
  const spent: Spent[] = targets.map(() => ({ times: [], ms: 0, cpu: { all: 0, own: 0 }, bytes: 0 }));
  const pools = targets.map(({ url }) => new Pool(new URL(url).origin, { connections: load.atOnce }));
  let n = 0;
  const turn = async (which: number, turnMs: number): Promise<void> => {
    const own = spent[which]!;
    const target = targets[which]!;
    const cpu = await target.cpuMs();
    const began = performance.now();
    await Promise.all(
      Array.from({ length: load.atOnce }, async () => {
        do {
          const at = performance.now();
          own.bytes = await ask(pools[which]!, target, load.request((n += 1)));
          own.times.push(performance.now() - at);
        } while (performance.now() - began < turnMs);
      }),
    );
    own.ms += performance.now() - began;
    const used = await target.cpuMs();
    own.cpu.all += used.all - cpu.all;
    own.cpu.own += used.own - cpu.own;
  };
  for (let which = 0; which < targets.length; which += 1) await turn(which, load.turnMs);
  for (const own of spent) Object.assign(own, { times: [], ms: 0, cpu: { all: 0, own: 0 } });
  for (let round = 0; round < load.rounds; round += 1) {
    for (let each = 0; each < targets.length; each += 1) await turn((each + round) % targets.length, load.turnMs);
  }
  await Promise.all(pools.map((pool) => pool.close()));
  return Object.fromEntries(targets.map(({ name }, which) => [name, figuresOf(spent[which]!)]));
}

/** Loads one target for so long, so many requests at once. Throws where an answer has errors. */
export async function load(target: Target, next: () => Request, atOnce: number, ms: number): Promise<void> {
  const pool = new Pool(new URL(target.url).origin, { connections: atOnce });
  const until = performance.now() + ms;
  const one = async () => {
    while (performance.now() < until) await ask(pool, target, next());
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  await pool.close();
}

interface Spent {
  times: number[];
  ms: number;
  cpu: CpuMs;
  bytes: number;
}

function figuresOf({ times, ms, cpu, bytes }: Spent): Figures {
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.ceil(times.length * share) - 1]!);
  return {
    requests: times.length,
    'requests/s': round((times.length / ms) * 1000),
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
    'p99 ms': at(0.99),
    'CPU ms/request': round(cpu.all / times.length),
    'own CPU ms/request': round(cpu.own / times.length),
    bytes,
  };
}

async function ask(pool: Pool, { url, headers }: Target, request: Request): Promise<number> {
  const { statusCode, body } = await send(pool, url, headers, request);
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode !== 200 || bytes.subarray(0, 12).includes('"errors"')) {
    throw new Error(`${url} answered ${statusCode}: ${bytes.subarray(0, 500).toString('utf8')}`);
  }
  return bytes.length;
}

function send(pool: Pool, url: string, headers: Record<string, string> | undefined, request: Request) {
  return pool.request({
    method: 'POST',
    path: new URL(url).pathname,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(request),
  });
}

/** The data of one answer, with the keys of objects in order. */
export async function dataOf({ url, headers }: Target, request: Request): Promise<unknown> {
  const pool = new Pool(new URL(url).origin);
  const { body } = await send(pool, url, headers, request);
  const { data, errors } = (await body.json()) as { data: unknown; errors?: unknown };
  await pool.close();
  if (errors) throw new Error(`${url}: ${JSON.stringify(errors).slice(0, 500)}`);
  return data;
}

export const round = (figure: number): number => Math.round(figure * 100) / 100;
