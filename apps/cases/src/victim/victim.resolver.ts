import { type Context, IdArgs, Opens, byId, type Connection, PageArgs, pageRequest } from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../case/case.model';
import { casesOfVictims } from '../case/case.queries';
import { CaseConnection } from '../case/case.resolver';
import { displayName } from '../suspect/person-name';
import { Victim } from './victim.model';

@Resolver(() => Victim)
export class VictimResolver {
  @Opens('case:read')
  @Query(() => Victim, { nullable: true, description: 'A victim by id.' })
  victim(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Victim | null> {
    return context.load(byId(Victim), id);
  }

  @Opens('victim:identify')
  @FieldResolver(() => String, { nullable: true, description: 'The name to show: the first legal one.' })
  displayName(@Root() { names }: Victim): string | null {
    return displayName(names);
  }

  @Opens('case:read')
  @FieldResolver(() => CaseConnection, { nullable: true, description: 'Cases that name the victim, newest first.' })
  cases(
    @Root() { id }: Victim,
    @Args() page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Case>> {
    return context.load(casesOfVictims, id, pageRequest(page, info));
  }
}
