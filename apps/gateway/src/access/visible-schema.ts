import { type Scope, isScope } from '@throughline/access';
import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeInfo,
  getOperationAST,
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
  /** Fields of the document as it was given that were left out, and the scope that each wants. */
  omitted: ReadonlyMap<FieldNode, Scope>;
  withheld: Withheld[];
  /** Schema coordinates of what of the operation is left, in order. */
  coordinates: string[];
  /** True where any of these needs a scope: what is open says nothing about anybody. */
  isPersonal: boolean;
  /** True where the operation asks what the schema is. */
  introspects: boolean;
}

/** Which operation of a document, and by which scopes. */
export interface Asked {
  operationName?: string | null;
  held: ReadonlySet<Scope>;
  /** Those of them that open their fields on some of the rows only. */
  partial?: ReadonlySet<Scope>;
}

/** So many places are named of what is withheld; an operation can name one field in more ways than anybody reads. */
const MOST_WITHHELD = 200;
const MOST_STEPS = 20_000;

/** The scopes that stand in a supergraph as `@requiresScopes`, and what they leave of an operation. */
export class FieldScopes {
  private readonly requirements: ReadonlyMap<string, Requirement>;

  /** What `before` says of fields that this supergraph lacks goes on to hold. */
  constructor(supergraphSdl: string, before?: FieldScopes) {
    const stated = requirementsOf(parse(supergraphSdl, { noLocation: true }));
    this.requirements = new Map([...(before?.requirements ?? []), ...stated]);
  }

  /** The scope that is wanting to read a field (`Type.field`); undefined where nothing is. */
  wanting(coordinate: string, held: ReadonlySet<Scope>): Scope | undefined {
    const requirement = this.requirements.get(coordinate);
    if (!requirement || requirement.some((set) => set.every((scope) => held.has(scope)))) return undefined;
    return requirement[0]!.find((scope) => !held.has(scope));
  }

  /** The first of the scopes that open a field; undefined for one that is open. */
  scopeOf(coordinate: string): Scope | undefined {
    return this.requirements.get(coordinate)?.[0]?.[0];
  }

  /** What a set of scopes leaves of a validated document. */
  visible(schema: GraphQLSchema, document: DocumentNode, { operationName, held, partial = NONE }: Asked): Visible {
    const types = new TypeInfo(schema);
    const omitted = new Map<FieldNode, Scope>();
    const sometimes = new Map<FieldNode, Scope>();
    const used = new Map<ASTNode, Set<string>>();
    let coordinates: Set<string> | undefined;
    const enter = (node: ASTNode) => void used.set(node, (coordinates = new Set()));
    const pruned: DocumentNode = visit(
      document,
      visitWithTypeInfo(types, {
        OperationDefinition: { enter },
        FragmentDefinition: { enter },
        Field: {
          enter: (node) => {
            const coordinate = `${types.getParentType()!.name}.${node.name.value}`;
            const scope = this.wanting(coordinate, held);
            if (scope !== undefined) {
              omitted.set(node, scope);
              return null;
            }
            coordinates!.add(coordinate);
            const some = partial.size > 0 && this.requirements.get(coordinate)?.[0]?.find((one) => partial.has(one));
            if (some) sometimes.set(node, some);
            return undefined;
          },
        },
        // What has nothing left still has to be something.
        SelectionSet: {
          leave: (node) => (node.selections.length > 0 ? undefined : { ...node, selections: [TYPENAME] }),
        },
      }),
    );
    const operation = getOperationAST(document, operationName)!;
    const asked = coordinatesOf(document, operation, used);
    return {
      document: omitted.size === 0 ? document : pruned,
      omitted,
      withheld: [
        ...placesOf(document, operation, omitted, (scope) => `needs ${scope}`),
        ...placesOf(document, operation, sometimes, (scope) => `shown only on rows that a grant with ${scope} reaches`),
      ],
      coordinates: asked.filter((coordinate) => !coordinate.startsWith('__') && !coordinate.includes('.__')),
      isPersonal: asked.some((coordinate) => this.requirements.has(coordinate)),
      introspects: asked.some((coordinate) => coordinate.endsWith('.__schema') || coordinate.endsWith('.__type')),
    };
  }
}

const NONE: ReadonlySet<Scope> = new Set();

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) found.set(definition.name.value, definition);
  }
  return found;
}

/** What an operation and the fragments that it leads to ask for. */
function coordinatesOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  used: ReadonlyMap<ASTNode, ReadonlySet<string>>,
): string[] {
  const fragments = fragmentsOf(document);
  const reached = new Set<ASTNode>();
  const follow = (node: ASTNode) => {
    if (reached.has(node)) return;
    reached.add(node);
    visit(node, { FragmentSpread: ({ name }) => follow(fragments.get(name.value)!) });
  };
  follow(operation);
  return [...new Set([...reached].flatMap((node) => [...(used.get(node) ?? [])]))].sort();
}

/** Where the answer to an operation would have some fields. */
function placesOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fields: ReadonlyMap<FieldNode, Scope>,
  reason: (scope: Scope) => string,
): Withheld[] {
  if (fields.size === 0) return [];
  const fragments = fragmentsOf(document);
  const found = new Map<string, Withheld>();
  let steps = 0;
  const walk = (set: SelectionSetNode, path: string[]): void => {
    for (const selection of set.selections) {
      if ((steps += 1) > MOST_STEPS || found.size >= MOST_WITHHELD) return;
      if (selection.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(selection.name.value)!.selectionSet, path);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, path);
      else {
        const here = [...path, (selection.alias ?? selection.name).value];
        const scope = fields.get(selection);
        if (scope !== undefined) found.set(`${here.join('.')} ${scope}`, { path: here, scope, reason: reason(scope) });
        else if (selection.selectionSet) walk(selection.selectionSet, here);
      }
    }
  };
  walk(operation.selectionSet, []);
  return [...found.values()];
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
