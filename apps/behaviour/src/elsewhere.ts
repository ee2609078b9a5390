import { Elsewhere, GraphQLJSON, Opens } from '@throughline/subgraph';
import type { SuspectFacts } from '@throughline/conduct';
import { Directive, Field, ID } from 'type-graphql';

type Facts<Kind extends keyof SuspectFacts> = Pick<SuspectFacts, Kind> | null;

/** With the facts about the person as their own subgraphs give them; null or missing where those cannot be seen. */
@Elsewhere('A person suspected, charged or convicted.')
export class Suspect {
  id!: string;

  @Opens('case:read')
  @Directive('@external')
  @Field(() => [ID], {
    description: 'Every suspect who a person has decided is the same, the suspect included; sorted.',
  })
  linkedIds?: string[] | null;

  @Opens('case:read')
  @Directive('@external')
  @Field(() => GraphQLJSON, {
    nullable: true,
    description:
      'Cases, incidents, recorded crimes, charges and decisions of all of them, as the behaviour rules read them.',
  })
  caseFacts?: Facts<'cases' | 'incidents' | 'recordedCrimes' | 'charges' | 'decisions'>;

  @Opens('order:read')
  @Directive('@external')
  @Field(() => GraphQLJSON, {
    nullable: true,
    description:
      'Orders that bind the suspect or those who are the same, and their breaches, as the behaviour rules read them.',
  })
  orderFacts?: Facts<'orders' | 'breaches'>;

  @Opens('risk:read')
  @Directive('@external')
  @Field(() => GraphQLJSON, {
    nullable: true,
    description: 'Assessments of the risk that all of them are, as the behaviour rules read them.',
  })
  riskFacts?: Facts<'assessments'>;

  @Opens('inspection:read')
  @Directive('@external')
  @Field(() => GraphQLJSON, {
    nullable: true,
    description:
      'Examinations of the suspect’s cases, and every version of all guidance that they or decisions cite, as the behaviour rules read them.',
  })
  inspectionFacts?: Facts<'guidanceVersions' | 'examinations'>;
}

@Elsewhere('A person whom the conduct was aimed at.', { only: 'reference' })
export class Victim {
  id!: string;
}

@Elsewhere('A case file.', { only: 'reference' })
export class Case {
  id!: string;
}
