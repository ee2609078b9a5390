import { type Part, aGraph } from '../test/graph';
import { failing, orders, parts, people, told } from '../test/orders';

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
    const places = ['orders.0.judge', 'orders.0.person', 'orders.1.judge', 'orders.1.person', 'orders.2.person'];
    expect(told(errors)).toEqual(places.map((place) => [place, 'SUBGRAPH_UNAVAILABLE']));
  });

  test('there are no more errors than an answer may have', async () => {
    const graph = await aGraph(
      { ...parts, people: failing(people, async () => Promise.reject(new Error())) },
      { limits: { errors: 2 } },
    );
    expect((await graph.ask(query)).errors!.length).toBe(2);
  });
});
