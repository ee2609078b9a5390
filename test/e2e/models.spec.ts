import { readFileSync } from 'node:fs';
import path from 'node:path';
import { federatedSchema } from '@throughline/subgraph';
import { type GraphQLNamedType, isEnumType, isInputObjectType, isIntrospectionType, isObjectType } from 'graphql';
import { composedFiles } from '../../tools/compose/compose';
import { difference } from '../../tools/compose/migration';
import { subgraphs } from '../../tools/up/subgraphs';
import { TEMPLATE } from '../cluster';

const template = () =>
  Object.assign(new URL(process.env.THROUGHLINE_TEST_DATABASE!), { pathname: `/${TEMPLATE}` }).toString();

describe.each(subgraphs.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
  it('has migrations that give exactly the tables of its models', async () => {
    expect(await difference(template(), name)).toEqual([]);
  });

  it('describes every type, field, argument and enum value', async () => {
    const { schema } = await federatedSchema(definition);
    const bare = Object.values(schema.getTypeMap())
      .filter(
        (type) =>
          !isIntrospectionType(type) &&
          !/^(_|federation__|link__|Query$|Mutation$|Subscription$|String$|Int$|Float$|Boolean$|ID$|FieldSet$)/.test(
            type.name,
          ),
      )
      .flatMap(undescribed);
    expect(bare).toEqual([]);
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const parts: { name: string; description?: string | null }[] = [{ name: type.name, description: type.description }];
  if (isObjectType(type) || isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push({ name: `${type.name}.${field.name}`, description: field.description });
      for (const arg of 'args' in field ? field.args : [])
        parts.push({ name: `${type.name}.${field.name}(${arg.name})`, description: arg.description });
    }
  }
  if (isEnumType(type)) {
    for (const value of type.getValues())
      parts.push({ name: `${type.name}.${value.name}`, description: value.description });
  }
  return parts.filter(({ description }) => !description?.trim()).map((part) => part.name);
}

it('the printed schemas and the supergraph in git are those of the code', async () => {
  for (const [file, text] of await composedFiles()) {
    expect({ file, text: readFileSync(path.resolve(__dirname, '../..', file), 'utf8') }).toEqual({ file, text });
  }
});
