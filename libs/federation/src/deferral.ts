import {
  type DirectiveNode,
  type DocumentNode,
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
  readonly selectionSet: SelectionSetNode;
}

/**
 * Gives each `@defer` of a document a label of its own, by which a part of a plan is known for the fragment that it
 * is of. Undefined where nothing is deferred.
 */
export function labelled(
  document: DocumentNode,
): { document: DocumentNode; fragments: ReadonlyMap<string, DeferredFragment> } | undefined {
  const given = new Map<string, string | undefined>();
  const label = (
    node: FragmentSpreadNode | InlineFragmentNode,
  ): FragmentSpreadNode | InlineFragmentNode | undefined => {
    const defer = deferOf(node);
    if (!defer) return undefined;
    const own = `defer${given.size}`;
    given.set(own, labelOf(defer));
    const others = defer.arguments?.filter(({ name }) => name.value !== 'label') ?? [];
    const argument = {
      kind: Kind.ARGUMENT as const,
      name: { kind: Kind.NAME as const, value: 'label' },
      value: { kind: Kind.STRING as const, value: own },
    };
    const directives = node.directives!.map((each) =>
      each === defer ? { ...defer, arguments: [...others, argument] } : each,
    );
    return { ...node, directives };
  };
  const result = visit(document, { InlineFragment: label, FragmentSpread: label });
  return given.size === 0 ? undefined : { document: result, fragments: fragmentsOf(result, given) };
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
  const named = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet]] : [],
    ),
  );
  const found = new Map<string, DeferredFragment>();
  const find = (node: FragmentSpreadNode | InlineFragmentNode): void => {
    const defer = deferOf(node);
    const own = defer && labelOf(defer);
    if (own === undefined) return;
    const selectionSet = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : named.get(node.name.value)!;
    found.set(own, { label: given.get(own), selectionSet });
  };
  visit(document, { InlineFragment: find, FragmentSpread: find });
  return found;
}
