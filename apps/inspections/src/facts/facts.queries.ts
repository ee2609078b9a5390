import { type Batch, isUuid, table } from '@throughline/subgraph';
import { FileExamination } from '../examination/examination.model';
import { Guidance } from '../guidance/guidance.model';

/** By what the facts of a person are found: their cases, and the keys of the guidance that decisions on them cite. */
export interface Asked {
  linkedCaseIds: readonly string[];
  citedGuidance: readonly string[];
}

/** What the behaviour rules read of the inspections of a person's cases. */
export interface InspectionFacts {
  /** Every version of all guidance that is cited, or that the cases were judged by. */
  guidanceVersions: GuidanceFact[];
  examinations: ExaminationFact[];
}

type GuidanceFact = Pick<Guidance, 'id' | 'key' | 'version' | 'inForceFrom' | 'inForceTo' | 'datePrecision'>;
type ExaminationFact = Pick<FileExamination, 'id' | 'caseId' | 'examinedOn'> & {
  guidance: { key: string; version: string }[];
};

const factsOfCases = `WITH examinations AS MATERIALIZED (
    SELECT id, case_id AS "caseId", examined_on AS "examinedOn", ARRAY(
      SELECT DISTINCT guidance FROM jsonb_path_query(answers, '$[*].guidance ? (@ != null)') AS guidance) AS guidance
    FROM ${table(FileExamination)} WHERE case_id = ANY($1::uuid[]) AND withdrawn_at IS NULL
  ), "guidanceVersions" AS (
    SELECT id, key, version, in_force_from AS "inForceFrom", in_force_to AS "inForceTo", date_precision AS "datePrecision"
    FROM ${table(Guidance)} WHERE withdrawn_at IS NULL
      AND key = ANY($2::text[] || ARRAY(SELECT judged ->> 'key' FROM examinations, unnest(guidance) AS judged))
  ) SELECT (SELECT coalesce(json_agg(examinations), '[]') FROM examinations) AS examinations,
    (SELECT coalesce(json_agg("guidanceVersions"), '[]') FROM "guidanceVersions") AS "guidanceVersions"`;

/** The facts of each person; the registry knows a few versions of a few dozen documents. */
export const inspectionFactsOf: Batch<Asked, InspectionFacts> = async (db, people) => {
  const cases = people.flatMap(({ linkedCaseIds }) => linkedCaseIds.filter(isUuid));
  const cited = people.flatMap(({ citedGuidance }) => citedGuidance);
  const [found] = await db.query<InspectionFacts>(factsOfCases, [[...new Set(cases)], [...new Set(cited)]]);
  return people.map(({ linkedCaseIds, citedGuidance }) => {
    const ofPerson = new Set(linkedCaseIds);
    const examinations = found!.examinations.filter(({ caseId }) => ofPerson.has(caseId));
    const keys = new Set([...citedGuidance, ...examinations.flatMap(({ guidance }) => guidance.map(({ key }) => key))]);
    return { guidanceVersions: found!.guidanceVersions.filter(({ key }) => keys.has(key)), examinations };
  });
};
