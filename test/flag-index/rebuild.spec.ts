import { randomUUID } from 'node:crypto';
import { recordId } from '@throughline/subgraph';
import { demoWorld } from '../../tools/demo/demo-world';
import { until } from '../reliability/until';
import { type Graph, aGraph } from '../support';
import type { BundleRecord } from './changes';
import { type Ask, expectQueueToEqualAsking } from './compare';
import { openWorld } from '../indexed';

const AS_AT = '2026-06-01T09:00:00Z';

describe('a rebuild of the index', () => {
  const world = openWorld({ suspects: 120 }) as unknown as BundleRecord[];
  const suspects = world
    .filter(({ type }) => type === 'suspect')
    .map(({ source, ref }) => recordId('suspect', source, ref));
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph({ index: { clock: () => new Date(AS_AT), dueEveryMs: 50 } });
    await graph.import(world);
    await graph.indexed();
  }, 120_000);
  afterAll(() => graph[Symbol.asyncDispose]());

  const ask: Ask = async (query, variables) => {
    const { data, errors } = await graph.query(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const behaviour = () => graph.subgraphs.find(({ name }) => name === 'behaviour')!.db;
  /** Everything that the index holds, but for when it was worked out. */
  const held = async () => {
    const tables = {
      flag: 'SELECT * FROM behaviour.flag ORDER BY id',
      person: 'SELECT person, linked_ids, case_ids, guidance, as_at, due_at FROM behaviour.person ORDER BY person',
      meeting: 'SELECT * FROM behaviour.meeting ORDER BY definition, version, person',
      activity: 'SELECT * FROM behaviour.activity ORDER BY seq, suspect',
    };
    return Object.fromEntries(
      await Promise.all(Object.entries(tables).map(async ([name, sql]) => [name, await behaviour().query(sql)])),
    );
  };
  const STATUS = '{ indexStatus { pending failing rebuild { beganAt endedAt suspects listed remaining } } }';
  const rebuild = async (requestId: string = randomUUID()) => {
    const { rebuildIndex } = await ask(
      'mutation ($input: RebuildIndexInput!) { rebuildIndex(input: $input) { beganAt } }',
      { input: { requestId } },
    );
    return rebuildIndex.beganAt as string;
  };
  const rebuilt = (beganAt: string) =>
    until(
      () => ask(STATUS),
      ({ indexStatus: { rebuild: last } }) => last.beganAt === beganAt && last.endedAt !== null,
      60_000,
    );

  it('gives what following the changes gave, and the queue is never short meanwhile', async () => {
    const { edges } = (await ask('{ flagQueue(first: 1) { edges { node { id } } } }')).flagQueue;
    await ask('mutation ($input: ReviewFlagInput!) { reviewFlag(input: $input) { flag { id } } }', {
      input: { requestId: randomUUID(), flagId: edges[0].node.id, status: 'REFERRED', reason: 'Passed on.' },
    });
    const before = await held();
    const counts = new Set<number>();
    let over = false;
    const watching = (async () => {
      while (!over) counts.add((await ask('{ flagQueue { totalCount } }')).flagQueue.totalCount);
    })();
    const { indexStatus } = await rebuilt(await rebuild());
    over = true;
    await watching;
    expect(indexStatus).toMatchObject({ pending: 0, failing: 0, rebuild: { suspects: suspects.length, remaining: 0 } });
    expect(await held()).toEqual(before);
    expect([...counts]).toEqual([before.flag!.length]);
  }, 120_000);

  it('makes an index again of which nothing is left but the reviews, and of which much is wrong', async () => {
    const before = await held();
    await graph.asSuperuser(`DELETE FROM behaviour.person; DELETE FROM behaviour.meeting;
      DELETE FROM behaviour.flag WHERE id NOT IN (SELECT flag_id FROM behaviour.flag_review)`);
    await rebuilt(await rebuild());
    const made = await held();
    expect({ ...made, flag: [] }).toEqual({ ...before, flag: [] });
    await expectQueueToEqualAsking(ask, suspects, AS_AT);
    // Somebody of whom there has been no record for long, and flags that nothing supports.
    await graph.asSuperuser(`INSERT INTO behaviour.person (person, linked_ids, case_ids, guidance, facts_hash, as_at)
      VALUES ('00000000-0000-4000-8000-000000000000', '{00000000-0000-4000-8000-000000000000}', '{}', '{}', '', now());
      UPDATE behaviour.flag SET linked_ids = '{00000000-0000-4000-8000-000000000000}', severity = 0
        WHERE id = (SELECT min(id::text)::uuid FROM behaviour.flag)`);
    await rebuilt(await rebuild());
    expect((await held()).person).toEqual(before.person);
    await expectQueueToEqualAsking(ask, suspects, AS_AT);
  }, 120_000);

  it('begins once however often one request is sent, and anew at the next', async () => {
    const requestId = randomUUID();
    const began = await rebuild(requestId);
    expect(await rebuild(requestId)).toBe(began);
    const again = await rebuild();
    expect(Date.parse(again)).toBeGreaterThan(Date.parse(began));
    await rebuilt(again);
    expect(await rebuild(requestId)).toBe(began);
    expect((await ask(STATUS)).indexStatus.rebuild.beganAt).toBe(again);
  }, 60_000);
});

describe('an index that was made by other rules', () => {
  it('is made again by whoever leads next', async () => {
    const index = { clock: () => new Date(AS_AT), dueEveryMs: 50 };
    await using graph = await aGraph({ index });
    const { db } = graph.subgraphs.find(({ name }) => name === 'behaviour')!;
    await graph.import([...demoWorld({ suspects: 3 })]);
    await graph.indexed();
    const [made] = await db.query<{ rules: string }>('SELECT rules FROM behaviour.rebuild');
    await graph.asSuperuser(`UPDATE behaviour.rebuild SET rules = 'others'; UPDATE behaviour.flag SET title = 'old';
      SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE locktype = 'advisory' AND datname = current_database() AND pid <> pg_backend_pid()`);
    const left = () => db.query(`SELECT id FROM behaviour.flag WHERE title = 'old' AND closed_at IS NULL`);
    await until(
      () =>
        db.query<{ rules: string; over: boolean }>('SELECT rules, ended_at > began_at AS over FROM behaviour.rebuild'),
      ([now]) => now!.rules === made!.rules && now!.over,
    );
    expect(await left()).toEqual([]);
  }, 60_000);
});
