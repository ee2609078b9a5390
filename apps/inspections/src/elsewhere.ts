import { OffenceFamily } from '@throughline/reference';
import { Elsewhere, GraphQLDate, Opens } from '@throughline/subgraph';
import { Directive, Field, ID } from 'type-graphql';

@Elsewhere('A person suspected, charged or convicted.')
export class Suspect {
  id!: string;

  @Opens('case:read')
  @Directive('@external')
  @Field(() => [ID], { description: 'Cases of the suspect and of all who are the same; sorted.' })
  linkedCaseIds!: string[];

  @Opens('case:read')
  @Directive('@external')
  @Field(() => [String], { description: 'Keys of the guidance that decisions on any of them cite; sorted.' })
  citedGuidance!: string[];
}

@Elsewhere('A case file.')
export class Case {
  id!: string;
}

@Elsewhere('A decision by a prosecutor or the police on a case.')
export class ChargingDecision {
  id!: string;

  @Opens('case:read')
  @Directive('@external')
  @Field(() => GraphQLDate, { description: 'Day of the decision.' })
  decidedOn!: string;

  @Opens('case:read')
  @Directive('@external')
  @Field(() => [OffenceFamily], {
    description:
      'Families the decision is about: those it considered, and those the suspect is charged with in the case.',
  })
  families!: OffenceFamily[];
}
