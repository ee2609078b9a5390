import { type DocumentNode, Kind, visit } from 'graphql';

/**
 * Finds the variables in a document's `@skip`, `@include` and `@defer`. Given values for them, makes a key that is the same for
 * values that include the same.
 */
export function conditionVariables(document: DocumentNode): (values: Readonly<Record<string, unknown>>) => string {
  const found = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      const value = given.find((argument) => argument.name.value === 'if')?.value;
      if (['skip', 'include', 'defer'].includes(name.value) && value?.kind === Kind.VARIABLE)
        found.add(value.name.value);
    },
  });
  const names = [...found];
  return (values) => {
    let key = '';
    for (const name of names) key += values[name] === true ? '1' : '0';
    return key;
  };
}
