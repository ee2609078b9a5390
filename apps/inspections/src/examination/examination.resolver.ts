import { type Context, IdArgs, Opens, byId } from '@throughline/subgraph';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../elsewhere';
import { Inspection } from '../inspection/inspection.model';
import { ExaminationAnswer, ExaminationQuestion, FileExamination } from './examination.model';
import { examinationsOfCases } from './examination.queries';
import { questionOf } from './examination.service';
import { judgedFairly } from './judged-fairly';

@Resolver(() => FileExamination)
export class ExaminationResolver {
  @Opens('inspection:read')
  @Query(() => FileExamination, { nullable: true, description: 'The examination of a file by its id.' })
  fileExamination(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<FileExamination | null> {
    return context.load(byId(FileExamination), id);
  }

  @Opens('inspection:read')
  @FieldResolver(() => [ExaminationAnswer], { description: 'The answers given.' })
  answers(@Root() { answers, inspectionId, caseId }: FileExamination): ExaminationAnswer[] {
    return answers.map((answer) => ({ ...answer, inspectionId, caseId }));
  }

  @Opens('inspection:read', 'case:read')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether all guidance that its answers judge by was in force on the day of every decision on the case. One that was not so is left out of percentages and shown apart. Null where nothing says.',
  })
  async judgedByGuidanceInForce(
    @Root() { answers, caseId }: FileExamination,
    @Ctx() context: Context,
  ): Promise<boolean | null> {
    const each = await Promise.all(answers.map(({ guidance }) => judgedFairly(context, caseId, guidance)));
    const said = each.filter((fair) => fair !== undefined);
    return said.includes(false) ? false : said.includes(null) || said.length === 0 ? null : true;
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

  @Opens('inspection:read', 'case:read')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the guidance that the file was judged by was in force on the day of every decision on the case; null where it names none, nothing was decided, the registry does not hold it, or only its month is known and a decision fell in it.',
  })
  async judgedByGuidanceInForce(
    @Root() { guidance, caseId }: ExaminationAnswer,
    @Ctx() context: Context,
  ): Promise<boolean | null> {
    return (await judgedFairly(context, caseId, guidance)) ?? null;
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
