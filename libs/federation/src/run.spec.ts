import { parse } from 'graphql';
import { type Part, aGraph } from '../test/graph';
import type { FetchEvent } from './options';

interface Ref {
  id: string;
}

const inOrders = (id: string) => ({ id, orderCount: Number(id) });

/** Orders, each of a person and with a judge, who is one too; people and their addresses live elsewhere. */
const orders: Part = {
  typeDefs: `
    type Query { orders: [Order!]! slow: String }
    type Order { id: ID! person: Person judge: Person }
    type Person @key(fields: "id") { id: ID! orderCount: Int! }
  `,
  resolvers: {
    Query: {
      orders: () => ['1', '2', '1'].map((id, at) => ({ id: `o${at}`, person: inOrders(id), judge: inOrders('9') })),
      slow: () => 'done',
    },
    Person: { __resolveReference: ({ id }: Ref) => inOrders(id) },
  },
};
const people: Part = {
  typeDefs: `type Person @key(fields: "id") { id: ID! name: String! nick: String region: Region @inaccessible } type Region { code: String }`,
  resolvers: {
    Person: { __resolveReference: ({ id }: Ref) => ({ id, name: `Name ${id}`, nick: null, region: { code: 'X' } }) },
  },
};
const places: Part = {
  typeDefs: `
    type Person @key(fields: "id") { id: ID! name: String! @external region: Region @external address: String @requires(fields: "name") route: String @requires(fields: "region { code }") }
    type Region { code: String @external }
  `,
  resolvers: {
    Person: {
      __resolveReference: (ref: Ref & { name: string; region: unknown }) => ({
        ...ref,
        address: `Home of ${ref.name}`,
        route: JSON.stringify(ref.region),
      }),
    },
  },
};
const parts = { orders, people, places };

const failing = (part: Part, instead: Part['instead']): Part => ({ ...part, instead });
const told = (errors: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[] = []) =>
  errors.map(({ path, extensions }) => [(path as unknown[] | undefined)?.join('.'), extensions.code]).sort();

describe('what is asked for', () => {
  test('fetches for entities of one subgraph that are ready together make one request', async () => {
    const graph = await aGraph(parts);
    const { data, errors } = await graph.ask('query Q { orders { person { name } judge { nick name } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      orders: ['1', '2', '1'].map((id) => ({ person: { name: `Name ${id}` }, judge: { nick: null, name: 'Name 9' } })),
    });
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['orders', 'people']);
    expect(Object.values(graph.asked[1]!.variables!).map((list) => (list as Ref[]).map(({ id }) => id))).toEqual([
      ['1', '2'],
      ['9'],
    ]);
  });

  test('fetches that ask the same share one answer, and nothing else', async () => {
    const graph = await aGraph(parts);
    const query = 'query Q { one: orders { person { name nick } } other: orders { person { name nick } } }';
    const { data } = await graph.ask(query);
    expect(data!.one).toEqual(data!.other);
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['orders', 'people']);
    expect(Object.keys(graph.asked[1]!.variables!)).toEqual(['representations']);
  });

  test('a fetch does not wait for another that it needs nothing of', async () => {
    const order: string[] = [];
    const slowly = {
      ...people,
      instead: async (_: unknown, usual: () => Promise<any>) => (
        await new Promise((resolve) => setTimeout(resolve, 30)),
        order.push('people'),
        usual()
      ),
    };
    const counted = {
      ...places,
      typeDefs: `type Person @key(fields: "id") { id: ID! address: Address } type Address @key(fields: "id") { id: ID! }`,
      resolvers: { Person: { __resolveReference: ({ id }: Ref) => ({ id, address: { id: `a${id}` } }) } },
    };
    const streets: Part = {
      typeDefs: `type Address @key(fields: "id") { id: ID! street: String }`,
      resolvers: {
        Address: { __resolveReference: ({ id }: Ref) => (order.push('streets'), { id, street: `Street ${id}` }) },
      },
    };
    const graph = await aGraph({ orders, people: slowly, places: counted, streets });
    const { data } = await graph.ask('{ orders { judge { name address { street } } } }');
    expect((data as any).orders[0]).toEqual({ judge: { name: 'Name 9', address: { street: 'Street a9' } } });
    expect(order).toEqual(['streets', 'people']);
  });
});

