import { setTimeout as delay } from 'node:timers/promises';
import { ALL_RIGHTS } from '@throughline/access';
import { type SubgraphPort, remoteSubgraph, subgraphServer } from '@throughline/subgraph';
import { FlagIndex } from '../../apps/behaviour/src/flag-index/flag-index.service';
import { until } from '../reliability/until';
import {
  type Bundle,
  FORCE,
  type Graph,
  aCase,
  aGraph,
  aSuspect,
  aVictim,
  anIncident,
  anOrder,
  idOf,
} from '../support';

const TOKEN = 'a token that is at least thirty-two characters long';
const SUBSCRIPTION = `subscription ($id: ID!, $since: String) {
  suspectActivity(suspectId: $id, since: $since) { cursor at kind recordType recordId suspect { id } } }`;

/** Somebody who subscribed to the activity of a suspect, and what they were told. */
class Follower {
  readonly told: any[] = [];
  readonly errors: any[] = [];
  private readonly leaving = new AbortController();
  private readonly ended: Promise<void>;

  constructor(port: SubgraphPort, id: string, since: string | null = null) {
    this.ended = this.follow(port, { id, since });
  }

  private async follow(port: SubgraphPort, variables: object): Promise<void> {
    const events = port.subscribe(
      { query: SUBSCRIPTION, variables: { ...variables } },
      { actor: 'test', rights: ALL_RIGHTS },
      this.leaving.signal,
    );
    for await (const { data, errors } of events) {
      if (errors) this.errors.push(...errors);
      if (data) this.told.push(data.suspectActivity);
    }
  }

  get cursor(): string {
    return this.told.at(-1).cursor;
  }

  get what(): string[] {
    return this.told.map(({ kind, recordType, recordId }) => `${kind} ${recordType} ${recordId}`);
  }

  /** What was told once there is so much; a little later, so that what comes twice is seen. */
  async has(count: number): Promise<string[]> {
    await until(
      () => Promise.resolve(this.told.length),
      (length) => length >= count,
    );
    await delay(100);
    return this.what;
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.ended;
  }
}

const link: Bundle = {
  type: 'identityLink',
  source: FORCE,
  ref: 'L1',
  a: 'S1',
  b: 'S2',
  decision: 'SAME',
  decidedBy: 'Test',
  reason: 'Test.',
};
const said = (kind: string, type: string, ref: string) => `${kind} ${type} ${idOf(type, ref)}`;

