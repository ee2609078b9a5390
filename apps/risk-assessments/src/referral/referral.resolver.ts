import {
  type Connection,
  type Context,
  GraphQLDate,
  Opens,
  PageArgs,
  connectionType,
  pageRequest,
  EVERYBODY,
} from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, InputType, Query, Resolver, Root } from 'type-graphql';
import { Case, Suspect } from '../elsewhere';
import { Forum, Referral } from './referral.model';
import { allReferrals, referralsOfCases, referralsOfSuspects } from './referral.queries';

@InputType({ description: 'Which referrals. Conditions given together must all hold.' })
export class ReferralFilter {
  @Field(() => [Forum], { nullable: true, description: 'To any of these forums.' })
  forums?: Forum[];

  @Field(() => ID, { nullable: true, description: 'About this suspect.' })
  suspectId?: string;

  @Field(() => ID, { nullable: true, description: 'About the risk to this victim.' })
  victimId?: string;

  @Field(() => ID, { nullable: true, description: 'From this case.' })
  caseId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the forum has heard it.' })
  heard?: boolean;

  @Field(() => GraphQLDate, { nullable: true, description: 'Referred on this day or later.' })
  referredFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Referred on this day or earlier.' })
  referredTo?: string;
}

@ArgsType()
class ReferralsArgs extends PageArgs {
  @Field(() => ReferralFilter, { nullable: true, description: 'Which referrals; all where it is not given.' })
  filter?: ReferralFilter;
}

const ReferralConnection = connectionType(Referral, 'Referral');

@Resolver(() => Referral)
export class ReferralResolver {
  @Opens('risk:read')
  @Query(() => ReferralConnection, { description: 'Referrals to multi-agency forums, newest first, a page at a time.' })
  referrals(
    @Args() { filter, ...page }: ReferralsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Referral>> {
    return context.load(allReferrals, EVERYBODY, { ...pageRequest(page, info), filter });
  }
}

@Resolver(() => Suspect)
export class SuspectReferrals {
  @Opens('risk:read')
  @FieldResolver(() => [Referral], { nullable: true, description: 'Referrals about the suspect, newest first.' })
  referrals(@Root() { id }: Suspect, @Ctx() context: Context): Promise<Referral[]> {
    return context.load(referralsOfSuspects, id);
  }
}

@Resolver(() => Case)
export class CaseReferrals {
  @Opens('risk:read')
  @FieldResolver(() => [Referral], { nullable: true, description: 'Referrals from the case, newest first.' })
  referrals(@Root() { id }: Case, @Ctx() context: Context): Promise<Referral[]> {
    return context.load(referralsOfCases, id);
  }
}
