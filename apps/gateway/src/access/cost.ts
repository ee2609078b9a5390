import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';

/** What an operation asks for, as far as its text and variables tell. */
export interface Extent {
  /** Objects that it could bring: pages are taken to be full, and lists without a page to have ten. */
  cost: number;
  /** Fields that stand within each other at most. */
  depth: number;
  /** Fields under a name of the caller's own. */
  aliases: number;
}

/** Of lists that stay short. */
const SHORT_LIST = 10;
/** Past this nobody needs to know how much more it is. */
const MOST = 1e9;

/** How much an operation asks for. Fragments are counted wherever they are spread, and read once. */
export function extentOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
  variables: Readonly<Record<string, unknown>> = {},
): Extent {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return { cost: 0, depth: 0, aliases: 0 };
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
  return new Measure(schema, document, { ...defaults, ...variables }).of(operation.selectionSet, root, SHORT_LIST);
}

class Measure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<SelectionSetNode, Map<string, Extent>>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  /** What a selection on one object of a type asks for; `page` is how many the list has that its `edges` are. */
  of(set: SelectionSetNode, type: GraphQLNamedType, page: number): Extent {
    let byPlace = this.known.get(set);
    if (!byPlace) this.known.set(set, (byPlace = new Map<string, Extent>()));
    const place = `${type.name} ${page}`;
    let extent = byPlace.get(place);
    // Set first: a circle of fragments, which validation refuses, ends here.
    if (!extent) {
      byPlace.set(place, { cost: 0, depth: 0, aliases: 0 });
      byPlace.set(place, (extent = this.measure(set, type, page)));
    }
    return extent;
  }

  private measure({ selections }: SelectionSetNode, type: GraphQLNamedType, page: number): Extent {
    const sum: Extent = { cost: 0, depth: 0, aliases: 0 };
    for (const selection of selections) {
      const part =
        selection.kind === Kind.FIELD ? this.field(selection, type, page) : this.spread(selection, type, page);
      sum.cost = Math.min(MOST, sum.cost + part.cost);
      sum.aliases = Math.min(MOST, sum.aliases + part.aliases);
      sum.depth = Math.max(sum.depth, part.depth);
    }
    return sum;
  }

  private spread(
    selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
    type: GraphQLNamedType,
    page: number,
  ): Extent {
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
    if (!fragment) return { cost: 0, depth: 0, aliases: 0 };
    const condition = fragment.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
    return this.of(fragment.selectionSet, condition ?? type, page);
  }

  private field(node: FieldNode, parent: GraphQLNamedType, page: number): Extent {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const aliases = node.alias ? 1 : 0;
    const type = field && getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return { cost: 0, depth: 1, aliases };
    const within = this.of(node.selectionSet, type, this.pageOf(node, field!));
    const times = isListType(getNullableType(field!.type)) ? this.sizeOf(node, page) : 1;
    return {
      cost: Math.min(MOST, times * (1 + within.cost)),
      depth: within.depth + 1,
      aliases: aliases + within.aliases,
    };
  }

  private pageOf(node: FieldNode, { args }: GraphQLField<unknown, unknown>): number {
    const first = args.find(({ name }) => name === 'first');
    if (!first) return SHORT_LIST;
    const given = this.valueOf(node, 'first') ?? first.defaultValue;
    return typeof given === 'number' && given > 0 ? given : SHORT_LIST;
  }

  private sizeOf(node: FieldNode, page: number): number {
    if (node.name.value === 'edges') return page;
    const ids = this.valueOf(node, 'ids');
    return Array.isArray(ids) ? ids.length : SHORT_LIST;
  }

  private valueOf(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    return value && valueFromASTUntyped(value, this.variables);
  }
}
