import { GraphQLDate } from '@throughline/subgraph';
import { Field, InputType } from 'type-graphql';
import { InCaseInput } from '../case/case.inputs';
import { NameKind } from './person-name';

@InputType({ description: 'A name of a person.' })
export class PersonNameInput {
  @Field(() => String, { nullable: true, description: 'Given names.' })
  given?: string | null;

  @Field(() => String, { description: 'Family name.' })
  family!: string;

  @Field(() => NameKind, { defaultValue: NameKind.LEGAL, description: 'What the name is to the person.' })
  kind!: NameKind;
}

@InputType({ description: 'A number or address by which a person is known somewhere.' })
export class IdentifierInput {
  @Field(() => String, { description: 'What kind of identifier it is.' })
  scheme!: string;

  @Field(() => String, { description: 'The identifier itself.' })
  value!: string;
}

@InputType({ description: 'A person who is new to the records, to be named in a case.' })
export class AddPersonInput extends InCaseInput {
  @Field(() => [PersonNameInput], { description: 'Names, legal ones and aliases; at least one.' })
  names!: PersonNameInput[];

  @Field(() => GraphQLDate, { nullable: true, description: 'Date of birth.' })
  dateOfBirth?: string | null;

  @Field(() => String, { nullable: true, description: 'Sex.' })
  sex?: string | null;
}

@InputType({ description: 'A suspect who is new to the records, to be named in a case.' })
export class AddSuspectInput extends AddPersonInput {
  @Field(() => String, { nullable: true, description: 'Identifier on the Police National Computer.' })
  pncId?: string | null;

  @Field(() => [IdentifierInput], {
    defaultValue: [],
    description: 'Other identifiers: telephone numbers, accounts, local ids.',
  })
  identifiers!: IdentifierInput[];
}

@InputType({ description: 'A victim who is new to the records, to be named in a case.' })
export class AddVictimInput extends AddPersonInput {}
