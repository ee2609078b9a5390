import { type Context, Opens, availableActions, invalidInput, payloadType, write } from '@throughline/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Suspect } from '../suspect/suspect.model';
import { Victim } from '../victim/victim.model';
import {
  CloseCaseInput,
  LinkSuspectToCaseInput,
  LinkVictimToCaseInput,
  OpenCaseInput,
  ReferCaseInput,
  ReopenCaseInput,
} from './case.inputs';
import { CaseAction, caseMachine, closing } from './case.machine';
import { Case } from './case.model';
import { moveCase, notBefore, onCase, requireReason } from './case.service';

const INPUT = { description: 'What is to be done.' };
const CasePayload = payloadType(Case, 'case');
type Payload = Promise<{ case: Case }>;

@Resolver(() => Case)
export class CaseMutations {
  @Opens('case:write')
  @Mutation(() => CasePayload, { description: 'Opens a case, in investigation.' })
  openCase(@Arg('input', () => OpenCaseInput, INPUT) input: OpenCaseInput, @Ctx() context: Context): Payload {
    return write(context, 'openCase', input, async (transaction) => {
      for (const [n, id] of input.suspects.entries()) await transaction.find(Suspect, id, `suspects[${n}]`);
      for (const [n, id] of input.victims.entries()) await transaction.find(Victim, id, `victims[${n}]`);
      const { requestId, reason, validateOnly, ...facts } = input;
      return { case: await transaction.insert(Case, 'OPEN', { ...facts, stage: 'INVESTIGATION' }) };
    });
  }

  @Opens('case:write')
  @Mutation(() => CasePayload, { description: 'Names a suspect, whose record is there already, in a case.' })
  linkSuspectToCase(
    @Arg('input', () => LinkSuspectToCaseInput, INPUT) input: LinkSuspectToCaseInput,
    @Ctx() context: Context,
  ): Payload {
    return onCase(context, 'linkSuspectToCase', input, async (transaction, ofCase) => {
      const { id } = await transaction.find(Suspect, input.suspectId, 'suspectId');
      refuseTwice('suspectId', ofCase.suspectIds, id);
      return moveCase(transaction, ofCase, 'ADD_SUSPECT', { facts: { suspects: [...ofCase.suspectIds, id] } });
    });
  }

  @Opens('case:write')
  @Mutation(() => CasePayload, { description: 'Names a victim, whose record is there already, in a case.' })
  linkVictimToCase(
    @Arg('input', () => LinkVictimToCaseInput, INPUT) input: LinkVictimToCaseInput,
    @Ctx() context: Context,
  ): Payload {
    return onCase(context, 'linkVictimToCase', input, async (transaction, ofCase) => {
      const { id } = await transaction.find(Victim, input.victimId, 'victimId');
      refuseTwice('victimId', ofCase.victimIds, id);
      return moveCase(transaction, ofCase, 'ADD_VICTIM', { facts: { victims: [...ofCase.victimIds, id] } });
    });
  }

  @Opens('case:write')
  @Mutation(() => CasePayload, { description: 'Records that the file was referred to a prosecutor for a decision.' })
  referCase(@Arg('input', () => ReferCaseInput, INPUT) input: ReferCaseInput, @Ctx() context: Context): Payload {
    return onCase(context, 'referCase', input, async (transaction, ofCase) => {
      notBefore('referredOn', input.referredOn, ofCase.openedOn, 'the day the case was opened');
      return moveCase(transaction, ofCase, 'REFER', { facts: { referredOn: input.referredOn } });
    });
  }

  @Opens('case:write')
  @Mutation(() => CasePayload, {
    description: 'Closes a case. One that has ended, such as by a conviction, keeps the stage that says how.',
  })
  closeCase(@Arg('input', () => CloseCaseInput, INPUT) input: CloseCaseInput, @Ctx() context: Context): Payload {
    return onCase(context, 'closeCase', input, async (transaction, ofCase) => {
      const { closedOn, closedReason } = input;
      notBefore('closedOn', closedOn, ofCase.openedOn, 'the day the case was opened');
      const action = closing(ofCase.stage);
      const because = ofCase.closedOn === null ? [] : [`The case was closed already, on ${ofCase.closedOn}.`];
      return moveCase(transaction, ofCase, action, { facts: { closedOn, closedReason }, because });
    });
  }

  @Opens('case:write')
  @Mutation(() => CasePayload, { description: 'Takes a case up again; `reason` must say why.' })
  reopenCase(@Arg('input', () => ReopenCaseInput, INPUT) input: ReopenCaseInput, @Ctx() context: Context): Payload {
    return onCase(context, 'reopenCase', input, async (transaction, ofCase) => {
      requireReason(input);
      return moveCase(transaction, ofCase, 'REOPEN', { facts: { closedOn: null, closedReason: null } });
    });
  }

  @Opens('case:read')
  @FieldResolver(() => [CaseAction], { description: 'What can be done to it at its stage.' })
  availableActions(@Root() { stage }: Case): CaseAction[] {
    return availableActions(caseMachine, stage);
  }
}

function refuseTwice(field: string, ids: string[], id: string): void {
  if (ids.includes(id)) throw invalidInput([{ field, reason: 'the case names this person already' }]);
}
