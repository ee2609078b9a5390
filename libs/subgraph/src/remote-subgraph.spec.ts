import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ALL_RIGHTS, NO_RIGHTS } from '@throughline/access';
import { speaker } from './caller-token';
import { type RemoteSubgraph, remoteSubgraph } from './remote-subgraph';
import { subgraphServer } from './serve';
import type { SubgraphPort } from './subgraph';

const CALLER = { actor: 'test', rights: NO_RIGHTS };

const TOKEN = 'a token that is at least thirty-two characters long';

const near: jest.Mocked<SubgraphPort> = {
  name: 'orders',
  records: ['order', 'breach'],
  importsAtOnce: 1,
  execute: jest.fn(),
  subscribe: jest.fn(),
  import: jest.fn(),
  finishImport: jest.fn(),
  changes: jest.fn(),
  lastChange: jest.fn(),
  followChanges: jest.fn(),
};

describe('a subgraph that is served', () => {
  const server = subgraphServer(near, TOKEN);
  let remote: RemoteSubgraph;
  beforeAll(async () => {
    remote = await remoteSubgraph('orders', await server.listen({ port: 0, host: '127.0.0.1' }), TOKEN);
  });
  afterAll(async () => {
    await remote.stop();
    await server.close();
  });

  test('is the same from afar: records, answers, imports and their end', async () => {
    expect(remote.records).toEqual(['order', 'breach']);
    near.execute.mockResolvedValue({ data: { orders: [] } });
    expect(await remote.execute({ query: '{ orders }', variables: { a: 'é' } }, CALLER)).toEqual({
      data: { orders: [] },
    });
    expect(near.execute).toHaveBeenCalledWith(expect.objectContaining({ query: '{ orders }', variables: { a: 'é' } }), {
      ...CALLER,
    });
    const batch = { run: 'r', file: 'f', actor: 'test', items: [{ line: 1, record: { type: 'order' } }] };
    near.import.mockResolvedValue({ byType: {}, rejects: [] });
    expect(await remote.import(batch)).toEqual({ byType: {}, rejects: [] });
    expect(near.import).toHaveBeenCalledWith(batch);
    await remote.finishImport('r');
    expect(near.finishImport).toHaveBeenCalledWith('r');
  });

  test('tells its last change', async () => {
    near.lastChange.mockResolvedValueOnce('7:8').mockResolvedValueOnce(null);
    expect([await remote.lastChange(), await remote.lastChange()]).toEqual(['7:8', null]);
  });

  test('gives the events of a subscription and their end, and stops when its follower leaves', async () => {
    let left: AbortSignal | undefined;
    near.subscribe.mockImplementation(async function* (_request, _caller, signal) {
      left = signal;
      yield { data: { n: 1 } };
      yield { data: { n: 2 } };
    });
    const request = { query: 'subscription { n }' };
    const found: unknown[] = [];
    for await (const event of remote.subscribe(request, CALLER, new AbortController().signal)) found.push(event);
    expect(found).toEqual([{ data: { n: 1 } }, { data: { n: 2 } }]);
    expect(near.subscribe).toHaveBeenCalledWith(expect.objectContaining(request), CALLER, expect.any(AbortSignal));
    const leaving = new AbortController();
    near.subscribe.mockImplementation(async function* (_request, _caller, signal) {
      left = signal;
      yield { data: { n: 1 } };
      await once(signal, 'abort');
    });
    for await (const event of remote.subscribe(request, CALLER, leaving.signal)) {
      expect(event).toEqual({ data: { n: 1 } });
      leaving.abort();
    }
    if (!left!.aborted) await once(left!, 'abort');
  });

  test('that fails is told of by its name and status alone', async () => {
    near.execute.mockRejectedValue(new Error('password authentication failed for 10.0.0.7'));
    await expect(remote.execute({ query: '{ orders }' }, CALLER)).rejects.toThrow(/^orders answered with status 500$/);
  });
});

