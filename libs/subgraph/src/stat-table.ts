import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { Costs } from './cost';
import { Opens } from './model';
import { GraphQLDate } from './scalars';

@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'A column of a table.', simpleResolvers: true })
export class StatColumn {
  @Field(() => String, { description: 'What the column stands for, as a code.' })
  key!: string;

  @Field(() => String, { description: 'What the column stands for, in words.' })
  title!: string;
}

@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'A cell of a table.', simpleResolvers: true })
export class StatCell {
  @Field(() => Int, { nullable: true, description: 'The count; null where it is suppressed.' })
  value!: number | null;

  @Field(() => Boolean, {
    description: 'Whether the count is hidden because it is too small, or because a small one would follow from it.',
  })
  suppressed!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'What the percentage is taken of; null where there is none or it is hidden.',
  })
  of?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The count in per cent of `of`, to a tenth; null where there is nothing to take it of.',
  })
  percent?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of the 95 per cent interval of the percentage (Wilson).',
  })
  low?: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of that interval.' })
  high?: number | null;

  @Field(() => String, { nullable: true, description: 'What the cell means where its row and column meet, as a code.' })
  label?: string | null;
}

@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'A row of a table.', simpleResolvers: true })
export class StatRow {
  @Field(() => String, { description: 'What the row stands for, as a code.' })
  key!: string;

  @Field(() => String, { description: 'What the row stands for, in words.' })
  title!: string;

  @Field(() => [StatCell], { description: 'A cell for each column, in their order.' })
  cells!: StatCell[];

  @Field(() => Int, { nullable: true, description: 'How many the row counts; null where it is suppressed.' })
  total!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of a row of ratings, how far the standard was met: 2 points for each file that meets it in full and 1 for each in part, in per cent of the points that could be had.',
  })
  score?: number | null;
}

@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'A day from which figures do not compare with those before it.', simpleResolvers: true })
export class ComparabilityBreak {
  @Field(() => GraphQLDate, { description: 'First day of the new rule.' })
  from!: string;

  @Field(() => String, { description: 'What changed.' })
  text!: string;
}

@Opens('open')
@Costs(500)
@Directive('@shareable')
@ObjectType({ description: 'A table of counts, with what is needed to read it.', simpleResolvers: true })
export class StatTable {
  @Field(() => String, { description: 'What the table counts, by what.' })
  title!: string;

  @Field(() => [StatColumn], { description: 'The columns, in order.' })
  columns!: StatColumn[];

  @Field(() => [StatRow], { description: 'The rows, in order.' })
  rows!: StatRow[];

  @Field(() => [Int], { nullable: 'items', description: 'How many each column counts; null where it is suppressed.' })
  columnTotals!: (number | null)[];

  @Field(() => Int, { nullable: true, description: 'How many the table counts; null where it is suppressed.' })
  total!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many the table is about: what a percentage is taken of.' })
  denominator!: number | null;

  @Field(() => [String], { description: 'What a reader must know, in sentences.' })
  notes!: string[];

  @Field(() => [ComparabilityBreak], {
    description: 'Changes of the recording rules that a trend in this table spans.',
  })
  comparabilityBreaks!: ComparabilityBreak[];
}
