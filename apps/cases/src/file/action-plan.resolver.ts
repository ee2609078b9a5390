import { Opens, londonToday } from '@throughline/subgraph';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { ActionPlan, isOverdue } from './action-plan.model';

@Resolver(() => ActionPlan)
export class ActionPlanResolver {
  @Opens('case:read')
  @FieldResolver(() => Boolean, {
    description: 'Whether something is left undone though the day it was due has passed.',
  })
  overdue(@Root() plan: ActionPlan): boolean {
    return isOverdue(plan, londonToday());
  }
}
