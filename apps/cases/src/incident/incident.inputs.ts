import { BehaviourCode, DayToDayEffect } from '@throughline/reference';
import { ChangeInput, GraphQLMoment } from '@throughline/subgraph';
import { Field, ID, InputType } from 'type-graphql';
import { InCaseInput } from '../case/case.inputs';
import { AssertionBasis, Channel, EvidenceStatus } from './incident.model';

@InputType({ description: 'An incident, on one occasion.' })
export class RecordIncidentInput extends InCaseInput {
  @Field(() => ID, { description: 'Id of who is said to have done it; the case must name them.' })
  suspect!: string;

  @Field(() => ID, { description: 'Id of whom it was aimed at; the case must name them.' })
  victim!: string;

  @Field(() => GraphQLMoment, { description: 'When it began.' })
  occurredFrom!: string;

  @Field(() => GraphQLMoment, { nullable: true, description: 'When it ended.' })
  occurredTo?: string | null;

  @Field(() => GraphQLMoment, { nullable: true, description: 'When it was reported.' })
  reportedAt?: string | null;

  @Field(() => [BehaviourCode], { description: 'What was done; at least one.' })
  behaviours!: BehaviourCode[];

  @Field(() => Channel, { nullable: true, description: 'By what means.' })
  channel?: Channel | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it was done online or by a device.' })
  cyber!: boolean;

  @Field(() => String, { nullable: true, description: 'What happened, in words.' })
  narrative?: string | null;

  @Field(() => AssertionBasis, { description: 'What the account is.' })
  basis!: AssertionBasis;

  @Field(() => EvidenceStatus, {
    defaultValue: EvidenceStatus.UNVERIFIED,
    description: 'What is made of the evidence.',
  })
  evidence!: EvidenceStatus;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it made the victim fear violence.' })
  fearOfViolence!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it caused serious alarm or distress.' })
  seriousAlarmOrDistress!: boolean;

  @Field(() => [DayToDayEffect], {
    defaultValue: [],
    description: 'What it changed in the victim’s usual day-to-day activities.',
  })
  dayToDayEffects!: DayToDayEffect[];
}

@InputType({ description: 'What an incident did to the victim. What is not given stays as it is.' })
export class RecordEffectsInput extends ChangeInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether it made the victim fear violence.' })
  fearOfViolence?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it caused serious alarm or distress.' })
  seriousAlarmOrDistress?: boolean | null;

  @Field(() => [DayToDayEffect], {
    nullable: true,
    description: 'All that it changed in the victim’s usual day-to-day activities.',
  })
  dayToDayEffects?: DayToDayEffect[] | null;
}

@InputType({ description: 'What is made of the evidence of an incident; `reason` is required.' })
export class MarkEvidenceInput extends ChangeInput {
  @Field(() => EvidenceStatus, { description: 'What is made of it now.' })
  evidence!: EvidenceStatus;
}
