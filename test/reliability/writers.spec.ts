import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { readFeed } from '@throughline/subgraph';
import { type Answer, type Graph, aBreach, aCase, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';

interface Change {
  field: string;
  before: unknown;
  after: unknown;
}
interface Entry {
  version: number;
  action: string;
  changes: Change[];
}

interface Page {
  edges: { node: Entry }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const WRITERS = 200;

describe('many writers at once', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1')]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const vary = (ref: string, input: object = {}): Promise<Answer<any>> =>
    graph.query(`mutation ($input: VaryOrderInput!) { varyOrder(input: $input) { order { recordVersion } } }`, {
      input: { id: idOf('order', ref), requestId: randomUUID(), on: '2024-05-01', effectiveTo: '2030-01-01', ...input },
    });
  const held = async (ref: string) => {
    const { data } = await graph.query(
      'query ($id: ID!) { order(id: $id) { recordVersion state court effectiveTo history { kind note } } }',
      { id: idOf('order', ref) },
    );
    return data.order;
  };
  /** The whole history of a record, oldest first. */
  const historyOf = async (ref: string): Promise<Entry[]> => {
    const found: Entry[] = [];
    let after: string | null = null;
    for (;;) {
      const answer: Answer<{ order: { recordHistory: Page } }> = await graph.query(
        `query ($id: ID!, $after: String) { order(id: $id) { recordHistory(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor } edges { node { version action changes { field before after } } } } } }`,
        { id: idOf('order', ref), after },
      );
      const { edges, pageInfo }: Page = answer.data.order.recordHistory;
      found.push(...edges.map(({ node }) => node));
      if (!pageInfo.hasNextPage) return found.reverse();
      after = pageInfo.endCursor;
    }
  };
  const versions = (n: number) => Array.from({ length: n }, (_none, index) => index + 1);
  /** Each change of a field must begin with what the one before it ended with. */
  const expectChain = (history: Entry[]) => {
    const last = new Map<string, unknown>();
    for (const { version, action, changes } of history) {
      for (const { field, before, after } of changes) {
        if (last.has(field))
          expect({ version, action, field, before }).toEqual({ version, action, field, before: last.get(field) });
        last.set(field, after);
      }
    }
    return last;
  };
  const codes = (answers: Answer<any>[]) =>
    answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code);

  it('lose nothing on one record', async () => {
    await graph.import([anOrder('hot')]);
    const answers = await Promise.all(
      versions(WRITERS).map((n) => vary('hot', { effectiveTo: `20${30 + (n % 60)}-01-01`, note: `${n}` })),
    );
    expect(codes(answers)).toEqual([]);
    const given = answers.map(({ data }) => data.varyOrder.order.recordVersion as number).sort((a, b) => a - b);
    expect(given).toEqual(versions(WRITERS).map((n) => n + 1));
    const order = await held('hot');
    expect(order.recordVersion).toBe(1 + WRITERS);
    expect(
      order.history.map(({ note }: { note: string }) => Number(note)).sort((a: number, b: number) => a - b),
    ).toEqual(versions(WRITERS));
    const history = await historyOf('hot');
    expect(history.map(({ version }) => version)).toEqual(versions(WRITERS + 1));
    expect(expectChain(history).get('effectiveTo')).toBe(order.effectiveTo);
  });

  it('get there by trying again, where each insists on the version it read', async () => {
    await graph.import([anOrder('careful')]);
    let conflicts = 0;
    const writer = async (n: number) => {
      let expectedVersion = 1;
      for (let tries = 1; ; tries += 1) {
        const began = performance.now();
        const { errors, data } = await vary('careful', { expectedVersion, note: `${n}` });
        if (!errors) return data.varyOrder.order.recordVersion as number;
        expect(errors[0]!.extensions.code).toBe('CONFLICT');
        conflicts += 1;
        // The answer says what to try with, so that nobody has to read in between.
        expect(errors[0]!.extensions.currentVersion).toBeGreaterThan(expectedVersion);
        expectedVersion = errors[0]!.extensions.currentVersion as number;
        // Of those who try at once one gets through. Did nobody wait, they would try as often as the square of their
        // number. What is known after a wait is old: the first try after it asks what to try with, the second is in earnest.
        if (tries % 2 === 0) await delay(Math.random() * (performance.now() - began) * 2 ** Math.min(tries / 2, 6));
      }
    };
    const given = await Promise.all(versions(WRITERS).map(writer));
    expect(given.sort((a, b) => a - b)).toEqual(versions(WRITERS).map((n) => n + 1));
    expect(conflicts).toBeGreaterThan(0);
    const order = await held('careful');
    expect(order.recordVersion).toBe(1 + WRITERS);
    expect(order.history.length).toBe(WRITERS);
    expect((await historyOf('careful')).map(({ version }) => version)).toEqual(versions(WRITERS + 1));
  });

  it('send one request many times over and have it done once', async () => {
    await graph.import([anOrder('again')]);
    const requestId = randomUUID();
    const answers = await Promise.all(versions(50).map(() => vary('again', { requestId, effectiveTo: '2031-01-01' })));
    expect(codes(answers)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data.varyOrder.order.recordVersion))).toEqual(new Set([2]));
    expect((await held('again')).history.length).toBe(1);
  });

  it('meet imports of the same records, and every history still tells one story', async () => {
    const refs = versions(6).map((n) => `mixed-${n}`);
    await graph.import(refs.map((ref) => anOrder(ref)));
    const imports = versions(4).map(async (importer) => {
      for (const turn of versions(6)) {
        // Each importer in an order of its own.
        const records = refs.map((ref) =>
          anOrder(ref, { court: `Court ${importer}.${turn}`, effectiveTo: '2040-01-01' }),
        );
        for (let n = importer; n > 0; n -= 1) records.push(records.shift()!);
        const { rejected } = await graph.import(records);
        expect(rejected).toBe(0);
      }
    });
    const mutations = refs.flatMap((ref) => versions(15).map((n) => ({ ref, n })));
    const answers: Answer<any>[] = [];
    const writers = versions(8).map(async () => {
      for (let next = mutations.pop(); next; next = mutations.pop()) {
        answers.push(await vary(next.ref, { effectiveTo: `20${41 + next.n}-01-01`, note: `${next.n}` }));
      }
    });
    await Promise.all([...imports, ...writers]);
    expect(codes(answers)).toEqual([]);
    const feed = new Map<string, number[]>();
    for (let cursor: string | null = null; ;) {
      const entries = await readFeed(graph.subgraphs.find(({ name }) => name === 'orders')!.db, cursor);
      if (entries.length === 0) break;
      for (const { id, version } of entries) feed.set(id, [...(feed.get(id) ?? []), version]);
      cursor = entries.at(-1)!.cursor;
    }
    for (const ref of refs) {
      const order = await held(ref);
      const history = await historyOf(ref);
      expect(history.map(({ version }) => version)).toEqual(versions(order.recordVersion));
      expect(history.filter(({ action }) => action === 'VARY').length).toBe(15);
      expect(order.history.length).toBe(15);
      const last = expectChain(history);
      expect(last.get('court')).toBe(order.court);
      expect(last.get('effectiveTo')).toBe(order.effectiveTo);
      expect(last.get('state')).toBe(order.state);
    }
  });

  it('can be imports alone, of the same records of two types in opposite orders', async () => {
    await graph.import([anOrder('O1'), aBreach('B0')]);
    const refs = versions(30).map(String);
    const imports = versions(6).map(async (importer) => {
      for (const turn of versions(5)) {
        const orders = refs.map((ref) => anOrder(`both-${ref}`, { court: `${importer}.${turn}` }));
        const breaches = refs.map((ref) => aBreach(`both-${ref}`, { reason: `${importer}.${turn}` }));
        const { rejects } = await graph.import(importer % 2 ? [...orders, ...breaches] : [...breaches, ...orders]);
        expect(rejects).toEqual([]);
      }
    });
    await Promise.all(imports);
    for (const ref of refs) {
      const { recordVersion } = await held(`both-${ref}`);
      expect((await historyOf(`both-${ref}`)).map(({ version }) => version)).toEqual(versions(recordVersion));
    }
  });
});
