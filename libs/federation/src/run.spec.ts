import { parse } from 'graphql';
import { type Part, aGraph } from '../test/graph';
import { failing, orders, parts, people, places, told } from '../test/orders';
import type { FetchEvent } from './options';

interface Ref {
  id: string;
}

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
