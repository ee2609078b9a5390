import { type Scope, isScope } from '@throughline/access';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  TypeInfo,
  parse,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** One of several sets of scopes, all of a set being needed: what `@requiresScopes` says. */
type Requirement = readonly (readonly Scope[])[];

/** A place of an answer that a caller may not see, and the scope that would open it. */
export interface Withheld {
  /** Names of fields as the answer has them, from the root on, without the places in lists. */
  path: string[];
  scope: Scope;
  reason: string;
}

/** What of an operation a set of scopes may run. */
export interface Visible {
  document: DocumentNode;
  /** Fields of the document as it was given that were left out. */
  omitted: ReadonlySet<FieldNode>;
  withheld: Withheld[];
  /** Schema coordinates of what is left, in order. */
  coordinates: string[];
  /** A mutation that was left out is not to be passed over in silence. */
  refusedMutation: boolean;
}

/** The scopes that stand in a supergraph as `@requiresScopes`, and what they leave of an operation. */
export class FieldScopes {
  private readonly requirements: ReadonlyMap<string, Requirement>;

  constructor(supergraphSdl: string) {
    this.requirements = requirementsOf(parse(supergraphSdl, { noLocation: true }));
  }

  /** The scope that is wanting to read a field (`Type.field`); undefined where nothing is. */
  wanting(coordinate: string, held: ReadonlySet<Scope>): Scope | undefined {
    const requirement = this.requirements.get(coordinate);
    if (!requirement || requirement.some((set) => set.every((scope) => held.has(scope)))) return undefined;
    return requirement[0]!.find((scope) => !held.has(scope));
  }

  /** What a set of scopes leaves of a validated document. */
  visible(schema: GraphQLSchema, document: DocumentNode, held: ReadonlySet<Scope>): Visible {
    const types = new TypeInfo(schema);
    const omitted = new Set<FieldNode>();
    const withheld = new Map<string, Withheld>();
    const coordinates = new Set<string>();
    const path: string[] = [];
    let refusedMutation = false;
    const pruned: DocumentNode = visit(
      document,
      visitWithTypeInfo(types, {
        Field: {
          enter: (node) => {
            path.push(node.alias?.value ?? node.name.value);
            const parent = types.getParentType()!;
            const coordinate = `${parent.name}.${node.name.value}`;
            const scope = this.wanting(coordinate, held);
            if (scope === undefined) {
              if (!node.name.value.startsWith('__')) coordinates.add(coordinate);
              return undefined;
            }
            omitted.add(node);
            withheld.set(`${path.join('.')} ${scope}`, { path: [...path], scope, reason: `needs ${scope}` });
            if (parent === schema.getMutationType()) refusedMutation = true;
            path.pop();
            return null;
          },
          leave: () => void path.pop(),
        },
        // Fragments are read where they stand: their paths begin with their own name.
        FragmentDefinition: { enter: (node) => void path.push(`...${node.name.value}`), leave: () => void path.pop() },
        // What has nothing left still has to be something.
        SelectionSet: {
          leave: (node) => (node.selections.length > 0 ? undefined : { ...node, selections: [TYPENAME] }),
        },
      }),
    );
    return {
      document: omitted.size === 0 ? document : pruned,
      omitted,
      withheld: [...withheld.values()],
      coordinates: [...coordinates].sort(),
      refusedMutation,
    };
  }
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function requirementsOf(supergraph: DocumentNode): ReadonlyMap<string, Requirement> {
  const found = new Map<string, Requirement>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const directive = field.directives?.find(({ name }) => name.value === 'requiresScopes');
      const value = directive?.arguments?.[0]?.value;
      if (value?.kind !== Kind.LIST) continue;
      const sets = value.values.map((set) =>
        (set.kind === Kind.LIST ? set.values : []).map((scope) => (scope.kind === Kind.STRING ? scope.value : '')),
      );
      // A scope that nobody knows is one that nobody holds.
      found.set(`${definition.name.value}.${field.name.value}`, sets as Scope[][]);
      for (const name of sets.flat())
        if (!isScope(name)) throw new Error(`the supergraph asks for an unknown scope: ${name}`);
    }
  }
  return found;
}

/** True where an operation only asks what the schema is. */
export function isIntrospection(document: DocumentNode): boolean {
  return document.definitions.every(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ||
      (definition.kind === Kind.OPERATION_DEFINITION &&
        definition.operation === OperationTypeNode.QUERY &&
        definition.selectionSet.selections.every(
          (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
        )),
  );
}
