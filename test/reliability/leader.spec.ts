import { setTimeout as delay } from 'node:timers/promises';
import { ALL_RIGHTS } from '@throughline/access';
import { Database, type Leader, lead } from '@throughline/subgraph';
import { type Graph, aGraph } from '../support';
import { until } from './until';

/** Somebody who wants to lead, with connections of their own. */
class Candidate {
  leader?: Leader;
  terms = 0;
  readonly failures: unknown[] = [];
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;

  constructor(
    private readonly db: Database,
    work: (leader: Leader) => Promise<void> = ({ signal }) => ended(signal),
  ) {
    const term = async (leader: Leader) => {
      this.leader = leader;
      this.terms += 1;
      await work(leader).finally(() => (this.leader = undefined));
    };
    this.ended = lead(db, 'test', this.stopping.signal, term, (error) => this.failures.push(error));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
    await this.db.stop();
  }
}

const ended = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
const truth = (ask: () => boolean) => until(() => Promise.resolve(ask()), Boolean);

describe('one leader at a time', () => {
  let graph: Graph;
  let candidates: Candidate[] = [];
  beforeAll(async () => {
    graph = await aGraph();
  });
  afterEach(async () => {
    for (const candidate of candidates) await candidate.stop();
    candidates = [];
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const own = () => graph.subgraphs[0]!.db;
  const aDatabase = () => Database.connect(own().pool.options.connectionString!, own().schema, 3).as(ALL_RIGHTS);
  const aCandidate = (work?: (leader: Leader) => Promise<void>) => {
    const candidate = new Candidate(aDatabase(), work);
    candidates.push(candidate);
    return candidate;
  };
  const leading = () => candidates.filter(({ leader }) => leader !== undefined);
  const backendOf = ({ leader }: Candidate) =>
    leader!.transaction(async (client) => (await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid as number);

  it('leads, and another takes over when it stops', async () => {
    for (let n = 0; n < 3; n += 1) aCandidate();
    expect(await truth(() => leading().length === 1)).toBe(true);
    await delay(600);
    const [first] = leading();
    expect(leading()).toEqual([first]);
    await first!.stop();
    candidates = candidates.filter((candidate) => candidate !== first);
    expect(await truth(() => leading().length === 1)).toBe(true);
    for (const { failures } of candidates) expect(failures).toEqual([]);
  });

  it('can write nothing more once its connection is lost, and is told', async () => {
    const first = aCandidate();
    await truth(() => first.leader !== undefined);
    const former = first.leader!;
    const backend = await backendOf(first);
    let begun!: () => void;
    const writing = new Promise<void>((resolve) => (begun = resolve));
    const late = former.transaction(async (client) => {
      await client.query(`INSERT INTO ${own().schema}.request (actor, id, operation, input_hash, result)
        VALUES ('former', '1', 'x', 'x', '{}')`);
      begun();
      await ended(former.signal);
    });
    await Promise.race([writing, late]);
    await Promise.all([
      expect(late).rejects.toThrow(),
      graph.asSuperuser(`SELECT pg_terminate_backend(${backend})`),
      ended(former.signal),
    ]);
    await expect(former.transaction((client) => client.query('SELECT 1'))).rejects.toThrow();
    expect(await own().query(`SELECT id FROM ${own().schema}.request WHERE actor = 'former'`)).toEqual([]);
    expect(await truth(() => first.leader !== undefined && first.leader !== former)).toBe(true);
  });

  it('begins anew after its work has failed', async () => {
    const first = aCandidate(async ({ signal }) => {
      if (first.terms === 1) throw new Error('once');
      await ended(signal);
    });
    expect(await truth(() => first.terms === 2 && first.leader !== undefined)).toBe(true);
    expect(first.failures).toEqual([new Error('once')]);
  });
});

describe('a listener', () => {
  it('hears what is said, and after its connection broke is told to look', async () => {
    await using graph = await aGraph();
    const { db } = graph.subgraphs[0]!;
    const heard: string[] = [];
    const other: string[] = [];
    const stop = await db.listener.listen('throughline_test', (payload) => heard.push(payload));
    const stopOther = await db.listener.listen('throughline_test', (payload) => other.push(payload));
    const say = (payload: string) => db.query(`SELECT pg_notify('throughline_test', $1)`, [payload]);
    await say('a');
    await truth(() => heard.length === 1 && other.length === 1);
    expect(heard).toEqual(['a']);
    stopOther();
    await graph.asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN throughline_test' AND datname = current_database()`,
    );
    await truth(() => heard.length === 2);
    expect(heard).toEqual(['a', '']);
    await say('b');
    await truth(() => heard.length === 3);
    expect(heard).toEqual(['a', '', 'b']);
    expect(other).toEqual(['a']);
    stop();
  });
});
