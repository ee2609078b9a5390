import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Subgraph } from '@throughline/subgraph';
import { newKey } from '../../../apps/gateway/src/credentials';
import { startGateway } from '../../../apps/gateway/src/gateway';
import { subgraphs } from '../../up/subgraphs';
import { tellReady } from './tell.cjs';

const root = path.resolve(__dirname, '../../..');

/** The product as `npm start` runs it: gateway and subgraphs in one process, keys checked. */
export async function main([database = '']: string[]): Promise<void> {
  const running = await Promise.all(subgraphs.map((definition) => Subgraph.start(definition, database)));
  for (const subgraph of running) subgraph.meet(running);
  const key = newKey('live');
  const supergraphSdl = readFileSync(path.join(root, 'supergraph.graphql'), 'utf8');
  const { url } = await startGateway({ supergraphSdl, subgraphs: running, adminKey: key, port: 0 });
  tellReady({ url: `${url}/graphql`, door: { url, key } });
}
