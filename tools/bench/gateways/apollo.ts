import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import Fastify from 'fastify';
import { tellReady } from './tell.cjs';

/** `@apollo/gateway` as it comes, behind Apollo Server and Fastify, over subgraphs in another process. */
export async function main([supergraph = '']: string[]): Promise<void> {
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8'), logger: quiet });
  const apollo = new ApolloServer({
    gateway,
    csrfPrevention: false,
    logger: quiet,
    plugins: [ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  const server = Fastify();
  await server.register(fastifyApollo(apollo), { path: '/graphql' });
  await server.listen({ port: 0, host: '127.0.0.1' });
  tellReady({ url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/graphql` });
}
