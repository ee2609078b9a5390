import { ALL_RIGHTS } from '@throughline/access';
import { type Context, GraphQLDateTime, Opens, RequestInput, write } from '@throughline/subgraph';
import { Arg, Ctx, Field, Float, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { indexState } from '../index-state/index-state.queries';
import { REQUEST_REBUILD, statusOfRebuild } from './rebuild.queries';

@Opens('behaviour:read')
@ObjectType({ description: 'How far a rebuild of the index has come.', simpleResolvers: true })
export class IndexRebuild {
  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  beganAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it is going on.' })
  endedAt!: string | null;

  @Field(() => Int, { description: 'Suspects that it has found so far.' })
  suspects!: number;

  @Field(() => Boolean, { description: 'Whether these are all.' })
  listed!: boolean;

  @Field(() => Int, { description: 'Suspects who are still to be looked at.' })
  remaining!: number;
}

@Opens('behaviour:read')
@ObjectType({ description: 'The state of the index of flags.', simpleResolvers: true })
export class IndexStatus {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Whatever was recorded by then is in the index; null where nothing was indexed yet.',
  })
  asOf!: string | null;

  @Field(() => Float, { nullable: true, description: 'Seconds since then.' })
  lagSeconds!: number | null;

  @Field(() => Int, { description: 'Suspects whose records have changed and who were not looked at since.' })
  pending!: number;

  @Field(() => Int, { description: 'Of these, suspects whose facts could not be had; they are tried again.' })
  failing!: number;

  @Field(() => IndexRebuild, { nullable: true, description: 'The last rebuild.' })
  rebuild!: IndexRebuild | null;
}

@InputType({ description: 'Asks for a rebuild of the index.' })
export class RebuildIndexInput extends RequestInput {}

@Opens('behaviour:read')
@ObjectType({ description: 'What a mutation gives.', simpleResolvers: true })
export class RebuildIndexPayload {
  @Field(() => GraphQLDateTime, { description: 'When the rebuild was asked for.' })
  beganAt!: string;
}

/** Who is to be looked at is for services; how many there are is no secret. */
const ofService = ({ db }: Context) => db.as(ALL_RIGHTS);

@Resolver()
export class FlagIndexResolver {
  @Opens('behaviour:read')
  @Query(() => IndexStatus, { description: 'How up to date the index of flags is, and how its last rebuild went.' })
  async indexStatus(@Ctx() context: Context): Promise<IndexStatus> {
    const { asOf, lagSeconds, pending } = await context.load(indexState, 'all');
    return { asOf, lagSeconds, pending, ...(await statusOfRebuild(ofService(context))) };
  }

  @Opens('behaviour:review')
  @Mutation(() => RebuildIndexPayload, {
    description:
      'Has everybody looked at again. Flags, and reviews of them, stay in the list until that shows that they no longer stand.',
  })
  rebuildIndex(
    @Arg('input', () => RebuildIndexInput, { description: 'What is to be done.' }) input: RebuildIndexInput,
    @Ctx() context: Context,
  ): Promise<RebuildIndexPayload> {
    return write(context, 'rebuildIndex', input, async (transaction) => {
      const [asked] = await transaction.query<RebuildIndexPayload>(REQUEST_REBUILD);
      return asked!;
    });
  }
}
