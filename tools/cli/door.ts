import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Door } from './import';

/** Where the gateway is and the key to call it with, from the environment. Throws where no key is to be found. */
export function findDoor(environment: NodeJS.ProcessEnv = process.env): Door {
  const url = environment.THROUGHLINE_URL ?? 'http://127.0.0.1:4000';
  if (environment.THROUGHLINE_KEY) return { url, key: environment.THROUGHLINE_KEY };
  const root = path.resolve(__dirname, '../..');
  const file = path.resolve(root, environment.THROUGHLINE_DATA_DIR ?? '.throughline', 'admin.key');
  if (!existsSync(file)) {
    throw new Error(`there is no key: set THROUGHLINE_KEY, or THROUGHLINE_DATA_DIR to the folder that has admin.key`);
  }
  return { url, key: readFileSync(file, 'utf8').trim() };
}

/** Asks the gateway something for a purpose, and gives its data. Throws the first error of the answer. */
export async function ask<Data>({ url, key }: Door, purpose: string, query: string, variables = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      'throughline-purpose': purpose,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (errors?.[0]) throw new Error(errors[0].message);
  return data!;
}