describe('when a subgraph fails', () => {
  const query = '{ orders { id person { id name nick orderCount } } }';

  test.each<[string, Part['instead']]>([
    [
      'throws',
      () => {
        throw new Error('at 10.0.0.7');
      },
    ],
    ['rejects', async () => Promise.reject(new Error('at 10.0.0.7'))],
    ['answers nothing', async () => undefined],
    ['answers text', async () => 'text'],
    ['answers null', async () => ({ data: null })],
    ['answers without entities', async () => ({ data: {} })],
    ['answers too few entities', async () => ({ data: { _entities: [] } })],
    ['answers too many entities', async () => ({ data: { _entities: [null, null, null, null] } })],
    ['answers entities that are none', async () => ({ data: { _entities: ['text', 5] } })],
    ['answers errors that are none', async () => ({ data: null, errors: 'at 10.0.0.7' })],
    ['has an error without a code', async () => ({ data: null, errors: [{ message: 'at 10.0.0.7' }] })],
  ])('and %s, the rest is answered, and each place says that something is missing', async (_what, instead) => {
    const graph = await aGraph({ ...parts, people: failing(people, instead) });
    const { data, errors } = await graph.ask('{ orders { id person { id nick orderCount } } }');
    expect((data as any).orders[1]).toEqual({ id: 'o1', person: { id: '2', nick: null, orderCount: 2 } });
    expect(told(errors)).toEqual(
      [0, 1, 2].flatMap((at) => [[`orders.${at}.person.nick`, 'SUBGRAPH_UNAVAILABLE']]).sort(),
    );
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
  });

  test('a null where none may be is explained by the error that is there, not by another', async () => {
    const graph = await aGraph({ ...parts, people: failing(people, async () => Promise.reject(new Error())) });
    const { data, errors } = await graph.ask(query);
    expect(data).toEqual({ orders: ['o0', 'o1', 'o2'].map((id) => ({ id, person: null })) });
    expect(
      told(errors)
        .map(([path]) => path)
        .sort(),
    ).toEqual([0, 1, 2].flatMap((at) => [`orders.${at}.person.name`, `orders.${at}.person.nick`]));
  });

  test('an error of an entity stands in every place of it, with its code and without the inside', async () => {
    const extensions = { code: 'FORBIDDEN', scope: 'x', stacktrace: ['at /srv'], serviceName: 'people' };
    const instead: Part['instead'] = async (_request, usual) => {
      const { data } = await usual();
      (data as any)._entities[0].nick = null;
      return { data, errors: [{ message: 'Not yours.', path: ['_entities', 0, 'nick'], extensions }] };
    };
    const { data, errors } = await (await aGraph({ ...parts, people: failing(people, instead) })).ask(query);
    expect((data as any).orders[0].person.name).toBe('Name 1');
    expect(errors!.map((error) => error.toJSON())).toEqual(
      [0, 2].map((at) => ({
        message: 'Not yours.',
        path: ['orders', at, 'person', 'nick'],
        extensions: { code: 'FORBIDDEN', scope: 'x' },
      })),
    );
  });

  test('an error in one of the fetches of a request is not the others’', async () => {
    const instead: Part['instead'] = async (_request, usual) => {
      const { data } = await usual();
      const [key] = Object.keys(data!);
      return {
        data: { ...data, [key!]: null },
        errors: [{ message: 'No.', path: [key!, 0, 'nick'], extensions: { code: 'NO' } }],
      };
    };
    const graph = await aGraph({ ...parts, people: failing(people, instead) });
    const { data, errors } = await graph.ask('{ orders { person { nick } judge { name } } }');
    expect((data as any).orders[0]).toEqual({ person: { nick: null }, judge: { name: 'Name 9' } });
    expect(
      told(errors)
        .map(([path, code]) => [path, code])
        .sort(),
    ).toEqual([
      ['orders.0.person.nick', 'NO'],
      ['orders.1.person.nick', 'SUBGRAPH_UNAVAILABLE'],
      ['orders.2.person.nick', 'NO'],
    ]);
  });

  test('who needs what it has is asked where that may be null, and else says so in its own place', async () => {
    const graph = await aGraph({ ...parts, people: failing(people, async () => Promise.reject(new Error())) });
    const { data, errors } = await graph.ask('{ orders { judge { address route } } }');
    expect((data as any).orders[0]).toEqual({ judge: { address: null, route: null } });
    expect(told(errors).sort()).toEqual(
      [0, 1, 2].flatMap((at) => [
        [`orders.${at}.judge.address`, 'SUBGRAPH_UNAVAILABLE'],
        [`orders.${at}.judge.route`, 'SUBGRAPH_UNAVAILABLE'],
      ]),
    );
  });

  test('a root fetch says so for each field that was asked of it', async () => {
    const graph = await aGraph({ ...parts, orders: failing(orders, async () => Promise.reject(new Error())) });
    const { data, errors } = await graph.ask('{ slow quick: slow }');
    expect([data, told(errors)]).toEqual([
      { slow: null, quick: null },
      [
        ['quick', 'SUBGRAPH_UNAVAILABLE'],
        ['slow', 'SUBGRAPH_UNAVAILABLE'],
      ],
    ]);
  });

  test('an entity that a subgraph does not know is null without an error', async () => {
    const graph = await aGraph({
      ...parts,
      people: failing(people, async ({ variables }) => ({
        data: { _entities: (variables!.representations as []).map(() => null) },
      })),
    });
    expect(await graph.ask('{ orders { person { name address } } }')).toEqual({
      data: { orders: [0, 1, 2].map(() => ({ person: null })) },
    });
  });

  test('a subgraph that lies about types is believed nowhere', async () => {
    const graph = await aGraph({
      ...parts,
      orders: failing(orders, async () => ({
        data: {
          orders: [
            { id: {}, person: 'text' },
            { id: 'a', person: [] },
            { id: 'b', judge: null },
          ],
        },
      })),
    });
    const { data, errors } = await graph.ask('{ orders { person { id } judge { name } } }');
    expect(data).toEqual({
      orders: [
        { person: null, judge: null },
        { person: null, judge: null },
        { person: null, judge: null },
      ],
    });
    expect(told(errors)).toEqual([
      ['orders.0.person', 'SUBGRAPH_UNAVAILABLE'],
      ['orders.1.person', 'SUBGRAPH_UNAVAILABLE'],
    ]);
  });

  test('there are no more errors than an answer may have', async () => {
    const graph = await aGraph(
      { ...parts, people: failing(people, async () => Promise.reject(new Error())) },
      { limits: { errors: 2 } },
    );
    expect((await graph.ask(query)).errors!.length).toBe(2);
  });
});

