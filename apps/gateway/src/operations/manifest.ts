import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { GraphQLError, Kind, parse, print } from 'graphql';
import { z } from 'zod';

/** Operations that were written beforehand, in the format that clients' build tools write. */
export interface Manifest {
  format: 'apollo-persisted-query-manifest';
  version: 1;
  operations: ManifestOperation[];
}

export interface ManifestOperation {
  /** What a client sends in place of the body: commonly the SHA-256 of the body, in hexadecimal. */
  id: string;
  name: string;
  type: 'query' | 'mutation' | 'subscription';
  body: string;
}

const FORMAT = 'apollo-persisted-query-manifest';

const manifest = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string().min(1),
      name: z.string().regex(/^[_A-Za-z]\w*$/, 'must be a name of GraphQL'),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string(),
    }),
  ),
});

/** Reads a manifest. Throws an error that names the file and what is wrong with it. */
export function readManifest(file: string): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is no manifest of operations: ${(error as Error).message}`, { cause: error });
  }
  const { success, data, error } = manifest.safeParse(content);
  if (success) return data;
  const wrong = error.issues.map(({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`);
  throw new Error(`${file} is no manifest of operations. ${wrong.join('; ')}`);
}

/** A manifest of a folder of `*.graphql`, each with one operation and the fragments that it uses. */
export function manifestOf(folder: string): Manifest {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return { format: FORMAT, version: 1, operations: files.sort().map((name) => operationIn(path.join(folder, name))) };
}

function operationIn(file: string): ManifestOperation {
  const text = readFileSync(file, 'utf8');
  const document = parse(text);
  const [definition, ...others] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !definition.name || others.length > 0) {
    throw new GraphQLError(`${file} must have one operation, with a name.`);
  }
  const about = /^(?:#.*\n)*/.exec(text)![0];
  const body = `${about}${print(document)}`;
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: definition.name.value, type: definition.operation, body };
}
