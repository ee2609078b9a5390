import {
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  type Schema,
  Supergraph as Composed,
  baseType,
  isAbstractType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  possibleRuntimeTypes,
} from '@apollo/federation-internals';
import {
  type GraphQLScalarType as Scalar,
  GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { type FieldCosts, fieldCosts } from './field-costs';
import { withResolvableKeysFirst } from './key-order';

/** A supergraph, read. */
export interface Supergraph extends ObjectTypes {
  readonly sdl: string;
  /** What the planner reads. */
  readonly composed: Composed;
  /** What callers see: nothing inaccessible, nothing of federation. */
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: readonly { name: string; url: string }[];
  /** True where some type has a field of the name. */
  readonly isField: (name: string) => boolean;
  readonly costs: FieldCosts;
  /** The fields of each key by which a subgraph finds objects of a type. */
  readonly keysIn: (subgraph: string, type: string) => readonly (readonly string[])[];
}

/** What the supergraph says of types, the inaccessible ones included. */
export interface ObjectTypes {
  /** True where an object of type `name` meets a type condition. */
  readonly isA: (name: string, condition: string) => boolean;
  /** True for a type that objects can have, as opposed to an interface or a union. */
  readonly isObject: (name: string) => boolean;
  /** The named type of a field, and whether the field can be null. */
  readonly fieldOf: (type: string, field: string) => { type: string; nullable: boolean } | undefined;
}

/**
 * Reads a supergraph's SDL. Directives on access are accepted and left to whoever uses the engine. Throws an
 * error that says what is wrong with it.
 */
export function readSupergraph(sdl: string, scalars: readonly Scalar[] = []): Supergraph {
  const composed = Composed.build(withResolvableKeysFirst(sdl), {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  });
  const apiSchema = composed.apiSchema().toGraphQLJSSchema({ includeDefer: true });
  for (const { name, parseValue, parseLiteral, serialize } of scalars) {
    const type = apiSchema.getType(name);
    if (type instanceof GraphQLScalarType) Object.assign(type, { parseValue, parseLiteral, serialize });
  }
  return {
    sdl,
    composed,
    apiSchema,
    subgraphs: composed.subgraphsMetadata(),
    isField: fieldsOf(composed.schema),
    costs: fieldCosts(composed.schema),
    keysIn: keysOf(composed),
    ...typesOf(composed.schema),
  };
}

function fieldsOf(schema: Schema): Supergraph['isField'] {
  const names = new Set<string>();
  for (const type of schema.types()) {
    if (isObjectType(type) || isInterfaceType(type)) for (const { name } of type.fields()) names.add(name);
  }
  return (name) => names.has(name);
}

function keysOf(composed: Composed): Supergraph['keysIn'] {
  return (name, typename) => {
    const subgraph = composed.subgraphs().get(name);
    const type = subgraph?.schema.type(typename);
    if (!subgraph || !type || !(isObjectType(type) || isInterfaceType(type))) return [];
    const keys = type.appliedDirectivesOf(subgraph.metadata().keyDirective()).map((key) => key.arguments());
    return keys.flatMap(({ fields, resolvable = true }) => (resolvable ? [namesIn(String(fields))] : []));
  };
}

/** The outermost names of a field set. */
function namesIn(fields: string): string[] {
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions as OperationDefinitionNode[];
  return operation!.selectionSet.selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
}

function typesOf(schema: Schema): ObjectTypes {
  const members = new Map<string, Set<string>>();
  const objects = new Set<string>();
  for (const type of schema.types()) {
    if (!isAbstractType(type)) {
      if (isObjectType(type)) objects.add(type.name);
      continue;
    }
    const names = possibleRuntimeTypes(type).map(({ name }) => name);
    // Where a subgraph has an interface as an object, the interface's own name arrives as a `__typename`.
    const below = isInterfaceType(type) ? type.allImplementations().map(({ name }) => name) : [];
    members.set(type.name, new Set([type.name, ...names, ...below]));
  }
  return {
    isA: (name, condition) => name === condition || (members.get(condition)?.has(name) ?? false),
    isObject: (name) => objects.has(name),
    fieldOf: (name, field) => {
      const type = schema.type(name);
      const definition = type && (isObjectType(type) || isInterfaceType(type)) ? type.field(field) : undefined;
      return definition?.type && { type: baseType(definition.type).name, nullable: !isNonNullType(definition.type) };
    },
  };
}
