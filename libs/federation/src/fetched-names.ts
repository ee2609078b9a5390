import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The names under which fields are fetched. */
export interface FetchedNames {
  /** The name for a field of an object of type `parent`. */
  of(field: FieldNode, parent: string): string;
  /** The document as it is planned: with those names in place of the caller's, and rid of what the planner misreads. */
  planned(document: DocumentNode): DocumentNode;
}

/**
 * Names of the engine's own. A plan fetches fields that nobody asked for, keys and what `@requires` names, by their
 * plain names; a caller may have given such a name to another field, or asked for it with other arguments, and one
 * would be taken for the other without anybody noticing. So a field has its plain name only where it is the plain
 * field. Values that are the same have one name. Objects keep apart what the caller kept apart: a null that goes up in
 * one of them is not the other's.
 */
export function fetchedNames(schema: GraphQLSchema, isField: (name: string) => boolean): FetchedNames {
  const mutation = schema.getMutationType()?.name;
  const names = new Map<string, string>();
  const of = ({ alias, name, arguments: given = [], selectionSet }: FieldNode, parent: string): string => {
    if (name.value === '__typename') return name.value;
    // Each mutation runs for itself, however alike two of them are.
    const own = selectionSet || parent === mutation ? (alias ?? name).value : name.value;
    if (given.length === 0 && own === name.value) return own;
    const identity = `${own}:${name.value}(${given.map(print).sort().join()})`;
    let known = names.get(identity);
    for (let nth = names.size; known === undefined; nth += 1) {
      const free = `${name.value}__${nth}`;
      if (!isField(free)) names.set(identity, (known = free));
    }
    return known;
  };
  return { of, planned: (document) => planned(document, schema, of) };
}

function planned(document: DocumentNode, schema: GraphQLSchema, of: FetchedNames['of']): DocumentNode {
  const types = new TypeInfo(schema);
  const rename = (node: FieldNode): FieldNode => {
    const name = of(node, types.getParentType()!.name);
    return { ...node, alias: name === node.name.value ? undefined : { kind: Kind.NAME, value: name } };
  };
  const resolve = (node: SelectionSetNode): SelectionSetNode => {
    const selections = node.selections.filter((each) => !isNever(each)).map(withoutConstants);
    const isConditional = selections.every(({ directives = [] }) => directives.length > 0);
    const isRoot = ROOTS.some((kind) => schema.getRootType(kind) === types.getParentType());
    // The planner leaves out an object of which it finds nothing that is sure to be included: but the object itself is.
    const complete = isConditional && (!isRoot || selections.length === 0);
    return { ...node, selections: complete ? [...selections, TYPENAME] : selections };
  };
  return visit(document, visitWithTypeInfo(types, { Field: rename, SelectionSet: resolve }));
}

const ROOTS = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION, OperationTypeNode.SUBSCRIPTION];
const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The value of a `@skip` or `@include` that no variable decides: the planner forgets those below others. */
function constantOf({ name, arguments: given = [] }: DirectiveNode): boolean | undefined {
  const value = given[0]?.value;
  if ((name.value !== 'skip' && name.value !== 'include') || value?.kind !== Kind.BOOLEAN) return undefined;
  return value.value === (name.value === 'include');
}

function isNever({ directives = [] }: SelectionNode): boolean {
  return directives.some((directive) => constantOf(directive) === false);
}

function withoutConstants(node: SelectionNode): SelectionNode {
  return { ...node, directives: node.directives?.filter((directive) => constantOf(directive) === undefined) };
}
