import { Elsewhere, Opens } from '@throughline/subgraph';
import { Directive, Field, ID } from 'type-graphql';

@Elsewhere('A person suspected, charged or convicted.')
export class Suspect {
  id!: string;

  @Opens('case:read')
  @Directive('@external')
  @Field(() => [ID], {
    description: 'Every suspect who a person has decided is the same, the suspect included; sorted.',
  })
  linkedIds!: string[];
}

@Elsewhere('A person whom the conduct was aimed at.')
export class Victim {
  id!: string;
}

@Elsewhere('A case file.')
export class Case {
  id!: string;
}
