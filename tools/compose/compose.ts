import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { federatedSchema } from '@throughline/subgraph';
import { parse } from 'graphql';
import { access } from '../../apps/gateway/src/access/access.subgraph';
import { subgraphs } from '../up/subgraphs';

const root = path.resolve(__dirname, '../..');
const CLIENT = 'libs/client/src/operations.ts';

/** Files made from the code: each subgraph's SDL, and the supergraph composed of them. Throws where they do not compose. */
export async function composedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const services = [];
  for (const definition of [...subgraphs, access]) {
    const { sdl } = await federatedSchema(definition);
    // The gateway's own subgraph lives with it.
    files.set(`apps/${definition === access ? 'gateway' : definition.name}/schema.graphql`, sdl);
    services.push({ name: definition.name, typeDefs: parse(sdl), url: `http://127.0.0.1:${definition.port}/graphql` });
  }
  const { errors, supergraphSdl } = composeServices(services);
  if (errors)
    throw new Error(`the subgraphs do not compose:\n${errors.map(({ message }) => `  ${message}`).join('\n')}`);
  return files.set('supergraph.graphql', supergraphSdl);
}

/** Writes the files, or with `--check` names those that are out of date and exits 1. */
export async function main([option]: string[]): Promise<void> {
  const check = option === '--check';
  const files = await composedFiles();
  // Tests compose too, and have no use for what generates it.
  const { clientOperations } = await import('./client');
  files.set(CLIENT, await clientOperations(files.get('supergraph.graphql')!));
  for (const [file, text] of files) {
    const target = path.join(root, file);
    if (!check) writeFileSync(target, text);
    else if (current(target) !== text) {
      process.stderr.write(`${file} is out of date: run npm run compose\n`);
      process.exitCode = 1;
    }
  }
}

function current(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
