import { serverAudits } from 'graphql-http';
import { type Graph, aGraph } from '../support';

let graph: Graph;
beforeAll(async () => (graph = await aGraph()));
afterAll(() => graph[Symbol.asyncDispose]());

/** The audits know nothing of keys. */
const withKey = (url: string, { headers, ...init }: RequestInit = {}) =>
  fetch(url, {
    ...init,
    headers: { ...(headers as Record<string, string>), ...graph.headers },
  });

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${graph.door.url}/graphql`, fetchFn: withKey });

  it.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))('%s: %s', async (_id, _name, audit) => {
    const result = await audit();
    if (result.status !== 'ok') throw new Error(result.reason);
  });

  it('is audited whole', () => expect(audits).toHaveLength(61));
});
