import {
  type Connection,
  type Context,
  Force,
  GraphQLDate,
  IdArgs,
  Opens,
  PageArgs,
  RiskGrade,
  byId,
  invalidInput,
  pageRequest,
  EVERYBODY,
} from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Case } from '../case/case.model';
import { casesOfSuspects } from '../case/case.queries';
import { CaseConnection } from '../case/case.resolver';
import { IdentityLink } from '../identity/identity-link.model';
import { linksOfSuspects } from '../identity/identity-link.queries';
import { searchPeople } from '../search/person-search.queries';
import { type RankedConnection, rankedConnectionType } from '../search/ranked.model';
import { searchText } from '../search/search-text';
import { displayName } from './person-name';
import { IdentifierInput } from './suspect.inputs';
import { Suspect } from './suspect.model';
import { allSuspects, forcesOfSuspects, suspectSearch } from './suspect.queries';
import { suspectConditions } from './suspect.service';

@InputType({ description: 'Which suspects. Conditions given together must all hold.' })
export class SuspectFilter {
  @Field(() => [String], { nullable: true, description: 'In a case of any of these forces, by CJS code.' })
  forces?: string[];

  @Field(() => GraphQLDate, { nullable: true, description: 'Born on this day or later.' })
  bornFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Born on this day or earlier.' })
  bornTo?: string;

  @Field(() => IdentifierInput, { nullable: true, description: 'Known by this identifier.' })
  identifier?: IdentifierInput;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Bound, or not bound, by an order that is in force today in London. Takes `order:read`.',
  })
  withOrderInForce?: boolean;

  @Field(() => [RiskGrade], {
    nullable: true,
    description: 'With any of these grades in the newest assessment of the risk they are. Takes `risk:read`.',
  })
  currentGrade?: RiskGrade[];
}

@ArgsType()
class SuspectsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Whom to look for, in any order: names, however spelt, a date of birth (1980-03-31 or 31/03/1980), a PNC id or any other identifier. The best matches come first.',
  })
  text?: string;

  @Field(() => SuspectFilter, { nullable: true, description: 'Which suspects; all where it is not given.' })
  filter?: SuspectFilter;
}

const MOST_IDS = 100;

const SuspectConnection = rankedConnectionType(Suspect, 'Suspect', { value: 'suspect:identify' });

@Resolver(() => Suspect)
export class SuspectResolver {
  @Opens('case:read')
  @Query(() => Suspect, { nullable: true, description: 'A suspect by id.' })
  suspect(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Suspect | null> {
    return context.load(byId(Suspect), id);
  }

  @Opens('case:read')
  @Query(() => [Suspect], {
    description: 'Suspects by their ids, at most 100, in the order of the ids. Those that are not held are left out.',
  })
  async suspectsByIds(
    @Arg('ids', () => [ID], { description: 'Ids of the records.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<Suspect[]> {
    if (ids.length > MOST_IDS) {
      throw invalidInput([{ field: 'ids', reason: `takes at most ${MOST_IDS}, not ${ids.length}` }]);
    }
    const found = await Promise.all(ids.map((id) => context.load(byId(Suspect), id)));
    return found.filter((suspect) => suspect !== null);
  }

  @Opens('case:read')
  @Query(() => SuspectConnection, { description: 'Suspects, a page at a time.' })
  async suspects(
    @Args() { text, filter, ...page }: SuspectsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RankedConnection<Suspect>> {
    const args = { ...pageRequest(page, info), filter: await suspectConditions(filter, context) };
    const search = searchText(text);
    if (!search) return context.load(allSuspects, EVERYBODY, args);
    return searchPeople(context.db, Suspect, suspectSearch, search, args);
  }

  @Opens('suspect:identify')
  @FieldResolver(() => String, { nullable: true, description: 'The name to show: the first legal one.' })
  displayName(@Root() { names }: Suspect): string | null {
    return displayName(names);
  }

  @Opens('case:read')
  @FieldResolver(() => [Force], { nullable: true, description: 'Forces whose cases name the suspect.' })
  async forces(@Root() { id }: Suspect, @Ctx() context: Context): Promise<Force[]> {
    const forces = await context.load(forcesOfSuspects, id);
    return forces.map((force) => context.codes.tables.force.get(force)!);
  }

  @Opens('case:read')
  @FieldResolver(() => CaseConnection, { nullable: true, description: 'Cases that name the suspect, newest first.' })
  cases(
    @Root() { id }: Suspect,
    @Args() page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Case>> {
    return context.load(casesOfSuspects, id, pageRequest(page, info));
  }

  @Opens('case:read')
  @FieldResolver(() => [IdentityLink], {
    nullable: true,
    description: 'Decisions that this record and another are, or are not, one person; the latest first.',
  })
  identityLinks(
    @Root() { id }: Suspect,
    @Arg('withdrawn', () => Boolean, { defaultValue: false, description: 'Those too that were withdrawn.' })
    withdrawn: boolean,
    @Ctx() context: Context,
  ): Promise<IdentityLink[]> {
    return context.load(linksOfSuspects, id, { withdrawn });
  }
}
