import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'graphql-sse';
import { type Federation, aFederation } from './federation';

const root = path.resolve(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-gateway-'));
const children: ChildProcess[] = [];

/** Runs `npm run gateway` with arguments, as npm would. */
function run(...args: string[]) {
  const child = spawn(process.execPath, ['tools/up/run.mjs', 'tools/up/gateway.ts', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = async () => {
    for (;;) {
      const [, found] = /served at (http:\S+)\/graphql/.exec(output) ?? [];
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { child, ended, url, output: () => output };
}

afterAll(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true });
});

/** A subgraph that announces two changes by server-sent events. */
const changes = ['a', 'b'].map((id) => ({ data: { changed: { __typename: 'Item', id } } }));
const items = [
  { id: 'a', name: 'Ann', price: 1 },
  { id: 'b', name: 'Ben', price: 2 },
];
const shop = () =>
  aFederation({
    subgraphs: {
      names: `type Query { items: [Item] item(id: ID!): Item } type Item @key(fields: "id") { id: ID! name: String }
        type Mutation { rename(id: ID!, name: String!): Item } type Subscription { changed: Item }`,
      prices: 'type Query { ping: String } type Item @key(fields: "id") { id: ID! price: Int }',
    },
    root: { items, ping: 'pong' },
    entities: { Item: items },
    fields: {
      'Query.item': (_, { id }) => items.find((item) => item.id === id) ?? null,
      'Mutation.rename': (_, { id, name }) =>
        Object.assign(
          items.find((item) => item.id === id)!,
          { name },
        ),
    },
    http: {
      names: async (response, usual, { headers }) => {
        if (headers.accept !== 'text/event-stream') return response.end(JSON.stringify(await usual()));
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (const change of changes) response.write(`event: next\ndata: ${JSON.stringify(change)}\n\n`);
        return response.end('event: complete\ndata: \n\n');
      },
    },
  });

describe('npm run gateway', () => {
  let graph: Federation;
  let gateway: ReturnType<typeof run>;
  let url: string;
  beforeAll(async () => {
    graph = await shop();
    writeFileSync(path.join(folder, 'supergraph.graphql'), graph.supergraphSdl);
    gateway = run('--supergraph', 'supergraph.graphql', '--port', '0');
    url = await gateway.url();
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const post = async (body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as any;
  };

  it('listens on this machine only, and says that it is ready', async () => {
    expect(new URL(url).hostname).toBe('127.0.0.1');
    for (const health of ['live', 'ready']) {
      const response = await fetch(`${url}/health/${health}`);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('answers queries from the subgraphs that the supergraph names, without a key', async () => {
    expect(
      await post({ query: 'query ($id: ID!) { item(id: $id) { name price } ping }', variables: { id: 'b' } }),
    ).toEqual({
      data: { item: { name: 'Ben', price: 2 }, ping: 'pong' },
    });
  });

  it('answers mutations', async () => {
    expect(await post({ query: 'mutation { rename(id: "a", name: "Eve") { name price } }' })).toEqual({
      data: { rename: { name: 'Eve', price: 1 } },
    });
  });

  it('answers GET', async () => {
    const query = new URLSearchParams({
      query: 'query ($id: ID!) { item(id: $id) { price } }',
      variables: '{"id":"b"}',
    });
    const response = await fetch(`${url}/graphql?${query}`);
    expect(await response.json()).toEqual({ data: { item: { price: 2 } } });
  });

  it('answers introspection', async () => {
    const { data } = await post({ query: '{ __schema { mutationType { fields { name } } } }' });
    expect(data).toEqual({ __schema: { mutationType: { fields: [{ name: 'rename' }] } } });
  });

  it('says what is wrong with an operation', async () => {
    const { data, errors } = await post({ query: '{ nobody }' });
    expect(data).toBeUndefined();
    expect(errors[0].message).toContain('nobody');
  });

  it('streams subscriptions by server-sent events, each event completed from other subgraphs', async () => {
    const client = createClient({ url: `${url}/graphql`, retryAttempts: 0 });
    const events = [];
    for await (const event of client.iterate({ query: 'subscription { changed { price id } }' })) events.push(event);
    client.dispose();
    expect(events).toEqual([
      { data: { changed: { price: 1, id: 'a' } } },
      { data: { changed: { price: 2, id: 'b' } } },
    ]);
  });

  it('answers queries by server-sent events too', async () => {
    const client = createClient({ url: `${url}/graphql`, retryAttempts: 0 });
    const events = [];
    for await (const event of client.iterate({ query: '{ ping }' })) events.push(event);
    client.dispose();
    expect(events).toEqual([{ data: { ping: 'pong' } }]);
  });

  it('stops cleanly when it is told to', async () => {
    gateway.child.kill('SIGTERM');
    expect(await gateway.ended).toBe(0);
  });
});

describe('npm run gateway that cannot start', () => {
  it.each([
    ['without a supergraph', [], /--supergraph is missing/],
    ['without the file', ['--supergraph', 'nowhere.graphql'], /nowhere\.graphql/],
    ['with a wrong port', ['--supergraph', 'supergraph.graphql', '--port', 'ninety'], /--port must be a number/],
    ['with what is no supergraph', ['--supergraph', 'plain.graphql', '--port', '0'], /supergraph/i],
  ])('says why: %s', async (_why, args, message) => {
    writeFileSync(path.join(folder, 'plain.graphql'), 'type Query { a: Int }');
    const { ended, output } = run(...args);
    expect(await ended).toBe(1);
    expect(output()).toMatch(message);
    expect(output()).not.toMatch(/\n +at /);
  });
});
