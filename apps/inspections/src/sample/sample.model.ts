import {
  CaseDimension,
  CaseFilter,
  FileAvailability,
  GraphQLDateTime,
  Opens,
  enumeration,
} from '@throughline/subgraph';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Case } from '../elsewhere';

export const SampleAllocation = enumeration('SampleAllocation', 'How the files of a sample are shared among strata.', {
  PROPORTIONAL:
    'In proportion to the cases of each stratum; what whole numbers leave over goes to the largest remainders.',
  EQUAL: 'The same number from each, or all where a stratum has fewer.',
  GIVEN: 'As many from each as the input says.',
});
export type SampleAllocation = keyof typeof SampleAllocation;

/** How files are put in the order of drawing. Recorded with each sample: should another ever be used, it has another name. */
export const ALGORITHM = 'SHA-256(seed LF case id), ascending, within each stratum';

@Opens('inspection:read')
@ObjectType({ description: 'Which cases a sample was drawn from.', simpleResolvers: true })
export class SampleFrame extends CaseFilter {}

@Opens('inspection:read')
@ObjectType({ description: 'Files asked for from one stratum.', simpleResolvers: true })
export class StratumSize {
  @Field(() => String, { description: 'Key of the stratum.' })
  key!: string;

  @Field(() => Int, { description: 'How many files.' })
  size!: number;
}

@Opens('inspection:read')
@ObjectType({ description: 'A part of the frame from which files were drawn by themselves.', simpleResolvers: true })
export class SampleStratum {
  @Field(() => String, {
    description:
      'What its cases share, as a code; ALL where there are no strata, NOT_RECORDED where nothing was recorded.',
  })
  key!: string;

  @Field(() => String, { description: 'What its cases share, in words.' })
  title!: string;

  @Field(() => Int, { description: 'How many cases of the frame are in it.' })
  frame!: number;

  @Field(() => Int, { description: 'How many files were drawn from it.' })
  drawn!: number;

  @Field(() => Int, { description: 'How many files come after them in the order, to take the place of any.' })
  reserve!: number;

  @Field(() => String, {
    description:
      'SHA-256, in hex, of the ids of its cases in ascending order, one a line: shows that a frame is the same.',
  })
  digest!: string;
}

@Opens('inspection:read')
@ObjectType({ description: 'A file of a sample.', simpleResolvers: true })
export class SampleFile {
  caseId!: string;

  @Field(() => Case, { nullable: true, description: 'The case whose file it is.' })
  case!: Case | null;

  @Field(() => String, { description: 'Key of the stratum that it was drawn from.' })
  stratum!: string;

  @Field(() => Int, { description: 'Its place in the order of drawing within the stratum, from 1.' })
  place!: number;

  @Field(() => FileAvailability, {
    nullable: true,
    description: 'Whether it can be examined, as last recorded; null where nothing says.',
  })
  availability!: FileAvailability | null;

  @Field(() => Case, { nullable: true, description: 'The case whose file it takes the place of.' })
  replaces!: Case | null;

  @Field(() => String, { nullable: true, description: 'Why it could not be examined and was replaced.' })
  replacedBecause!: string | null;
}

@Opens('inspection:read')
@ObjectType({ description: 'How far the examination of a sample has come.', simpleResolvers: true })
export class SampleProgress {
  @Field(() => Int, { description: 'Files of the sample: those drawn, and those that took the place of others.' })
  files!: number;

  @Field(() => Int, { description: 'Of these, files that took the place of others.' })
  replacements!: number;

  @Field(() => Int, { description: 'Files known to be destroyed or not to be found.' })
  unavailable!: number;

  @Field(() => Int, { description: 'Files examined.' })
  examined!: number;

  @Field(() => Int, { description: 'Files examined by two.' })
  examinedTwice!: number;

  @Field(() => Int, { description: 'Files whose two examinations were settled by moderation.' })
  moderated!: number;

  @Field(() => Int, { description: 'Files that can be had and are still to be examined.' })
  outstanding!: number;
}

@Opens('inspection:read')
@ObjectType({
  description: 'Files drawn at random for an inspection, with all that is needed to draw the same again.',
  simpleResolvers: true,
})
export class Sample {
  inspectionId!: string;

  @Field(() => ID, { description: 'Id of the sample.' })
  id!: string;

  @Field(() => SampleFrame, { description: 'Which cases it was drawn from.' })
  frame!: SampleFrame;

  @Field(() => CaseDimension, { nullable: true, description: 'What makes its strata; null where there are none.' })
  stratifyBy!: CaseDimension | null;

  @Field(() => SampleAllocation, { description: 'How its files were shared among the strata.' })
  allocation!: SampleAllocation;

  @Field(() => [StratumSize], { description: 'What was asked from each stratum, where it was given.' })
  given!: StratumSize[];

  @Field(() => Int, { description: 'How many files were drawn.' })
  size!: number;

  @Field(() => Int, { description: 'How many cases the frame had.' })
  frameSize!: number;

  @Field(() => String, { description: 'What the order of drawing follows from.' })
  seed!: string;

  @Field(() => String, { description: 'How it follows from it.' })
  algorithm!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was drawn.' })
  drawnAt!: string;

  @Field(() => String, { description: 'Who drew it.' })
  drawnBy!: string;
}
