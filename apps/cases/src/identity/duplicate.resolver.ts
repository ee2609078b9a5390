import { type Context, Costs, Opens } from '@throughline/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Suspect } from '../suspect/suspect.model';
import { PossibleDuplicate } from './duplicate.model';
import { duplicatesOfSuspects } from './duplicate.queries';
import { reasons } from './duplicate.reasons';

/** Nothing that people recorded is ever certain, so no score is shown as 1. */
const MOST_CERTAIN = 0.999;

@Resolver(() => Suspect)
export class DuplicateResolver {
  @Costs(10)
  @Opens('suspect:identify')
  @FieldResolver(() => [PossibleDuplicate], {
    nullable: true,
    description:
      'Other records that may be of the same person, the likeliest first, five at most. Those are left out about which a person has decided, whether they are the same or different.',
  })
  async possibleDuplicates(@Root() { id }: Suspect, @Ctx() context: Context): Promise<PossibleDuplicate[]> {
    const duplicates = await context.load(duplicatesOfSuspects, id);
    return duplicates.map((suspect) => ({
      score: Math.min(MOST_CERTAIN, Math.round(1000 / (1 + 2 ** -suspect.bits)) / 1000),
      because: reasons(suspect, context.codes),
      suspect,
    }));
  }
}
