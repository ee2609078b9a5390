import { CaseDimension, CaseFilter, FileAvailability, RequestInput } from '@throughline/subgraph';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SampleAllocation } from './sample.model';

@InputType({ description: 'How many files are drawn from one stratum.' })
export class StratumSizeInput {
  @Field(() => String, { description: 'Key of the stratum.' })
  key!: string;

  @Field(() => Int, { description: 'How many files, from 0 on.' })
  size!: number;
}

@InputType({ description: 'A sample to be drawn.' })
export class DrawSampleInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the inspection that it is for.' })
  inspectionId!: string;

  @Field(() => CaseFilter, { description: 'Which cases it is drawn from.' })
  frame!: CaseFilter;

  @Field(() => Int, { description: 'How many files, from 1 to 5,000.' })
  size!: number;

  @Field(() => String, {
    description: 'What the order of drawing follows from: 1 to 200 characters, chosen by chance.',
  })
  seed!: string;

  @Field(() => CaseDimension, { nullable: true, description: 'What makes its strata; none unless given.' })
  stratifyBy?: CaseDimension | null;

  @Field(() => SampleAllocation, {
    nullable: true,
    defaultValue: SampleAllocation.PROPORTIONAL,
    description: 'How the files are shared among the strata.',
  })
  allocation?: SampleAllocation | null;

  @Field(() => [StratumSizeInput], {
    nullable: true,
    description: 'For GIVEN: how many files from each stratum, `size` together.',
  })
  given?: StratumSizeInput[] | null;
}

@InputType({ description: 'What was found out about a file of a sample.' })
export class SampleFileInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the sample.' })
  sampleId!: string;

  @Field(() => ID, { description: 'Id of the case whose file it is.' })
  caseId!: string;

  @Field(() => FileAvailability, { description: 'Whether it can be examined.' })
  availability!: FileAvailability;
}
