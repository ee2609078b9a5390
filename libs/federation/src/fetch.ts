import type { FetchDataKeyRenamer, FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  parse,
  print,
} from 'graphql';
import { isRisky } from './data';
import type { MergeShape } from './merge';
import { type CanFind, type Project, projection } from './representation';
import type { SubgraphRequest, SubgraphSource } from './source';
import type { Supergraph } from './supergraph';
import { type Walk, walkOf } from './walk';

/** A fetch of a plan, compiled. */
export interface Fetch {
  /** What `@defer` names it by. */
  readonly id?: string;
  readonly source: SubgraphSource;
  readonly request: FetchDocument;
  /** The same for fetches that ask the same, whatever their operations are called. */
  readonly signature: string;
  /** Variables of the operation that it uses. */
  readonly variables: readonly string[];
  /** Leads to the objects that it adds to. */
  readonly walk: Walk;
  /** What it brings: for entities, into each of them. */
  readonly shape: MergeShape;
  /** Absent for a fetch from the root of the graph. */
  readonly entities?: EntityFetch;
  readonly outputRewrites: readonly FetchDataRewrite[];
  /** The keys that the caller gave, by those that the fetch has in their place. */
  readonly renamed: ReadonlyMap<string | number, string>;
}

export interface EntityFetch {
  readonly project: Project;
  readonly rewrites: readonly FetchDataRewrite[];
  /** Values of objects further up that are sent as variables: `@fromContext`. */
  readonly context: readonly FetchDataKeyRenamer[];
  readonly operation: OperationDefinitionNode;
}

/** A document as it is sent, with the JSON of the request up to the value of `variables`. */
export type FetchDocument = SubgraphRequest & { readonly head: string };

/** Compiles a fetch that adds to the objects at `path`. */
export function compileFetch(
  node: FetchNode,
  path: readonly (string | number)[],
  source: SubgraphSource,
  supergraph: Supergraph,
): Fetch {
  const { id, operation: query, operationName, requires, variableUsages = [] } = node;
  const { inputRewrites = [], outputRewrites = [], contextRewrites = [] } = node;
  const { operation, fragments } = definitionsOf(query);
  const contextual = new Set(contextRewrites.map(({ renameKeyTo }) => renameKeyTo));
  const root = operation.selectionSet.selections[0] as FieldNode;
  return {
    id,
    source,
    request: fetchDocument(query, operationName),
    signature: `${source.name} ${print({ ...operation, name: undefined })}`,
    variables: variableUsages.filter((name) => !contextual.has(name)),
    walk: walkOf(path),
    shape: mergeShape([requires ? root.selectionSet! : operation.selectionSet], fragments, outputRewrites),
    outputRewrites,
    renamed: new Map(
      outputRewrites.flatMap((each) => (each.kind === 'KeyRenamer' ? [[each.path.at(-1)!, each.renameKeyTo]] : [])),
    ),
    ...(requires && {
      entities: {
        project: projection(requires, supergraph, undefined, finds(node, supergraph)),
        rewrites: inputRewrites,
        context: contextRewrites,
        operation,
      },
    }),
  };
}

/**
 * True where the subgraph of a fetch can find an object by what the fetch says of it. What a plan requires of an
 * interface also fits objects of types that the fetch is not for, and leaves their keys out.
 */
function finds({ serviceName, inputRewrites = [] }: FetchNode, { isA, keysIn }: Supergraph): CanFind {
  return (typename, fields) => {
    let sent = typename;
    for (const each of inputRewrites) {
      const [condition = '', key, ...more] = each.path;
      if (each.kind !== 'ValueSetter' || key !== '__typename' || more.length > 0) continue;
      if (isA(typename, condition.replace('... on ', ''))) sent = String(each.setValueTo);
    }
    return keysIn(serviceName, sent).some((names) => names.every((name) => fields.has(name)));
  };
}

export function fetchDocument(query: string, operationName: string | undefined): FetchDocument {
  const name = operationName === undefined ? '' : `"operationName":${JSON.stringify(operationName)},`;
  return { query, operationName, head: `{"query":${JSON.stringify(query)},${name}"variables":` };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function definitionsOf(query: string): { operation: OperationDefinitionNode; fragments: Fragments } {
  const { definitions } = parse(query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  return { operation: operation!, fragments };
}

/**
 * The keys of selections, whatever the type of an object: it brings what it has. What a rewrite renames arrives under
 * the name that the fetch gave it, and is merged under the other.
 */
function mergeShape(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  rewrites: readonly FetchDataRewrite[] = [],
): MergeShape {
  const below = new Map<string, SelectionSetNode[]>();
  const gather = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) gather(node.selectionSet);
      else if (node.kind === Kind.FRAGMENT_SPREAD) gather(fragments.get(node.name.value)!.selectionSet);
      else gatherField(node);
    }
  };
  const gatherField = ({ alias, name, selectionSet }: FieldNode): void => {
    const key = (alias ?? name).value;
    below.set(key, [...(below.get(key) ?? []), ...(selectionSet ? [selectionSet] : [])]);
  };
  sets.forEach(gather);
  const paths = rewrites.map((each) => ({ ...each, path: each.path.filter((part) => !part.startsWith('... on ')) }));
  for (const each of paths) {
    if (each.kind !== 'KeyRenamer' || each.path.length !== 1) continue;
    below.set(each.renameKeyTo, [...(below.get(each.renameKeyTo) ?? []), ...(below.get(each.path[0]!) ?? [])]);
  }
  const keys = [...below.keys()];
  const inside = (key: string) =>
    paths
      .filter(({ path }) => path[0] === key && path.length > 1)
      .map((each) => ({ ...each, path: each.path.slice(1) }));
  return {
    keys,
    below: [...below].map(([key, inner]) => (inner.length > 0 ? mergeShape(inner, fragments, inside(key)) : undefined)),
    risky: keys.some(isRisky),
  };
}
