import { OffenceFamily } from '@throughline/reference';
import { GraphQLDateTime, GraphQLJSON, Opens, connectionType, enumeration } from '@throughline/subgraph';
import type * as Conduct from '@throughline/conduct';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Suspect, Victim } from '../elsewhere';
import { flagId } from '../flag-index/entry';
import { Omission, Reason, SourceRecord } from '../profile/reason.model';
import type { FlagState } from './flag.queries';

export const FlagRule = enumeration('FlagRule', 'The rule that raised a flag.', {
  UNCHARGED_COURSE_OF_CONDUCT: 'A course of conduct that could be charged as an offence that no charge covers.',
  BREACH_CHARGED_ALONE: 'A breach is charged as a lone offence although there is more.',
  BREACH_NOT_ACTIONED: 'A breach was reported and nothing was done about it.',
  RISK_NOT_REASSESSED: 'Something happened that called for a new assessment of the risk, and none followed in time.',
  ORDER_EXPIRING: 'An order is about to end and nobody has applied to renew it.',
  POSSIBLY_MISLABELLED: 'A crime that may be stalking was recorded as something else.',
  REPEAT_HIGH_HARM: 'Several victims, forces or breaches, or conduct after a conviction.',
  GUIDANCE_NOT_IN_FORCE: 'A decision rests on, or is judged by, guidance that was not in force.',
});
export type FlagRule = keyof typeof FlagRule;

export const FlagSeverity = enumeration('FlagSeverity', 'How grave a flag is, from the least to the gravest.', {
  INFO: 'To know.',
  LOW: 'To look at when there is time.',
  MEDIUM: 'To look at.',
  HIGH: 'To look at first.',
});
export type FlagSeverity = keyof typeof FlagSeverity;

export const FlagVariant = enumeration('FlagVariant', 'What there is beside a breach that is charged alone.', {
  NEW_OFFENCE: 'Another offence.',
  COURSE_OF_CONDUCT: 'A course of conduct that the breach is part of.',
});

export const FlagOutcome = enumeration('FlagOutcome', 'What a look at guidance found.', {
  NOT_IN_FORCE: 'It was not in force on the day.',
  INDETERMINATE: 'It came into force, or ended, on an unknown day of the month.',
});

export const FlagReviewStatus = enumeration('FlagReviewStatus', 'What a person made of a flag.', {
  OPEN: 'Nobody has reviewed it, or the facts it rests on have changed since it was dismissed.',
  ACCEPTED: 'It is right; something is to be done.',
  DISMISSED: 'It is not to be followed up, for the reason given.',
  REFERRED: 'It was passed on to somebody else.',
});
export type FlagReviewStatus = keyof typeof FlagReviewStatus;

@Opens('behaviour:read')
@ObjectType({ description: 'A threshold that a rule decided by.', simpleResolvers: true })
export class FlagThreshold {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => GraphQLJSON, { description: 'A number, or a day as YYYY-MM-DD.' })
  value!: number | string;
}

@Opens('behaviour:read')
@ObjectType({ description: 'A version of guidance that a flag follows or is about.', simpleResolvers: true })
export class FlagGuidance {
  @Field(() => String, { description: 'Key of the document in the registry.' })
  key!: string;

  @Field(() => String, { description: 'Which version of it.' })
  version!: string;
}

@Opens('behaviour:read')
@ObjectType({ description: 'What a person made of a flag, at some time.', simpleResolvers: true })
export class PastReview {
  @Field(() => FlagReviewStatus, { description: 'What they made of it.' })
  status!: FlagReviewStatus;

  @Field(() => String, { description: 'Why, in their words.' })
  reason!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  reviewedAt!: string;

  @Field(() => String, { description: 'Who, by the id of the key or person.' })
  reviewedBy!: string;
}

@Opens('behaviour:read')
@ObjectType({ description: 'Where the review of a flag stands.', simpleResolvers: true })
export class FlagReview {
  @Field(() => FlagReviewStatus, { description: 'What was made of it; OPEN where nobody has reviewed it.' })
  status!: FlagReviewStatus;

  @Field(() => String, { nullable: true, description: 'Why, in the words of the last who reviewed it.' })
  reason!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last reviewed.' })
  reviewedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who last reviewed it, by the id of the key or person.' })
  reviewedBy!: string | null;

  @Field(() => Boolean, { description: 'Whether it was dismissed and came back because the facts have changed.' })
  returned!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it came back.' })
  returnedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Of one that came back: what that means, in English.' })
  note!: string | null;
}

@Opens('behaviour:read')
@ObjectType({
  description: 'Advice for a person to review: what a rule found in the facts, and why. Never a finding of guilt.',
  simpleResolvers: true,
})
export class Flag {
  @Field(() => ID, { description: 'The same for the same rule and subject, as facts come and go.' })
  id!: string;

  @Field(() => FlagRule, { description: 'The rule that raised it.' })
  rule!: FlagRule;

  @Field(() => Int, { description: 'Version of the rule.' })
  ruleVersion!: number;

  @Field(() => FlagSeverity, { description: 'How grave it is.' })
  severity!: FlagSeverity;

  @Field(() => String, { description: 'What the rule looks for.' })
  title!: string;

  @Field(() => Suspect, {
    nullable: true,
    description: 'Whom it is about; of several suspects who are one, the first.',
  })
  suspect!: Suspect;

  @Field(() => [Victim], { nullable: 'items', description: 'The victims it is about.' })
  victims!: readonly Victim[];

  @Field(() => [FlagVariant], { description: 'Of a breach that is charged alone, what else there is.' })
  variants!: readonly (keyof typeof FlagVariant)[];

  @Field(() => [OffenceFamily], { description: 'Offences that nothing covers and nobody considered.' })
  missingFamilies!: readonly Conduct.CourseFamily[];

  @Field(() => [OffenceFamily], { description: 'Offences that a decision considered and refused for a reason.' })
  consideredFamilies!: readonly Conduct.CourseFamily[];

  @Field(() => FlagOutcome, { nullable: true, description: 'Of guidance, what was found.' })
  outcome!: keyof typeof FlagOutcome | null;

  @Field(() => [Reason], { description: 'Why it was raised, each reason with the fact it rests on.' })
  because!: readonly Reason[];

  @Field(() => [SourceRecord], { description: 'Every record that it rests on.' })
  restsOn!: readonly SourceRecord[];

  @Field(() => [FlagThreshold], { description: 'What the rule decided by.' })
  thresholds!: readonly FlagThreshold[];

  @Field(() => [Omission], { description: 'What about its victims was left out, and why.' })
  notConsidered!: readonly Omission[];

  @Field(() => [FlagGuidance], { description: 'Guidance that it follows or is about.' })
  guidance!: readonly FlagGuidance[];

  /** What is stored of it, where it came from there. */
  state?: FlagState;
}

export const FlagConnection = connectionType(Flag, 'Flag');

/** A flag as the schema shows it. `person` is the first of the suspects whom it is about. */
export function shownFlag({ key, victims, ...flag }: Conduct.Flag, person: string, state?: FlagState): Flag {
  return { ...flag, id: flagId(key), suspect: { id: person }, victims: victims.map((id) => ({ id })), state };
}
