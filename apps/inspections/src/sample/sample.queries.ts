import type { Batch, CodeBook, Transaction } from '@throughline/subgraph';
import { stratumTitle } from './stratum-title';
import type { Sample, SampleFile, SampleProgress, SampleStratum } from './sample.model';

const SAMPLE = `s.id, s.inspection_id AS "inspectionId", s.frame, s.stratify_by AS "stratifyBy", s.allocation, s.given, s.size,
  s.frame_size AS "frameSize", s.seed, s.algorithm, s.drawn_at AS "drawnAt", s.drawn_by AS "drawnBy"`;

export const sampleById: Batch<string, Sample | null> = async (db, ids) => {
  const rows = await db.query<Sample>(`SELECT ${SAMPLE} FROM inspections.sample s WHERE s.id::text = ANY($1::text[])`, [
    ids,
  ]);
  return ids.map((id) => rows.find((row) => row.id === id.toLowerCase()) ?? null);
};

export const samplesOfInspections: Batch<string, Sample[]> = async (db, ids) => {
  const rows = await db.query<Sample>(
    `SELECT ${SAMPLE} FROM inspections.sample s WHERE s.inspection_id = ANY($1::uuid[]) ORDER BY s.drawn_at, s.id`,
    [ids],
  );
  return ids.map((id) => rows.filter(({ inspectionId }) => inspectionId === id));
};

/** Strata of samples by key, what was not recorded last. */
export const strataOfSamples: Batch<Sample, Omit<SampleStratum, 'title'>[]> = async (db, samples) => {
  const rows = await db.query<SampleStratum & { sampleId: string }>(
    `SELECT sample_id AS "sampleId", key, frame, drawn, reserve, digest FROM inspections.sample_stratum
     WHERE sample_id = ANY($1::uuid[]) ORDER BY key = 'NOT_RECORDED', key`,
    [samples.map(({ id }) => id)],
  );
  return samples.map(({ id }) => rows.filter(({ sampleId }) => sampleId === id));
};

/** A stratum with its title. */
export function titled(stratum: Omit<SampleStratum, 'title'>, { stratifyBy }: Sample, codes: CodeBook): SampleStratum {
  return { ...stratum, title: stratumTitle(stratifyBy, stratum.key, codes) };
}

const FILE = `f.sample_id AS "sampleId", f.case_id AS "caseId", f.stratum, f.place, f.availability, f.replaced_because AS "replacedBecause",
  f.replaces AS "replacesId"`;
type FileRow = Omit<SampleFile, 'case' | 'replaces'> & { sampleId: string; replacesId: string | null };

const reference = (id: string | null) => (id === null ? null : { id });
const fileOf = ({ replacesId, ...row }: FileRow): SampleFile & { sampleId: string } => ({
  ...row,
  case: { id: row.caseId },
  replaces: reference(replacesId),
});

/** Files of samples, those in reserve left out, by stratum in the order of drawing. */
export const filesOfSamples: Batch<string, SampleFile[]> = async (db, ids) => {
  const rows = await db.query<FileRow>(
    `SELECT ${FILE} FROM inspections.sample_file f WHERE f.sample_id = ANY($1::uuid[]) AND f.drawn
     ORDER BY f.sample_id, f.stratum = 'NOT_RECORDED', f.stratum, f.place`,
    [ids],
  );
  const files = rows.map(fileOf);
  return ids.map((id) => files.filter(({ sampleId }) => sampleId === id));
};

export const progressOfSamples: Batch<string, SampleProgress> = async (db, ids) => {
  const rows = await db.query<SampleProgress & { id: string }>(
    `WITH examined AS (
      SELECT inspection_id, case_id, count(*) FILTER (WHERE NOT moderates) AS times, bool_or(moderates) AS moderated
      FROM inspections.file_examination WHERE withdrawn_at IS NULL AND inspection_id IN (
        SELECT s.inspection_id FROM inspections.sample s WHERE s.id = ANY($1::uuid[]))
      GROUP BY 1, 2
    ) SELECT f.sample_id AS id, count(*) AS files, count(f.replaces) AS replacements,
      count(*) FILTER (WHERE f.availability IN ('DESTROYED', 'NOT_FOUND')) AS unavailable,
      count(e.times) AS examined, count(*) FILTER (WHERE e.times > 1) AS "examinedTwice",
      count(*) FILTER (WHERE e.moderated) AS moderated,
      count(*) FILTER (WHERE e.times IS NULL AND coalesce(f.availability NOT IN ('DESTROYED', 'NOT_FOUND'), true)) AS outstanding
    FROM inspections.sample_file f LEFT JOIN examined e USING (inspection_id, case_id)
    WHERE f.sample_id = ANY($1::uuid[]) AND f.drawn GROUP BY f.sample_id`,
    [ids],
  );
  const none: SampleProgress = {
    files: 0,
    replacements: 0,
    unavailable: 0,
    examined: 0,
    examinedTwice: 0,
    moderated: 0,
    outstanding: 0,
  };
  return ids.map((id) => rows.find((row) => row.id === id) ?? none);
};

