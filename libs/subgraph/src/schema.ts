import { type Classification, type Scope, holds, opensWherever } from '@throughline/access';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type DefinitionNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  Kind,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  parse,
  print,
} from 'graphql';
import { type PubSub, buildSchema, createResolversMap } from 'type-graphql';
import { changesResolver } from './changes.resolver';
import type { Context } from './context';
import { declareCosts, declareDirectives } from './cost';
import { exportResolver } from './export.resolver';
import { historyResolver } from './history';
import { byId } from './lists';
import { type Class, type FactOf, type ModelOf, isModel, isRecord, modelOf } from './model';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@provides", "@requiresScopes", "@cost", "@listSize"])`;

/** What makes up a subgraph's schema. */
export interface SchemaParts {
  /** Record types that have a table here. */
  records: Class[];
  /** Other object types: values, computed ones, and records that live elsewhere. */
  types: Class[];
  resolvers: Class[];
  /** Record types that bring codes rather than casework: imported, stored and exported, but not types of the schema. */
  codeRecords?: Class[];
}

export interface FederatedSchema {
  schema: GraphQLSchema;
  /** What composition reads: the printed classes behind the `@link` line. */
  sdl: string;
  /** Sets of scopes, each of which opens a field as a whole, by its coordinate (`Type.field`). Open fields are not there. */
  scopes: ReadonlyMap<string, readonly (readonly Scope[])[]>;
}

type FieldResolver = (row: Record<string, unknown>, args: unknown, context: Context) => unknown;
type ResolverMap = Record<string, Record<string, unknown>>;

const built = new WeakMap<SchemaParts, Promise<FederatedSchema>>();

/** The executable federated schema of the classes, built once. Throws where a field lacks its classification. */
export function federatedSchema(parts: SchemaParts): Promise<FederatedSchema> {
  let schema = built.get(parts);
  if (!schema) built.set(parts, (schema = build(parts)));
  return schema;
}

async function build({ records, types, resolvers, codeRecords = [] }: SchemaParts): Promise<FederatedSchema> {
  const all = [...records, ...types];
  const histories = records.map((type) => historyResolver(modelOf(type)));
  const plumbing = records.length > 0 ? [exportResolver(records, codeRecords), changesResolver(records)] : [];
  const schema = await buildSchema({
    resolvers: [...resolvers, ...histories, ...plumbing] as never,
    orphanedTypes: all,
    validate: false,
    pubSub: ownSources,
  });
  refuseUnclassified(schema);
  declareCosts(schema);
  const own = new Map(all.filter(isModel).map((type) => [type.name, modelOf(type).scope]));
  const scopes = new Map<string, readonly (readonly Scope[])[]>();
  for (const { type, field, scope } of classified(schema)) {
    if (isPlumbing(field)) continue;
    const sets = setsOf(field, scope);
    declareDirectives(field, { requiresScopes: { scopes: sets } });
    scopes.set(`${type.name}.${field.name}`, sets);
    // What a caller may be refused is null for them: only a mutation is refused whole.
    const isOwn = [own.get(type.name), type.extensions.scope].includes(scope);
    if (!isOwn && type !== schema.getMutationType()) field.type = getNullableType(field.type);
  }
  const whole = `${LINK}\n\n${printSchemaWithDirectives(schema)}\n`;
  const map = createResolversMap(schema) as ResolverMap;
  for (const type of all) {
    if (!isModel(type)) continue;
    const declared = modelOf(type);
    const fields = (map[type.name] ??= {});
    for (const fact of declared.facts) {
      const resolve = factResolver(fact, records);
      if (resolve) fields[fact.field] = resolve;
      if (!isRecord(declared) && fact.scope !== declared.scope)
        fields[fact.field] = withinValue(fact, declared, resolve);
    }
    if (isRecord(declared)) {
      fields.__resolveReference = (ref: { id: string }, context: Context) => context.load(byId(type as never), ref.id);
    }
  }
  for (const { type, field, scope } of classified(schema)) {
    if (isInaccessible(field)) withholdFact(map[type.name]!, field, scope);
  }
  const executable = buildSubgraphSchema([{ typeDefs: parse(whole), resolvers: map as never }]);
  return { schema: executable, sdl: withoutInternal(whole), scopes };
}

