import type { Grant, Scope } from '@throughline/access';
import { findArea, findForce } from '@throughline/reference';
import { invalidInput } from '@throughline/subgraph';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import type { AccessExplanation } from './explain.model';
import type { GuardOptions } from './guard';
import type { Key } from './key-store';
import type { FieldScopes } from './visible-schema';

/** What an operation is explained by. */
export interface Explained {
  schema: GraphQLSchema;
  scopes: FieldScopes;
  /** The stored operation of a name. */
  stored: (name: string) => DocumentNode | undefined;
  limits: (key: Key) => { maxCost: number; maxDepth: number };
  /** What an operation asks for. */
  extent: GuardOptions['extent'];
}

/** What would become of an operation that came with a key. Throws `INVALID_INPUT` where it is none. */
export function explain(
  { schema, scopes, stored, limits, extent }: Explained,
  key: Key,
  operation: string,
  variables: Record<string, unknown>,
): AccessExplanation {
  const document = stored(operation) ?? parsed(schema, operation);
  const definition = getOperationAST(document);
  if (!definition) throw invalidInput([{ field: 'operation', reason: 'must have one operation, and only one' }]);
  const held = new Set(key.grants.flatMap((grant) => grant.scopes));
  const { coordinates, omitted, withheld, document: visible } = scopes.visible(schema, document, { held });
  const { cost, depth } = extent({ schema, document: visible, variables });
  const most = limits(key);
  const isRefused =
    key.onWithheld === 'REJECT'
      ? omitted.size > 0
      : definition.operation !== OperationTypeNode.QUERY && withheld.some(({ path }) => path.length === 1);
  const name = definition.name?.value;
  const isUsable = key.revokedAt === null && Date.parse(key.expiresAt) > Date.now();
  const isConfined = key.operations !== null && !(name !== undefined && key.operations.includes(name) && stored(name));
  const whole = scopes.visible(schema, document, { held: ALL });
  return {
    allowed: isUsable && !isConfined && !isRefused && cost <= most.maxCost && depth <= most.maxDepth,
    cost,
    fields: whole.coordinates.map((coordinate) => ({
      coordinate,
      allowed: coordinates.includes(coordinate),
      scope: scopes.scopeOf(coordinate) ?? null,
    })),
    rowRules: key.grants.map((grant) => ({ text: inWords(grant) })),
  };
}

const ALL: ReadonlySet<Scope> = { has: () => true } as never;

function parsed(schema: GraphQLSchema, text: string): DocumentNode {
  const refuse = (reason: string) => invalidInput([{ field: 'operation', reason }]);
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: 5000 });
  } catch (error) {
    throw refuse(`is neither the name of a stored operation nor one itself: ${(error as GraphQLError).message}`);
  }
  const [wrong] = validate(schema, document);
  if (wrong) throw refuse(wrong.message);
  return document;
}

/** Which fields on which rows a grant opens, for people. */
export function inWords({ scopes, rows, purposes }: Grant): string {
  const named = [
    ...(rows.forces ?? []).map((code) => `of the force ${code} (${findForce(code)?.name ?? 'not known'})`),
    ...(rows.areas ?? []).map((code) => `of the CPS area ${code} (${findArea(code)?.name ?? 'not known'})`),
    ...(rows.cases ?? []).map((id) => `of the case ${id}, restricted or not`),
    ...(rows.suspects ?? []).map((id) => `about the suspect ${id}`),
  ];
  const reached = rows.everyRow
    ? ['all but those of restricted cases', ...named.filter((text) => text.includes('case '))]
    : named;
  const what = reached.length > 0 ? `rows ${reached.join(', or ')}` : 'no rows';
  return `${scopes.join(', ')} on ${what}${purposes ? `, for ${purposes.join(', ')}` : ''}`;
}
