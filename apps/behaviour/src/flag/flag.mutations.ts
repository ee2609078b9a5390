import { type Context, Opens, Refusal, type WriteInput, invalidInput, text, write } from '@throughline/subgraph';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Flag, FlagReviewStatus } from './flag.model';
import { recordReview } from './review.queries';

@InputType({ description: 'What a person makes of a flag.' })
export class ReviewFlagInput implements WriteInput {
  @Field(() => ID, {
    description:
      'Chosen by the caller, once for each review: sent again, it brings the first answer again and changes nothing.',
  })
  requestId!: string;

  @Field(() => ID, { description: 'Id of the flag.' })
  flagId!: string;

  @Field(() => FlagReviewStatus, { description: 'What is made of it: anything but OPEN.' })
  status!: FlagReviewStatus;

  @Field(() => String, { description: 'Why; kept with the review.' })
  reason!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Check everything and change nothing.' })
  validateOnly!: boolean;
}

@Opens('open')
@ObjectType({ description: 'What a mutation gives.', simpleResolvers: true })
export class FlagPayload {
  @Field(() => Flag, { description: 'The flag as it is now.' })
  flag!: Flag;
}

@Resolver()
export class FlagMutations {
  @Opens('behaviour:review')
  @Mutation(() => FlagPayload, {
    description:
      'Records what a person makes of a flag. The flag stays open for others to see; one that was dismissed comes back when the facts it rests on change.',
  })
  async reviewFlag(
    @Arg('input', () => ReviewFlagInput, { description: 'What is to be done.' }) input: ReviewFlagInput,
    @Ctx() context: Context,
  ): Promise<FlagPayload> {
    refuseEmpty(input);
    return write(context, 'reviewFlag', input, async (transaction) => ({
      flag: await recordReview(transaction, input, context.caller.actor),
    }));
  }
}

function refuseEmpty({ status, reason }: ReviewFlagInput): void {
  const fields: { field: string; reason: string }[] = [];
  if (status === FlagReviewStatus.OPEN) {
    fields.push({ field: 'status', reason: 'must be ACCEPTED, DISMISSED or REFERRED: OPEN is what was not reviewed' });
  }
  try {
    text.read(reason, undefined as never);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    fields.push({ field: 'reason', reason: refusal.reason });
  }
  if (fields.length > 0) throw invalidInput(fields);
}
