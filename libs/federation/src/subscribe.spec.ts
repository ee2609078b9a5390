import { parse } from 'graphql';
import { type Part, aGraph, composed } from '../test/graph';
import type { Answer } from './index';

interface Ref {
  id: string;
}

/** Events that a test sends, and whether anybody listens. */
class Stream {
  listening = 0;
  private waiting: ((result: IteratorResult<unknown>) => void)[] = [];
  private failing: ((error: unknown) => void)[] = [];

  send(value: unknown): void {
    for (const resolve of this.waiting.splice(0)) resolve({ done: false, value });
  }

  fail(error: unknown): void {
    for (const reject of this.failing.splice(0)) reject(error);
  }

  readonly events = {
    [Symbol.asyncIterator]: () => {
      this.listening += 1;
      return {
        next: () =>
          new Promise<IteratorResult<unknown>>((resolve, reject) => {
            this.waiting.push(resolve);
            this.failing.push(reject);
          }),
        return: async () => {
          this.listening -= 1;
          return { done: true as const, value: undefined };
        },
      };
    },
  };
}

const orders = (stream: Stream): Part => ({
  typeDefs: `
    type Query { a: Int }
    type Subscription { ordered(min: Int): Order flat: String }
    type Order { id: ID! person: Person! }
    type Person @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Subscription: { ordered: { subscribe: () => stream.events }, flat: { subscribe: () => stream.events } },
  },
});

const people: Part = {
  typeDefs: `type Person @key(fields: "id") { id: ID! name: String! }`,
  resolvers: { Person: { __resolveReference: ({ id }: Ref) => ({ id, name: `Person ${id}` }) } },
};

const QUERY = 'subscription ($min: Int) { ordered(min: $min) { person { name __typename } } }';

async function subscribed(
  stream: Stream,
  query = QUERY,
  more: Record<string, Part> = { people },
  signal?: AbortSignal,
) {
  const graph = await aGraph({ orders: orders(stream), ...more });
  const events = await graph.engine.subscribe({ document: parse(query), variables: { min: 1 }, signal });
  if (!('next' in events)) throw new Error(JSON.stringify(events));
  return { ...graph, events };
}

/** The next answer, after an event that is sent once it is waited for. */
async function next(events: AsyncIterator<Answer>, stream: Stream, event: unknown): Promise<IteratorResult<Answer>> {
  const answer = events.next();
  await new Promise((resolve) => setImmediate(resolve));
  stream.send(event);
  return answer;
}

const anOrder = (id: string) => ({ ordered: { id, person: { id } } });

test('each event is answered with what other subgraphs add to it', async () => {
  const stream = new Stream();
  const { events, asked } = await subscribed(stream);
  for (const id of ['1', '2']) {
    expect(await next(events, stream, anOrder(id))).toEqual({
      done: false,
      value: { data: { ordered: { person: { name: `Person ${id}`, __typename: 'Person' } } } },
    });
  }
  expect(asked.map(({ subgraph }) => subgraph)).toEqual(['people', 'people']);
  await events.return!();
  expect(stream.listening).toBe(0);
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test('an event whose other parts fail is answered with an error, and the next is answered', async () => {
  const stream = new Stream();
  let down = true;
  const shaky: Part = { ...people, instead: (_request, usual) => (down ? Promise.reject(new Error('x')) : usual()) };
  const { events } = await subscribed(stream, QUERY, { people: shaky });
  const { value } = await next(events, stream, anOrder('1'));
  expect(value.data).toEqual({ ordered: null });
  expect(value.errors.map((error: any) => [error.path, error.extensions.code])).toEqual([
    [['ordered', 'person', 'name'], 'SUBGRAPH_UNAVAILABLE'],
  ]);
  down = false;
  expect((await next(events, stream, anOrder('2'))).value.errors).toBeUndefined();
});

test('a stream that is left while nothing happens ends at once', async () => {
  const stream = new Stream();
  const { events } = await subscribed(stream);
  const waiting = events.next();
  await events.return!();
  expect([await waiting, stream.listening]).toEqual([{ done: true, value: undefined }, 0]);
});

test('a stream ends when its caller has gone', async () => {
  const stream = new Stream();
  const leaving = new AbortController();
  const { events } = await subscribed(stream, QUERY, { people }, leaving.signal);
  const waiting = events.next();
  leaving.abort();
  expect([await waiting, stream.listening]).toEqual([{ done: true, value: undefined }, 0]);
});

test('a stream that breaks says so, and ends', async () => {
  const stream = new Stream();
  const { events } = await subscribed(stream);
  const waiting = events.next();
  await new Promise((resolve) => setImmediate(resolve));
  stream.fail(new Error('at 10.0.0.7'));
  const { value } = await waiting;
  expect([value.data, value.errors[0].extensions]).toEqual([undefined, { code: 'SUBGRAPH_UNAVAILABLE' }]);
  expect(JSON.stringify(value)).not.toContain('10.0.0.7');
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test('a stream goes on, on its own supergraph, while another is served', async () => {
  const stream = new Stream();
  const { events, engine } = await subscribed(stream);
  const renamed = { ...people, typeDefs: people.typeDefs.replace('name:', 'label:') };
  await engine.replaceSupergraph(composed({ orders: orders(stream), people: renamed }));
  const { value } = await next(events, stream, anOrder('3'));
  expect(value.data).toEqual({ ordered: { person: { name: 'Person 3', __typename: 'Person' } } });
});
