import { type DirectiveNode, type DocumentNode, Kind, parse, visit } from 'graphql';

/**
 * Reads a supergraph's SDL, with the keys of each type that do not resolve behind those that do. Where the planner
 * comes back to a subgraph with what a field requires, it takes the first key it has, whether or not that resolves.
 */
export function withResolvableKeysFirst(sdl: string): DocumentNode {
  const ordered = <Node extends { directives?: readonly DirectiveNode[] }>(node: Node): Node => ({
    ...node,
    directives: node.directives?.toSorted((one, other) => Number(isUnresolvable(one)) - Number(isUnresolvable(other))),
  });
  return visit(parse(sdl), { ObjectTypeDefinition: ordered, InterfaceTypeDefinition: ordered });
}

function isUnresolvable({ name, arguments: given = [] }: DirectiveNode): boolean {
  if (name.value !== 'join__type') return false;
  return given.some(({ name: { value }, value: node }) => {
    return value === 'resolvable' && node.kind === Kind.BOOLEAN && !node.value;
  });
}
