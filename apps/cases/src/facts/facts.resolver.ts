import { type Context, GraphQLJSON, Opens } from '@throughline/subgraph';
import { Ctx, Directive, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Suspect } from '../suspect/suspect.model';
import { personsOfSuspects } from './facts.queries';
import { type CaseFacts, caseFacts } from './facts.service';

/** What other subgraphs ask of a suspect: never in the schema that callers see. */
@Resolver(() => Suspect)
export class SuspectFacts {
  @Opens('case:read')
  @Directive('@inaccessible')
  @FieldResolver(() => [ID], {
    description: 'Every suspect who a person has decided is the same, the suspect included; sorted.',
  })
  async linkedIds(@Root() { id }: Suspect, @Ctx() context: Context): Promise<string[]> {
    const { linkedIds } = await context.load(personsOfSuspects, id);
    return linkedIds;
  }

  @Opens('case:read')
  @Directive('@inaccessible')
  @FieldResolver(() => [ID], { description: 'Cases of all of them; sorted.' })
  async linkedCaseIds(@Root() { id }: Suspect, @Ctx() context: Context): Promise<string[]> {
    const { cases } = await context.load(personsOfSuspects, id);
    return cases.map((one) => one.id).sort();
  }

  @Opens('case:read')
  @Directive('@inaccessible')
  @FieldResolver(() => [String], { description: 'Keys of the guidance that decisions on any of them cite; sorted.' })
  async citedGuidance(@Root() { id }: Suspect, @Ctx() context: Context): Promise<string[]> {
    const { decisions } = await context.load(personsOfSuspects, id);
    return [...new Set(decisions.flatMap(({ guidanceCited }) => guidanceCited.map(({ key }) => key)))].sort();
  }

  @Opens('case:read')
  @Directive('@inaccessible')
  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'Cases, incidents, recorded crimes, charges and decisions of all of them, as the behaviour rules read them.',
  })
  async caseFacts(@Root() { id }: Suspect, @Ctx() context: Context): Promise<CaseFacts> {
    return caseFacts(await context.load(personsOfSuspects, id), context.codes);
  }
}
