import { type Context, Opens, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { inCase, moveCase } from '../case/case.service';
import { AddSuspectInput } from './suspect.inputs';
import { Suspect } from './suspect.model';

const SuspectPayload = payloadType(Suspect, 'suspect');

@Resolver()
export class SuspectMutations {
  @Opens('case:write')
  @Mutation(() => SuspectPayload, { description: 'Makes a record of a suspect and names them in a case.' })
  addSuspect(
    @Arg('input', () => AddSuspectInput, { description: 'What is to be done.' }) input: AddSuspectInput,
    @Ctx() context: Context,
  ): Promise<{ suspect: Suspect }> {
    return inCase(context, 'addSuspect', input, async (transaction, ofCase) => {
      const { names, dateOfBirth, sex, pncId, identifiers } = input;
      const facts = { names, dateOfBirth, sex, pncId, identifiers };
      const suspect = await transaction.insert(Suspect, 'ADD_SUSPECT', facts);
      await moveCase(transaction, ofCase, 'ADD_SUSPECT', { facts: { suspects: [...ofCase.suspectIds, suspect.id] } });
      return { suspect };
    });
  }
}
