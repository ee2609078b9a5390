import { type Context, IdArgs, Opens, byId, connectionType } from '@throughline/subgraph';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Incident } from './incident.model';

export const IncidentConnection = connectionType(Incident, 'Incident');

@Resolver(() => Incident)
export class IncidentResolver {
  @Opens('case:read')
  @Query(() => Incident, { nullable: true, description: 'An incident by its id.' })
  incident(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Incident | null> {
    return context.load(byId(Incident), id);
  }
}
