import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Answer } from './federation';

export interface SubgraphServer {
  url: string;
  stop(): Promise<void>;
}

/** Answers in place of a subgraph, however it likes. */
export type Unusual = (response: ServerResponse, usual: () => Promise<Answer>, request: IncomingMessage) => unknown;

type Execute = (query: string, variables?: Record<string, any>) => Promise<Answer>;

/** Serves each subgraph at `/<name>`. */
export async function serveSubgraphs(
  executes: ReadonlyMap<string, Execute>,
  unusual: Record<string, Unusual>,
): Promise<SubgraphServer> {
  const server = createServer((request, response) => {
    void (async () => {
      const name = request.url!.slice(1);
      const { query, variables } = (await json(request)) as { query: string; variables?: Record<string, unknown> };
      const usual = () => executes.get(name)!(query, variables);
      if (unusual[name]) return unusual[name](response, usual, request);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(await usual()));
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
