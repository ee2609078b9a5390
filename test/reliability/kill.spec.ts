import { setTimeout as delay } from 'node:timers/promises';
import { Database, readFeed } from '@throughline/subgraph';
import { importRecords } from '../../tools/cli/import';
import { anOrder, idOf } from '../support';
import { NoAnswer, Server } from './server';

const WRITERS = 6;
const IMPORTED = 1500;
const SEED = 20_240_607;

/** Mulberry32: the same moments in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One order that a client drafts and then applies for; what it was told so far. */
interface Intent {
  n: number;
  drafted?: { id: string; recordVersion: number };
  applied?: { id: string; recordVersion: number };
}

const DRAFT =
  'mutation ($input: DraftOrderInput!) { result: draftOrder(input: $input) { order { id recordVersion } } }';
const APPLY =
  'mutation ($input: ApplyForOrderInput!) { result: applyForOrder(input: $input) { order { id recordVersion } } }';

describe('a server that is killed under load', () => {
  const server = new Server();
  const random = seeded(SEED);
  const intents: Intent[] = [];
  let round = 0;
  /** Requests that were answered before their server was killed. */
  let answered = 0;

  beforeAll(() => server.start(), 60_000);
  afterAll(() => server.dispose());

  const send = async (query: string, input: object): Promise<{ id: string; recordVersion: number }> => {
    const { data, errors } = await server.ask(query, { input });
    if (errors) throw new NoAnswer(errors.map(({ extensions }) => extensions.code).join());
    return data.result.order;
  };
  const draft = ({ n }: Intent) =>
    send(DRAFT, {
      requestId: `draft-${n}`,
      suspect: idOf('suspect', 'S1'),
      kind: 'SPO',
      protectedPersons: [idOf('victim', 'V1')],
    });
  const apply = ({ n, drafted }: Intent) =>
    send(APPLY, {
      requestId: `apply-${n}`,
      id: drafted!.id,
      expectedVersion: 1,
      on: '2024-01-02',
      court: `Court ${n}`,
    });

  /** Sends new intents until the server fails it; what was refused and why. */
  const write = async (isOver: () => boolean): Promise<string[]> => {
    const failures: string[] = [];
    const writer = async () => {
      while (!isOver()) {
        const intent: Intent = { n: intents.length };
        intents.push(intent);
        try {
          intent.drafted = await draft(intent);
          intent.applied = await apply(intent);
        } catch (error) {
          if (!(error instanceof NoAnswer)) throw error;
          failures.push(error.message);
          await delay(50);
        }
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    return failures;
  };
  /** Every round's import changes all of the same orders, slowly enough to be caught in the middle. */
  const bundle = async function* (court: string, pause: number) {
    for (let n = 0; n < IMPORTED; n += 1) {
      if (n % 50 === 0) await delay(pause);
      yield anOrder(`bulk-${n}`, { court });
    }
  };
  const importing = (pause = 40) =>
    importRecords(server.door, bundle(`Round ${round}`, pause), 'bulk').catch((error: unknown) => error as Error);

  /** Sends every request again: those that were answered are answered alike, the others are done now, once. */
  const sendAllAgain = async () => {
    const todo = [...intents];
    const sender = async () => {
      for (let intent = todo.pop(); intent; intent = todo.pop()) {
        const drafted = await draft(intent);
        expect(drafted).toEqual(intent.drafted ?? { id: drafted.id, recordVersion: 1 });
        intent.drafted = drafted;
        const applied = await apply(intent);
        expect(applied).toEqual(intent.applied ?? { id: drafted.id, recordVersion: 2 });
        intent.applied = applied;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, sender));
  };

  /** What the database holds against what clients were told. */
  const expectWhole = async () => {
    const db = Database.connect(server.databaseUrl, 'orders');
    try {
      const held = new Map(
        (
          await db.query<{ id: string; version: number; events: number; court: string | null }>(
            `SELECT id, record_version AS version, court,
               (SELECT count(*) FROM orders.order_event e WHERE e.order_id = o.id) AS events
             FROM orders."order" o`,
          )
        ).map((row) => [row.id, row]),
      );
      for (const { n, drafted, applied } of intents) {
        if (drafted) expect(held.has(drafted.id)).toBe(true);
        if (applied) expect(held.get(applied.id)).toMatchObject({ version: 2, events: 1, court: `Court ${n}` });
      }
      const versions = new Map<string, number[]>();
      for (let cursor: string | null = null; ;) {
        const entries = await readFeed(db, cursor);
        if (entries.length === 0) break;
        cursor = entries.at(-1)!.cursor;
        for (const { id, version, type } of entries)
          if (type === 'order') versions.set(id, [...(versions.get(id) ?? []), version]);
      }
      expect(versions.size).toBe(held.size);
      for (const [id, { version }] of held)
        expect(versions.get(id)).toEqual(Array.from({ length: version }, (_none, index) => index + 1));
      return held;
    } finally {
      await db.stop();
    }
  };

  const expectNothingLostOrDoubled = async () => {
    await expectWhole();
    await sendAllAgain();
    const again = await importing(0);
    expect(again).toMatchObject({ rejected: 0 });
    const held = await expectWhole();
    expect(new Set(intents.map(({ drafted }) => drafted!.id)).size).toBe(intents.length);
    expect(held.size).toBe(intents.length + IMPORTED);
    // However often a round's import was cut off, each of its records was changed by it once.
    for (let n = 0; n < IMPORTED; n += 1)
      expect(held.get(idOf('order', `bulk-${n}`))).toMatchObject({ version: round, court: `Round ${round}` });
  };

  it.each([1, 2, 3])(
    'has everything it answered for, once, when it is started again (kill %i)',
    async (kill) => {
      round = kill;
      const before = intents.length;
      let killed = false;
      const load = [write(() => killed), importing()] as const;
      await delay(300 + random() * 1700);
      killed = true;
      await server.kill();
      const [failures] = await Promise.all(load);
      expect(failures.length).toBeGreaterThan(0);
      answered += intents.slice(before).filter(({ applied }) => applied).length;
      await server.start();
      await expectNothingLostOrDoubled();
    },
    60_000,
  );

  it('fails at once and in words when its PostgreSQL is killed, and has everything again afterwards', async () => {
    expect(answered).toBeGreaterThan(0);
    round = 4;
    let over = false;
    const load = [write(() => over), importing()] as const;
    await delay(600);
    server.killPostgres();
    await delay(1500);
    over = true;
    const [failures, imported] = await Promise.all(load);
    expect(imported).toHaveProperty('message');
    expect(new Set(failures)).toEqual(new Set(['INTERNAL']));
    expect(server.hasEnded).toBe(false);
    expect(server.said).toContain('PostgreSQL ended by itself');
    const { errors } = await server.ask(DRAFT, {
      input: { requestId: 'x', suspect: idOf('suspect', 'S1'), kind: 'SPO', protectedPersons: [] },
    });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
    expect(await server.stop()).toBe(true);
    await server.start();
    await expectNothingLostOrDoubled();
    expect(await server.stop()).toBe(true);
  }, 90_000);
});