describe('when time is up', () => {
  const never = failing(people, () => new Promise(() => {}));

  test('what is there is answered', async () => {
    const graph = await aGraph({ ...parts, people: never }, { limits: { operationMs: 40 } });
    const { data, errors } = await graph.ask('{ orders { judge { nick address orderCount } } }');
    expect((data as any).orders[0]).toEqual({ judge: { nick: null, address: null, orderCount: 9 } });
    expect(told(errors)).toContainEqual(['orders.0.judge.nick', 'SUBGRAPH_UNAVAILABLE']);
  });

  test('a request can say when that is, and subgraphs are told', async () => {
    const deadlines: unknown[] = [];
    const { engine } = await aGraph(
      { ...parts, people: never },
      { hooks: { onFetch: ({ caller }) => deadlines.push(caller) } },
    );
    const deadline = Date.now() + 30;
    const { errors } = await engine.execute({
      document: parse('{ orders { judge { nick } } }'),
      deadline,
      caller: 'me',
    });
    expect([errors!.length, deadlines]).toEqual([3, ['me', 'me']]);
  });

  test('a caller who has gone is not worked for any longer', async () => {
    const leaving = new AbortController();
    const graph = await aGraph({ ...parts, people: failing(people, () => (leaving.abort(), new Promise(() => {}))) });
    const { errors } = await graph.engine.execute({
      document: parse('{ orders { judge { address } } }'),
      signal: leaving.signal,
    });
    expect(told(errors)[0]).toEqual(['orders.0.judge.address', 'SUBGRAPH_UNAVAILABLE']);
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['orders', 'people']);
    const before = graph.asked.length;
    await graph.engine.execute({ document: parse('{ slow }'), signal: leaving.signal });
    expect(graph.asked.length).toBe(before);
  });
});

test('hooks are told what was fetched, with what came of it', async () => {
  const events: FetchEvent[] = [];
  const { engine } = await aGraph(
    { ...parts, places: failing(places, async () => Promise.reject(new Error('why'))) },
    { hooks: { onFetch: (event) => events.push(event) } },
  );
  await engine.execute({
    document: parse('query Q { orders { person { address } } }'),
    operationName: 'Q',
    caller: 'me',
  });
  expect(events.map(({ subgraph, entities, errors, failure }) => [subgraph, entities, errors.length, failure])).toEqual(
    [
      ['orders', 0, 0, undefined],
      ['people', 2, 0, undefined],
      ['places', 2, 0, new Error('why')],
    ],
  );
  for (const { began, ended, caller } of events) expect([ended >= began, caller]).toEqual([true, 'me']);
});
