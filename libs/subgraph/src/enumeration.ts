import { registerEnumType } from 'type-graphql';

type Members<Described> = { [Name in keyof Described & string]: Name };

/** An enum of the schema, from its members' names and what each means. */
export function enumeration<const Described extends Record<string, string>>(
  name: string,
  description: string,
  described: Described,
): Members<Described> {
  const members = Object.fromEntries(Object.keys(described).map((member) => [member, member])) as Members<Described>;
  return describeEnum(name, description, members, described);
}

/** Puts an enum of the reference data into the schema, with what each member means. */
export function describeEnum<Enum extends object>(
  name: string,
  description: string,
  members: Enum,
  described: Record<string, string>,
): Enum {
  const valuesConfig = Object.fromEntries(
    Object.entries(described).map(([member, meaning]) => [member, { description: meaning }]),
  );
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as never });
  return members;
}