/** The SDL that composition reads. What other services ask of a subgraph's root they ask itself, never through the graph. */
function withoutInternal(sdl: string): string {
  const isInternal = ({ directives }: FieldDefinitionNode) =>
    directives?.some(({ name }) => name.value === 'inaccessible');
  const roots = ['Query', 'Subscription'];
  const shown = parse(sdl).definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || !roots.includes(node.name.value)) return [node];
    const fields = node.fields?.filter((field) => !isInternal(field)) ?? [];
    return fields.length > 0 ? [{ ...node, fields }] : [];
  });
  const names = new Set(shown.flatMap((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? [node.name.value] : [])));
  const definitions = shown.map((node) =>
    node.kind === Kind.SCHEMA_DEFINITION
      ? { ...node, operationTypes: node.operationTypes.filter(({ type }) => names.has(type.name.value)) }
      : node,
  );
  return `${print({ kind: Kind.DOCUMENT, definitions })}\n`;
}

/** TypeGraphQL asks for it where there are subscriptions; each of ours has a source of its own, and needs none. */
const ownSources: PubSub = {
  publish: () => {
    throw new Error('a subscription here has a source of its own: nothing is published');
  },
  subscribe: () => {
    throw new Error('a subscription here needs a source of its own');
  },
};

/** A field that nobody classified would be open to everybody: the service does not start with one. */
function refuseUnclassified(schema: GraphQLSchema): void {
  const open = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type))
    .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()).map((field) => ({ type, field })))
    .filter(({ type, field }) => !field.extensions.scope && !type.extensions.scope)
    .map(({ type, field }) => `${type.name}.${field.name}`);
  if (open.length > 0) throw new Error(`these fields have no classification: ${open.join(', ')}`);
}

interface ClassifiedField {
  type: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  scope: Scope;
}

/** Every field that a scope opens, and which; `open` ones are left out. */
function* classified(schema: GraphQLSchema): Iterable<ClassifiedField> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const scope = (field.extensions.scope ?? type.extensions.scope) as Classification;
      if (scope !== 'open') yield { type, field, scope };
    }
  }
}

const declares = (directive: string) => (field: GraphQLField<unknown, unknown>) =>
  field.astNode?.directives?.some(({ name }) => name.value === directive) ?? false;
const isInaccessible = declares('inaccessible');
const isExternal = declares('external');

/**
 * Facts between subgraphs: no caller can ask for them, and what follows from them is derived from whatever of them the
 * caller may see.
 */
const isPlumbing = (field: GraphQLField<unknown, unknown>) => isInaccessible(field) || isExternal(field);

/** The sets of scopes that open a field: they stand in the SDL, where gateways read them. */
function setsOf({ extensions }: GraphQLField<unknown, unknown>, scope: Scope): Scope[][] {
  const { beside = [], others = [] } = extensions as { beside?: Scope[]; others?: Scope[] };
  return [[scope, ...beside], ...others.map((other) => [other])];
}

/** A fact between subgraphs that can be left out is left out for those who lack its scope: unseen, not none. */
function withholdFact(fields: Record<string, unknown>, { name, type }: GraphQLField<unknown, unknown>, scope: Scope) {
  const resolve = fields[name];
  if (typeof resolve !== 'function' || isNonNullType(type)) return;
  fields[name] = (row: unknown, args: unknown, context: Context, info: unknown): unknown =>
    holds(context.caller.rights, scope)
      ? (resolve as (...given: unknown[]) => unknown)(row, args, context, info)
      : null;
}

/**
 * A fact of a value that another scope opens than the value: values are stored within their records, so which grants a
 * row matches is not asked for them. Whoever reads some rows by a grant without the scope is not shown it.
 */
function withinValue({ name, scope }: FactOf, { scope: reading }: ModelOf, resolve?: FieldResolver): FieldResolver {
  return (row, args, context) => {
    if (!opensWherever(context.caller.rights, scope as Scope, reading)) return null;
    return resolve ? resolve(row, args, context) : row[name];
  };
}

/** Links become records, codes become their entries; every other fact is the row's own value. */
function factResolver({ name, kind, target }: FactOf, records: Class[]): FieldResolver | undefined {
  if (target) {
    const type = target();
    const here = records.includes(type);
    const follow = (id: string, context: Context): unknown => (here ? context.load(byId(type as never), id) : { id });
    if (!Array.isArray(kind.graphql())) {
      return (row, _args, context) => (row[name] ? follow(row[name] as string, context) : null);
    }
    return async (row, _args, context) => {
      const found = await Promise.all((row[name] as string[]).map((id) => follow(id, context)));
      return found.filter((record) => record !== null);
    };
  }
  const { resolve } = kind;
  if (!resolve) return undefined;
  return (row, _args, context) => (row[name] === null || row[name] === undefined ? null : resolve(row[name], context));
}
