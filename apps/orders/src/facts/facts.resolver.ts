import { breachBehaviourOf, forceAliases } from '@throughline/reference';
import { type Context, GraphQLJSON, Opens } from '@throughline/subgraph';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Suspect } from '../elsewhere';
import { type BreachRow, type OrderRow, ordersBindingSuspects } from './facts.queries';

/**
 * What the behaviour rules read of a person's orders. Beside it stands what row rules are about: the force of an order,
 * by one code for each force.
 */
export interface OrderFacts {
  orders: (Omit<OrderRow, 'breaches'> & { breachBehaviour: string })[];
  breaches: BreachRow[];
}

/** What other subgraphs ask of a suspect: never in the schema that callers see. */
@Resolver(() => Suspect)
export class SuspectFacts {
  @Opens('order:read')
  @Directive('@inaccessible')
  @Directive('@requires(fields: "linkedIds")')
  @FieldResolver(() => GraphQLJSON, {
    nullable: true,
    description:
      'Orders that bind the suspect or those who are the same, and their breaches, as the behaviour rules read them.',
  })
  async orderFacts(@Root() { linkedIds }: Suspect, @Ctx() context: Context): Promise<OrderFacts> {
    const rows = (await Promise.all(linkedIds.map((id) => context.load(ordersBindingSuspects, id)))).flat();
    return {
      orders: rows.map(({ breaches, ...fact }) => ({
        ...fact,
        force: fact.force === null ? null : (forceAliases[fact.force] ?? fact.force),
        breachBehaviour: breachBehaviourOf(fact.kind),
      })),
      breaches: rows.flatMap(({ breaches }) => breaches),
    };
  }
}
