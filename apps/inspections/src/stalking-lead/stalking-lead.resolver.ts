import { type Context, Costs, GraphQLDate, Opens } from '@throughline/subgraph';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { StalkingLead } from './stalking-lead.model';
import { stalkingLeadsBy } from './stalking-lead.queries';

@ArgsType()
export class StalkingLeadsArgs {
  @Field(() => String, { nullable: true, description: 'Of this force, by CJS code.' })
  force?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this CPS area, by its code.' })
  area?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'In the post on this day.' })
  on?: string | null;
}

@Resolver(() => StalkingLead)
export class StalkingLeadResolver {
  @Costs(5)
  @Opens('inspection:read')
  @Query(() => [StalkingLead], {
    description:
      'Stalking leads of forces by code, then of areas, each newest first. Conditions given together must all hold.',
  })
  stalkingLeads(@Args() args: StalkingLeadsArgs, @Ctx() context: Context): Promise<StalkingLead[]> {
    return context.load(stalkingLeadsBy, 'all', args);
  }
}
