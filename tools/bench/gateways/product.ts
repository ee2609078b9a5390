import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newKey } from '@throughline/access';
import { Subgraph } from '@throughline/subgraph';
import { Access } from '../../../apps/gateway/src/access/access';
import { startGateway } from '../../../apps/gateway/src/gateway';
import { subgraphs } from '../../up/subgraphs';
import { tellReady } from './tell.cjs';

const root = path.resolve(__dirname, '../../..');

/** The product as `npm start` runs it: gateway and subgraphs in one process, keys, rows and purposes checked, reading logged. */
export async function main([database = '']: string[]): Promise<void> {
  const running = await Promise.all(subgraphs.map((definition) => Subgraph.start(definition, database)));
  for (const subgraph of running) subgraph.meet(running);
  const key = newKey('live');
  const supergraphSdl = readFileSync(path.join(root, 'supergraph.graphql'), 'utf8');
  const access = await Access.start({ databaseUrl: database, pepper: randomBytes(32), adminKey: key });
  const { url } = await startGateway({ supergraphSdl, subgraphs: running, access, port: 0 });
  tellReady({ url: `${url}/graphql`, door: { url, key } });
}