describe('a server that misbehaves', () => {
  let server: Server;
  let misbehave: (write: (text: string) => boolean, end: () => void) => void;
  let remote: RemoteSubgraph;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/deep/records') response.end('[]');
      else
        misbehave(
          (text) => response.write(text),
          () => response.end(),
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/deep/`;
    remote = await remoteSubgraph('cases', url, TOKEN, { graphql: 1_000 });
  });
  afterAll(async () => {
    await remote.stop();
    server.close();
  });

  test('with something that is not JSON is not quoted', async () => {
    misbehave = (write, end) => {
      write('<html>secret</html>');
      end();
    };
    const failure = await remote
      .execute({ query: '{ a }' }, CALLER)
      .catch((error: unknown) => (error as Error).message);
    expect(failure).toBe('cases did not answer: SyntaxError');
  });

  test('with an answer without end is cut off', async () => {
    const block = ' '.repeat(8 * 1024 * 1024);
    misbehave = (write, end) => {
      for (let n = 0; n < 9; n++) write(block);
      end();
    };
    // With patience enough for 64 MiB on a busy machine: it is the size that must end it, not the time.
    const patient = await remoteSubgraph('cases', url, TOKEN, { graphql: 50_000 });
    await expect(patient.execute({ query: '{ a }' }, CALLER)).rejects.toThrow(/answered with more than 67108864 bytes/);
    await patient.stop();
  });

  test('and breaks a subscription off is told apart from one whose subscription ends', async () => {
    misbehave = (write, end) => {
      write('\n{"data":{"n":1}}\n');
      end();
    };
    const follow = async () => {
      const events: unknown[] = [];
      const signal = new AbortController().signal;
      for await (const event of remote.subscribe({ query: 'subscription { n }' }, CALLER, signal)) events.push(event);
      return events;
    };
    await expect(follow()).rejects.toThrow('cases broke off what it was followed for');
    misbehave = (write, end) => {
      write('{"errors":[]}\nnull\n');
      end();
    };
    expect(await follow()).toEqual([{ errors: [] }]);
  });

  test('with silence is not waited for', async () => {
    misbehave = () => undefined;
    const began = Date.now();
    await expect(remote.execute({ query: '{ a }' }, CALLER)).rejects.toThrow(/^cases did not answer: /);
    expect(Date.now() - began).toBeLessThan(5_000);
    server.closeAllConnections();
  });

  test('with silence is waited for no longer than by whoever asked', async () => {
    const patient = await remoteSubgraph('cases', url, TOKEN);
    const leaving = new AbortController();
    misbehave = () => leaving.abort();
    const left = patient.execute({ query: '{ a }' }, CALLER, { signal: leaving.signal });
    await expect(left).rejects.toThrow('cases did not answer: AbortError');
    misbehave = () => undefined;
    const late = patient.execute({ query: '{ a }' }, CALLER, { deadline: Date.now() + 50 });
    await expect(late).rejects.toThrow('cases did not answer: TimeoutError');
    server.closeAllConnections();
    await patient.stop();
  });
});

test('a subgraph that is not there is waited for, and then the start fails', async () => {
  const began = Date.now();
  await expect(remoteSubgraph('cases', 'http://127.0.0.1:9', TOKEN, { start: 600 })).rejects.toThrow(
    'cases did not answer: ECONNREFUSED',
  );
  expect(Date.now() - began).toBeGreaterThanOrEqual(500);
});

describe('on whose behalf a subgraph is asked', () => {
  const server = subgraphServer(near, TOKEN);
  let url: string;
  beforeAll(async () => (url = await server.listen({ port: 0, host: '127.0.0.1' })));
  afterAll(() => server.close());
  beforeEach(() => near.execute.mockReset().mockResolvedValue({ data: {} }));

  const post = async (body: object) => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  const request = { query: '{ orders }' };

  test('is read from a token that was signed for this request to this subgraph', async () => {
    const spoken = await speaker(TOKEN, 'orders')(request, CALLER);
    expect(await post(spoken)).toBe(200);
    expect(near.execute).toHaveBeenCalledWith(request, CALLER);
  });

  test('is nobody’s where the token is another’s, for another request or subgraph, altered or missing', async () => {
    const spoken = await speaker(TOKEN, 'orders')(request, CALLER);
    const [head, claims, signature] = spoken.caller.split('.') as [string, string, string];
    const all = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), rights: ALL_RIGHTS };
    const raised = [head, Buffer.from(JSON.stringify(all)).toString('base64url'), signature].join('.');
    for (const body of [
      { ...spoken, request: '{"query":"{ breaches }"}' },
      { ...spoken, caller: raised },
      { ...spoken, caller: '' },
      await speaker('another text that is long enough to be a secret', 'orders')(request, CALLER),
      await speaker(TOKEN, 'cases')(request, CALLER),
      { ...request, caller: CALLER },
    ]) {
      expect(await post(body)).toBe(401);
    }
    expect(near.execute).not.toHaveBeenCalled();
  });

  test('is nobody’s once the token is older than a slow request takes', async () => {
    const spoken = await speaker(TOKEN, 'orders')(request, CALLER);
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'],
      now: Date.now() + 60_000,
    });
    try {
      expect(await post(spoken)).toBe(401);
    } finally {
      jest.useRealTimers();
    }
  });
});
