import { type Context, GraphQLJSON, Opens } from '@throughline/subgraph';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Suspect } from '../elsewhere';
import { type InspectionFacts, inspectionFactsOf } from './facts.queries';

/** What other subgraphs ask of a suspect: never in the schema that callers see. */
@Resolver(() => Suspect)
export class SuspectFacts {
  @Opens('inspection:read')
  @Directive('@inaccessible')
  @Directive('@requires(fields: "linkedCaseIds citedGuidance")')
  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'Examinations of the suspect’s cases, and every version of all guidance that they or decisions cite, as the behaviour rules read them.',
  })
  inspectionFacts(@Root() suspect: Suspect, @Ctx() context: Context): Promise<InspectionFacts> {
    return context.load(inspectionFactsOf, suspect);
  }
}
