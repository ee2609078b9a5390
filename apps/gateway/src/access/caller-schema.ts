import type { Scope } from '@throughline/access';
import { filterSchema, pruneSchema } from '@graphql-tools/utils';
import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { FieldScopes } from './visible-schema';

/** Sets of scopes whose schemas are kept. */
const KEPT = 100;

/** The schema as each caller is shown it: without what they could not read. Made when somebody first asks. */
export class CallerSchemas {
  private readonly known = new WeakMap<GraphQLSchema, Map<string, GraphQLSchema>>();

  constructor(private readonly scopes: FieldScopes) {}

  /** The part of a schema that a set of scopes opens. */
  of(schema: GraphQLSchema, held: ReadonlySet<Scope>): GraphQLSchema {
    let bySet = this.known.get(schema);
    if (!bySet) this.known.set(schema, (bySet = new Map<string, GraphQLSchema>()));
    const key = [...held].sort().join();
    let own = bySet.get(key);
    if (!own) {
      if (bySet.size >= KEPT) bySet.clear();
      bySet.set(key, (own = this.cut(schema, held)));
    }
    return own;
  }

  private cut(schema: GraphQLSchema, held: ReadonlySet<Scope>): GraphQLSchema {
    const opens = (type: string, field: string) => this.scopes.wanting(`${type}.${field}`, held) === undefined;
    const roots = {
      Query: schema.getQueryType(),
      Mutation: schema.getMutationType(),
      Subscription: schema.getSubscriptionType(),
    };
    return pruneSchema(
      filterSchema({
        schema,
        rootFieldFilter: (operation, field = '') => opens(roots[operation]?.name ?? operation, field),
        fieldFilter: (type = '', field = '') => opens(type, field),
      }),
    );
  }
}

/** What GraphQL adds to a complaint where it knows a similar name. */
export const SUGGESTIONS = / Did you mean [^?]*\?/;

const names = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** A complaint about a request, without suggestions of anything that the caller's own schema does not have. */
export function withOwnSuggestions(message: string, own: GraphQLSchema): string {
  const said = SUGGESTIONS.exec(message)?.[0];
  if (said === undefined) return message;
  const known = names.get(own) ?? namesIn(own);
  names.set(own, known);
  const suggested = [...said.matchAll(/"([^"]+)"/g)].map(([, name]) => name!.split('.').at(-1)!);
  return suggested.every((name) => known.has(name)) ? message : message.replace(SUGGESTIONS, '');
}

function namesIn(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set(schema.getDirectives().map(({ name }) => name));
  for (const type of Object.values(schema.getTypeMap())) {
    found.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) found.add(name);
    if (isInputObjectType(type)) for (const name of Object.keys(type.getFields())) found.add(name);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      found.add(field.name);
      for (const { name } of field.args) found.add(name);
    }
  }
  return found;
}
