import { randomUUID } from 'node:crypto';
import { ALL_RIGHTS, RIGHTS_SETTING } from '@throughline/access';
import { type FeedEntry, type Subgraph, followFeed, readFeed } from '@throughline/subgraph';
import { Client } from 'pg';
import { type Graph, aCase, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';
import { until } from './until';

describe('the feed of changes', () => {
  let graph: Graph;
  let orders: Subgraph;
  const clients: Client[] = [];

  beforeAll(async () => {
    graph = await aGraph();
    orders = graph.subgraphs.find(({ name }) => name === 'orders')!;
    await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1')]);
  });
  afterAll(async () => {
    for (const client of clients) await client.end();
    await graph[Symbol.asyncDispose]();
  });

  const appUrl = () => orders.db.pool.options.connectionString!;
  /** A connection as the service has them. */
  const connect = async () => {
    const client = new Client({ connectionString: appUrl() });
    await client.connect();
    clients.push(client);
    await client.query('SELECT set_config($1, $2, false)', [RIGHTS_SETTING, JSON.stringify(ALL_RIGHTS)]);
    return client;
  };
  const change = async (client: Client, record: string, version = 1, action = 'TEST') => {
    await client.query(
      `INSERT INTO orders.change (type, record, version, actor, action) VALUES ('order', $1, $2, 'test', $3)`,
      [record, version, action],
    );
  };
  /** Everything after `cursor`. */
  const rest = async (cursor: string | null, limit = 1000) => {
    const found: FeedEntry[] = [];
    for (;;) {
      const entries = await readFeed(orders.db, found.at(-1)?.cursor ?? cursor, limit);
      if (entries.length === 0) return found;
      found.push(...entries);
    }
  };
  /** The end of the feed, once nobody else holds it up: transactions of the whole cluster count. */
  const end = async () => {
    const client = await connect();
    const marker = randomUUID();
    await change(client, marker);
    const found = await until(
      () => rest(null),
      (entries) => entries.some(({ id }) => id === marker),
    );
    expect(found.at(-1)!.id).toBe(marker);
    return found.at(-1)!.cursor;
  };
  const restOf = (cursor: string, count: number) =>
    until(
      () => rest(cursor),
      ({ length }) => length >= count,
    );
  const vary = (ref: string, reason: string) =>
    graph.query(`mutation ($input: VaryOrderInput!) { varyOrder(input: $input) { order { recordVersion } } }`, {
      input: { id: idOf('order', ref), requestId: randomUUID(), on: '2024-05-01', effectiveTo: '2030-01-01', reason },
    });
  const named = (entries: FeedEntry[]) => entries.map(({ id, version }) => `${id} ${version}`);

  it('never passes over a transaction that commits after a later one', async () => {
    const start = await end();
    const [first, second] = [await connect(), await connect()];
    const [early, late] = [randomUUID(), randomUUID()];
    await first.query('BEGIN');
    await change(first, early);
    await second.query('BEGIN');
    await change(second, late);
    await second.query('COMMIT');
    for (let look = 0; look < 5; look += 1) expect(await rest(start)).toEqual([]);
    await first.query('COMMIT');
    expect(named(await restOf(start, 2))).toEqual([`${early} 1`, `${late} 1`]);
  });

  it('gives the changes of a record in their order, even where the later was made by the older transaction', async () => {
    const start = await end();
    const [older, between, younger] = [await connect(), await connect(), await connect()];
    const record = randomUUID();
    for (const client of [older, between, younger]) {
      await client.query('BEGIN');
      await client.query('SELECT pg_current_xact_id()');
    }
    await change(younger, record, 1);
    await younger.query('COMMIT');
    expect(await rest(start)).toEqual([]);
    await change(older, record, 2);
    await older.query('COMMIT');
    // What the older one made comes after something that cannot be shown while the one between is running.
    const early = await rest(start);
    await between.query('COMMIT');
    const found = [...early, ...(await restOf(early.at(-1)?.cursor ?? start, 2 - early.length))];
    expect(named(found)).toEqual([`${record} 1`, `${record} 2`]);
    for (const [index, { cursor }] of found.entries()) expect(await rest(cursor)).toEqual(found.slice(index + 1));
  });

  it('goes on past what was rolled back', async () => {
    const start = await end();
    const client = await connect();
    const records = Array.from({ length: 6 }, () => randomUUID());
    for (const [index, record] of records.entries()) {
      await client.query('BEGIN');
      await change(client, record);
      await client.query(index % 2 === 0 ? 'ROLLBACK' : 'COMMIT');
    }
    const kept = records.filter((_record, index) => index % 2 === 1);
    expect(named(await restOf(start, 3))).toEqual(kept.map((record) => `${record} 1`));
  });

  it('has each import, mutation and withdrawal once, and resumes from any of them with exactly the rest', async () => {
    const start = await end();
    const refs = Array.from({ length: 12 }, (_none, n) => `F${n}`);
    await graph.import(refs.map((ref) => anOrder(ref)));
    for (const ref of refs) expect((await vary(ref, 'first')).errors).toBeUndefined();
    await graph.import(refs.map((ref) => anOrder(ref, { court: 'Leeds' })));
    await Promise.all(refs.map((ref) => vary(ref, 'second')));
    // `IN_FORCE` came back with the import, so that each order was varied twice.
    await graph.import(refs.map((ref) => ({ type: 'order', source: 'police:06', ref, op: 'withdraw' })));
    await graph.import(refs.map((ref) => ({ type: 'order', source: 'police:06', ref, op: 'withdraw' })));
    const found = await restOf(start, 12 * 7);
    for (const ref of refs) {
      const own = found.filter(({ id }) => id === idOf('order', ref));
      expect(own.map(({ version, action }) => `${version} ${action}`)).toEqual([
        '1 IMPORT',
        '2 VARY',
        '3 IMPORT',
        '4 VARY',
        '5 WITHDRAW',
      ]);
    }
    expect(found.filter(({ type }) => type === 'orderEvent').length).toBe(24);
    expect(found.length).toBe(12 * 7);
    for (const limit of [1, 5, 1000]) expect(named(await rest(start, limit))).toEqual(named(found));
    for (const [index, { cursor }] of found.entries()) {
      expect(named(await readFeed(orders.db, cursor))).toEqual(named(found.slice(index + 1)));
    }
  });

  it('is whole and in order for readers who follow it while many write', async () => {
    const start = await end();
    const refs = Array.from({ length: 5 }, (_none, n) => `W${n}`);
    await graph.import(refs.map((ref) => anOrder(ref)));
    let writing = true;
    const seen: FeedEntry[][] = [[], [], []];
    const reading = seen.map(async (entries, reader) => {
      while (writing) entries.push(...(await readFeed(orders.db, entries.at(-1)?.cursor ?? start, 3 + 20 * reader)));
    });
    const work = refs.map(async (ref, n) => {
      for (let turn = 0; turn < 15; turn += 1) {
        await Promise.all([vary(ref, `${turn}`), vary(refs[(n + turn) % 5]!, `${turn}`)]);
        await graph.import(refs.map((each) => anOrder(each, { court: `Court ${n} ${turn}` })));
      }
    });
    await Promise.all(work).finally(() => (writing = false));
    await Promise.all(reading);
    const last = await end();
    const all = await rest(start);
    expect(all.at(-1)!.cursor.split(':').at(-1)).toBe(last.split(':').at(-1));
    for (const entries of seen) {
      const whole = [...entries, ...(await rest(entries.at(-1)?.cursor ?? start))];
      expect(named(whole).sort()).toEqual(named(all).sort());
      for (const ref of refs) {
        const versions = whole.filter(({ id }) => id === idOf('order', ref)).map(({ version }) => version);
        expect(versions).toEqual(versions.map((_version, index) => index + 1));
      }
    }
  });

  it('wakes those who follow it as soon as something is committed, and ends when they have had enough', async () => {
    const stop = new AbortController();
    const followed = followFeed(orders.db, await end(), stop.signal);
    const client = await connect();
    const waits: number[] = [];
    const next = followed.next();
    for (let turn = 0, waiting = next; turn < 6; turn += 1) {
      // Those who only looked once a second would find it just after they had looked.
      const record = randomUUID();
      const began = performance.now();
      await client.query('BEGIN');
      await change(client, record);
      await client.query('NOTIFY throughline_orders');
      await client.query('COMMIT');
      const { value } = await waiting;
      expect(named(value as FeedEntry[])).toEqual([`${record} 1`]);
      waits.push(performance.now() - began);
      waiting = followed.next();
      if (turn === 5) {
        stop.abort();
        expect(await waiting).toEqual({ done: true, value: undefined });
      }
    }
    // Transactions elsewhere in the cluster can hold up one of them, but not every one.
    expect(Math.min(...waits.slice(1))).toBeLessThan(300);
  });

  it('lets a large import end before it goes on, and misses nothing of it', async () => {
    const stop = new AbortController();
    const followed = followFeed(orders.db, await end(), stop.signal);
    const client = await connect();
    const first = followed.next();
    const records: string[] = [];
    const commit = async (payload: string) => {
      records.push(randomUUID());
      await client.query('BEGIN');
      await change(client, records.at(-1)!);
      await client.query('SELECT pg_notify($1, $2)', ['throughline_orders', payload]);
      await client.query('COMMIT');
    };
    await commit('1');
    expect(named((await first).value as FeedEntry[])).toEqual([`${records.shift()!} 1`]);
    const next = followed.next();
    // It looks once more before it waits.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await commit('4000');
    // It would have looked by now, and more than once.
    const looked = new Promise((resolve) => setTimeout(resolve, 1500, 'waiting'));
    expect(await Promise.race([next, looked])).toBe('waiting');
    await commit('1');
    await orders.finishImport(randomUUID());
    const seen = named((await next).value as FeedEntry[]);
    // Transactions elsewhere in the cluster can hold the second one up.
    if (seen.length === 1) seen.push(...named((await followed.next()).value as FeedEntry[]));
    expect(seen).toEqual(records.map((record) => `${record} 1`));
    stop.abort();
    expect((await followed.next()).done).toBe(true);
  });

  it('misses nothing that is committed while its follower is busy', async () => {
    const stop = new AbortController();
    const followed = followFeed(orders.db, await end(), stop.signal);
    const client = await connect();
    const records = Array.from({ length: 30 }, () => randomUUID());
    const seen: string[] = [];
    const following = (async () => {
      for await (const entries of followed) {
        seen.push(...named(entries));
        await new Promise((resolve) => setTimeout(resolve, 30));
        if (seen.length >= records.length) stop.abort();
      }
    })();
    for (const record of records) await change(client, record);
    await following;
    expect(seen).toEqual(records.map((record) => `${record} 1`));
  });

  it('is written by the service and changed by nobody', async () => {
    const client = await connect();
    for (const sql of [
      `UPDATE orders.change SET actor = 'somebody else'`,
      'DELETE FROM orders.change',
      'TRUNCATE orders.change',
      'DROP TABLE orders.change',
      'ALTER TABLE orders.change ALTER actor DROP NOT NULL',
    ]) {
      await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});
