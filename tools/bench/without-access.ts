import { type DirectiveNode, Kind, parse, print, visit } from 'graphql';

/** The supergraph without directives on access and cost: `@apollo/gateway` refuses to serve one that has them. */
export function withoutAccess(sdl: string): string {
  const refused = /^(requiresScopes|authenticated|policy|cost|listSize)(__|$)/;
  const isRefused = ({ name, arguments: given = [] }: DirectiveNode): boolean => {
    if (name.value !== 'link') return refused.test(name.value);
    const url = given.find((argument) => argument.name.value === 'url')?.value;
    return url?.kind === Kind.STRING && refused.test(url.value.split('/').at(-2)!);
  };
  const stripped = visit(parse(sdl), {
    Directive: (node) => (isRefused(node) ? null : undefined),
    DirectiveDefinition: ({ name }) => (refused.test(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (refused.test(name.value) ? null : undefined),
  });
  return print(stripped);
}
