import { type Context, GraphQLJSON, Opens, invalidInput, isGroups, isUuid } from '@throughline/subgraph';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { type CaseBreach, type OrderSteps, breachesOfCases, orderSteps } from './order-figures.queries';

/** What inspections ask about the files that they are about: never in the schema that callers see. */
@Resolver()
export class InspectedOrders {
  @Opens('order:read')
  @Directive('@inaccessible')
  @Query(() => GraphQLJSON, { description: 'How far files came with protective orders, by groups of them.' })
  async orderFigures(
    @Arg('groups', () => GraphQLJSON, { description: 'The files: see `Group`.' }) groups: unknown,
    @Ctx() { db }: Context,
  ): Promise<OrderSteps[]> {
    if (!isGroups(groups)) throw invalidInput([{ field: 'groups', reason: 'are not groups of files' }]);
    return orderSteps(db, groups);
  }

  @Opens('order:read')
  @Directive('@inaccessible')
  @Query(() => GraphQLJSON, { description: 'Breaches of orders that name cases.' })
  async breachesOfCases(
    @Arg('ids', () => [ID], { description: 'Ids of the cases.' }) ids: string[],
    @Ctx() { db }: Context,
  ): Promise<CaseBreach[]> {
    return breachesOfCases(db, ids.filter(isUuid));
  }
}
