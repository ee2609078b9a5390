import { readFileSync } from 'node:fs';
import { serveSupergraph } from '../../up/gateway';
import { tellReady } from './tell.cjs';

/** This graph's engine behind Apollo Server, over subgraphs in another process. */
export async function main([supergraph = '']: string[]): Promise<void> {
  const { url } = await serveSupergraph({ supergraphSdl: readFileSync(supergraph, 'utf8'), port: 0 });
  tellReady({ url: `${url}/graphql` });
}
