import {
  type Context,
  type Transaction,
  Opens,
  RuleRefused,
  columns,
  invalidInput,
  isUuid,
  londonToday,
  payloadType,
  table,
  text,
  write,
} from '@throughline/subgraph';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { askCases, groupOf } from '../files';
import { guidanceRegistry } from '../guidance/guidance.queries';
import { Inspection } from '../inspection/inspection.model';
import { oneAtATime } from '../one-at-a-time';
import { ConflictOfInterest } from './conflict.model';
import { conflictOf, recordConflict } from './conflict.queries';
import { ConflictOfInterestInput, ExamineFileInput, ModerateFileInput } from './examination.inputs';
import { FileExamination } from './examination.model';
import { againstExamining, againstModerating, checkExamination } from './examination.rules';

const INPUT = { description: 'What is to be done.' };
const FileExaminationPayload = payloadType(FileExamination, 'examination');
type Payload = Promise<{ examination: FileExamination }>;

@Opens('open')
@ObjectType({ description: 'What a mutation gives.', simpleResolvers: true })
export class ConflictOfInterestPayload {
  @Field(() => ConflictOfInterest, { description: 'The conflict as it is recorded.' })
  conflict!: ConflictOfInterest;
}

@Resolver()
export class ExaminationMutations {
  @Opens('inspection:write')
  @Mutation(() => FileExaminationPayload, {
    description:
      'Records what an inspector found in a file. Two can examine one, each without regard to the other: their agreement is told by `Inspection.agreement`.',
  })
  examineFile(@Arg('input', () => ExamineFileInput, INPUT) input: ExamineFileInput, @Ctx() context: Context): Payload {
    return write(context, 'examineFile', input, async (transaction) => {
      const examiner = examinerOf(input, context);
      const { inspection, made } = await fileOf(transaction, context, input);
      const conflict = await conflictOf(transaction, inspection.id, input.caseId, examiner);
      if (conflict) throw new RuleRefused([`${examiner} must not examine this file: ${conflict}`], []);
      const because = againstExamining(made, examiner);
      if (because.length > 0) throw new RuleRefused(because, ['MODERATE']);
      return { examination: await transaction.insert(FileExamination, 'EXAMINE', factsOf(input, examiner, false)) };
    });
  }

  @Opens('inspection:write')
  @Mutation(() => FileExaminationPayload, {
    description: 'Settles two examinations of a file by a third, which counts in their place. `reason` must say how.',
  })
  moderateFile(
    @Arg('input', () => ModerateFileInput, INPUT) input: ModerateFileInput,
    @Ctx() context: Context,
  ): Payload {
    return write(context, 'moderateFile', input, async (transaction) => {
      requireReason(input);
      const { made } = await fileOf(transaction, context, input);
      const because = againstModerating(made);
      if (because.length > 0) throw new RuleRefused(because, []);
      const facts = factsOf(input, examinerOf(input, context), true);
      return { examination: await transaction.insert(FileExamination, 'MODERATE', facts) };
    });
  }

  @Opens('inspection:write')
  @Mutation(() => ConflictOfInterestPayload, {
    description: 'Records that somebody must not examine a file; `reason` must say why.',
  })
  recordConflictOfInterest(
    @Arg('input', () => ConflictOfInterestInput, INPUT) input: ConflictOfInterestInput,
    @Ctx() context: Context,
  ): Promise<ConflictOfInterestPayload> {
    return write(context, 'recordConflictOfInterest', input, async (transaction) => {
      requireReason(input);
      const inspection = await transaction.find(Inspection, input.inspectionId, 'inspectionId');
      const caseId = await caseOf(context, input.caseId);
      const conflict = await recordConflict(transaction, {
        inspectionId: inspection.id,
        caseId,
        examiner: examinerOf(input, context),
        reason: input.reason!,
        recordedBy: context.caller.actor,
      });
      const changes = [{ field: 'conflictOfInterest', before: null, after: conflict.examiner }];
      transaction.entries.push({
        type: 'inspection',
        record: inspection.id,
        version: inspection.recordVersion,
        action: 'CONFLICT',
        changes,
      });
      return { conflict };
    });
  }
}

/** The inspection and the examinations of the file so far, of which there will be no more meanwhile. */
async function fileOf(transaction: Transaction, context: Context, input: ExamineFileInput) {
  const inspection = await transaction.find(Inspection, input.inspectionId, 'inspectionId');
  checkExamination(input, inspection, await context.load(guidanceRegistry, 'all'), londonToday());
  const caseId = await caseOf(context, input.caseId);
  await oneAtATime(transaction, 'fileExamination', inspection.id, caseId);
  const made = await transaction.query<FileExamination>(
    `SELECT ${columns(FileExamination, 't')} FROM ${table(FileExamination)} t
     WHERE t.inspection_id = $1 AND t.case_id = $2 AND t.withdrawn_at IS NULL`,
    [inspection.id, caseId],
  );
  return { inspection, made };
}

/** The id of a case that the caller may see. Throws `INVALID_INPUT`. */
async function caseOf(context: Context, id: string): Promise<string> {
  const found = isUuid(id) ? (await askCases<unknown[]>(context, 'GROUPS', [groupOf('', [id])])).figure : [];
  if (found.length === 0) throw invalidInput([{ field: 'caseId', reason: 'there is no case with this id' }]);
  return id.toLowerCase();
}

function examinerOf({ examiner }: { examiner?: string | null }, context: Context): string {
  if (examiner === null || examiner === undefined) return context.caller.actor;
  if (examiner.trim() === '') throw invalidInput([{ field: 'examiner', reason: 'is empty' }]);
  return text.read(examiner, undefined as never) as string;
}

function requireReason({ reason }: { reason?: string | null }): void {
  if (!reason?.trim()) throw invalidInput([{ field: 'reason', reason: 'is required: the record must say why' }]);
}

function factsOf(input: ExamineFileInput, examiner: string, moderates: boolean) {
  const { inspectionId, caseId, examinedOn, answers, codeCompliant, appropriateFamily } = input;
  return {
    inspection: inspectionId,
    case: caseId,
    examinedOn,
    answers: answers.map((answer) => Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null))),
    codeCompliant,
    appropriateFamily,
    examiner,
    moderates,
  };
}
