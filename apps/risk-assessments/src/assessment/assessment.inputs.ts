import { GraphQLMoment, RequestInput, RiskGrade } from '@throughline/subgraph';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RiskEvent, RiskTrigger } from './assessment.model';

@InputType({ description: 'An answer given in an assessment.' })
export class RiskAnswerInput {
  @Field(() => String, { description: 'Code of the instrument’s item.' })
  item!: string;

  @Field(() => String, { description: 'The answer, one of the instrument’s.' })
  answer!: string;
}

@InputType({ description: 'A record that an assessment responds to.' })
export class RespondsToInput {
  @Field(() => RiskEvent, { description: 'What kind of record it is.' })
  type!: RiskEvent;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

/** What an assessor found, whether at first or at a review. */
@InputType({ description: 'What an assessor found.' })
export class RiskFindingsInput extends RequestInput {
  @Field(() => GraphQLMoment, { description: 'When it was made.' })
  assessedAt!: string;

  @Field(() => [RiskAnswerInput], { defaultValue: [], description: 'The answers given, each item once at most.' })
  answers!: RiskAnswerInput[];

  @Field(() => RiskGrade, { description: 'The grade the assessor settled on, one of the instrument’s.' })
  grade!: RiskGrade;

  @Field(() => String, {
    nullable: true,
    description: 'Why the assessor departed from the computed grade; required where the two differ.',
  })
  overrideReason?: string | null;

  @Field(() => String, { nullable: true, description: 'In what role the assessor made it.' })
  assessorRole?: string | null;

  @Field(() => [RespondsToInput], { defaultValue: [], description: 'What it was made in response to.' })
  respondsTo!: RespondsToInput[];
}

@InputType({ description: 'An assessment that was made.' })
export class CompleteAssessmentInput extends RiskFindingsInput {
  @Field(() => ID, { description: 'Id of the suspect whom the risk comes from.' })
  suspect!: string;

  @Field(() => ID, { description: 'Id of the victim who is at risk.' })
  victim!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the case it was made in.' })
  case?: string | null;

  @Field(() => String, { description: 'Key of the instrument it was made with.' })
  instrument!: string;

  @Field(() => String, { description: 'Version of the instrument it was made with.' })
  instrumentVersion!: string;

  @Field(() => RiskTrigger, { description: 'Why it was made then.' })
  trigger!: RiskTrigger;
}

@InputType({
  description: 'A review of an earlier assessment. Whom it is about and its instrument are the earlier’s unless given.',
})
export class ReviewAssessmentInput extends RiskFindingsInput {
  @Field(() => ID, { description: 'Id of the earlier assessment.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The `recordVersion` that the review is meant for: CONFLICT where the earlier has changed since, with what differs.',
  })
  expectedVersion?: number | null;

  @Field(() => ID, { nullable: true, description: 'Id of the suspect whom the risk comes from.' })
  suspect?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the victim who is at risk.' })
  victim?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the case it was made in.' })
  case?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the instrument it was made with.' })
  instrument?: string | null;

  @Field(() => String, { nullable: true, description: 'Version of the instrument it was made with.' })
  instrumentVersion?: string | null;
}
