import { type GraphQLLeafType, isEnumType } from 'graphql';

/** The value as it is answered; undefined for one that is not of the type. */
export type AcceptLeaf = (value: unknown) => unknown;

const INT = 2 ** 31;

const BUILT_IN: Record<string, AcceptLeaf> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Int: (value) => (Number.isInteger(value) && (value as number) < INT && (value as number) >= -INT ? value : undefined),
  Float: (value) => (Number.isFinite(value) ? value : undefined),
  ID: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined),
};

/** How values of a scalar or enum are checked. What a custom scalar may hold, only its subgraphs know. */
export function acceptLeaf(type: GraphQLLeafType): AcceptLeaf {
  if (!isEnumType(type)) return BUILT_IN[type.name] ?? ((value) => value);
  // Values that are not accessible are not in the callers' schema.
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => (names.has(value) ? value : undefined);
}
