import { GraphQLDate, RequestInput } from '@throughline/subgraph';
import { Field, InputType } from 'type-graphql';
import { QuestionKind } from './inspection.model';

@InputType({ description: 'A question asked of every file.' })
export class InspectionQuestionInput {
  @Field(() => String, { description: 'Its key, which no other question of the inspection has.' })
  key!: string;

  @Field(() => String, { description: 'The question.' })
  text!: string;

  @Field(() => QuestionKind, { description: 'How it is answered.' })
  kind!: QuestionKind;
}

@InputType({ description: 'Questions of an inspection that belong together.' })
export class InspectionThemeInput {
  @Field(() => String, { description: 'Its key, which no other theme of the inspection has.' })
  key!: string;

  @Field(() => String, { description: 'What it is about.' })
  title!: string;

  @Field(() => [InspectionQuestionInput], { description: 'Its questions, in order; one at least.' })
  questions!: InspectionQuestionInput[];
}

@InputType({ description: 'An inspection to be opened.' })
export class OpenInspectionInput extends RequestInput {
  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'The inspectorate.' })
  body!: string;

  @Field(() => GraphQLDate, { description: 'Day it was opened.' })
  openedOn!: string;

  @Field(() => [InspectionThemeInput], { description: 'What it asks, in order; one theme at least.' })
  themes!: InspectionThemeInput[];
}
