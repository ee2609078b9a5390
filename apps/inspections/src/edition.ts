import { type Class, modelOf } from '@throughline/subgraph';
import { Extensions, Field } from 'type-graphql';

/**
 * Shows the property `edition` of a record as `version`, in bundles and in the schema alike. The column cannot have
 * that name: every table counts under it how often a row was written.
 */
export function Edition(type: Class): void {
  const { facts, scope } = modelOf(type);
  const edition = facts.find(({ name }) => name === 'edition');
  if (!edition) throw new Error(`${type.name} has no edition`);
  edition.field = 'version';
  edition.kind = { ...edition.kind, hidden: false, resolve: (stored) => stored };
  Field(() => String, { description: edition.description })(type.prototype, 'version');
  Extensions({ scope })(type.prototype, 'version');
}
