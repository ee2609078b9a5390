import type { Classification, Scope } from '@throughline/access';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  parse,
} from 'graphql';
import { type PubSub, buildSchema, createResolversMap } from 'type-graphql';
import type { Context } from './context';
import { historyResolver } from './history';
import { byId } from './lists';
import { type Class, type FactOf, isModel, isRecord, modelOf } from './model';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@provides", "@requiresScopes"])`;

/** What makes up a subgraph's schema. */
export interface SchemaParts {
  /** Record types that have a table here. */
  records: Class[];
  /** Other object types: values, computed ones, and records that live elsewhere. */
  types: Class[];
  resolvers: Class[];
}

export interface FederatedSchema {
  schema: GraphQLSchema;
  /** What composition reads: the printed classes behind the `@link` line. */
  sdl: string;
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

async function build({ records, types, resolvers }: SchemaParts): Promise<FederatedSchema> {
  const all = [...records, ...types];
  const histories = records.map((type) => historyResolver(modelOf(type)));
  const schema = await buildSchema({
    resolvers: [...resolvers, ...histories] as never,
    orphanedTypes: all,
    validate: false,
    pubSub: ownSources,
  });
  refuseUnclassified(schema);
  for (const [field, scope] of classified(schema)) requireScope(field, scope);
  const sdl = `${LINK}\n\n${printSchemaWithDirectives(schema)}\n`;
  const map = createResolversMap(schema) as ResolverMap;
  for (const type of all) {
    if (!isModel(type)) continue;
    const declared = modelOf(type);
    const fields = (map[type.name] ??= {});
    for (const fact of declared.facts) {
      const resolve = factResolver(fact, records);
      if (resolve) fields[fact.field] = resolve;
    }
    if (isRecord(declared)) {
      fields.__resolveReference = (ref: { id: string }, context: Context) => context.load(byId(type as never), ref.id);
    }
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }]), sdl };
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

/** Every field that a scope opens, and which; `open` ones are left out. */
function* classified(schema: GraphQLSchema): Iterable<[GraphQLField<unknown, unknown>, Scope]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const scope = (field.extensions.scope ?? type.extensions.scope) as Classification;
      if (scope !== 'open') yield [field, scope];
    }
  }
}

/**
 * Puts the scope of a field into the SDL, where gateways read it. Facts between subgraphs have none there: no caller can
 * ask for them, and what follows from them is derived from whatever of them the caller may see.
 */
function requireScope(field: GraphQLField<unknown, unknown>, scope: Scope): void {
  const declared = field.astNode?.directives?.map(({ name }) => name.value) ?? [];
  if (declared.includes('inaccessible') || declared.includes('external')) return;
  const beside = (field.extensions.beside ?? []) as Scope[];
  Object.assign(field.extensions, { directives: { requiresScopes: { scopes: [[scope, ...beside]] } } });
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
