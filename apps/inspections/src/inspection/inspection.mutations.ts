import { type Context, Opens, Refusal, invalidInput, payloadType, write } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checkKeys } from './inspection.import';
import { OpenInspectionInput } from './inspection.inputs';
import { Inspection } from './inspection.model';

const INPUT = { description: 'What is to be done.' };
const InspectionPayload = payloadType(Inspection, 'inspection');

@Resolver()
export class InspectionMutations {
  @Opens('inspection:write')
  @Mutation(() => InspectionPayload, { description: 'Opens an inspection, with what it asks of every file.' })
  openInspection(
    @Arg('input', () => OpenInspectionInput, INPUT) input: OpenInspectionInput,
    @Ctx() context: Context,
  ): Promise<{ inspection: Inspection }> {
    return write(context, 'openInspection', input, async (transaction) => {
      const { title, body, openedOn, themes } = input;
      refuseSharedKeys(themes);
      return { inspection: await transaction.insert(Inspection, 'OPEN', { title, body, openedOn, themes }) };
    });
  }
}

function refuseSharedKeys(themes: OpenInspectionInput['themes']): void {
  try {
    checkKeys({ themes });
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    throw invalidInput([{ field: refusal.path, reason: refusal.reason }]);
  }
}
