import { type Context, GraphQLJSON, Opens } from '@throughline/subgraph';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Suspect } from '../elsewhere';
import { type AssessmentFact, assessmentFactsOfSuspects } from './facts.queries';

/** What the behaviour rules read of the risk from a person. */
export interface RiskFacts {
  assessments: AssessmentFact[];
}

/** What other subgraphs ask of a suspect: never in the schema that callers see. */
@Resolver(() => Suspect)
export class SuspectFacts {
  @Opens('risk:read')
  @Directive('@inaccessible')
  @Directive('@requires(fields: "linkedIds")')
  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'Assessments of the risk from the suspect or those who are the same, as the behaviour rules read them.',
  })
  async riskFacts(@Root() { linkedIds }: Suspect, @Ctx() context: Context): Promise<RiskFacts> {
    const facts = await Promise.all(linkedIds.map((id) => context.load(assessmentFactsOfSuspects, id)));
    return { assessments: facts.flat() };
  }
}
