import { Opens } from '@throughline/subgraph';
import { Field, Int, ObjectType } from 'type-graphql';

@Opens('open')
@ObjectType({ description: 'A field that an operation asks for.', simpleResolvers: true })
export class FieldAccess {
  @Field(() => String, { description: 'The field, as Type.field.' })
  coordinate!: string;

  @Field(() => Boolean, { description: 'Whether the key may read it, on the rows that its grants reach.' })
  allowed!: boolean;

  @Field(() => String, { nullable: true, description: 'The scope that opens it; null for one that is open.' })
  scope!: string | null;
}

@Opens('open')
@ObjectType({ description: 'Which rows a grant reaches, in words.', simpleResolvers: true })
export class RowRuleInWords {
  @Field(() => String, { description: 'The rule.' })
  text!: string;
}

@Opens('open')
@ObjectType({ description: 'What would become of an operation that came with a key.', simpleResolvers: true })
export class AccessExplanation {
  @Field(() => Boolean, {
    description: 'Whether it would be run. What may not be seen is withheld, unless the key rejects.',
  })
  allowed!: boolean;

  @Field(() => Int, { description: 'What it would cost, as it is estimated before it is run.' })
  cost!: number;

  @Field(() => [FieldAccess], { description: 'The fields that it asks for, in order.' })
  fields!: FieldAccess[];

  @Field(() => [RowRuleInWords], { description: 'Which rows each grant of the key reaches.' })
  rowRules!: RowRuleInWords[];
}
