import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type DefinitionNode, Kind, parse, printSchema } from 'graphql';

const root = path.resolve(__dirname, '../..');
const folders = ['apps/gateway/operations', 'libs/client/operations'];
const scalars = { ID: 'string', Date: 'string', DateTime: 'string', JSON: 'unknown' };
const config = {
  scalars,
  // Pages list what an enum has.
  enumType: 'const',
  avoidOptionals: { field: true },
  skipTypename: true,
  useTypeImports: true,
};

/** What `libs/client` offers: the stored operations and its own, each with the types of its variables and its answer. */
export async function clientOperations(supergraphSdl: string): Promise<string> {
  const documents = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => ({
        location: `${folder}/${file}`,
        document: parse(readFileSync(path.join(root, folder, file), 'utf8')),
      })),
  );
  // Each stored operation stands alone, with the fragments that others have too.
  const known = new Set<string>();
  const isNew = (node: DefinitionNode) =>
    node.kind !== Kind.FRAGMENT_DEFINITION || (!known.has(node.name.value) && known.add(node.name.value));
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  const filename = path.join(root, 'libs/client/src/operations.ts');
  const text = await codegen({
    filename,
    schema: parse(printSchema(supergraph.apiSchema().toGraphQLJSSchema())),
    documents: documents.map(({ location, document }) => ({
      location,
      document: { ...document, definitions: document.definitions.filter(isNew) },
    })),
    config,
    plugins: [{ operations: {} }, { typedDocuments: {} }],
    pluginMap: { operations, typedDocuments },
  });
  return `// Made from the schema and the operations by \`npm run compose\`.\n${text}`;
}
