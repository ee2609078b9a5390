import { type DocumentNode, Kind, visit } from 'graphql';

/**
 * Finds the variables in a document's `@skip` and `@include`. Given values for them, makes a key that is the same for
 * values that include the same.
 */
export function conditionVariables(document: DocumentNode): (values: Readonly<Record<string, unknown>>) => string {
  const found = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      const value = given[0]?.value;
      if ((name.value === 'skip' || name.value === 'include') && value?.kind === Kind.VARIABLE)
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
