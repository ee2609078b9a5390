import { type Context, Opens, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { inCase, moveCase } from '../case/case.service';
import { AddVictimInput } from '../suspect/suspect.inputs';
import { Victim } from './victim.model';

const VictimPayload = payloadType(Victim, 'victim');

@Resolver()
export class VictimMutations {
  @Opens('case:write')
  @Mutation(() => VictimPayload, { description: 'Makes a record of a victim and names them in a case.' })
  addVictim(
    @Arg('input', () => AddVictimInput, { description: 'What is to be done.' }) input: AddVictimInput,
    @Ctx() context: Context,
  ): Promise<{ victim: Victim }> {
    return inCase(context, 'addVictim', input, async (transaction, ofCase) => {
      const { names, dateOfBirth, sex } = input;
      const victim = await transaction.insert(Victim, 'ADD_VICTIM', { names, dateOfBirth, sex });
      await moveCase(transaction, ofCase, 'ADD_VICTIM', { facts: { victims: [...ofCase.victimIds, victim.id] } });
      return { victim };
    });
  }
}
