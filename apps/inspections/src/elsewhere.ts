import { OffenceFamily } from '@throughline/reference';
import { Elsewhere, GraphQLDate, Opens } from '@throughline/subgraph';
import { Directive, Field } from 'type-graphql';

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
