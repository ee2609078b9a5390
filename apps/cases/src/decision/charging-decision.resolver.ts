import { OffenceFamily } from '@throughline/reference';
import { type Context, Opens } from '@throughline/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { chargesOfCases } from '../charge/charge.queries';
import { ChargingDecision } from './charging-decision.model';

@Resolver(() => ChargingDecision)
export class ChargingDecisionResolver {
  @Opens('case:read')
  @FieldResolver(() => [OffenceFamily], {
    description:
      'Families the decision is about: those it considered, and those the suspect is charged with in the case.',
  })
  async families(@Root() decision: ChargingDecision, @Ctx() context: Context): Promise<OffenceFamily[]> {
    const charges = await context.load(chargesOfCases, decision.caseId);
    const charged = charges
      .filter(({ suspectId }) => suspectId === decision.suspectId)
      .map(({ offence }) => context.codes.tables.offence.get(offence)!.family);
    return [...new Set([...decision.considered.map(({ family }) => family), ...charged])];
  }
}
