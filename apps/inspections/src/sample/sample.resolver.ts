import { type Context, IdArgs, Opens } from '@throughline/subgraph';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Inspection } from '../inspection/inspection.model';
import { Sample, SampleFile, SampleProgress, SampleStratum } from './sample.model';
import {
  filesOfSamples,
  progressOfSamples,
  sampleById,
  samplesOfInspections,
  strataOfSamples,
  titled,
} from './sample.queries';

@Resolver(() => Sample)
export class SampleResolver {
  @Opens('inspection:read')
  @Query(() => Sample, { nullable: true, description: 'A sample by its id.' })
  sample(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<Sample | null> {
    return context.load(sampleById, id);
  }

  @Opens('inspection:read')
  @FieldResolver(() => [SampleStratum], { description: 'Its strata, by key.' })
  async strata(@Root() sample: Sample, @Ctx() context: Context): Promise<SampleStratum[]> {
    const strata = await context.load(strataOfSamples, sample);
    return strata.map((stratum) => titled(stratum, sample, context.codes));
  }

  @Opens('inspection:read')
  @FieldResolver(() => [SampleFile], {
    description: 'Its files, by stratum in the order of drawing: those drawn, and those that took the place of others.',
  })
  files(@Root() { id }: Sample, @Ctx() context: Context): Promise<SampleFile[]> {
    return context.load(filesOfSamples, id);
  }

  @Opens('inspection:read')
  @FieldResolver(() => SampleProgress, { description: 'How far its examination has come.' })
  progress(@Root() { id }: Sample, @Ctx() context: Context): Promise<SampleProgress> {
    return context.load(progressOfSamples, id);
  }
}

@Resolver(() => Inspection)
export class InspectionSamples {
  @Opens('inspection:read')
  @FieldResolver(() => [Sample], { description: 'Samples drawn for it, oldest first.' })
  samples(@Root() { id }: Inspection, @Ctx() context: Context): Promise<Sample[]> {
    return context.load(samplesOfInspections, id);
  }
}
