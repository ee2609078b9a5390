import { type Context, Opens, availableActions, byId, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { caseMachine } from '../case/case.machine';
import { Case } from '../case/case.model';
import { inCase, moveCase, named } from '../case/case.service';
import {
  AmendChargeInput,
  ChargeSuspectInput,
  DiscontinueChargeInput,
  RecordPleaInput,
  RecordVerdictInput,
} from './charge.inputs';
import { ChargeAction, chargeMachine } from './charge.machine';
import { Charge } from './charge.model';
import { stateOf } from './charge.rules';
import { act, against, dispose, namedIncidents } from './charge.service';

const INPUT = { description: 'What is to be done.' };
const ChargePayload = payloadType(Charge, 'charge');
type Payload = Promise<{ charge: Charge }>;

@Resolver(() => Charge)
export class ChargeMutations {
  @Opens('case:write')
  @Mutation(() => ChargePayload, { description: 'Charges a suspect of a case with an offence.' })
  chargeSuspect(
    @Arg('input', () => ChargeSuspectInput, INPUT) input: ChargeSuspectInput,
    @Ctx() context: Context,
  ): Payload {
    return inCase(context, 'chargeSuspect', input, async (transaction, ofCase) => {
      const { offence, chargedOn, breaches } = input;
      const suspectId = named(ofCase, 'suspect', input.suspect);
      const victimId = input.victim ? named(ofCase, 'victim', input.victim) : null;
      const incidentIds = await namedIncidents(transaction, ofCase, suspectId, input.incidents);
      const charge = { suspectId, offence, chargedOn, incidentIds, breachIds: breaches };
      const because = await against(context, transaction, ofCase, charge);
      await moveCase(transaction, ofCase, 'CHARGE', { because });
      const of = { case: ofCase.id, suspect: suspectId, victim: victimId };
      const facts = { ...of, offence, chargedOn, incidents: incidentIds, breaches };
      return { charge: await transaction.insert(Charge, 'CHARGE', facts) };
    });
  }

  @Opens('case:write')
  @Mutation(() => ChargePayload, { description: 'Amends a charge, under the rules of a new one.' })
  amendCharge(@Arg('input', () => AmendChargeInput, INPUT) input: AmendChargeInput, @Ctx() context: Context): Payload {
    return act(context, 'amendCharge', 'AMEND_CHARGE', input, async (charge, transaction, ofCase) => {
      const { suspectId } = charge;
      const victim = input.victim ? named(ofCase, 'victim', input.victim) : undefined;
      const incidents = input.incidents
        ? await namedIncidents(transaction, ofCase, suspectId, input.incidents)
        : undefined;
      const facts = {
        offence: input.offence ?? undefined,
        victim,
        incidents,
        breaches: input.breaches ?? undefined,
      };
      const because = await against(context, transaction, ofCase, {
        ...charge,
        offence: facts.offence ?? charge.offence,
        incidentIds: incidents ?? charge.incidentIds,
        breachIds: facts.breaches ?? charge.breachIds,
      });
      return { facts, because };
    });
  }

  @Opens('case:write')
  @Mutation(() => ChargePayload, {
    description: 'Discontinues a charge; `reason` must say why. With the last open charge of a case, the case ends.',
  })
  discontinueCharge(
    @Arg('input', () => DiscontinueChargeInput, INPUT) input: DiscontinueChargeInput,
    @Ctx() context: Context,
  ): Payload {
    return dispose(context, 'discontinueCharge', 'DISCONTINUE_CHARGE', input, 'NO_VERDICT');
  }

  @Opens('case:write')
  @Mutation(() => ChargePayload, { description: 'Records the plea to a charge.' })
  recordPlea(@Arg('input', () => RecordPleaInput, INPUT) input: RecordPleaInput, @Ctx() context: Context): Payload {
    return act(context, 'recordPlea', 'RECORD_PLEA', input, async () => ({ facts: { plea: input.plea } }));
  }

  @Opens('case:write')
  @Mutation(() => ChargePayload, {
    description: 'Records how a charge ended at court. With the last open charge of a case, the case ends.',
  })
  recordVerdict(
    @Arg('input', () => RecordVerdictInput, INPUT) input: RecordVerdictInput,
    @Ctx() context: Context,
  ): Payload {
    return dispose(context, 'recordVerdict', 'RECORD_VERDICT', input, input.verdict);
  }

  @Opens('case:read')
  @FieldResolver(() => [ChargeAction], { description: 'What can be done to it, as it and its case stand.' })
  async availableActions(@Root() charge: Charge, @Ctx() context: Context): Promise<ChargeAction[]> {
    const ofCase = await context.load(byId(Case), charge.caseId);
    if (!ofCase) return [];
    const actions = availableActions(chargeMachine, stateOf(charge));
    return actions.filter((action) => caseMachine[action].from.includes(ofCase.stage));
  }
}
