import {
  type Connection,
  type Context,
  Force,
  GraphQLDateTime,
  IdArgs,
  Opens,
  PageArgs,
  pageRequest,
} from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, InputType, Query, Resolver, Root } from 'type-graphql';
import { Flag, FlagConnection, FlagReview, FlagReviewStatus, FlagRule, FlagSeverity, PastReview } from './flag.model';
import { type FlagState, flagQueue, flagsById, reviewsOfFlags, statesOfFlags } from './flag.queries';

@InputType({ description: 'Which flags. Conditions given together must all hold.' })
export class FlagFilter {
  @Field(() => [FlagRule], { nullable: true, description: 'Raised by any of these rules.' })
  rules?: FlagRule[] | null;

  @Field(() => [String], { nullable: true, description: 'Resting on records of any of these forces, by CJS code.' })
  forces?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Resting on records of any of these CPS areas, by code.' })
  areas?: string[] | null;

  @Field(() => FlagSeverity, { nullable: true, description: 'This grave or graver.' })
  severityAtLeast?: FlagSeverity | null;

  @Field(() => [FlagReviewStatus], { nullable: true, description: 'Whose review stands at any of these.' })
  reviewStatus?: FlagReviewStatus[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Raised at this moment or later.' })
  raisedSince?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this suspect, or one who is the same person.' })
  suspectId?: string | null;
}

@ArgsType()
class FlagQueueArgs extends PageArgs {
  @Field(() => FlagFilter, { nullable: true, description: 'Which flags; all that are open where it is not given.' })
  filter?: FlagFilter | null;
}

const NOBODY = { status: FlagReviewStatus.OPEN, reason: null, reviewedBy: null, reviewedAt: null, returnedAt: null };
const RETURNED = 'It was dismissed for the reason given; since then the facts that it rests on have changed.';

@Resolver(() => Flag)
export class FlagResolver {
  @Opens('behaviour:read')
  @Query(() => FlagConnection, {
    description:
      'Flags on everybody that the facts support, the gravest first and of these the newest, from an index that follows the records.',
  })
  flagQueue(
    @Args() { filter, ...page }: FlagQueueArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Flag>> {
    return flagQueue(context.db, filter, pageRequest(page, info));
  }

  @Opens('behaviour:read')
  @Query(() => Flag, { nullable: true, description: 'A flag of the index by its id, closed or not.' })
  flag(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Flag | null> {
    return context.load(flagsById, id);
  }

  @Opens('behaviour:read')
  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the index first found it, or found it again; null where it has not yet.',
  })
  async raisedAt(@Root() flag: Flag, @Ctx() context: Context): Promise<string | null> {
    return (await stateOf(flag, context))?.raisedAt ?? null;
  }

  @Opens('behaviour:read')
  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the index found that the facts as at that time no longer support it.',
  })
  async closedAt(@Root() flag: Flag, @Ctx() context: Context): Promise<string | null> {
    return (await stateOf(flag, context))?.closedAt ?? null;
  }

  @Opens('behaviour:read')
  @FieldResolver(() => [Force], { nullable: true, description: 'Forces whose records it rests on, as indexed.' })
  async forces(@Root() flag: Flag, @Ctx() context: Context): Promise<Force[] | null> {
    const forces = (await stateOf(flag, context))?.forces;
    return forces?.flatMap((code) => context.codes.tables.force.get(code) ?? []) ?? null;
  }

  @Opens('behaviour:read')
  @FieldResolver(() => Force, { nullable: true, description: 'The first of those forces, by code.' })
  async force(@Root() flag: Flag, @Ctx() context: Context): Promise<Force | null> {
    return (await this.forces(flag, context))?.[0] ?? null;
  }

  @Opens('behaviour:read')
  @FieldResolver(() => FlagReview, { description: 'Where its review stands.' })
  async review(@Root() flag: Flag, @Ctx() context: Context): Promise<FlagReview> {
    const { status, reason, reviewedBy, reviewedAt, returnedAt } = (await stateOf(flag, context)) ?? NOBODY;
    const returned = returnedAt !== null;
    return { status, reason, reviewedBy, reviewedAt, returned, returnedAt, note: returned ? RETURNED : null };
  }

  @Opens('behaviour:read')
  @FieldResolver(() => [PastReview], { description: 'Every review of it, newest first.' })
  reviews(@Root() { id }: Flag, @Ctx() context: Context): Promise<PastReview[]> {
    return context.load(reviewsOfFlags, id);
  }
}

/** What the index holds of a flag; a flag that was worked out anew is looked up there, all of a request at once. */
function stateOf({ id, state }: Flag, context: Context): FlagState | null | Promise<FlagState | null> {
  return state ?? context.load(statesOfFlags, id);
}
