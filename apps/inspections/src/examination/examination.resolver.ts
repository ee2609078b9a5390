import { type Context, IdArgs, Opens, byId } from '@throughline/subgraph';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../elsewhere';
import { Inspection } from '../inspection/inspection.model';
import { ExaminationAnswer, ExaminationQuestion, FileExamination } from './examination.model';
import { examinationsOfCases } from './examination.queries';
import { questionOf } from './examination.service';

@Resolver(() => FileExamination)
export class ExaminationResolver {
  @Opens('inspection:read')
  @Query(() => FileExamination, { nullable: true, description: 'The examination of a file by its id.' })
  fileExamination(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<FileExamination | null> {
    return context.load(byId(FileExamination), id);
  }

  @Opens('inspection:read')
  @FieldResolver(() => [ExaminationAnswer], { description: 'The answers given.' })
  answers(@Root() { answers, inspectionId }: FileExamination): ExaminationAnswer[] {
    return answers.map((answer) => ({ ...answer, inspectionId }));
  }
}

@Resolver(() => ExaminationAnswer)
export class AnswerResolver {
  @Opens('inspection:read')
  @FieldResolver(() => ExaminationQuestion, { description: 'The question, as the inspection asks it.' })
  async question(
    @Root() { question, inspectionId }: ExaminationAnswer,
    @Ctx() context: Context,
  ): Promise<ExaminationQuestion> {
    return questionOf(await context.load(byId(Inspection), inspectionId), question);
  }
}

@Resolver(() => Case)
export class CaseExaminations {
  @Opens('inspection:read')
  @FieldResolver(() => [FileExamination], {
    nullable: true,
    description: 'Examinations of the case’s file, newest first.',
  })
  examinations(@Root() { id }: Case, @Ctx() context: Context): Promise<FileExamination[]> {
    return context.load(examinationsOfCases, id);
  }
}