describe('the activity of a suspect', () => {
  let graph: Graph;
  let behaviour: SubgraphPort;
  let index: FlagIndex;
  const followers: Follower[] = [];
  const [s1, s2] = [idOf('suspect', 'S1'), idOf('suspect', 'S2')];

  beforeEach(async () => {
    graph = await aGraph();
    behaviour = graph.subgraphs.find(({ name }) => name === 'behaviour')!;
    index = startIndex();
    await graph.import([
      aSuspect('S1'),
      aSuspect('S2'),
      aSuspect('S3'),
      aVictim('V1'),
      aCase('C1', { suspects: ['S3'] }),
    ]);
    await graph.indexed();
  });
  afterEach(async () => {
    for (const follower of followers.splice(0)) await follower.leave();
    await index.stop();
    await graph[Symbol.asyncDispose]();
  });

  const startIndex = () =>
    new FlagIndex(graph.subgraphs.find(({ name }) => name === 'behaviour')!.db, graph.subgraphs, { dueEveryMs: 1000 });
  const follow = (id: string, since: string | null = null, port = behaviour) => {
    const follower = new Follower(port, id, since);
    followers.push(follower);
    return follower;
  };

  it('is told as it happens, to those whom it concerns, and from a cursor on', async () => {
    const [first, other] = [follow(s1), follow(s2)];
    await delay(200);
    await graph.import([anIncident('I1'), anOrder('O1')]);
    await graph.indexed();
    await graph.import([anIncident('I1', { evidence: 'DISPROVED' })]);
    await graph.indexed();
    await graph.import([{ type: 'incident', source: FORCE, ref: 'I1', op: 'withdraw' }]);
    const told = await first.has(4);
    expect([...told.slice(0, 2)].sort()).toEqual([said('RECORDED', 'incident', 'I1'), said('RECORDED', 'order', 'O1')]);
    expect(told.slice(2)).toEqual([said('CHANGED', 'incident', 'I1'), said('WITHDRAWN', 'incident', 'I1')]);
    expect(first.told.every(({ suspect }) => suspect.id === s1)).toBe(true);
    expect(other.what).toEqual([]);
    const all = [said('RECORDED', 'suspect', 'S1'), ...told];
    for (const [n, { cursor }] of first.told.entries()) {
      const resumed = follow(s1, cursor);
      expect(await resumed.has(told.length - n - 1)).toEqual(told.slice(n + 1));
    }
    expect(await follow(s1, '0').has(all.length)).toEqual(all);
  });

  it('is that of everybody who is the same person, each change once', async () => {
    const follower = follow(s1);
    await delay(200);
    await graph.import([link]);
    await graph.indexed();
    expect(await follower.has(1)).toEqual([said('RECORDED', 'identityLink', 'L1')]);
    await graph.import([anIncident('I2', { suspect: 'S2' }), anIncident('I3', { suspect: 'S3' })]);
    expect(await follower.has(2)).toEqual([said('RECORDED', 'identityLink', 'L1'), said('RECORDED', 'incident', 'I2')]);
    const resumed = follow(s2, follower.told[0].cursor);
    expect(await resumed.has(1)).toEqual([said('RECORDED', 'incident', 'I2')]);
    await graph.import([{ ...link, op: undefined, decision: 'DIFFERENT' }]);
    await graph.indexed();
    await graph.import([anIncident('I4', { suspect: 'S2' })]);
    await graph.indexed();
    expect((await follower.has(3)).slice(2)).toEqual([said('CHANGED', 'identityLink', 'L1')]);
    expect((await resumed.has(3)).slice(1)).toEqual([
      said('CHANGED', 'identityLink', 'L1'),
      said('RECORDED', 'incident', 'I4'),
    ]);
  });

  it('has nothing twice and nothing missing over restarts of the index and of the connection that listens', async () => {
    const watcher = follow(s1);
    let resuming = follow(s1);
    await delay(200);
    const expected: string[] = [];
    const seen: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const refs = Array.from({ length: 25 }, (_none, n) => `R${round}-${n}`);
      const importing = graph.import(refs.map((ref) => anOrder(ref)));
      if (round % 2 === 0) {
        await index.stop();
        index = startIndex();
      } else {
        await graph.asSuperuser(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN throughline_behaviour_activity%' AND datname = current_database()`,
        );
      }
      await importing;
      expected.push(...refs.map((ref) => said('RECORDED', 'order', ref)));
      await until(
        () => Promise.resolve(resuming.told.length),
        (length) => length > 5,
      );
      await resuming.leave();
      seen.push(...resuming.what);
      resuming = follow(s1, resuming.cursor);
    }
    await graph.indexed();
    expect((await watcher.has(expected.length)).sort()).toEqual([...expected].sort());
    expect([...seen, ...(await resuming.has(expected.length - seen.length))]).toEqual(watcher.what);
  });

  it('is followed across HTTP alike', async () => {
    const server = subgraphServer(behaviour, TOKEN);
    const remote = await remoteSubgraph('behaviour', await server.listen({ port: 0, host: '127.0.0.1' }), TOKEN);
    try {
      const follower = follow(s1, '0', remote);
      expect(await follower.has(1)).toEqual([said('RECORDED', 'suspect', 'S1')]);
      await graph.import([anOrder('O1')]);
      expect((await follower.has(2)).slice(1)).toEqual([said('RECORDED', 'order', 'O1')]);
      await follower.leave();
    } finally {
      await remote.stop();
      await server.close();
    }
  });

  it.each([
    [s1, 'yesterday', 'since: is not a cursor of suspectActivity'],
    ['S1', null, 'suspectId: is not an id'],
  ])('of %s after %s is refused', async (id, since, reason) => {
    const follower = follow(id, since);
    const [error] = await until(
      () => Promise.resolve(follower.errors),
      ({ length }) => length > 0,
    );
    expect(error.extensions).toMatchObject({ code: 'INVALID_INPUT' });
    expect(error.message).toContain(reason);
  });
});
