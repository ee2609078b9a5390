import { OffenceFamily } from '@throughline/reference';
import { type CodeBook, GraphQLDate, Opens } from '@throughline/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CaseStage, Relationship } from './case.model';

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

/** The filter as its SQL takes it: families spelt out in every code that belongs to them. */
export function spelledOut(filter: CaseFilter | undefined, codes: CodeBook): CaseFilter | undefined {
  return filter?.families ? { ...filter, families: codes.codesOf(filter.families) as OffenceFamily[] } : filter;
}
