import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** A fragment that is marked with `@defer`. */
export interface DeferredFragment {
  /** As the caller gave it. */
  readonly label: string | undefined;
  /** The fragment itself, so that objects of other types have nothing of it. */
  readonly selectionSet: SelectionSetNode;
}

/**
 * Gives each `@defer` of a document a label of its own, by which a part of a plan is known for the fragment that it
 * is of. Named fragments are written out where they are spread: a plan takes what has one label for one place.
 * Undefined where nothing is deferred.
 */
export function labelled(
  document: DocumentNode,
): { document: DocumentNode; fragments: ReadonlyMap<string, DeferredFragment> } | undefined {
  const named = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) named.set(node.name.value, node);
  }
  const given = new Map<string, string | undefined>();
  const label = (node: InlineFragmentNode): InlineFragmentNode => {
    const defer = deferOf(node);
    if (!defer) return node;
    const own = `defer${given.size}`;
    given.set(own, labelOf(defer));
    const directives = node.directives!.map((each) => (each === defer ? withLabel(defer, own) : each));
    return { ...node, directives };
  };
  const result = visit(
    { ...document, definitions: document.definitions.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION) },
    {
      InlineFragment: label,
      FragmentSpread: ({ name, directives }) => {
        const { typeCondition, selectionSet } = named.get(name.value)!;
        return label({ kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet });
      },
    },
  );
  return given.size === 0 ? undefined : { document: result, fragments: fragmentsOf(result, given) };
}

function withLabel(defer: DirectiveNode, label: string): DirectiveNode {
  const others = defer.arguments?.filter(({ name }) => name.value !== 'label') ?? [];
  const name = { kind: Kind.NAME as const, value: 'label' };
  const value = { kind: Kind.STRING as const, value: label };
  return { ...defer, arguments: [...others, { kind: Kind.ARGUMENT, name, value }] };
}

/** The `@defer` of a fragment, with the label that it has. */
export function deferOf({ directives = [] }: FragmentSpreadNode | InlineFragmentNode): DirectiveNode | undefined {
  return directives.find(({ name }) => name.value === 'defer');
}

export function labelOf({ arguments: given = [] }: DirectiveNode): string | undefined {
  const value = given.find(({ name }) => name.value === 'label')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function fragmentsOf(
  document: DocumentNode,
  given: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, DeferredFragment> {
  const found = new Map<string, DeferredFragment>();
  visit(document, {
    InlineFragment: (node) => {
      const defer = deferOf(node);
      const own = defer && labelOf(defer);
      if (own === undefined) return;
      const whole: InlineFragmentNode = { ...node, directives: [] };
      found.set(own, { label: given.get(own), selectionSet: { kind: Kind.SELECTION_SET, selections: [whole] } });
    },
  });
  return found;
}
