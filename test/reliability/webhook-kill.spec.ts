import { importRecords } from '../../tools/cli/import';
import type { Told } from '../access/issued';
import { aCase, aSuspect, aVictim, idOf } from '../support';
import { type Receiver, aReceiver } from '../webhooks/receiver';
import { NoAnswer, Server } from './server';
import { until } from './until';

const CASES = Array.from({ length: 60 }, (_, n) => `K${n}`);
const ROUNDS = 8;
const ADD = 'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { secret webhook { id } } }';

describe('a sender of webhooks that is killed while it sends', () => {
  const server = new Server();
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await aReceiver();
    process.env.THROUGHLINE_WEBHOOK_NETWORKS = '127.0.0.0/8';
    await server.start();
  }, 60_000);
  afterAll(async () => {
    delete process.env.THROUGHLINE_WEBHOOK_NETWORKS;
    await server.dispose();
    await receiver.close();
  });

  test('tells every change at least once, each record in its order, and again only what was on its way', async () => {
    const input = { requestId: 'add', url: receiver.url, purpose: 'INVESTIGATION' };
    const { data } = await server.ask(ADD, { input });
    const secret = data.addWebhook.secret as string;
    const kills = [2, 5];
    const killed: Promise<string>[] = [];
    receiver.answer = ({ id }) => {
      if (receiver.messages.length !== kills[0]) return 200;
      kills.shift();
      // Dead before it is answered: nobody knows whether it was taken.
      const death = server.kill().then(() => id);
      killed.push(death);
      return death.then(() => null);
    };
    const stages = ['INVESTIGATION', 'CHARGED'];
    const records = [aSuspect('S1'), aVictim('V1')];
    for (let round = 0; round < ROUNDS; round++) {
      const cases = CASES.map((ref) => aCase(ref, { stage: stages[round % 2] }));
      await insist(() => importRecords(server.door, [...records, ...cases], 'round'));
    }
    const total = CASES.length * ROUNDS + records.length;
    const count = () => new Set(told().map(({ id, version }) => `${id} ${version}`)).size;
    const heard = await until(
      () => insist(() => Promise.resolve(count())),
      (found) => found === total,
      60_000,
    );
    expect(heard).toBe(total);
    const ids = await Promise.all(killed);
    expect(ids).toHaveLength(2);
    const again = receiver.messages.filter(({ id }, n) => receiver.messages.findIndex((one) => one.id === id) < n);
    expect(again.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const { id, body } of again) expect(receiver.messages.find((one) => one.id === id)!.body).toBe(body);
    for (const ref of CASES) {
      const versions = told(again).filter(({ id }) => id === idOf('case', ref));
      expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: ROUNDS }, (_, n) => n + 1));
    }
    for (const message of receiver.messages) receiver.verify(message, secret);
  }, 180_000);

  const told = (but: readonly object[] = []): Told[] =>
    receiver.messages.filter((message) => !but.includes(message)).flatMap(({ changes }) => changes);

  /** Does what a server may die of, which is then started again. */
  async function insist<Done>(work: () => Promise<Done>): Promise<Done> {
    for (;;) {
      if (server.hasEnded) await server.start();
      try {
        return await work();
      } catch (error) {
        const isDead = await until(() => Promise.resolve(server.hasEnded), Boolean, 2_000);
        if (!isDead && !(error instanceof NoAnswer)) throw error;
      }
    }
  }
});
