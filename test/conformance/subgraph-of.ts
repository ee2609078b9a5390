import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
  visit,
} from 'graphql';

export type Row = Record<string, any>;

/** What all subgraphs of a test know together, and so what one schema over all of it would answer. */
export interface World {
  /** Values of the fields of `Query`. */
  root?: Row;
  /** Every entity by its type: where references are looked up. */
  entities?: Record<string, Row[]>;
  /** `Type.field` (or `Interface.field`) that is computed. In a subgraph it sees only what that subgraph holds or was given. */
  fields?: Record<string, (source: Row, args: Row) => unknown>;
  scalars?: GraphQLScalarType[];
}

/** On an object that a reference was resolved to: what the gateway sent. */
const GIVEN = Symbol('given');

const HEADER = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@tag", "@interfaceObject",
  "@composeDirective", "@extends"])
`;

/** The SDL as a federation 2 subgraph, where it does not say for itself what it is. */
export const sdlOf = (sdl: string): string => (/@link\(|#fed1/.test(sdl) ? sdl : HEADER + sdl);

/** Gives every entity its `__typename`, so that interfaces and unions of them resolve. */
export function nameEntities({ entities = {} }: World): void {
  for (const [__typename, rows] of Object.entries(entities)) for (const row of rows) row.__typename ??= __typename;
}

/** Resolves the fields of one schema over the whole world. */
export function wholeResolver(world: World): GraphQLFieldResolver<Row | undefined, unknown> {
  return (source, args, _context, { parentType, fieldName, schema }) => {
    const compute = computation(world, parentType, fieldName);
    const row = source ?? (parentType === schema.getQueryType() ? world.root : undefined) ?? {};
    return compute ? compute(row, args) : row[fieldName];
  };
}

function computation({ fields = {} }: World, type: GraphQLObjectType, field: string) {
  const owner = [type, ...type.getInterfaces()].find(({ name }) => fields[`${name}.${field}`]);
  return owner && fields[`${owner.name}.${field}`];
}

/**
 * A subgraph over the part of the world that its SDL names. It is strict: asked for an external field that it was not
 * given, for a computed field without what that requires, or by a key that it does not have, it answers with an error.
 */
export function subgraphSchema(name: string, sdl: string, world: World, fieldsOf: FieldNames): GraphQLSchema {
  const document = parse(sdlOf(sdl));
  const schema = buildSubgraphSchema({ typeDefs: document, resolvers: scalarsOf(world) });
  const facts = factsOf(document, schema);
  const whole = wholeResolver(world);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('_')) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!field.name.startsWith('_')) field.resolve = fieldResolver(name, facts, whole);
      }
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      const resolveReference = (given: Row) => referred(given, { name, type, facts, schema, world, fieldsOf });
      type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
    }
  }
  return schema;
}

const scalarsOf = ({ scalars = [] }: World) => Object.fromEntries(scalars.map((scalar) => [scalar.name, scalar]));

function fieldResolver(name: string, facts: Facts, whole: GraphQLFieldResolver<any, unknown>) {
  const resolve: GraphQLFieldResolver<any, unknown> = (source, args, context, info) => {
    const field = `${info.parentType.name}.${info.fieldName}`;
    const given = source?.[GIVEN] as Row | undefined;
    if (facts.external.has(field)) {
      if (given && info.fieldName in given) return given[info.fieldName];
      if (!facts.provided.has(field)) throw new Error(`${name} does not hold ${field} and was not given it`);
    }
    if (facts.requiring.has(field) && !given) throw new Error(`${name} was not given what ${field} requires`);
    return whole(source, args, context, info);
  };
  return resolve;
}

interface Reference {
  name: string;
  type: { name: string };
  facts: Facts;
  schema: GraphQLSchema;
  world: World;
  fieldsOf: FieldNames;
}

function referred(given: Row, { name, type, facts, schema, world, fieldsOf }: Reference): Row | null {
  const keys = facts.keys.get(type.name) ?? [];
  const key = keys.find((selection) => holds(given, selection));
  if (!key) throw new Error(`${name} cannot find a ${type.name} by ${Object.keys(given).join(', ')}`);
  const { entities = {} } = world;
  const concrete = entities[type.name] ? [type.name] : [...(fieldsOf.implementations.get(type.name) ?? [])];
  const row = concrete.flatMap((each) => entities[each] ?? []).find((each) => matches(each, given, key));
  if (!row) return null;
  const own = schema.getType(isAbstractType(schema.getType(type.name)) ? row.__typename : type.name);
  if (!isObjectType(own)) throw new Error(`${name} has no type ${row.__typename}`);
  const others = fieldsOf.names.get(own.name) ?? new Set();
  const seen = Object.entries(row).filter(
    ([field]) => !others.has(field) || (field in own.getFields() && !facts.external.has(`${own.name}.${field}`)),
  );
  return { ...given, ...Object.fromEntries(seen), __typename: own.name, [GIVEN]: given };
}

/** True where `row` has every field of the selection. */
function holds(row: unknown, selection: SelectionSetNode): boolean {
  if (Array.isArray(row)) return row.every((each) => holds(each, selection));
  if (row === null || typeof row !== 'object') return row === null;
  return fieldsIn(selection).every(
    ({ name, selectionSet }) => name.value in row && (!selectionSet || holds((row as Row)[name.value], selectionSet)),
  );
}

function matches(row: any, given: any, selection: SelectionSetNode): boolean {
  if (Array.isArray(given)) {
    return row.length === given.length && given.every((each, index) => matches(row[index], each, selection));
  }
  if (isMissing(row) || isMissing(given)) return isMissing(row) && isMissing(given);
  return fieldsIn(selection).every(({ name: { value }, selectionSet }) =>
    selectionSet ? matches(row[value], given[value], selectionSet) : String(row[value]) === String(given[value]),
  );
}

const isMissing = (value: unknown) => value === null || value === undefined;

const fieldsIn = (selection: SelectionSetNode) =>
  selection.selections.filter(
    (node): node is FieldNode => node.kind === Kind.FIELD && node.name.value !== '__typename',
  );

/** What a subgraph's directives say of its fields, as `Type.field`. */
interface Facts {
  external: Set<string>;
  requiring: Set<string>;
  /** External, but on some path provided. */
  provided: Set<string>;
  /** Resolvable keys by type. */
  keys: Map<string, SelectionSetNode[]>;
}

function factsOf(document: DocumentNode, schema: GraphQLSchema): Facts {
  const facts: Facts = { external: new Set(), requiring: new Set(), provided: new Set(), keys: new Map() };
  const keyFields = new Set<string>();
  eachType(document, ({ name: { value: type }, fields = [], directives = [] }) => {
    for (const directive of directives) {
      const { resolvable, fields: text } = argumentsOf(directive);
      if (directive.name.value !== 'key') continue;
      const selection = selectionOf(text as string);
      namesIn(selection, type, schema, keyFields);
      if (resolvable !== false) facts.keys.set(type, [...(facts.keys.get(type) ?? []), selection]);
    }
    for (const field of fields) {
      const path = `${type}.${field.name.value}`;
      for (const directive of [...directives, ...(field.directives ?? [])]) {
        if (directive.name.value === 'external') facts.external.add(path);
        if (directive.name.value === 'requires') facts.requiring.add(path);
        if (directive.name.value !== 'provides') continue;
        const holder = schema.getType(type) as GraphQLObjectType;
        const target = getNamedType(holder.getFields()[field.name.value]!.type).name;
        namesIn(selectionOf(argumentsOf(directive).fields as string), target, schema, facts.provided);
      }
    }
  });
  for (const field of keyFields) facts.external.delete(field);
  return facts;
}

const selectionOf = (text: string) => {
  const [definition] = parse(`{ ${text} }`).definitions;
  return (definition as { selectionSet: SelectionSetNode }).selectionSet;
};

const argumentsOf = ({ arguments: given = [] }: { arguments?: readonly any[] }): Row =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, value.value]));

/** Adds every `Type.field` that a field set on `type` names. */
function namesIn(selection: SelectionSetNode, type: string, schema: GraphQLSchema, into: Set<string>): void {
  for (const node of selection.selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      namesIn(node.selectionSet, node.typeCondition?.name.value ?? type, schema, into);
    } else if (node.kind === Kind.FIELD) {
      const named = schema.getType(type);
      const implementers = isInterfaceType(named) ? schema.getPossibleTypes(named) : [];
      for (const { name } of [{ name: type }, ...implementers]) into.add(`${name}.${node.name.value}`);
      if (!node.selectionSet || !(isObjectType(named) || isInterfaceType(named))) continue;
      namesIn(node.selectionSet, getNamedType(named.getFields()[node.name.value]!.type).name, schema, into);
    }
  }
}

/** What the types of all subgraphs together are called and have. */
export interface FieldNames {
  names: Map<string, Set<string>>;
  implementations: Map<string, Set<string>>;
}

/** Gathers them from all SDLs: an `@inaccessible` field counts, though the graph's schema does not show it. */
export function fieldNames(sdls: string[]): FieldNames {
  const names = new Map<string, Set<string>>();
  const implementations = new Map<string, Set<string>>();
  for (const sdl of sdls) {
    eachType(parse(sdlOf(sdl)), ({ name, fields = [], interfaces = [] }) => {
      const known = names.get(name.value) ?? new Set();
      for (const field of fields) known.add(field.name.value);
      names.set(name.value, known);
      for (const each of interfaces) {
        implementations.set(each.name.value, (implementations.get(each.name.value) ?? new Set()).add(name.value));
      }
    });
  }
  return { names, implementations };
}

function eachType(document: DocumentNode, see: (node: any) => void): void {
  visit(document, {
    ObjectTypeDefinition: see,
    ObjectTypeExtension: see,
    InterfaceTypeDefinition: see,
    InterfaceTypeExtension: see,
  } as never);
}
