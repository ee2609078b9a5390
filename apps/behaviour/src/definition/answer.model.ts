import type * as Conduct from '@throughline/conduct';
import { GraphQLDateTime, Opens, PageInfo } from '@throughline/subgraph';
import { Field, Int, ObjectType } from 'type-graphql';
import { Suspect } from '../elsewhere';
import { Omission, Reason } from '../profile/reason.model';
import { CriterionMeasure, Definition } from './definition.model';

@Opens('behaviour:read')
@ObjectType({ description: 'What a criterion of a definition measured, and whether it holds.', simpleResolvers: true })
export class CriterionFigure {
  @Field(() => String, { description: 'Key of the criterion within the definition.' })
  key!: string;

  @Field(() => CriterionMeasure, { description: 'What it measures.' })
  measure!: CriterionMeasure;

  @Field(() => Int, { description: 'What was measured; of a grade of risk its position, and 0 without one.' })
  figure!: number;

  @Field(() => Int, { description: 'How much it takes.' })
  atLeast!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it holds; null where it falls short and records that cannot be seen may make up for it.',
  })
  met!: boolean | null;
}

@Opens('behaviour:read')
@ObjectType({ description: 'What a criterion measured, and why.', simpleResolvers: true })
export class CriterionAnswer extends CriterionFigure {
  @Field(() => [Reason], { description: 'Each thing that was counted.' })
  because!: readonly Reason[];
}

@Opens('behaviour:read')
@ObjectType({
  description: 'Whether a person meets a definition, as far as the facts that the caller may see can tell.',
  simpleResolvers: true,
})
export class DefinitionAnswer {
  @Field(() => Definition, { description: 'The version that was evaluated.' })
  definition!: Definition;

  @Field(() => GraphQLDateTime, { description: 'The moment. Facts dated later are ignored.' })
  asAt!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the definition is met; null where that turns on records that cannot be seen.',
  })
  met!: boolean | null;

  @Field(() => [CriterionAnswer], { description: 'Each criterion, in the order of the definition.' })
  criteria!: readonly Conduct.CriterionAnswer[];

  @Field(() => [Omission], { description: 'What was left out, and why.' })
  notConsidered!: readonly Conduct.Omission[];
}

@Opens('behaviour:read')
@ObjectType({ description: 'One person who meets a definition, with the cursor.', simpleResolvers: true })
export class SuspectMeetingEdge {
  @Field(() => String, { description: 'Opaque; pass it as `after`.' })
  cursor!: string;

  @Field(() => Suspect, { nullable: true, description: 'The first of the suspects who are the person.' })
  node!: Suspect;

  @Field(() => [Suspect], { nullable: 'items', description: 'All of them.' })
  suspects!: readonly Suspect[];

  @Field(() => [CriterionFigure], { description: 'Each criterion, in the order of the definition.' })
  criteria!: readonly CriterionFigure[];
}

@Opens('behaviour:read')
@ObjectType({ description: 'A page of a list of people who meet a definition (Relay).', simpleResolvers: true })
export class SuspectMeetingConnection {
  @Field(() => Definition, { description: 'The version that they meet.' })
  definition!: Definition;

  @Field(() => [SuspectMeetingEdge], { description: 'The people of the page, by id.' })
  edges!: readonly SuspectMeetingEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: 'How many the whole list has.' })
  totalCount!: number | null;
}
