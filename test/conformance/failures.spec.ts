import type { ServerResponse } from 'node:http';
import { type Federation, aFederation } from './federation';
import type { Unusual } from './subgraph-server';

const people = [
  { id: 'a', name: 'Ann', age: 30 },
  { id: 'b', name: 'Ben', age: 40 },
];
const world = {
  subgraphs: {
    names: 'type Query { people: [Person] } type Person @key(fields: "id") { id: ID! name: String }',
    ages: 'type Query { count: Int } type Person @key(fields: "id") { id: ID! age: Int facts: JSON } scalar JSON',
  },
  root: { people, count: 2 },
  entities: { Person: people },
};
const json =
  (body: string, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
const html = '<html><body>nginx at 10.9.8.7 says: upstream /srv/secret failed</body></html>';

const failures: Record<string, Unusual> = {
  'closes the connection': (response) => response.destroy(),
  'closes it in the middle of the answer': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":{"_entities":[{"age":30},', () => response.destroy());
  },
  'cuts its answer short': json('{"data":{"_entities":[{"age":30},'),
  'answers with no JSON': json('oops, 10.9.8.7 is down'),
  'answers with HTML': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html),
  'answers with 500 and HTML': (response) => response.writeHead(500, { 'content-type': 'text/html' }).end(html),
  'answers with 502 and nothing': (response) => response.writeHead(502).end(),
  'answers with 404 and JSON': json('{"error":"no such path /srv/secret"}', 404),
  'answers with nothing': json(''),
  'answers with null': json('null'),
  'answers with a redirect': (response) => response.writeHead(302, { location: 'http://10.9.8.7/' }).end(),
  'answers with more than anybody wants': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = ' '.repeat(1024 * 1024);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
};

describe('where one subgraph', () => {
  it.each(Object.entries(failures))(
    '%s, the others are answered, with a coded error and nothing of how it is built',
    async (_how, ages) => {
      await using graph = await aFederation({ ...world, http: { ages } });
      const answer = await graph.overHttp('{ crowd: people { name years: age } count }');
      expect(answer.data).toEqual({
        crowd: [
          { name: 'Ann', years: null },
          { name: 'Ben', years: null },
        ],
        count: null,
      });
      expect(new Set(answer.errors!.map(({ extensions }) => extensions!.code))).toEqual(
        new Set(['SUBGRAPH_UNAVAILABLE']),
      );
      expect(answer.errors!.some(({ path }) => path?.[0] === 'crowd')).toBe(true);
      expect(answer.errors!.some(({ path }) => path?.[0] === 'count')).toBe(true);
      expect(JSON.stringify(answer)).not.toMatch(/10\.9\.8\.7|secret|nginx|127\.0\.0\.1|ECONN|UND_|JSON|ages|stack/);
    },
  );

  it('answers with a status of failure and an answer all the same, the answer is taken', async () => {
    await using graph = await aFederation({
      ...world,
      http: { ages: json('{"errors":[{"message":"closed","extensions":{"code":"FORBIDDEN"}}],"data":null}', 403) },
    });
    const { data, errors } = await graph.overHttp('{ count }');
    expect(data).toEqual({ count: null });
    expect(errors!.map(({ message, extensions }) => [message, extensions!.code])).toEqual([['closed', 'FORBIDDEN']]);
  });

  it('is not there at all, the others are answered, and it is found again when it is back', async () => {
    let up = false;
    await using graph = await aFederation({
      ...world,
      http: {
        ages: async (response, usual) => (up ? response.end(JSON.stringify(await usual())) : response.destroy()),
      },
    });
    const query = '{ people { age } }';
    expect((await graph.overHttp(query)).data).toEqual({ people: [{ age: null }, { age: null }] });
    up = true;
    expect(await graph.overHttp(query)).toEqual({ data: { people: [{ age: 30 }, { age: 40 }] } });
  });

  it('does not answer before the deadline, the others are answered in time', async () => {
    let given: AbortSignal | undefined;
    await using graph = await aFederation({ ...world, instead: { ages: () => new Promise(() => {}) } });
    const began = Date.now();
    const { data, errors } = await graph.inProcess('{ people { name age } }', {}, { deadline: began + 300 });
    expect(data).toEqual({
      people: [
        { name: 'Ann', age: null },
        { name: 'Ben', age: null },
      ],
    });
    expect(errors!.length).toBeGreaterThan(0);
    expect(errors!.every(({ extensions }) => typeof extensions!.code === 'string')).toBe(true);
    expect(given).toBeUndefined();
  });
});

describe('whoever goes away', () => {
  it('ends the operation in this process', async () => {
    const leaving = new AbortController();
    await using graph = await aFederation({
      ...world,
      instead: {
        names: async (_request, usual) => {
          leaving.abort();
          return usual();
        },
      },
    });
    const { errors } = await graph.inProcess('{ people { name age } }', {}, { signal: leaving.signal });
    expect(errors!.length).toBeGreaterThan(0);
    expect(graph.counts.ages ?? 0).toBe(0);
  });

  it('ends the requests to subgraphs', async () => {
    const closed = withResolvers();
    const asked = withResolvers();
    await using graph = await aFederation({
      ...world,
      http: {
        ages: (response) => {
          response.on('close', closed.resolve);
          asked.resolve();
        },
      },
    });
    const leaving = new AbortController();
    const pending = fetch(`${await graph.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ people { age } }' }),
      signal: leaving.signal,
    }).catch(() => 'gone');
    await asked.promise;
    leaving.abort();
    expect(await pending).toBe('gone');
    await closed.promise;
  });
});

function withResolvers() {
  let resolve!: () => void;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

describe('keys that could reach into every object', () => {
  const clean = async (graph: Federation, query: string) => {
    const answer = await graph.overHttp(query);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    return answer;
  };

  it('in the answer of a root fetch change nothing', async () => {
    await using graph = await aFederation({
      ...world,
      http: {
        names: json(
          '{"__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"people":[{"__proto__":{"polluted":1,"name":"Eve"},"id":"a"}]}}',
        ),
      },
    });
    expect((await clean(graph, '{ people { id name } }')).data).toEqual({ people: [{ id: 'a', name: null }] });
  });

  it('in the answer of an entity fetch change nothing', async () => {
    await using graph = await aFederation({
      ...world,
      http: {
        ages: json(
          '{"data":{"_entities":[{"__proto__":{"polluted":1},"age":1},{"constructor":{"prototype":{"polluted":1}},"age":2}]}}',
        ),
      },
    });
    expect((await clean(graph, '{ people { age } }')).data).toEqual({ people: [{ age: 1 }, { age: 2 }] });
  });

  it('in a scalar are what they are', async () => {
    await using graph = await aFederation({
      ...world,
      http: {
        ages: json('{"data":{"_entities":[{"facts":{"__proto__":{"polluted":1}}},{"facts":[{"constructor":1}]}]}}'),
      },
    });
    const { data } = await clean(graph, '{ people { facts } }');
    expect(JSON.stringify(data)).toBe(
      '{"people":[{"facts":{"__proto__":{"polluted":1}}},{"facts":[{"constructor":1}]}]}',
    );
  });

  it('in a request are refused', async () => {
    await using graph = await aFederation({
      subgraphs: { a: 'scalar JSON type Query { echo(value: JSON): String }' },
      fields: { 'Query.echo': (_: any, { value }: any) => JSON.stringify(value) },
    });
    const response = await fetch(`${await graph.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"query ($v: JSON) { echo(value: $v) }","variables":{"v":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}}',
    });
    expect(response.status).toBe(400);
    expect(graph.asked).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
