import { ChangeInput, GraphQLDate, RequestInput } from '@throughline/subgraph';
import { Field, InputType } from 'type-graphql';
import { RecommendationStatus } from './recommendation.model';

@InputType({ description: 'A recommendation that a report makes.' })
export class RecordRecommendationInput extends RequestInput {
  @Field(() => String, { description: 'The report.' })
  report!: string;

  @Field(() => String, { description: 'Its number in the report, as printed there; new for the report.' })
  number!: string;

  @Field(() => String, { description: 'What is asked.' })
  text!: string;

  @Field(() => String, { description: 'Whom it is addressed to.' })
  owner!: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day it is due.' })
  dueOn?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'What it is about.' })
  topics!: string[];
}

@InputType({ description: 'What became of a recommendation on a day.' })
export class RecordRecommendationProgressInput extends ChangeInput {
  @Field(() => GraphQLDate, { description: 'The day, not before that of the latest update.' })
  on!: string;

  @Field(() => RecommendationStatus, { description: 'Where it stands from then on.' })
  status!: RecommendationStatus;

  @Field(() => String, { nullable: true, description: 'What its owner or the inspectorate says of it.' })
  note?: string | null;
}
