import { type Context, Opens, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { inCase, moveCase, named } from '../case/case.service';
import { allInCase } from '../case/in-case.queries';
import { Charge } from '../charge/charge.model';
import { RecordChargingDecisionInput } from './charging-decision.inputs';
import { ChargingDecision } from './charging-decision.model';
import { actionOf, againstDeciding } from './charging-decision.rules';

const ChargingDecisionPayload = payloadType(ChargingDecision, 'decision');

@Resolver()
export class ChargingDecisionMutations {
  @Opens('case:write')
  @Mutation(() => ChargingDecisionPayload, {
    description:
      'Records a decision on a case. Where it ends the case for everybody whom the case names, the stage of the case follows.',
  })
  recordChargingDecision(
    @Arg('input', () => RecordChargingDecisionInput, { description: 'What is to be done.' })
    input: RecordChargingDecisionInput,
    @Ctx() context: Context,
  ): Promise<{ decision: ChargingDecision }> {
    return inCase(context, 'recordChargingDecision', input, async (transaction, ofCase) => {
      const { requestId, reason, validateOnly, expectedVersion, case: _case, ...facts } = input;
      const suspectId = named(ofCase, 'suspect', input.suspect);
      const earlier = await transaction.query<ChargingDecision>(allInCase(ChargingDecision), [ofCase.id]);
      const charges = await transaction.query<Charge>(allInCase(Charge), [ofCase.id]);
      const inOrder = earlier.sort((a, b) => a.decidedOn.localeCompare(b.decidedOn));
      const action = actionOf({ ...input, suspectId }, ofCase, inOrder, charges);
      await moveCase(transaction, ofCase, action, { because: againstDeciding(input, ofCase) });
      const decision = { ...facts, case: ofCase.id, suspect: suspectId };
      return { decision: await transaction.insert(ChargingDecision, action, decision) };
    });
  }
}
