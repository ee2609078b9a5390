import { ChangeInput, type Context, GraphQLMoment, Opens, invalidInput, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { InCaseInput } from '../case/case.inputs';
import { inCase, moveCase, onPart } from '../case/case.service';
import { isBefore } from '../moments';
import { EarlyAdvice } from './early-advice.model';

@InputType({ description: 'A request for early advice.' })
export class RequestEarlyAdviceInput extends InCaseInput {
  @Field(() => GraphQLMoment, { description: 'When it was asked for.' })
  requestedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The force that asked, by CJS code; the force of the case unless given.',
  })
  requestedBy?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'What it is about.' })
  topics!: string[];
}

@InputType({ description: 'Early advice that was given.' })
export class AnswerEarlyAdviceInput extends ChangeInput {
  @Field(() => GraphQLMoment, { description: 'When it was given.' })
  respondedAt!: string;

  @Field(() => String, { description: 'The advice.' })
  advice!: string;
}

const INPUT = { description: 'What is to be done.' };
const EarlyAdvicePayload = payloadType(EarlyAdvice, 'earlyAdvice');
type Payload = Promise<{ earlyAdvice: EarlyAdvice }>;

@Resolver()
export class EarlyAdviceMutations {
  @Opens('case:write')
  @Mutation(() => EarlyAdvicePayload, { description: 'Asks a prosecutor for early advice on a case.' })
  requestEarlyAdvice(
    @Arg('input', () => RequestEarlyAdviceInput, INPUT) input: RequestEarlyAdviceInput,
    @Ctx() context: Context,
  ): Payload {
    return inCase(context, 'requestEarlyAdvice', input, async (transaction, ofCase) => {
      const { requestedAt, requestedBy, topics } = input;
      await moveCase(transaction, ofCase, 'REQUEST_EARLY_ADVICE');
      const facts = { case: ofCase.id, requestedAt, requestedBy: requestedBy ?? ofCase.force, topics };
      return { earlyAdvice: await transaction.insert(EarlyAdvice, 'REQUEST_EARLY_ADVICE', facts) };
    });
  }

  @Opens('case:write')
  @Mutation(() => EarlyAdvicePayload, { description: 'Records early advice that was given. It is given once.' })
  answerEarlyAdvice(
    @Arg('input', () => AnswerEarlyAdviceInput, INPUT) input: AnswerEarlyAdviceInput,
    @Ctx() context: Context,
  ): Payload {
    return onPart(context, 'answerEarlyAdvice', EarlyAdvice, input, async (transaction, ofCase, asked) => {
      await moveCase(transaction, ofCase, 'ANSWER_EARLY_ADVICE', { because: againstAnswering(asked) });
      const { respondedAt, advice } = input;
      const given = await transaction.update(EarlyAdvice, asked, 'ANSWER_EARLY_ADVICE', { respondedAt, advice });
      refuseDisorder(given);
      return { earlyAdvice: given };
    });
  }
}

/** Advice is the record of what was advised then: other advice is another request. */
function againstAnswering({ respondedAt }: EarlyAdvice): string[] {
  return respondedAt === null ? [] : [`It was answered already, at ${respondedAt} (Director’s Guidance on Charging).`];
}

function refuseDisorder({ requestedAt, requestedTimeKnown, respondedAt, respondedTimeKnown }: EarlyAdvice): void {
  const asked = { at: requestedAt, timeKnown: requestedTimeKnown };
  if (!isBefore({ at: respondedAt, timeKnown: respondedTimeKnown }, asked)) return;
  throw invalidInput([{ field: 'respondedAt', reason: 'is before it was asked for' }]);
}
