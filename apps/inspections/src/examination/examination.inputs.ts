import { OffenceFamily } from '@throughline/reference';
import { GraphQLDate, RequestInput } from '@throughline/subgraph';
import { Field, ID, InputType } from 'type-graphql';
import { CodeCompliance, InspectionRating } from './examination.model';

@InputType({ description: 'A version of guidance.' })
export class GuidanceRefInput {
  @Field(() => String, { description: 'Key of the guidance.' })
  key!: string;

  @Field(() => String, { description: 'Its version.' })
  version!: string;
}

@InputType({ description: 'The answer to a question, in the one way in which the question is answered.' })
export class ExaminationAnswerInput {
  @Field(() => String, { description: 'Key of the question.' })
  question!: string;

  @Field(() => InspectionRating, { nullable: true, description: 'For a RATING question: how far the standard is met.' })
  rating?: InspectionRating | null;

  @Field(() => Boolean, { nullable: true, description: 'For a YES_NO question.' })
  yes?: boolean | null;

  @Field(() => OffenceFamily, { nullable: true, description: 'For a FAMILY question.' })
  family?: OffenceFamily | null;

  @Field(() => String, { nullable: true, description: 'What is to be remarked.' })
  comment?: string | null;

  @Field(() => GuidanceRefInput, { nullable: true, description: 'The guidance that the file is judged by.' })
  guidance?: GuidanceRefInput | null;
}

@InputType({ description: 'The examination of a file.' })
export class ExamineFileInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the inspection that it is made for.' })
  inspectionId!: string;

  @Field(() => ID, { description: 'Id of the case whose file it is.' })
  caseId!: string;

  @Field(() => GraphQLDate, { description: 'Day it was made.' })
  examinedOn!: string;

  @Field(() => [ExaminationAnswerInput], { description: 'Answers to questions of the inspection, each once.' })
  answers!: ExaminationAnswerInput[];

  @Field(() => CodeCompliance, { nullable: true, description: 'Whether the decision complied with the Code.' })
  codeCompliant?: CodeCompliance | null;

  @Field(() => OffenceFamily, { nullable: true, description: 'Family of the charge that would have fitted best.' })
  appropriateFamily?: OffenceFamily | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who examined it, as the inspectorate calls them; by default whoever sends this.',
  })
  examiner?: string | null;
}

@InputType({ description: 'What settles two examinations of a file; `reason` must say how.' })
export class ModerateFileInput extends ExamineFileInput {}

@InputType({ description: 'A reason for which somebody must not examine a file; `reason` must say it.' })
export class ConflictOfInterestInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the inspection.' })
  inspectionId!: string;

  @Field(() => ID, { description: 'Id of the case whose file it is.' })
  caseId!: string;

  @Field(() => String, { nullable: true, description: 'Who must not; by default whoever sends this.' })
  examiner?: string | null;
}
