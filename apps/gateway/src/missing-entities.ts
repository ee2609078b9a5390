import { Kind, type SelectionSetNode, parse } from 'graphql';

interface EntityRequest {
  query: string;
  variables?: Record<string, unknown> | null;
}

/**
 * What stands for an answer about entities that did not come: null for each field that was asked of each entity, so that
 * whoever can do without is still asked. Null where the request was not about entities.
 */
export function missingEntities({ query, variables }: EntityRequest): { _entities: object[] } | null {
  const representations = variables?.representations;
  if (!Array.isArray(representations)) return null;
  const { definitions } = parse(query, { noLocation: true });
  const sets = new Map<string, SelectionSetNode>();
  let entities: SelectionSetNode | undefined;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) sets.set(definition.name.value, definition.selectionSet);
    else if (definition.kind === Kind.OPERATION_DEFINITION) {
      const [field] = definition.selectionSet.selections;
      if (field?.kind === Kind.FIELD) entities = field.selectionSet;
    }
  }
  const names = entities ? namesIn(entities, sets) : [];
  return {
    _entities: (representations as object[]).map((known) =>
      Object.fromEntries(names.filter((name) => !(name in known)).map((name) => [name, null])),
    ),
  };
}

/** Keys of the fields, whatever the type of the entity: one that it does not have is not looked for either. */
function namesIn(set: SelectionSetNode, fragments: ReadonlyMap<string, SelectionSetNode>): string[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return namesIn(node.selectionSet, fragments);
    if (node.kind === Kind.FRAGMENT_SPREAD) return namesIn(fragments.get(node.name.value)!, fragments);
    const name = (node.alias ?? node.name).value;
    return name === '__typename' ? [] : name;
  });
}
