// `@graphql-hive/gateway` as it comes, over subgraphs in another process.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { tellReady } from '../gateways/tell.cjs';

const [supergraph] = process.argv.slice(2);
const runtime = createGatewayRuntime({ supergraph: readFileSync(supergraph, 'utf8'), logging: false });
const server = createServer(runtime);
server.listen(0, '127.0.0.1', () => tellReady({ url: `http://127.0.0.1:${server.address().port}/graphql` }));
