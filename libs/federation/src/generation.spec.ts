import { ApolloServer } from '@apollo/server';
import { parse } from 'graphql';
import { type Part, aGraph, composed, sourceOf } from '../test/graph';
import { people, pets } from '../test/people';
import { FederationEngine, stringifyAnswer } from './index';

const parts = { people, pets };

describe('another supergraph', () => {
  const more: Part = { ...pets, typeDefs: pets.typeDefs.replace('name: String', 'name: String age: Int') };

  test('is served from then on, with what was planned before planned already', async () => {
    const planned: unknown[] = [];
    const graph = await aGraph(parts, { hooks: { onPlan: ({ operationName }) => planned.push(operationName) } });
    const run = (query: string) => graph.engine.execute({ document: parse(query), operationName: 'Q' });
    await run('query Q { me { pets { name } } }');
    const before = graph.engine.apiSchema;
    await graph.engine.replaceSupergraph(composed({ people, pets: more }));
    expect(planned).toEqual(['Q', 'Q']);
    expect((await run('query Q { me { pets { name } } }')).data).toEqual({ me: { pets: [{ name: 'Pet of 1' }] } });
    expect(planned).toEqual(['Q', 'Q']);
    expect(graph.engine.apiSchema).not.toBe(before);
    const old = await graph.engine.execute({ document: parse('{ me { pets { name } } }'), schema: before });
    expect(old.errors).toBeUndefined();
  });

  test('is served with what was to be ready ready, whoever has asked for it', async () => {
    const planned: unknown[] = [];
    const limits = { operations: 1 };
    const graph = await aGraph(parts, { limits, hooks: { onPlan: () => planned.push(1) } });
    const kept = 'query Kept { me { pets { name } } }';
    await graph.engine.warm([parse(kept), parse('query Gone { me { nobody } }')]);
    expect(planned).toEqual([1]);
    for (const operationName of ['Kept', undefined]) {
      await graph.engine.execute({ document: parse(kept), operationName });
    }
    expect(planned).toEqual([1]);
    await graph.ask('{ me { name } }');
    await graph.engine.replaceSupergraph(composed({ people, pets: more }));
    planned.length = 0;
    await graph.engine.execute({ document: parse(kept), operationName: 'Kept' });
    expect(planned).toEqual([]);
    const unknown = await graph.engine.execute({ document: parse(kept), operationName: 'Other' });
    expect(unknown.errors).toHaveLength(1);
  });

  test.each([
    ['that is none', 'type Query { a: Int }'],
    ['that does not parse', 'type'],
    ['with a subgraph that nobody knows', composed({ ...parts, third: { typeDefs: 'type Query { third: Int }' } })],
  ])('%s is refused, and the one before it kept', async (_what, sdl) => {
    const { engine, ask } = await aGraph(parts);
    await expect(engine.replaceSupergraph(sdl)).rejects.toThrow();
    expect((await ask('{ me { name } }')).data).toEqual({ me: { name: 'Me' } });
  });

  test('keeps sources that stay, makes those that come, and stops those that go when they are done', async () => {
    const made: string[] = [];
    const stopped: string[] = [];
    let release!: () => void;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const engine = await FederationEngine.create({
      supergraphSdl: composed(parts),
      sourceFor: (name) => {
        made.push(name);
        const part: Part = name === 'pets' ? { ...pets, instead: async (_, usual) => (await slow, usual()) } : people;
        return { ...sourceOf(name, part, []), stop: async () => void stopped.push(name) };
      },
    });
    const under = engine.execute({ document: parse('{ me { pets { name } } }') });
    await engine.replaceSupergraph(composed({ people }));
    expect([made, stopped]).toEqual([['people', 'pets'], []]);
    release();
    expect((await under).data).toEqual({ me: { pets: [{ name: 'Pet of 1' }] } });
    expect(stopped).toEqual(['pets']);
    await engine.stop();
    expect(stopped).toEqual(['pets', 'people']);
  });
});

test('Apollo Server takes the engine for a gateway, with data as text, and follows it to another supergraph', async () => {
  const { engine } = await aGraph(parts);
  const callers: unknown[] = [];
  const gateway = engine.gateway({
    json: true,
    request: ({ context }) => (callers.push(context), { caller: context }),
  });
  const server = new ApolloServer({ gateway, stringifyResult: stringifyAnswer });
  await server.start();
  const ask = async (query: string) => {
    const headers = new Map([['content-type', 'application/json']]) as never;
    const request = { method: 'POST', headers, search: '', body: { query } };
    const { body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: request,
      context: async () => ({ who: 'me' }),
    });
    return (body as { string: string }).string;
  };
  expect(await ask('{ me { name } }')).toBe('{"data":{"me":{"name":"Me"}}}');
  expect(callers).toEqual([{ who: 'me' }]);
  expect(await ask('{ me { age } }')).toContain('Cannot query field \\"age\\"');
  await engine.replaceSupergraph(
    composed({ people: { ...people, typeDefs: people.typeDefs.replace('secret', 'age: Int secret') }, pets }),
  );
  expect(await ask('{ me { age: name } }')).toBe('{"data":{"me":{"age":"Me"}}}');
  await server.stop();
});
