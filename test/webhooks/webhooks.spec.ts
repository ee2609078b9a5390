import type { Grant } from '@throughline/access';
import { issued } from '../access/issued';
import { take } from '../records';
import { until } from '../reliability/until';
import { type Graph, aCase, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';
import { type Message, type Receiver, aReceiver } from './receiver';

const CASES_OF_06: Grant = { scopes: ['case:read'], rows: { forces: ['06'] } };
const WEBHOOK = 'id keyId url purpose endedAt endedBecause deliveries { id state attempts nextAt lastError }';

let graph: Graph;
let receiver: Receiver;
beforeAll(async () => {
  graph = await aGraph({ webhooks: { networks: ['127.0.0.0/8'], everyMs: 10, retryMs: 5, attempts: 3 } });
  await take(graph, [aSuspect('S1'), aVictim('V1'), aCase('A')]);
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(async () => {
  receiver = await aReceiver();
});
afterEach(async () => {
  for (const { id } of (await graph.query('{ webhooks { id } }')).data.webhooks) await end(id);
  await receiver.close();
});

type Headers = Record<string, string>;
let requests = 0;
const mutate = (mutation: string, input: string, given: object, headers: Headers = {}) =>
  graph.query(
    `mutation ($input: ${input}!) { result: ${mutation}(input: $input) { secret webhook { ${WEBHOOK} } } }`,
    { input: { requestId: String(requests++), ...given } },
    headers,
  );
const add = (given: object, headers?: Headers) => mutate('addWebhook', 'AddWebhookInput', given, headers);
const end = (id: string, headers?: Headers) => mutate('endWebhook', 'EndWebhookInput', { id }, headers);
const resend = (id: string, headers?: Headers) => mutate('resendDelivery', 'ResendDeliveryInput', { id }, headers);
const code = async (answer: ReturnType<typeof add>) => (await answer).errors?.[0]?.extensions.code;
const shown = async (headers: Headers) => (await graph.query(`{ webhooks { ${WEBHOOK} } }`, {}, headers)).data.webhooks;

/** A key of force 06, and its webhook. */
async function subscribed(grants: Grant[] = [CASES_OF_06]) {
  const key = await issued(graph, grants);
  const { data, errors } = await add({ url: receiver.url }, key.headers);
  expect(errors).toBeUndefined();
  return { ...key, signing: data.result.secret as string, webhook: data.result.webhook.id as string };
}
const told = (messages: readonly Message[] = receiver.messages) => messages.flatMap(({ changes }) => changes);
const heard = (count: number) =>
  until(
    () => Promise.resolve(told()),
    ({ length }) => length >= count,
  );

test('tells of changes to what the key may read, signed by Standard Webhooks, and logs it as a disclosure', async () => {
  const { signing, webhook, id } = await subscribed();
  await take(graph, [
    aVictim('V2'),
    aCase('W', { force: '20', area: 'WEST_MIDLANDS' }),
    anOrder('O1', { case: 'A' }),
    aCase('B', { victims: ['V2'] }),
  ]);
  const changes = await heard(2);
  expect(changes.map((change) => change.id).sort()).toEqual([idOf('case', 'B'), idOf('victim', 'V2')].sort());
  for (const change of changes) expect(Object.keys(change)).toEqual(['id', 'type', 'kind', 'at', 'version']);
  const [message] = receiver.messages;
  expect(JSON.parse(message!.body)).toMatchObject({ type: 'records.changed', timestamp: expect.any(String) });
  for (const each of receiver.messages) receiver.verify(each, signing);
  expect(() => receiver.verify({ ...message!, body: `${message!.body} ` }, signing)).toThrow();
  expect(signing).toMatch(/^whsec_/);
  const { records } = await graph.access.services.log.find(
    { principalId: id },
    { first: 9, before: null, count: false },
  );
  const disclosures = records.filter(({ kind }) => kind === 'DISCLOSURE');
  expect(disclosures.flatMap(({ recordIds }) => recordIds).sort()).toEqual(changes.map((change) => change.id).sort());
  expect(disclosures[0]).toMatchObject({ operation: `webhook ${webhook}`, recipient: new URL(receiver.url).host });
  expect(records.map(({ operation, kind }) => [operation, kind])).toContainEqual(['', 'ALTERATION']);
});

test('what fails is sent again under its id until it is taken, and nothing comes before it', async () => {
  let failures = 2;
  receiver.answer = ({ headers }) => (headers['webhook-id'] && failures-- > 0 ? (failures ? 500 : null) : 200);
  await subscribed();
  for (const stage of ['CHARGED', 'INVESTIGATION', 'CHARGED']) await take(graph, [aCase('A', { stage })]);
  await until(
    async () => told(receiver.messages.slice(2)),
    (changes) => changes.length >= 3,
  );
  const [first, second, third, ...later] = receiver.messages;
  expect([second!.id, third!.id]).toEqual([first!.id, first!.id]);
  expect(second!.body).toBe(first!.body);
  expect(new Set(later.map(({ id }) => id))).not.toContain(first!.id);
  const versions = told([third!, ...later]).map(({ version }) => version);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(new Set(versions).size).toBe(3);
});

test('what failed too often is shown as dead, holds nothing up, and is sent again on request', async () => {
  receiver.answer = ({ changes }) => (changes.some(({ id }) => id === idOf('victim', 'D1')) ? 302 : 200);
  const { headers } = await subscribed();
  await take(graph, [aVictim('D1'), aCase('D1', { victims: ['D1'] })]);
  const dead = await until(
    () => shown(headers),
    ([webhook]) => webhook.deliveries[0]?.state === 'DEAD',
  );
  expect(dead[0].deliveries).toMatchObject([
    { state: 'DEAD', attempts: 3, nextAt: null, lastError: 'it answered with status 302' },
  ]);
  await take(graph, [aVictim('D2'), aCase('D2', { victims: ['D2'] })]);
  await until(
    () => Promise.resolve(told()),
    (changes) => changes.some(({ id }) => id === idOf('case', 'D2')),
  );
  receiver.answer = () => 200;
  receiver.messages.length = 0;
  await resend(dead[0].deliveries[0].id, headers);
  expect((await heard(1)).map(({ id }) => id)).toContain(idOf('victim', 'D1'));
  expect(receiver.messages[0]!.id).toBe(dead[0].deliveries[0].id);
  await until(
    () => shown(headers),
    ([webhook]) => webhook.deliveries.length === 0,
  );
  expect((await shown(headers))[0].deliveries).toEqual([]);
});

test('what may no longer be read by the time it is sent is not told', async () => {
  receiver.answer = () => 503;
  const { webhook } = await subscribed();
  await take(graph, [aSuspect('S8'), aCase('E1', { suspects: ['S8'] }), aCase('E2', { suspects: ['S8'] })]);
  await heard(3);
  await take(graph, [aCase('E1', { suspects: ['S8'], restricted: true })]);
  await graph.asSuperuser(`UPDATE access.delivery SET state = 'WAITING', attempts = 0, next_at = now() + interval '1 hour'
    WHERE webhook = '${webhook}'`);
  receiver.messages.length = 0;
  receiver.answer = () => 200;
  await graph.asSuperuser(`UPDATE access.delivery SET next_at = now() WHERE webhook = '${webhook}'`);
  expect((await heard(2)).map(({ id }) => id).sort()).toEqual([idOf('suspect', 'S8'), idOf('case', 'E2')].sort());
});

test('a key that was revoked is told nothing more, not even what was waiting', async () => {
  receiver.answer = () => 500;
  const { id, webhook } = await subscribed();
  await take(graph, [aVictim('R1'), aCase('R1', { victims: ['R1'] })]);
  await heard(1);
  await graph.access.services.keys.revoke(id, 'test', 'Lost.');
  const after = receiver.messages.length;
  const ended = await until(
    async () => (await shown({})).find((one: { id: string }) => one.id === webhook),
    (one) => one.endedAt !== null,
  );
  expect(ended).toMatchObject({ endedBecause: 'the key was revoked', deliveries: [] });
  // One may have been on its way.
  expect(receiver.messages.length - after).toBeLessThanOrEqual(1);
});

test('an address that is gone, and one that is ended, hear no more', async () => {
  receiver.answer = () => 410;
  const { headers, webhook } = await subscribed();
  await take(graph, [aVictim('G1'), aCase('G1', { victims: ['G1'] })]);
  const [gone] = await until(
    () => shown(headers),
    ([one]) => one.endedAt !== null,
  );
  expect(gone).toMatchObject({ id: webhook, endedBecause: 'the address answered 410 Gone' });
  expect(receiver.messages).toHaveLength(1);
});

test('a webhook is the business of whoever holds its key and of those who manage keys and see as much', async () => {
  const owner = await subscribed();
  const stranger = await issued(graph, [CASES_OF_06]);
  const manager = await issued(graph, [{ scopes: ['key:admin', 'case:read'], rows: { forces: ['20'] } }]);
  expect(await shown(stranger.headers)).toEqual([]);
  expect(await code(end(owner.webhook, stranger.headers))).toBe('NOT_FOUND');
  expect(await code(add({ keyId: owner.id, url: receiver.url }, stranger.headers))).toBe('NOT_FOUND');
  // Whoever could not have issued the key cannot have what it sees sent to an address of their own choosing.
  expect(await code(add({ keyId: owner.id, url: receiver.url }, manager.headers))).toBe('FORBIDDEN');
  expect(await shown(manager.headers)).toContainEqual(expect.objectContaining({ id: owner.webhook, keyId: owner.id }));
  expect((await end(owner.webhook, manager.headers)).data.result.webhook.endedAt).not.toBeNull();
  const given = { keyId: stranger.id, url: receiver.url, requestId: 'once' };
  expect((await add(given)).data.result.secret).toMatch(/^whsec_/);
  expect((await add(given)).data.result.secret).toBeNull();
  expect(await shown(stranger.headers)).toHaveLength(1);
});

test('purposes are those of the key', async () => {
  const key = await issued(graph, [CASES_OF_06], { purposes: ['INVESTIGATION', 'CHARGING'] });
  const by = { ...key.headers, 'throughline-purpose': 'CHARGING' };
  expect(await code(add({ url: receiver.url }, by))).toBe('PURPOSE_REQUIRED');
  expect(await code(add({ url: receiver.url, purpose: 'AUDIT' }, by))).toBe('FORBIDDEN');
  expect((await add({ url: receiver.url, purpose: 'CHARGING' }, by)).data.result.webhook.purpose).toBe('CHARGING');
  const confined = await issued(graph, [CASES_OF_06], { operations: ['SuspectGraph'] });
  expect(await code(add({ keyId: confined.id, url: receiver.url }))).toBe('OPERATION_NOT_ALLOWED');
});
