import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { recordId } from '@throughline/subgraph';
import { Random } from '../../tools/demo/random';
import { describeShared, shared } from '../contract/shared';
import { type Graph, aGraph } from '../support';
import { type BundleRecord, Changes, shuffled } from './changes';
import { type Ask, expectMeetingToEqualAsking, expectQueueToEqualAsking } from './compare';
import { openWorld } from '../indexed';

const AS_AT = '2026-06-01T09:00:00Z';
const indexAsAt = (moment: string) => ({ clock: () => new Date(moment), dueEveryMs: 100 });

const askOf =
  (graph: Graph): Ask =>
  async (query, variables) => {
    const { data, errors } = await graph.query(query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
const suspectsIn = (world: readonly BundleRecord[]) =>
  world.filter(({ type }) => type === 'suspect').map(({ source, ref }) => recordId('suspect', source, ref));

describe('the queue of flags, for a world of which the records arrive in any order', () => {
  const world = openWorld() as unknown as BundleRecord[];
  const suspects = suspectsIn(world);
  const random = new Random('any order');
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph({ index: indexAsAt(AS_AT) });
    const records = shuffled(random, world);
    for (let first = 0; first < records.length; first += 700) {
      const { rejects } = await graph.import(records.slice(first, first + 700));
      expect(rejects).toEqual([]);
    }
    await graph.indexed();
  }, 120_000);
  afterAll(() => graph[Symbol.asyncDispose]());

  it('equals asking about one suspect after another', async () => {
    const queued = await expectQueueToEqualAsking(askOf(graph), suspects, AS_AT);
    expect(new Set(queued.map(({ rule }) => rule)).size).toBe(8);
    expect(queued.length).toBeGreaterThan(300);
  }, 60_000);

  it('equals it still as records are withdrawn, come back and move, and suspects are joined and parted', async () => {
    const changes = new Changes(random, world);
    for (let round = 0; round < 3; round += 1) {
      for (let batch = 0; batch < 3; batch += 1) await graph.import(changes.make(80));
      await graph.indexed();
      await expectQueueToEqualAsking(askOf(graph), suspects, AS_AT);
    }
    await expectMeetingsToEqualAsking();
  }, 240_000);

  const expectMeetingsToEqualAsking = async () => {
    for (const version of ['1', '2']) {
      const definition = { key: 'DEMO-REPEAT-HARM', version };
      expect(await expectMeetingToEqualAsking(askOf(graph), suspects, definition, AS_AT)).toBeGreaterThan(5);
    }
  };

  it('knows who meets a definition, also as that changes', async () => {
    await expectMeetingsToEqualAsking();
    const [definition] = world.filter(({ type }) => type === 'definition');
    const [criterion] = definition!.criteria;
    await graph.import([{ ...definition, criteria: [{ ...criterion, withinMonths: 12 }] }]);
    await graph.indexed();
    await expectMeetingsToEqualAsking();
  }, 60_000);

  it('shows what is known of people as those who are joined are joined', async () => {
    const { db } = graph.subgraphs.find(({ name }) => name === 'behaviour')!;
    const persons = await db.query<{ person: string; ids: string[] }>(
      'SELECT person, linked_ids AS ids FROM behaviour.person',
    );
    expect(persons.some(({ ids }) => ids.length > 2)).toBe(true);
    const all = persons.flatMap(({ ids }) => ids);
    expect(new Set(all).size).toBe(all.length);
    for (const { person, ids } of persons) expect(person).toBe([...ids].sort()[0]);
  });
});

describeShared('the queue of flags, for the worked cases', () => {
  const folder = path.join(shared, 'contract/scenarios');
  const names = readdirSync(folder).flatMap((file) =>
    file.endsWith('.ndjson') ? [path.basename(file, '.ndjson')] : [],
  );
  const read = (name: string): BundleRecord[] =>
    readFileSync(path.join(folder, `${name}.ndjson`), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line));

  it.each(names)('%s', async (name) => {
    const { asAt } = JSON.parse(readFileSync(path.join(folder, `${name}.expected.json`), 'utf8'));
    await using graph = await aGraph({ index: indexAsAt(asAt) });
    const records = read(name);
    await graph.import(shuffled(new Random(name), records));
    await graph.indexed();
    await expectQueueToEqualAsking(askOf(graph), suspectsIn(records), asAt);
  });
});
