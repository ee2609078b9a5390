import { type Context, GraphQLDate, IdArgs, Opens, byId, londonToday } from '@throughline/subgraph';
import { Arg, Args, Ctx, Field, FieldResolver, InputType, Query, Resolver, Root } from 'type-graphql';
import { Recommendation, RecommendationStatus } from './recommendation.model';
import { recommendationsBy } from './recommendation.queries';
import { isOverdue, statusOf } from './recommendation.service';

@InputType({ description: 'Which recommendations. Conditions given together must all hold.' })
export class RecommendationFilter {
  @Field(() => String, { nullable: true, description: 'Addressed to this owner.' })
  owner?: string;

  @Field(() => [RecommendationStatus], { nullable: true, description: 'With any of these statuses.' })
  status?: RecommendationStatus[];

  @Field(() => Boolean, { nullable: true, description: 'Whether overdue today in London.' })
  overdue?: boolean;

  @Field(() => GraphQLDate, { nullable: true, description: 'Due before this day.' })
  dueBefore?: string;

  @Field(() => String, { nullable: true, description: 'Made by this report.' })
  report?: string;
}

@Resolver(() => Recommendation)
export class RecommendationResolver {
  @Opens('inspection:read')
  @Query(() => Recommendation, { nullable: true, description: 'A recommendation by its id.' })
  recommendation(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Recommendation | null> {
    return context.load(byId(Recommendation), id);
  }

  @Opens('inspection:read')
  @Query(() => [Recommendation], {
    description: 'Recommendations by report, then by number, 2 before 10. The first 1,000; a filter finds the others.',
  })
  recommendations(
    @Ctx() context: Context,
    @Arg('filter', () => RecommendationFilter, { nullable: true, description: 'Which ones; all unless given.' })
    filter?: RecommendationFilter | null,
  ): Promise<Recommendation[]> {
    return context.load(recommendationsBy, 'all', { filter, today: londonToday() });
  }

  @Opens('inspection:read')
  @FieldResolver(() => RecommendationStatus, {
    nullable: true,
    description: 'Where it stands by the latest day of its history; null where that is empty.',
  })
  status(@Root() recommendation: Recommendation): RecommendationStatus | null {
    return statusOf(recommendation);
  }

  @Opens('inspection:read')
  @FieldResolver(() => Boolean, {
    description: 'Whether the day it was due has passed in London and it is neither complete, rejected nor superseded.',
  })
  overdue(@Root() recommendation: Recommendation): boolean {
    return isOverdue(recommendation, londonToday());
  }
}
