import { OffenceFamily } from '@throughline/reference';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumeration } from './enumeration';
import { Opens } from './model';
import { GraphQLDate } from './scalars';

// What of casework the schema of more than one subgraph speaks of: the same words must mean the same in each.

export const CaseStage = enumeration('CaseStage', 'How far a case has come.', {
  INVESTIGATION: 'The police are investigating.',
  EARLY_ADVICE: 'A prosecutor’s early advice has been asked for.',
  REFERRED: 'Referred to a prosecutor for a decision.',
  CHARGED: 'Somebody has been charged.',
  NFA: 'Ended with no further action.',
  DISCONTINUED: 'Charged, then stopped.',
  CONVICTED: 'Ended with a conviction.',
  ACQUITTED: 'Ended with an acquittal.',
  CLOSED: 'Closed for another reason.',
});
export type CaseStage = keyof typeof CaseStage;

export const Relationship = enumeration('Relationship', 'What suspect and victim are, or were, to each other.', {
  STRANGER: 'They did not know each other.',
  ACQUAINTANCE: 'They knew each other.',
  NEIGHBOUR: 'They live near each other.',
  COLLEAGUE: 'They work together.',
  FAMILY: 'They are of one family.',
  PARTNER: 'They are partners.',
  FORMER_PARTNER: 'They were partners.',
  PUBLIC_FIGURE: 'The victim is known to the public.',
  OTHER: 'Something else.',
  UNKNOWN: 'Not known.',
});
export type Relationship = keyof typeof Relationship;

export const FileAvailability = enumeration('FileAvailability', 'Whether the file of a case can be examined.', {
  AVAILABLE: 'All of it can.',
  PARTIAL: 'Part of it can.',
  ARCHIVED: 'It must be fetched from an archive.',
  DESTROYED: 'It was destroyed.',
  NOT_FOUND: 'It cannot be found.',
});
export type FileAvailability = keyof typeof FileAvailability;

export const RiskGrade = enumeration(
  'RiskGrade',
  'Grade of risk, lowest first. What a grade means, its instrument says.',
  {
    STANDARD: 'The lowest grade.',
    MEDIUM: 'The grade between.',
    HIGH: 'The highest grade.',
  },
);
export type RiskGrade = keyof typeof RiskGrade;

export const CaseDimension = enumeration('CaseDimension', 'By what it is counted.', {
  HOME_OFFICE_CODE: 'Home Office code of the main offence recorded.',
  FAMILY: 'Offence family.',
  FORCE: 'Police force.',
  AREA: 'CPS area.',
  YEAR: 'Calendar year.',
  QUARTER: 'Quarter of the calendar year.',
  MONTH: 'Month.',
  STAGE: 'How far the case has come.',
  OUTCOME: 'Outcome of the recorded crime, in the source’s words where it gives no code; of a charge, its verdict.',
  RELATIONSHIP: 'What suspect and victim are, or were, to each other.',
  DECISION_OUTCOME: 'What was decided.',
  CRIME_TYPE: 'Category of crime as published by police.uk.',
});
export type CaseDimension = keyof typeof CaseDimension;

// As an input where cases are asked for, and as a type where somebody keeps one.
@Opens('case:read')
@ObjectType('SavedCaseFilter', { description: 'A filter of cases that was saved.', simpleResolvers: true })
@InputType('CaseFilter', { description: 'Which cases. Conditions given together must all hold.' })
export class CaseFilter {
  @Field(() => [String], { nullable: true, description: 'Of any of these forces, by CJS code.' })
  forces?: string[];

  @Field(() => [String], { nullable: true, description: 'Of any of these CPS areas, by code.' })
  areas?: string[];

  @Field(() => [CaseStage], { nullable: true, description: 'At any of these stages.' })
  stages?: CaseStage[];

  @Field(() => [OffenceFamily], {
    nullable: true,
    description: 'With an offence of any of these families recorded, considered or charged.',
  })
  families?: OffenceFamily[];

  @Field(() => [Relationship], { nullable: true, description: 'With any of these relationships.' })
  relationships?: Relationship[];

  @Field(() => GraphQLDate, { nullable: true, description: 'Opened on this day or later.' })
  openedFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Opened on this day or earlier.' })
  openedTo?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'With a decision on this day or later.' })
  decidedFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'With a decision on this day or earlier.' })
  decidedTo?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'With a crime recorded on this day or later.' })
  recordedFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'With a crime recorded on this day or earlier.' })
  recordedTo?: string;

  @Field(() => Boolean, { nullable: true, description: 'Flagged, or not flagged, as domestic abuse.' })
  domestic?: boolean;

  @Field(() => ID, { nullable: true, description: 'Naming this suspect.' })
  suspectId?: string;

  @Field(() => ID, { nullable: true, description: 'Naming this victim.' })
  victimId?: string;
}
