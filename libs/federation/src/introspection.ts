import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  executeSync,
} from 'graphql';
import type { Data } from './data';
import { operationOf } from './operation-of';

/** The operation with nothing but its `__schema` and `__type`, which no subgraph answers; undefined without those. */
export function introspectionOf(document: DocumentNode, operationName: string | undefined): DocumentNode | undefined {
  const operation = operationOf(document, operationName);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const selections = kept(operation.selectionSet, new Map(fragments.map((each) => [each.name.value, each])));
  if (selections.length === 0) return undefined;
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, directives: [], selectionSet }, ...fragments] };
}

function kept(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionNode[] {
  return selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FIELD) return node.name.value === '__schema' || node.name.value === '__type' ? [node] : [];
    const { selectionSet } = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)! : node;
    const inner = kept(selectionSet, fragments);
    if (inner.length === 0) return [];
    const { directives } = node;
    return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections: inner } }];
  });
}

/** What the schema says of itself. */
export function introspect(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Data>): Data {
  const { data } = executeSync({ schema, document, variableValues: variables, rootValue: {} });
  return data ?? {};
}
