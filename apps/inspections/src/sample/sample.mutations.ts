import { randomUUID } from 'node:crypto';
import { type CaseFilter, type Context, Opens, RuleRefused, invalidInput, isUuid, write } from '@throughline/subgraph';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Inspection } from '../inspection/inspection.model';
import { allocate } from './allocation';
import { DrawSampleInput, SampleFileInput } from './sample.inputs';
import { ALGORITHM, Sample, SampleFile } from './sample.model';
import { drawnFile, insertSample, lockSample, noteAvailability, replaceFile } from './sample.queries';
import { allocationOf, checkDrawing, checkFrame } from './sample.rules';
import { ALL, NOT_RECORDED } from './stratum-title';

const INPUT = { description: 'What is to be done.' };

@Opens('open')
@ObjectType({ description: 'What a mutation gives.', simpleResolvers: true })
export class SamplePayload {
  @Field(() => Sample, { description: 'The sample as it is now.' })
  sample!: Sample;
}

@Opens('open')
@ObjectType({ description: 'What a mutation gives.', simpleResolvers: true })
export class SampleFilePayload {
  @Field(() => Sample, { description: 'The sample as it is now.' })
  sample!: Sample;

  @Field(() => SampleFile, { description: 'The file as it is now.' })
  file!: SampleFile;

  @Field(() => SampleFile, {
    nullable: true,
    description: 'The file that took its place; null where none did, because it can be had or its stratum has no more.',
  })
  replacement!: SampleFile | null;
}

/** The frame as the cases have it: see their `samplingFrame`. */
interface FrameStratum {
  key: string | null;
  size: number;
  digest: string;
  first: { id: string; availability: string | null }[];
}

const FRAME = `query ($filter: CaseFilter!, $stratifyBy: CaseDimension, $seed: String!, $most: Int!) {
  samplingFrame(filter: $filter, stratifyBy: $stratifyBy, seed: $seed, most: $most) }`;

@Resolver()
export class SampleMutations {
  @Opens('inspection:write')
  @Mutation(() => SamplePayload, {
    description:
      'Draws files for an inspection at random: the same seed and the same cases give the same files on any machine. Each stratum keeps as many more in reserve as it gave.',
  })
  drawSample(
    @Arg('input', () => DrawSampleInput, INPUT) input: DrawSampleInput,
    @Ctx() context: Context,
  ): Promise<SamplePayload> {
    return write(context, 'drawSample', input, async (transaction) => {
      checkDrawing(input);
      const inspection = await transaction.find(Inspection, input.inspectionId, 'inspectionId');
      const { frame, stratifyBy = null, seed, size } = input;
      const allocation = allocationOf(input);
      const { samplingFrame } = await context.ask<{ samplingFrame: FrameStratum[] }>('cases', FRAME, {
        filter: frame,
        stratifyBy,
        seed,
        most: 2 * size,
      });
      const strata = samplingFrame.map((stratum) => ({
        ...stratum,
        key: stratifyBy ? (stratum.key ?? NOT_RECORDED) : ALL,
      }));
      checkFrame(input, strata);
      const drawn = allocate(strata, size, allocation, input.given ?? []);
      const sample = await insertSample(transaction, {
        sample: {
          id: randomUUID(),
          inspectionId: inspection.id,
          frame: withoutNulls(frame),
          stratifyBy,
          allocation,
          given: (input.given ?? []).map(({ key, size: n }) => ({ key, size: n })),
          size,
          frameSize: strata.reduce((sum, stratum) => sum + stratum.size, 0),
          seed,
          algorithm: ALGORITHM,
          drawnBy: context.caller.actor,
        },
        ...filesOf(strata, drawn),
      });
      transaction.entries.push({ type: 'sample', record: sample.id, version: 1, action: 'DRAW', changes: null });
      return { sample };
    });
  }

  @Opens('inspection:write')
  @Mutation(() => SampleFilePayload, {
    description:
      'Records whether a file of a sample can be examined. Where it was destroyed or cannot be found, the next of its stratum takes its place, and `reason` must say what was done to find it.',
  })
  recordFileAvailability(
    @Arg('input', () => SampleFileInput, INPUT) input: SampleFileInput,
    @Ctx() context: Context,
  ): Promise<SampleFilePayload> {
    return write(context, 'recordFileAvailability', input, async (transaction) => {
      const { sampleId, caseId, availability } = input;
      const lost = availability === 'DESTROYED' || availability === 'NOT_FOUND';
      const reason = input.reason?.trim() ? input.reason : null;
      if (lost && reason === null) {
        throw invalidInput([{ field: 'reason', reason: 'is required: the record must say why it cannot be had' }]);
      }
      const sample = isUuid(sampleId) ? await lockSample(transaction, sampleId) : undefined;
      if (!sample) throw invalidInput([{ field: 'sampleId', reason: 'there is no sample with this id' }]);
      const file = isUuid(caseId) ? await drawnFile(transaction, sample.id, caseId) : undefined;
      if (!file) throw invalidInput([{ field: 'caseId', reason: 'the sample has no file of this case' }]);
      if (file.replacedBy !== null) throw new RuleRefused(['Another file has taken its place already.'], []);
      if (lost && file.examinedOn !== null) {
        throw new RuleRefused([`The file was examined on ${file.examinedOn}: it could be had.`], []);
      }
      const noted = await noteAvailability(transaction, sample.id, file.caseId, availability, lost ? reason : null);
      const replacement = lost ? await replaceFile(transaction, sample.id, file) : undefined;
      const changes = [
        { field: 'availability', before: file.availability, after: availability },
        ...(replacement ? [{ field: 'replacement', before: null, after: replacement.caseId }] : []),
      ];
      transaction.entries.push({ type: 'sample', record: sample.id, version: 1, action: 'AVAILABILITY', changes });
      return { sample, file: noted, replacement: replacement ?? null };
    });
  }
}

/** Of each stratum the files drawn, and as many in reserve where it has them. */
function filesOf(strata: readonly (FrameStratum & { key: string })[], drawn: readonly number[]) {
  return {
    strata: strata.map(({ key, size, digest }, index) => ({
      key,
      frame: size,
      drawn: drawn[index]!,
      reserve: Math.min(size, 2 * drawn[index]!) - drawn[index]!,
      digest,
    })),
    files: strata.flatMap(({ key, first }, index) =>
      first.slice(0, 2 * drawn[index]!).map(({ id, availability }, n) => ({
        caseId: id,
        stratum: key,
        place: n + 1,
        drawn: n < drawn[index]!,
        availability,
      })),
    ),
  };
}

function withoutNulls(filter: CaseFilter): CaseFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
}