/** What is written of a sample that was drawn. */
export interface Drawn {
  sample: Omit<Sample, 'drawnAt'>;
  strata: Omit<SampleStratum, 'title'>[];
  files: { caseId: string; stratum: string; place: number; drawn: boolean; availability: string | null }[];
}

/** Writes a sample with its strata and files: three statements, however many files. */
export async function insertSample(transaction: Transaction, { sample, strata, files }: Drawn): Promise<Sample> {
  const { id, inspectionId, frame, stratifyBy, allocation, given, size, frameSize, seed, algorithm, drawnBy } = sample;
  const [row] = await transaction.query<Sample>(
    `INSERT INTO inspections.sample AS s (id, inspection_id, frame, stratify_by, allocation, given, size, frame_size, seed, algorithm, drawn_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING ${SAMPLE}`,
    [id, inspectionId, JSON.stringify(frame), stratifyBy, allocation, JSON.stringify(given), size, frameSize, seed, algorithm, drawnBy], // prettier-ignore
  );
  await transaction.query(
    `INSERT INTO inspections.sample_stratum (sample_id, key, frame, drawn, reserve, digest)
     SELECT $1, * FROM jsonb_to_recordset($2::jsonb) AS s(key text, frame integer, drawn integer, reserve integer, digest text)`,
    [id, JSON.stringify(strata)],
  );
  await transaction.query(
    `INSERT INTO inspections.sample_file (sample_id, inspection_id, case_id, stratum, place, drawn, availability)
     SELECT $1, $2, f."caseId", f.stratum, f.place, f.drawn, f.availability
     FROM jsonb_to_recordset($3::jsonb) AS f("caseId" uuid, stratum text, place integer, drawn boolean, availability text)`,
    [id, inspectionId, JSON.stringify(files)],
  );
  return row!;
}

/** A sample that nobody else can change until the transaction ends. */
export async function lockSample(transaction: Transaction, id: string): Promise<Sample | undefined> {
  const [row] = await transaction.query<Sample>(
    `SELECT ${SAMPLE} FROM inspections.sample s WHERE s.id = $1 FOR UPDATE`,
    [id],
  );
  return row;
}

/** A file that was drawn, and whether it was examined. */
export async function drawnFile(
  transaction: Transaction,
  sampleId: string,
  caseId: string,
): Promise<(SampleFile & { replacedBy: string | null; examinedOn: string | null }) | undefined> {
  const [row] = await transaction.query<FileRow & { replacedBy: string | null; examinedOn: string | null }>(
    `SELECT ${FILE}, (SELECT r.case_id FROM inspections.sample_file r WHERE r.sample_id = f.sample_id AND r.replaces = f.case_id) AS "replacedBy",
      (SELECT min(e.examined_on) FROM inspections.file_examination e
        WHERE e.inspection_id = f.inspection_id AND e.case_id = f.case_id AND e.withdrawn_at IS NULL) AS "examinedOn"
     FROM inspections.sample_file f WHERE f.sample_id = $1 AND f.case_id = $2 AND f.drawn`,
    [sampleId, caseId],
  );
  return row && { ...fileOf(row), replacedBy: row.replacedBy, examinedOn: row.examinedOn };
}

export async function noteAvailability(
  transaction: Transaction,
  sampleId: string,
  caseId: string,
  availability: string,
  because: string | null,
): Promise<SampleFile> {
  const [row] = await transaction.query<FileRow>(
    `UPDATE inspections.sample_file f SET availability = $3, replaced_because = $4
     WHERE f.sample_id = $1 AND f.case_id = $2 RETURNING ${FILE}`,
    [sampleId, caseId, availability, because],
  );
  return fileOf(row!);
}

/** Puts the next of a file's stratum into its place; nothing where none is left. */
export async function replaceFile(
  transaction: Transaction,
  sampleId: string,
  { caseId, stratum }: SampleFile,
): Promise<SampleFile | undefined> {
  const [row] = await transaction.query<FileRow>(
    `UPDATE inspections.sample_file f SET drawn = true, replaces = $2
     WHERE f.sample_id = $1 AND f.case_id = (
       SELECT n.case_id FROM inspections.sample_file n
       WHERE n.sample_id = $1 AND n.stratum = $3 AND NOT n.drawn AND coalesce(n.availability NOT IN ('DESTROYED', 'NOT_FOUND'), true)
       ORDER BY n.place LIMIT 1)
     RETURNING ${FILE}`,
    [sampleId, caseId, stratum],
  );
  return row && fileOf(row);
}
