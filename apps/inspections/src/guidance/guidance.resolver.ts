import { type Context, GraphQLDate, Opens } from '@throughline/subgraph';
import { Arg, Ctx, Directive, Field, FieldResolver, InputType, Query, Resolver, Root } from 'type-graphql';
import { ChargingDecision } from '../elsewhere';
import { Guidance, GuidanceTopic } from './guidance.model';
import { guidanceRegistry } from './guidance.queries';
import { guidanceInForce, inForceOn } from './guidance.service';

@InputType({ description: 'Which guidance. Conditions given together must all hold.' })
export class GuidanceFilter {
  @Field(() => [String], { nullable: true, description: 'Versions of documents with any of these keys.' })
  keys?: string[] | null;

  @Field(() => [GuidanceTopic], { nullable: true, description: 'Said to be about any of these topics.' })
  topics?: GuidanceTopic[] | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'In force, or possibly so, on this day.' })
  inForceOn?: string | null;
}

@Resolver(() => Guidance)
export class GuidanceResolver {
  @Opens('inspection:read')
  @Query(() => [Guidance], { description: 'Versions of guidance, by key and first day.' })
  async guidance(
    @Ctx() context: Context,
    @Arg('filter', () => GuidanceFilter, { nullable: true, description: 'Which versions; all unless given.' })
    filter?: GuidanceFilter | null,
  ): Promise<Guidance[]> {
    const { keys, topics, inForceOn: day } = filter ?? {};
    const registry = await context.load(guidanceRegistry, 'all');
    const standing = day ? inForceOn(registry, day) : registry;
    return standing
      .filter(({ key }) => !keys || keys.includes(key))
      .filter((version) => !topics || version.topics.some((topic) => topics.includes(topic)));
  }
}

@Resolver(() => ChargingDecision)
export class DecisionGuidance {
  @Opens('inspection:read', 'case:read')
  @Directive('@requires(fields: "decidedOn families")')
  @FieldResolver(() => [Guidance], {
    nullable: true,
    description:
      'Guidance in force on the day of the decision that bears on charging or on its offence families, by key and first day. Where a version’s start is known by its month alone and the decision fell in that month, that version and the one before it are both possible, and both are given.',
  })
  async guidanceInForce(
    @Root() { decidedOn, families }: ChargingDecision,
    @Ctx() context: Context,
  ): Promise<Guidance[]> {
    return guidanceInForce(await context.load(guidanceRegistry, 'all'), decidedOn, families);
  }
}
