import { type Grant, limitsOf } from '@throughline/access';
import { createClient as createSseClient } from 'graphql-sse';
import type { ExecutionResult } from 'graphql';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { issued } from '../access/issued';
import { until } from '../reliability/until';
import { type Graph, aCase, aGraph, aSuspect, aVictim, anIncident, idOf } from '../support';

interface Activity {
  suspectActivity: {
    cursor: string;
    kind: string;
    suspect: { id: string; displayName: string; behaviour: { flags: { rule: string }[] } };
  };
}
type Events = AsyncIterableIterator<ExecutionResult<Activity>>;

const query = /* GraphQL */ `
  subscription SuspectActivity($suspectId: ID!, $since: String) {
    suspectActivity(suspectId: $suspectId, since: $since) {
      cursor
      kind
      suspect {
        id
        displayName
        behaviour {
          flags {
            rule
          }
        }
      }
    }
  }
`;

let graph: Graph;
beforeEach(async () => {
  graph = await aGraph({ index: true });
  await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1')]);
  await graph.indexed();
});
afterEach(() => graph[Symbol.asyncDispose]());

const headers = () => graph.headers;
const variables = (since?: string) => ({ suspectId: idOf('suspect', 'S1'), since });

function overSse(since?: string, own = headers()): Events {
  const client = createSseClient({ url: `${graph.door.url}/graphql`, headers: own, retryAttempts: 0 });
  return client.iterate({ query, variables: variables(since) }) as unknown as Events;
}

function overWebSocket(since?: string, own = headers()): Events {
  const client = createWsClient({
    url: `${graph.door.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: own,
    retryAttempts: 0,
  });
  return client.iterate({ query, variables: variables(since) }) as unknown as Events;
}

const next = async (events: Events): Promise<Activity['suspectActivity']> => {
  const { value } = (await events.next()) as { value: ExecutionResult<Activity> };
  expect(value.errors).toBeUndefined();
  return value.data!.suspectActivity;
};
const incidents = (from: number, to: number) =>
  Array.from({ length: to - from }, (_none, n) =>
    anIncident(`I${from + n}`, { occurredFrom: `2024-02-${10 + from + n}` }),
  );

describe.each([
  ['Server-Sent Events', overSse],
  ['WebSocket', overWebSocket],
])('over %s', (_name, follow) => {
  test('what is done arrives as it is done, with what other subgraphs know', async () => {
    const events = follow('0');
    const before = await next(events);
    expect(before.suspect).toMatchObject({ id: idOf('suspect', 'S1'), displayName: 'Test S1' });
    const seen = [before];
    await graph.import(incidents(0, 3));
    while (seen.filter(({ kind }) => kind === before.kind).length < 4) seen.push(await next(events));
    expect(new Set(seen.map(({ cursor }) => cursor)).size).toBe(seen.length);
    await events.return!();
  });

  test('a reader that comes again misses nothing and sees nothing twice', async () => {
    await graph.import(incidents(0, 6));
    await graph.indexed();
    const whole = follow('0');
    const all: string[] = [];
    while (all.length < 7) all.push((await next(whole)).cursor);
    await whole.return!();
    const begun = follow('0');
    const first = [(await next(begun)).cursor, (await next(begun)).cursor];
    await begun.return!();
    const again = follow(first[1]);
    const rest: string[] = [];
    while (rest.length < 5) rest.push((await next(again)).cursor);
    await again.return!();
    expect([...first, ...rest]).toEqual(all);
  });
});

test.each([
  ['Server-Sent Events', overSse],
  ['WebSocket', overWebSocket],
])('over %s each stream is one request, however much it tells, and ends with the key', async (_name, follow) => {
  const { secret, key } = await graph.access.services.keys.issue(
    {
      environment: 'live',
      agency: 'police:06',
      name: 'Follower',
      grants: [{ scopes: ['case:read', 'behaviour:read', 'suspect:identify'], rows: { forces: ['06'] } }],
      purposes: ['INVESTIGATION'],
      ipAllowList: null,
      operations: null,
      onWithheld: 'WITHHOLD',
      limits: limitsOf({ requestsPerSecond: 1 }),
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
    'test',
    _name,
  );
  await graph.import(incidents(0, 3));
  await graph.indexed();
  const events = follow('0', { authorization: `Bearer ${secret!}` });
  for (let n = 0; n < 4; n++) await next(events);
  await graph.access.services.keys.revoke(key.id, 'test', 'lost');
  await graph.import(incidents(3, 4));
  // What was on its way before is still told.
  const codes: unknown[] = [];
  for await (const { errors } of events) codes.push(errors?.[0]?.extensions?.code);
  expect(codes.at(-1)).toBe('KEY_REVOKED');
  expect(codes.length).toBeLessThan(4);
});

test.each([
  ['Server-Sent Events', overSse],
  ['WebSocket', overWebSocket],
])('over %s a stream ends when whoever follows it goes, and makes room for another', async (_name, follow) => {
  const grants: Grant[] = [{ scopes: ['case:read', 'behaviour:read', 'suspect:identify'], rows: { forces: ['06'] } }];
  const { headers: own } = await issued(graph, grants, { limits: limitsOf({ maxConcurrent: 1 }) });
  for (let n = 0; n < 3; n++) {
    const told = await until(
      async () => {
        const events = follow('0', own);
        // Refused over Server-Sent Events is refused by status; over a socket, in the answer.
        const first = await events.next().catch(() => undefined);
        await events.return?.();
        return (first?.value as ExecutionResult<Activity> | undefined)?.data?.suspectActivity.kind;
      },
      // The server hears of somebody's going a moment later.
      (kind) => kind !== undefined,
    );
    expect(told).toBe('RECORDED');
  }
});

test('without a key there is no stream', async () => {
  const refused = await fetch(`${graph.door.url}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: variables() }),
  });
  expect(refused.status).toBe(401);
  const socket = new WebSocket(`${graph.door.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: {} })));
  const code = await new Promise((resolve) => socket.on('close', resolve));
  expect(code).toBe(4403);
});

test('a subscription that is wrong says what of it', async () => {
  const client = createSseClient({ url: `${graph.door.url}/graphql`, headers: headers(), retryAttempts: 0 });
  const events = client.iterate({ query: 'subscription { suspectActivity(suspectId: "x") { nobody } }' }) as Events;
  await expect(events.next()).resolves.toMatchObject({
    value: { errors: [{ message: expect.stringContaining('nobody') as string }] },
  });
});
