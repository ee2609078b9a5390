import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type ChangeNotice, recordId, subgraphServer } from '@throughline/subgraph';
import { Random } from '../../tools/demo/random';
import { until } from '../reliability/until';
import { type Graph, aGraph } from '../support';
import { type BundleRecord, Changes, shuffled } from './changes';
import { type Ask, expectQueueToEqualAsking } from './compare';
import { openWorld } from '../indexed';

const root = path.resolve(__dirname, '../..');
const TOKEN = 'a token that is at least thirty-two characters long';
/** Types of which a record names its suspects itself. */
const OWN = ['suspect', 'incident', 'charge', 'chargingDecision', 'order', 'riskAssessment'];
const FEEDS = ['cases', 'orders', 'risk-assessments', 'inspections'];

/** `npm run serve behaviour` on the graph's database, over subgraphs that are served beside it. */
class Replica {
  private child?: ChildProcess;
  said = '';

  constructor(
    /** What PostgreSQL knows its connections by. */
    readonly name: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['tools/up/run.mjs', 'tools/up/serve.ts', 'behaviour'], {
      cwd: root,
      env: { ...process.env, INIT_CWD: root, ...this.env, PGAPPNAME: this.name },
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    await until(
      () => Promise.resolve(this.said),
      (said) => said.includes('behaviour is at') || child.exitCode !== null,
      60_000,
    );
    if (!this.said.includes('behaviour is at')) throw new Error(`it did not start:\n${this.said}`);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }
}

describe('two replicas of the index, each killed in the middle of its work', () => {
  const world = openWorld() as unknown as BundleRecord[];
  const suspects = world
    .filter(({ type }) => type === 'suspect')
    .map(({ source, ref }) => recordId('suspect', source, ref));
  const random = new Random('replicas');
  const servers: ReturnType<typeof subgraphServer>[] = [];
  let graph: Graph;
  let replicas: Replica[] = [];

  beforeAll(async () => {
    graph = await aGraph();
    const places: string[] = [];
    for (const subgraph of graph.subgraphs.filter(({ name }) => name !== 'behaviour')) {
      const server = subgraphServer(subgraph, TOKEN);
      servers.push(server);
      places.push(`${subgraph.name}=${await server.listen({ port: 0, host: '127.0.0.1' })}`);
    }
    const env = {
      THROUGHLINE_DATABASE_URL: graph.superuserUrl,
      THROUGHLINE_INTERNAL_TOKEN: TOKEN,
      THROUGHLINE_PORT: '0',
      THROUGHLINE_SUBGRAPHS: places.join(','),
    };
    replicas = ['one', 'two'].map((name) => new Replica(name, env));
    await Promise.all(replicas.map((replica) => replica.start()));
  }, 120_000);
  afterAll(async () => {
    for (const replica of replicas) await replica.end('SIGKILL');
    for (const server of servers) await server.close();
    await graph[Symbol.asyncDispose]();
  });

  const behaviour = () => graph.subgraphs.find(({ name }) => name === 'behaviour')!.db;
  const ask: Ask = async (query, variables) => {
    const { data, errors } = await graph.query(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  /** Names of the replicas that hold the lock of the index. */
  const leaders = async () => {
    const rows = await behaviour().query<{ name: string }>(
      `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND datname = current_database() AND application_name IN ('one', 'two')`,
    );
    return rows.map(({ name }) => name);
  };
  const aLeader = async (other?: string) => {
    const [name] = await until(leaders, (found) => found.length === 1 && found[0] !== other);
    return replicas.find((replica) => replica.name === name)!;
  };
  const indexed = async () => {
    const [{ n } = { n: 0 }] = await behaviour().query<{ n: number }>('SELECT count(*) AS n FROM behaviour.person');
    return n;
  };

  it('go on where the other was, and end with a queue that equals asking', async () => {
    const importing = graph.import(shuffled(random, world));
    const first = await aLeader();
    await until(indexed, (n) => n > 20, 60_000);
    await first.end('SIGKILL');
    const second = await aLeader(first.name);
    await importing;
    await first.start();
    const changes = new Changes(random, world);
    for (let round = 0; round < 3; round += 1) {
      await graph.import(changes.make(100));
      const leader = await aLeader();
      expect(round > 0 || leader === second).toBe(true);
      await leader.end('SIGKILL');
      await aLeader(leader.name);
      await leader.start();
    }
    await graph.indexed();
    const asAt = new Date().toISOString();
    await expectQueueToEqualAsking(ask, suspects, asAt);
  }, 240_000);

  it('have told the activity of each change once, and in the order of the feed', async () => {
    const told = await behaviour().query<{ suspect: string; record: string; version: number; seq: number }>(
      'SELECT suspect, record, version, seq FROM behaviour.activity ORDER BY seq',
    );
    const keyOf = ({ suspect, record, version }: (typeof told)[number]) => `${suspect} ${record} ${version}`;
    expect(new Set(told.map(keyOf)).size).toBe(told.length);
    const found = new Set(told.map(keyOf));
    const seqOf = new Map(told.map(({ record, version, seq }) => [`${record} ${version}`, seq]));
    for (const feed of FEEDS) {
      const notices = await feedOf(feed);
      // Of what was changed later, a notice that is read now names others than one that was read then.
      const changed = new Set(notices.flatMap(({ id, version }) => (version > 1 ? [id] : [])));
      const steady = notices.filter(({ id, type }) => OWN.includes(type) && !changed.has(id));
      for (const { id, version, suspects: named } of steady) {
        for (const suspect of named) expect(found).toContain(keyOf({ suspect, record: id, version, seq: 0 }));
      }
      const seqs = notices.flatMap(({ id, version }) => seqOf.get(`${id} ${version}`) ?? []);
      // Examinations are told to whoever is known to be in their cases by then.
      expect(seqs.length).toBeGreaterThan(feed === 'inspections' ? 0 : 20);
      expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
    }
  }, 60_000);

  it('stop cleanly when they are told to', async () => {
    for (const replica of replicas) expect(await replica.end('SIGTERM')).toBe(0);
  });

  const feedOf = async (name: string) => {
    const subgraph = graph.subgraphs.find((one) => one.name === name)!;
    const all: ChangeNotice[] = [];
    for (;;) {
      const next = await subgraph.changes(all.at(-1)?.cursor ?? null);
      if (next.length === 0) return all;
      all.push(...next);
    }
  };
});
