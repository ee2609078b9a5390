import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ALL_RIGHTS } from '@throughline/access';
import { type GraphQLRequest, Subgraph } from '@throughline/subgraph';
import { subgraphs } from '../../up/subgraphs';
import { tellReady } from './tell.cjs';

const BENCH = { actor: 'bench', rights: ALL_RIGHTS };

/** All subgraphs in one process, each on a port of its own, for every gateway alike. Told `{ delayMs }`, they wait. */
export async function main([database = '']: string[]): Promise<void> {
  let delayMs = 0;
  const running = await Promise.all(subgraphs.map((definition) => Subgraph.start(definition, database)));
  const urls: Record<string, string> = {};
  for (const subgraph of running) {
    const server = createServer((request, response) => void answer(subgraph, request, response, delayMs));
    // Longer than any gateway keeps a connection: one that closes first would be told of as a failure.
    server.keepAliveTimeout = 600_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    urls[subgraph.name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }
  tellReady(urls, (message) => (delayMs = message.delayMs ?? 0));
}

async function answer(
  subgraph: Subgraph,
  request: IncomingMessage,
  response: ServerResponse,
  delayMs: number,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const asked = JSON.parse(Buffer.concat(chunks).toString('utf8')) as GraphQLRequest;
  const [result] = await Promise.all([subgraph.execute(asked, BENCH), delayMs > 0 ? delay(delayMs) : 0]);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(result));
}
