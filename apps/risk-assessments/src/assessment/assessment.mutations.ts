import { type Context, Opens, payloadType } from '@throughline/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CompleteAssessmentInput, ReviewAssessmentInput } from './assessment.inputs';
import { RiskAssessment } from './assessment.model';
import { complete, review } from './assessment.service';

const INPUT = { description: 'What is to be done.' };
const RiskAssessmentPayload = payloadType(RiskAssessment, 'riskAssessment');
type Payload = Promise<{ riskAssessment: RiskAssessment }>;

@Resolver()
export class RiskAssessmentMutations {
  @Opens('risk:write')
  @Mutation(() => RiskAssessmentPayload, {
    description: 'Records an assessment of risk, checked against the definition of its instrument.',
  })
  completeAssessment(
    @Arg('input', () => CompleteAssessmentInput, INPUT) input: CompleteAssessmentInput,
    @Ctx() context: Context,
  ): Payload {
    return complete(context, input);
  }

  @Opens('risk:write')
  @Mutation(() => RiskAssessmentPayload, {
    description:
      'Records the review of an assessment as a new one, of trigger REVIEW; the earlier stays as it was made.',
  })
  reviewAssessment(
    @Arg('input', () => ReviewAssessmentInput, INPUT) input: ReviewAssessmentInput,
    @Ctx() context: Context,
  ): Payload {
    return review(context, input);
  }
}
