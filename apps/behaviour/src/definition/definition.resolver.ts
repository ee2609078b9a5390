import { evaluate } from '@throughline/conduct';
import { type Context, Costs, GraphQLDateTime, Opens, PageArgs, pageRequest } from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Suspect } from '../elsewhere';
import { mayDerive } from '../profile/derivable.queries';
import { FACTS, momentOf, personOf } from '../profile/profile.service';
import { DefinitionAnswer, SuspectMeetingConnection } from './answer.model';
import { Definition } from './definition.model';
import { definitionsBy, suspectsMeeting } from './definition.queries';
import { findDefinition } from './definition.service';

@ArgsType()
class MeetsArgs {
  @Field(() => String, { description: 'Key of the definition.' })
  definition!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which version of it; the one in force at the moment unless given.',
  })
  version?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'As at which moment; now unless given.' })
  asAt?: string | null;
}

@ArgsType()
class SuspectsMeetingArgs extends PageArgs {
  @Field(() => String, { description: 'Key of the definition.' })
  definition!: string;

  @Field(() => String, { nullable: true, description: 'Which version of it; the one in force today unless given.' })
  version?: string | null;
}

@Resolver(() => Definition)
export class DefinitionResolver {
  @Opens('behaviour:read')
  @Query(() => [Definition], { description: 'Versions of definitions, by key and first day.' })
  definitions(
    @Ctx() context: Context,
    @Arg('key', () => String, { nullable: true, description: 'Of which definition; all unless given.' })
    key?: string | null,
  ): Promise<Definition[]> {
    return context.load(definitionsBy, 'all', { key });
  }

  @Costs(100)
  @Opens('behaviour:read')
  @Query(() => SuspectMeetingConnection, {
    description: 'Everybody who meets a definition, from an index that follows the records, by id.',
  })
  async suspectsMeeting(
    @Args() { definition: key, version, ...page }: SuspectsMeetingArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SuspectMeetingConnection> {
    const definition = await findDefinition(context, key, version, momentOf(null, context));
    return suspectsMeeting(context.db, definition, pageRequest(page, info));
  }
}

@Resolver(() => Suspect)
export class SuspectMeets {
  @Costs(50)
  @Opens('behaviour:read')
  @Directive(FACTS)
  @FieldResolver(() => DefinitionAnswer, {
    nullable: true,
    description:
      'Whether the person meets a published definition, criterion by criterion. It is an error to ask for one that is not there.',
  })
  async meets(
    @Root() suspect: Suspect,
    @Args() { definition: key, version, asAt }: MeetsArgs,
    @Ctx() context: Context,
  ): Promise<DefinitionAnswer | null> {
    if (!(await mayDerive(context, suspect.id))) return null;
    const moment = momentOf(asAt, context);
    const definition = await findDefinition(context, key, version, moment);
    return { definition, asAt: moment, ...evaluate(definition, personOf(suspect, context).facts, moment) };
  }
}
