import { once } from 'node:events';
import { type GraphQLRequest, type Subgraph, type SubgraphPort, recordId } from '@throughline/subgraph';
import { until } from '../reliability/until';
import {
  type Bundle,
  FORCE,
  type Graph,
  aBreach,
  aCase,
  aDecision,
  aGraph,
  aSuspect,
  aVictim,
  anIncident,
  anOrder,
  idOf,
} from '../support';
import { flagsQueued } from './compare';

/** A clock that is put forward. */
class Clock {
  private now = '2024-06-01T09:00:00Z';

  put(moment: string): void {
    this.now = moment;
  }

  read = (): Date => new Date(this.now);
}

const people = [aSuspect('S1'), aVictim('V1'), aCase('C1')];
const link = (ref: string, a: string, b: string, fields: object = {}): Bundle => ({
  type: 'identityLink',
  source: FORCE,
  ref,
  a,
  b,
  decision: 'SAME',
  decidedBy: 'Test',
  reason: 'Test.',
  ...fields,
});
const withdraw = (type: string, ref: string): Bundle => ({ type, source: FORCE, ref, op: 'withdraw' });
const ask = (graph: Graph) => async (query: string, variables?: object) => {
  const { data, errors } = await graph.query(query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const queueOf = async (graph: Graph) => {
  await graph.indexed();
  return flagsQueued(ask(graph));
};
const rulesOf = async (graph: Graph) => (await queueOf(graph)).map(({ rule }) => rule).sort();
/** What the index holds of a flag, whether or not it is closed. */
const heldFlag = async (graph: Graph, id: string) =>
  (
    await ask(graph)('query ($id: ID!) { flag(id: $id) { raisedAt closedAt review { status reason returned } } }', {
      id,
    })
  ).flag;
const review = (graph: Graph, flagId: string, status: string, requestId: string) =>
  ask(graph)('mutation ($input: ReviewFlagInput!) { reviewFlag(input: $input) { flag { id } } }', {
    input: { requestId, flagId, status, reason: 'Looked at.' },
  });

describe('as time passes', () => {
  it('flags come up and go without a change of any record', async () => {
    const clock = new Clock();
    await using graph = await aGraph({ index: { clock: clock.read, dueEveryMs: 50 } });
    await graph.import([
      ...people,
      anOrder('O1', { effectiveFrom: '2024-03-01', effectiveTo: '2024-09-01' }),
      anOrder('O2', { effectiveFrom: '2024-03-01', effectiveTo: '2024-08-01' }),
    ]);
    expect(await rulesOf(graph)).toEqual([]);
    const comesTo = async (moment: string, rules: string[]) => {
      clock.put(moment);
      const found = await until(
        () => rulesOf(graph),
        (now) => now.join() === rules.join(),
      );
      expect(found).toEqual(rules);
    };
    await comesTo('2024-07-10T09:00:00Z', ['ORDER_EXPIRING']);
    const [flag] = await queueOf(graph);
    expect(Date.parse(flag.raisedAt)).toBe(Date.parse('2024-07-10T09:00:00Z'));
    await comesTo('2024-08-10T09:00:00Z', ['ORDER_EXPIRING']);
    await comesTo('2024-09-02T09:00:00Z', []);
    expect((await heldFlag(graph, flag.id)).closedAt).not.toBeNull();
  });
});

describe('a flag', () => {
  const clock = new Clock();
  let graph: Graph;
  beforeEach(async () => {
    clock.put('2024-06-01T09:00:00Z');
    graph = await aGraph({ index: { clock: clock.read, dueEveryMs: 50 } });
    await graph.import([...people, anOrder('O1', { effectiveTo: '2024-06-10' })]);
  });
  afterEach(() => graph[Symbol.asyncDispose]());

  it('that was dismissed comes back when what it rests on changes, and not before', async () => {
    const [flag] = await queueOf(graph);
    await review(graph, flag.id, 'DISMISSED', 'r1');
    clock.put('2024-06-03T09:00:00Z');
    await graph.import([aCase('C1', { stage: 'CHARGED' }), aSuspect('S1', { sex: 'M' })]);
    await graph.indexed();
    expect(await heldFlag(graph, flag.id)).toMatchObject({ review: { status: 'DISMISSED', returned: false } });
    await graph.import([aBreach('B1', { occurredAt: '2024-05-20T10:00:00Z', reportedAt: '2024-05-20T12:00:00Z' })]);
    await graph.indexed();
    expect(await heldFlag(graph, flag.id)).toEqual({
      raisedAt: '2024-06-01T09:00:00Z',
      closedAt: null,
      review: { status: 'OPEN', reason: 'Looked at.', returned: true },
    });
  });

  it('that was dismissed stays so where time alone has made it another', async () => {
    await graph.import([aBreach('B1', { occurredAt: '2023-06-04T10:00:00Z', reportedAt: '2023-06-04T12:00:00Z' })]);
    await graph.indexed();
    const severity = async (id: string) =>
      (await queueOf(graph)).find((flag: { id: string }) => flag.id === id)?.severity;
    const flag = (await queueOf(graph)).find(({ rule }: { rule: string }) => rule === 'ORDER_EXPIRING');
    expect(flag.severity).toBe('HIGH');
    await review(graph, flag.id, 'DISMISSED', 'r1');
    // The breach is more than a year old by then.
    clock.put('2024-06-08T09:00:00Z');
    expect(
      await until(
        () => severity(flag.id),
        (now) => now === 'MEDIUM',
      ),
    ).toBe('MEDIUM');
    expect(await heldFlag(graph, flag.id)).toMatchObject({ review: { status: 'DISMISSED', returned: false } });
    await graph.import([aBreach('B2', { occurredAt: '2024-05-20T10:00:00Z', reportedAt: '2024-05-20T12:00:00Z' })]);
    await graph.indexed();
    expect(await heldFlag(graph, flag.id)).toMatchObject({ review: { status: 'OPEN', returned: true } });
  });

  it('that was accepted stays so', async () => {
    const [flag] = await queueOf(graph);
    await review(graph, flag.id, 'ACCEPTED', 'r1');
    await graph.import([aBreach('B1', { occurredAt: '2024-05-20T10:00:00Z', reportedAt: '2024-05-20T12:00:00Z' })]);
    await graph.indexed();
    expect(await heldFlag(graph, flag.id)).toMatchObject({ review: { status: 'ACCEPTED', returned: false } });
  });

  it('that the facts no longer support is closed, and found again it is the same, with its review', async () => {
    const [flag] = await queueOf(graph);
    await review(graph, flag.id, 'DISMISSED', 'r1');
    clock.put('2024-06-02T09:00:00Z');
    await graph.import([withdraw('order', 'O1')]);
    expect(await queueOf(graph)).toEqual([]);
    expect(await heldFlag(graph, flag.id)).toMatchObject({ closedAt: '2024-06-02T09:00:00Z' });
    clock.put('2024-06-03T09:00:00Z');
    await graph.import([anOrder('O1', { effectiveTo: '2024-06-10' })]);
    expect((await queueOf(graph)).map(({ id }) => id)).toEqual([flag.id]);
    expect(await heldFlag(graph, flag.id)).toEqual({
      raisedAt: '2024-06-03T09:00:00Z',
      closedAt: null,
      review: { status: 'DISMISSED', reason: 'Looked at.', returned: false },
    });
  });
});

/** A subgraph that others are kept from reaching, or that answers wrongly. */
class Troubled implements SubgraphPort {
  trouble?: (request: GraphQLRequest) => Promise<void> | void;
  asked = 0;

  constructor(private readonly own: Subgraph) {}

  get name() {
    return this.own.name;
  }
  get records() {
    return this.own.records;
  }
  get importsAtOnce() {
    return this.own.importsAtOnce;
  }

  execute: SubgraphPort['execute'] = async (request, caller) => {
    if (caller.actor !== 'behaviour') return this.own.execute(request, caller);
    this.asked += 1;
    const answer = await this.own.execute(request, caller);
    await this.trouble?.(request);
    return answer;
  };
  subscribe: SubgraphPort['subscribe'] = (...given) => this.own.subscribe(...given);
  import: SubgraphPort['import'] = (batch) => this.own.import(batch);
  finishImport: SubgraphPort['finishImport'] = (run) => this.own.finishImport(run);
  changes: SubgraphPort['changes'] = (...given) => this.own.changes(...given);
  lastChange: SubgraphPort['lastChange'] = () => this.own.lastChange();
  followChanges: SubgraphPort['followChanges'] = (...given) => this.own.followChanges(...given);
}

/** A graph in which one subgraph is troubled as the index asks it. */
async function aGraphWith(name: string) {
  const told: string[] = [];
  let troubled!: Troubled;
  const clock = new Clock();
  const graph = await aGraph({
    ports: (running) =>
      running.map((subgraph) => (subgraph.name === name ? (troubled = new Troubled(subgraph)) : subgraph)),
    index: { clock: clock.read, dueEveryMs: 50, tell: (line) => told.push(line) },
  });
  return { graph, troubled, told, [Symbol.asyncDispose]: () => graph[Symbol.asyncDispose]() };
}

describe('where a subgraph does not answer', () => {
  const expiring = anOrder('O1', { effectiveTo: '2024-06-10' });

  it.each(['cases', 'orders', 'risk-assessments', 'inspections'])(
    'nothing is written while %s fails, it is told once, and made up for afterwards',
    async (name) => {
      await using world = await aGraphWith(name);
      const { graph, troubled, told } = world;
      await graph.import([...people, expiring]);
      expect(await rulesOf(graph)).toEqual(['ORDER_EXPIRING']);
      troubled.trouble = () => Promise.reject(new Error('out of reach'));
      await graph.import([withdraw('order', 'O1'), anOrder('O2', { effectiveTo: '2024-06-12' })]);
      const before = troubled.asked;
      await until(
        () => Promise.resolve(troubled.asked),
        (asked) => asked > before + 2,
      );
      const { flagQueue } = await ask(graph)('{ flagQueue { pending edges { node { restsOn { id } } } } }');
      expect(flagQueue.pending).toBe(1);
      expect(flagQueue.edges.map(({ node }: any) => node.restsOn)).toEqual([[{ id: idOf('order', 'O1') }]]);
      troubled.trouble = undefined;
      expect((await queueOf(graph)).map(({ restsOn }) => restsOn.map(({ id }: any) => id))).toEqual([
        [idOf('order', 'O2')],
      ]);
      expect(told).toEqual(['the index of flags: out of reach', 'the index of flags: goes on']);
    },
    60_000,
  );

  it('somebody whose facts cannot be had does not hold up the others', async () => {
    await using world = await aGraphWith('orders');
    const { graph, troubled } = world;
    const broken = idOf('suspect', 'S3');
    troubled.trouble = ({ variables }) => {
      if (JSON.stringify(variables).includes(broken)) throw new Error('cannot be had');
    };
    const names = Array.from({ length: 12 }, (_none, n) => `S${n}`);
    await graph.import([
      aVictim('V1'),
      ...names.map((name) => aSuspect(name)),
      ...names.map((name) => anOrder(`O-${name}`, { suspect: name, effectiveTo: '2024-06-10' })),
    ]);
    const status = '{ indexStatus { pending failing } flagQueue { totalCount } }';
    const found = await until(
      () => ask(graph)(status),
      ({ flagQueue, indexStatus }) => flagQueue.totalCount === 11 && indexStatus.failing === 1,
    );
    expect(found).toEqual({ indexStatus: { pending: 1, failing: 1 }, flagQueue: { totalCount: 11 } });
    troubled.trouble = undefined;
    expect((await queueOf(graph)).length).toBe(12);
  }, 60_000);
});

describe('a change that comes while somebody is being looked at', () => {
  const decision = aDecision('D1', { guidanceCited: [{ key: 'k', version: '1' }] });
  const guidance = (inForceFrom: string): Bundle => ({
    type: 'guidance',
    source: 'cps',
    ref: 'k1',
    key: 'k',
    version: '1',
    title: 'Guidance',
    publisher: 'CPS',
    inForceFrom,
  });
  const inspection: Bundle[] = [
    { type: 'inspection', source: 'hmcpsi', ref: 'I1', title: 'I', body: 'hmcpsi', openedOn: '2024-05-01', themes: [] },
    {
      type: 'fileExamination',
      source: 'hmcpsi',
      ref: 'E1',
      inspection: 'I1',
      case: { source: FORCE, ref: 'C1' },
      examinedOn: '2024-05-02',
      answers: [{ question: 'q', guidance: { key: 'k', version: '1' } }],
    },
  ];

  it.each([
    ['by a case that nobody is known to have yet', aDecision('D1'), [guidance('2024-03-01'), ...inspection]],
    ['by guidance that nobody is known to cite yet', decision, [guidance('2024-03-01')]],
  ])(
    'and concerns them only %s is not lost',
    async (_how, first, late) => {
      await using world = await aGraphWith('inspections');
      const { graph, troubled } = world;
      const reached = new AbortController();
      const goOn = new AbortController();
      // The facts are read; before they are stored, more becomes known.
      troubled.trouble = async ({ variables }) => {
        if (!JSON.stringify(variables).includes(idOf('case', 'C1'))) return;
        reached.abort();
        if (!goOn.signal.aborted) await once(goOn.signal, 'abort');
      };
      await graph.import([...people, anIncident('I1'), first]);
      if (!reached.signal.aborted) await once(reached.signal, 'abort');
      await graph.import(late);
      const inspections = graph.subgraphs.find(({ name }) => name === 'inspections')!;
      const behaviour = graph.subgraphs.find(({ name }) => name === 'behaviour')!;
      const end = await inspections.lastChange();
      await until(
        () =>
          behaviour.db.query<{ cursor: string }>(
            `SELECT cursor FROM behaviour.feed_cursor WHERE subgraph = 'inspections'`,
          ),
        ([read]) => read?.cursor === end,
      );
      goOn.abort();
      expect(await rulesOf(graph)).toContain('GUIDANCE_NOT_IN_FORCE');
    },
    60_000,
  );

  it('and concerns somebody of whom there is nothing yet is not lost either, in whatever order it comes', async () => {
    await using graph = await aGraph({ index: { clock: new Clock().read, dueEveryMs: 50 } });
    for (const records of [inspection, [guidance('2024-03-01')], [aDecision('D1')], [aCase('C1')], [aVictim('V1')]]) {
      await graph.import(records);
      expect(await rulesOf(graph)).toEqual([]);
    }
    await graph.import([aSuspect('S1')]);
    expect(await rulesOf(graph)).toEqual(['GUIDANCE_NOT_IN_FORCE']);
    await graph.import([guidance('2024-01-01')]);
    expect(await rulesOf(graph)).toEqual([]);
  }, 60_000);
});

describe('suspects who are joined and parted', () => {
  it('are one in the index while they are one, whoever of them changes', async () => {
    await using graph = await aGraph({ index: { clock: new Clock().read, dueEveryMs: 50 } });
    const [a, b, c] = ['S1', 'S2', 'S3'].map((ref) => idOf('suspect', ref));
    const expiring = (ref: string, suspect: string) => anOrder(ref, { suspect, effectiveTo: '2024-06-10' });
    const personsOf = async () => {
      await graph.indexed();
      const { db } = graph.subgraphs.find(({ name }) => name === 'behaviour')!;
      const rows = await db.query<{ ids: string[] }>('SELECT linked_ids AS ids FROM behaviour.person ORDER BY person');
      return rows.map(({ ids }) => ids);
    };
    const sorted = (...groups: (string | undefined)[][]) =>
      groups.map((ids) => ids.map(String).sort()).sort((one, other) => (one[0]! < other[0]! ? -1 : 1));
    await graph.import([aVictim('V1'), ...['S1', 'S2', 'S3'].map((ref) => aSuspect(ref))]);
    await graph.import([expiring('O1', 'S1'), expiring('O3', 'S3')]);
    expect(await personsOf()).toEqual(sorted([a], [b], [c]));
    await graph.import([link('L1', 'S1', 'S2'), link('L2', 'S2', 'S3')]);
    expect(await personsOf()).toEqual(sorted([a, b, c]));
    const [person] = sorted([a, b, c])[0]!;
    expect((await queueOf(graph)).map(({ suspect }) => suspect.id)).toEqual([person, person]);
    // A link that is taken back in the middle parts them into two; the one it does not name stays with its own.
    await graph.import([withdraw('identityLink', 'L1')]);
    expect(await personsOf()).toEqual(sorted([a], [b, c]));
    await graph.import([link('L1', 'S1', 'S2'), link('L2', 'S2', 'S3', { decision: 'DIFFERENT' })]);
    expect(await personsOf()).toEqual(sorted([a, b], [c]));
    await graph.import([withdraw('suspect', 'S1')]);
    expect(await personsOf()).toEqual(sorted([a, b], [c]));
    const flags = (await queueOf(graph)).map(({ restsOn }) => restsOn[0].id).sort();
    expect(flags).toEqual([recordId('order', FORCE, 'O1'), recordId('order', FORCE, 'O3')].sort());
  }, 60_000);
});
