import { ChangeInput, GraphQLDate, RequestInput } from '@throughline/subgraph';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Classification, ClosedReason, Relationship } from './case.model';

@InputType({ description: 'What every mutation takes that adds something to a case.' })
export class InCaseInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the case.' })
  case!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The `recordVersion` of the case that it is meant for: CONFLICT where the case has changed since, with what differs.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'A case to be opened.' })
export class OpenCaseInput extends RequestInput {
  @Field(() => String, { description: 'Unique reference number of the case file.' })
  urn!: string;

  @Field(() => String, { description: 'The force that investigates, by CJS code.' })
  force!: string;

  @Field(() => String, { description: 'The CPS area that prosecutes, by code.' })
  area!: string;

  @Field(() => GraphQLDate, { description: 'Day the case was opened.' })
  openedOn!: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day the first report was made.' })
  reportedOn?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Ids of those who are suspected.' })
  suspects!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Ids of those whom the conduct was aimed at.' })
  victims!: string[];

  @Field(() => Relationship, { description: 'What suspect and victim are, or were, to each other.' })
  relationship!: Relationship;

  @Field(() => Boolean, { description: 'Whether it is flagged as domestic abuse.' })
  domestic!: boolean;

  @Field(() => [String], { defaultValue: [], description: 'Police crime references.' })
  crimeReferences!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Monitoring flags.' })
  flags!: string[];

  @Field(() => Classification, {
    defaultValue: Classification.OFFICIAL_SENSITIVE,
    description: 'Security classification.',
  })
  classification!: Classification;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether only those who are named may read it.' })
  restricted!: boolean;
}

@InputType({ description: 'A suspect whom a case is to name.' })
export class LinkSuspectToCaseInput extends ChangeInput {
  @Field(() => ID, { description: 'Id of the suspect.' })
  suspectId!: string;
}

@InputType({ description: 'A victim whom a case is to name.' })
export class LinkVictimToCaseInput extends ChangeInput {
  @Field(() => ID, { description: 'Id of the victim.' })
  victimId!: string;
}

@InputType({ description: 'The referral of a case to a prosecutor.' })
export class ReferCaseInput extends ChangeInput {
  @Field(() => GraphQLDate, { description: 'Day the file was referred.' })
  referredOn!: string;
}

@InputType({ description: 'The closing of a case.' })
export class CloseCaseInput extends ChangeInput {
  @Field(() => ClosedReason, { description: 'Why it is closed.' })
  closedReason!: ClosedReason;

  @Field(() => GraphQLDate, { description: 'Day it is closed.' })
  closedOn!: string;
}

@InputType({ description: 'The reopening of a case; `reason` is required.' })
export class ReopenCaseInput extends ChangeInput {}
