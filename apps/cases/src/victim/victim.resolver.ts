import {
  type Connection,
  type Context,
  EVERYBODY,
  IdArgs,
  Opens,
  PageArgs,
  byId,
  pageRequest,
} from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../case/case.model';
import { casesOfVictims } from '../case/case.queries';
import { CaseConnection } from '../case/case.resolver';
import { searchPeople } from '../search/person-search.queries';
import { type RankedConnection, rankedConnectionType } from '../search/ranked.model';
import { searchText } from '../search/search-text';
import { displayName } from '../suspect/person-name';
import { Victim } from './victim.model';
import { allVictims, victimSearch } from './victim.queries';

@ArgsType()
class VictimsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Whom to look for, in any order: names, however spelt, and a date of birth (1980-03-31 or 31/03/1980). The best matches come first.',
  })
  text?: string;
}

const VictimConnection = rankedConnectionType(Victim, 'Victim', { value: 'victim:identify' });

@Resolver(() => Victim)
export class VictimResolver {
  @Opens('case:read')
  @Query(() => Victim, { nullable: true, description: 'A victim by id.' })
  victim(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Victim | null> {
    return context.load(byId(Victim), id);
  }

  @Opens('case:read')
  @Query(() => VictimConnection, { description: 'Victims, a page at a time.' })
  async victims(
    @Args() { text, ...page }: VictimsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RankedConnection<Victim>> {
    const args = pageRequest(page, info);
    const search = searchText(text);
    if (!search) return context.load(allVictims, EVERYBODY, args);
    return searchPeople(context.db, Victim, victimSearch, search, args);
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
