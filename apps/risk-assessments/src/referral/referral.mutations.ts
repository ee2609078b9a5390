import { type Context, Opens, availableActions, invalidInput, move, payloadType, write } from '@throughline/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RecordReferralOutcomeInput, ReferToForumInput } from './referral.inputs';
import { ReferralAction, referralMachine, stateOf } from './referral.machine';
import { Referral } from './referral.model';
import { heardTooEarly, isAboutSomebody } from './referral.rules';

const INPUT = { description: 'What is to be done.' };
const ReferralPayload = payloadType(Referral, 'referral');
type Payload = Promise<{ referral: Referral }>;

@Resolver(() => Referral)
export class ReferralMutations {
  @Opens('risk:write')
  @Mutation(() => ReferralPayload, { description: 'Records that a matter was laid before a multi-agency forum.' })
  referToForum(
    @Arg('input', () => ReferToForumInput, INPUT) input: ReferToForumInput,
    @Ctx() context: Context,
  ): Payload {
    return write(context, 'referToForum', input, async (transaction) => {
      if (!isAboutSomebody(input)) {
        throw invalidInput([{ field: 'suspect', reason: 'is required where there is neither a victim nor a case' }]);
      }
      const { forum, suspect, victim, case: ofCase, referredOn, reason } = input;
      const facts = { forum, suspect, victim, case: ofCase, referredOn, reason };
      return { referral: await transaction.insert(Referral, 'REFER', facts) };
    });
  }

  @Opens('risk:write')
  @Mutation(() => ReferralPayload, { description: 'Records that the forum heard a referral and what it settled on.' })
  recordReferralOutcome(
    @Arg('input', () => RecordReferralOutcomeInput, INPUT) input: RecordReferralOutcomeInput,
    @Ctx() context: Context,
  ): Payload {
    return write(context, 'recordReferralOutcome', input, async (transaction) => {
      const { id, expectedVersion, heardOn, outcome } = input;
      const referral = await transaction.lock(Referral, id, expectedVersion);
      move(referralMachine, stateOf(referral), 'RECORD_OUTCOME');
      const early = heardTooEarly(referral, heardOn);
      if (early !== null) throw invalidInput([{ field: 'heardOn', reason: early }]);
      return { referral: await transaction.update(Referral, referral, 'RECORD_OUTCOME', { heardOn, outcome }) };
    });
  }

  @Opens('risk:read')
  @FieldResolver(() => [ReferralAction], { description: 'What can be done about it as it stands.' })
  availableActions(@Root() referral: Referral): ReferralAction[] {
    return availableActions(referralMachine, stateOf(referral));
  }
}
