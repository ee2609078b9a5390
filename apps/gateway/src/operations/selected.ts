import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLNonNull,
  GraphQLString,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { StoredOperation } from './stored-operations';

/** A field of an answer. */
export interface Selected {
  key: string;
  type: GraphQLOutputType;
  description: string | undefined;
  /** True where it is not in every answer: it is of some types only, or a variable decides. */
  optional: boolean;
  below: Selected[];
}

/** What an operation answers, in the order of first mention, fragments written out. The schema must have its fields. */
export function selectedBy(schema: GraphQLSchema, { document, definition }: StoredOperation): Selected[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const select = (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Selected[] => {
    const found = new Map<string, Omit<Selected, 'below'> & { sets: SelectionSetNode[] }>();
    const gather = (on: GraphQLCompositeType, set: SelectionSetNode, maybe: boolean): void => {
      for (const node of set.selections) {
        const optional = maybe || isConditional(node);
        if (node.kind !== Kind.FIELD) {
          const { typeCondition, selectionSet } =
            node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)! : node;
          const name = typeCondition?.name.value ?? on.name;
          const certain = name === type.name || (isObjectType(type) && isInterfaceType(schema.getType(name)));
          gather(schema.getType(name) as GraphQLCompositeType, selectionSet, optional || !certain);
          continue;
        }
        const key = (node.alias ?? node.name).value;
        const known = found.get(key);
        const field = fieldOf(on, node.name.value);
        if (known) {
          known.optional &&= optional;
          if (node.selectionSet) known.sets.push(node.selectionSet);
        } else {
          const { description } = field;
          found.set(key, {
            key,
            type: field.type,
            description: description ?? undefined,
            optional,
            sets: node.selectionSet ? [node.selectionSet] : [],
          });
        }
      }
    };
    for (const set of sets) gather(type, set, false);
    return [...found.values()].map(({ sets: own, ...field }) => {
      const named = getNamedType(field.type);
      return { ...field, below: isCompositeType(named) ? select(named, own) : [] };
    });
  };
  return select(schema.getRootType(definition.operation)!, [definition.selectionSet]);
}

function isConditional({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name }) => ['skip', 'include', 'defer'].includes(name.value));
}

function fieldOf(
  type: GraphQLCompositeType,
  name: string,
): Pick<GraphQLField<unknown, unknown>, 'type' | 'description'> {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return field ?? { type: new GraphQLNonNull(GraphQLString), description: 'The name of the object’s type.' };
}
