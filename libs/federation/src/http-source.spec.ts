import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type HttpSourceOptions, httpSource } from './http-source';
import type { SubgraphResult, SubgraphSource } from './source';

type Handler = (request: IncomingMessage & { text: string }, response: ServerResponse) => unknown;

let server: Server;
let handler: Handler;
const asked: { headers: IncomingMessage['headers']; text: string }[] = [];
const sources: SubgraphSource[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      asked.push({ headers: request.headers, text });
      handler(Object.assign(request, { text }), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await Promise.all(sources.splice(0).map((source) => source.stop!()));
  asked.length = 0;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function aSource(options: HttpSourceOptions = {}): SubgraphSource {
  const { port } = server.address() as AddressInfo;
  const source = httpSource('pets', `http://127.0.0.1:${port}/graphql?x=1`, options);
  sources.push(source);
  return source;
}

const answers =
  (body: string, status = 200, type = 'application/json'): Handler =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);

const QUERY = { query: '{ a }' };

test('a request is JSON, with the headers of the source, of the caller, and the time that is left', async () => {
  handler = answers('{"data":{"a":1}}');
  const source = aSource({ headers: { authorization: 'Bearer x', 'x-own': 'source' } });
  const head = '{"query":"query Q{a}","operationName":"Q","variables":';
  const context = { headers: { 'x-own': 'caller' }, deadline: Date.now() + 5000 };
  expect(
    await source.execute({ query: 'query Q{a}', operationName: 'Q', variables: { v: [1] }, head }, context),
  ).toEqual({ data: { a: 1 } });
  expect(await source.execute({ query: '{ "é" }' }, {})).toEqual({ data: { a: 1 } });
  expect(asked.map(({ text }) => JSON.parse(text))).toEqual([
    { query: 'query Q{a}', operationName: 'Q', variables: { v: [1] } },
    { query: '{ "é" }', variables: {} },
  ]);
  expect(asked[0]!.headers).toMatchObject({
    authorization: 'Bearer x',
    'x-own': 'caller',
    'content-type': 'application/json',
  });
  const left = Number(asked[0]!.headers['x-deadline-ms']);
  expect(left > 0 && left <= 5000).toBe(true);
});

test('GraphQL is taken whatever the status says', async () => {
  handler = answers('{"errors":[{"message":"no"}]}', 400, 'application/graphql-response+json');
  expect(await aSource().execute(QUERY, {})).toEqual({ errors: [{ message: 'no' }] });
});

test.each([
  ['truncated JSON', answers('{"data":{"a":')],
  ['HTML', answers('<h1>Bad gateway at 10.0.0.7</h1>', 502, 'text/html')],
  ['JSON that is no GraphQL', answers('{"message":"at 10.0.0.7"}', 500)],
  ['null', answers('null')],
  ['nothing at all', answers('', 204)],
])('%s is no answer, and nothing of it is quoted', async (_what, answer) => {
  handler = answer;
  const failure = await aSource().execute(QUERY, {}).then(String, String);
  expect(failure).toMatch(/^Error: pets answered with status \d+ and no/);
  expect(failure).not.toContain('10.0.0.7');
});

test('an answer that is too large is given up, and the connection with it', async () => {
  let closed!: Promise<unknown>;
  handler = (_request, response) => {
    closed = new Promise((resolve) => response.on('close', resolve));
    response.writeHead(200);
    const send = (): void => {
      if (response.writableEnded || response.destroyed) return;
      response.write('x'.repeat(1000), () => setImmediate(send));
    };
    send();
  };
  await expect(aSource({ responseBytes: 5000 }).execute(QUERY, {})).rejects.toThrow('more than 5000 bytes');
  await closed;
});

test('a subgraph that does not answer in time is not waited for', async () => {
  handler = () => {};
  const began = Date.now();
  await expect(aSource().execute(QUERY, { deadline: Date.now() + 50 })).rejects.toThrow('in time');
  await expect(aSource({ timeoutMs: 50 }).execute(QUERY, {})).rejects.toThrow('in time');
  expect(Date.now() - began).toBeLessThan(20_000);
});

test('a request is given up when its caller goes', async () => {
  let closed!: () => void;
  const gone = new Promise<void>((resolve) => (closed = resolve));
  const leaving = new AbortController();
  handler = (request) => {
    request.socket.on('close', closed);
    leaving.abort();
  };
  await expect(aSource().execute(QUERY, { signal: leaving.signal })).rejects.toThrow();
  await gone;
  await expect(aSource().execute(QUERY, { signal: leaving.signal })).rejects.toThrow();
});

describe('a connection that breaks before an answer began', () => {
  const breaksOnce = (): Handler => {
    let broken = false;
    return (request, response) => {
      if (broken) {
        answers('{"data":{}}')(request, response);
        return;
      }
      broken = true;
      request.socket.destroy();
    };
  };

  test('is tried again for a query', async () => {
    handler = breaksOnce();
    expect(await aSource().execute({ query: 'query{a}' }, {})).toEqual({ data: {} });
    expect(asked.length).toBe(2);
  });

  test('is not tried again for a mutation, which may have been done', async () => {
    handler = breaksOnce();
    await expect(aSource().execute({ query: 'mutation{a}' }, {})).rejects.toThrow();
    expect(asked.length).toBe(1);
  });

  test('is not tried more often than it is told to', async () => {
    handler = (request) => request.socket.destroy();
    await expect(aSource({ retries: 2 }).execute(QUERY, {})).rejects.toThrow();
    expect(asked.length).toBe(3);
  });
});

test('an answer that breaks off in the middle is not asked for again', async () => {
  handler = (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"data":', () => response.destroy());
  };
  await expect(aSource().execute(QUERY, {})).rejects.toThrow();
  expect(asked.length).toBe(1);
});

test('a subgraph that fails again and again is left alone, and tried once in a while', async () => {
  handler = answers('no', 500);
  const source = aSource({ breakAfter: 2, breakMs: 30 });
  for (let time = 0; time < 4; time += 1) await source.execute(QUERY, {}).catch(() => {});
  expect(asked.length).toBe(2);
  await delay(40);
  await Promise.all([source.execute(QUERY, {}), source.execute(QUERY, {})].map((each) => each.catch(() => {})));
  expect(asked.length).toBe(3);
  await delay(40);
  handler = answers('{"data":{}}');
  expect(await source.execute(QUERY, {})).toEqual({ data: {} });
  expect(await source.execute(QUERY, {})).toEqual({ data: {} });
});

describe('a subscription', () => {
  async function events(source: SubgraphSource): Promise<SubgraphResult[]> {
    const all: SubgraphResult[] = [];
    for await (const event of source.subscribe!({ query: 'subscription{a}' }, {})) all.push(event);
    return all;
  }

  test('comes as server-sent events, in whatever pieces', async () => {
    handler = async (request, response) => {
      expect(request.headers.accept).toBe('text/event-stream');
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      const text =
        ':\n\nevent: next\ndata: {"data":{"a":"é"}}\n\nevent:next\r\ndata: {"data":\r\ndata:{"a":2}}\r\n\r\nevent: complete\n\n';
      for (const byte of Buffer.from(text)) {
        response.write(Buffer.from([byte]));
        if (byte === 0xc3) await delay(5);
      }
    };
    expect(await events(aSource())).toEqual([{ data: { a: 'é' } }, { data: { a: 2 } }]);
  });

  test('that is refused is one answer', async () => {
    handler = answers('{"errors":[{"message":"no"}]}', 400);
    expect(await events(aSource())).toEqual([{ errors: [{ message: 'no' }] }]);
  });

  test('that breaks off, or sends too much at once, fails', async () => {
    handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('event: next\ndata: {"data":{}}\n\n');
    };
    await expect(events(aSource())).rejects.toThrow('broke off');
    handler = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${'x'.repeat(500)}`);
    };
    await expect(events(aSource({ responseBytes: 100 }))).rejects.toThrow('more than 100 bytes');
  });
});
