import { type Batch, type Context, Opens } from '@throughline/subgraph';
import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { ConflictOfInterest } from '../examination/conflict.model';
import { conflictsOfInspections } from '../examination/conflict.queries';
import { Inspection } from '../inspection/inspection.model';
import { type PairCount, agreementOf } from './kappa';

@Opens('inspection:read')
@ObjectType({ description: 'How far two who examined the same files agree on a question.', simpleResolvers: true })
export class QuestionAgreement {
  @Field(() => String, {
    description: 'Key of the question; CODE_COMPLIANT and APPROPRIATE_FAMILY for what every examination says.',
  })
  question!: string;

  @Field(() => Int, { description: 'Files of which both answered it.' })
  pairs!: number;

  @Field(() => Int, { description: 'Files of which both gave the same answer.' })
  agreed!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Cohen’s kappa: agreement beyond chance, from 1 for complete to 0 for no more than chance, and below; null where chance alone would always agree.',
  })
  kappa!: number | null;
}

/** Pairs of answers by the first two examinations of each file, by question and answer. */
const pairsOfInspections: Batch<string, (PairCount & { question: string })[]> = async (db, ids) => {
  const rows = await db.query<PairCount & { question: string; inspectionId: string }>(
    `WITH ranked AS (
      SELECT e.*, row_number() OVER (PARTITION BY e.inspection_id, e.case_id ORDER BY e.examined_on, e.received_at, e.id) AS place
      FROM inspections.file_examination e
      WHERE e.inspection_id = ANY($1::uuid[]) AND e.withdrawn_at IS NULL AND NOT e.moderates
    ), answers AS (
      SELECT r.inspection_id, r.case_id, r.place, a.question, coalesce(a.rating, CASE WHEN a.yes THEN 'YES' WHEN NOT a.yes THEN 'NO' END, a.family) AS answer
      FROM ranked r, jsonb_to_recordset(r.answers) AS a(question text, rating text, yes boolean, family text) WHERE r.place <= 2
      UNION ALL SELECT inspection_id, case_id, place, 'CODE_COMPLIANT', code_compliant FROM ranked WHERE place <= 2
      UNION ALL SELECT inspection_id, case_id, place, 'APPROPRIATE_FAMILY', appropriate_family FROM ranked WHERE place <= 2
    ) SELECT one.inspection_id AS "inspectionId", one.question, one.answer AS first, two.answer AS second, count(*) AS n
    FROM answers one JOIN answers two USING (inspection_id, case_id, question)
    WHERE one.place = 1 AND two.place = 2 AND one.answer IS NOT NULL AND two.answer IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 2`,
    [ids],
  );
  return ids.map((id) => rows.filter(({ inspectionId }) => inspectionId === id));
};

@Resolver(() => Inspection)
export class InspectionAgreement {
  @Opens('inspection:read')
  @FieldResolver(() => [QuestionAgreement], {
    description: 'How far those agree who examined the same files, by question; of questions that two answered.',
  })
  async agreement(@Root() { id }: Inspection, @Ctx() context: Context): Promise<QuestionAgreement[]> {
    const pairs = await context.load(pairsOfInspections, id);
    const questions = [...new Set(pairs.map(({ question }) => question))];
    return questions.map((question) => ({
      question,
      ...agreementOf(pairs.filter((pair) => pair.question === question)),
    }));
  }

  @Opens('inspection:read')
  @FieldResolver(() => [ConflictOfInterest], { description: 'Who must not examine which file, oldest first.' })
  conflictsOfInterest(@Root() { id }: Inspection, @Ctx() context: Context): Promise<ConflictOfInterest[]> {
    return context.load(conflictsOfInspections, id);
  }
}
