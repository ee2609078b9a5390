import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schema inspections: samples with the files drawn and those in reserve, who examined what, conflicts of interest, and
 * which examinations settle others.
 */
export class Samples1795620000000 implements MigrationInterface {
  name = 'Samples1795620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE inspections.sample (
      id uuid PRIMARY KEY, inspection_id uuid NOT NULL, frame jsonb NOT NULL, stratify_by text, allocation text NOT NULL,
      given jsonb NOT NULL, size integer NOT NULL, frame_size integer NOT NULL, seed text NOT NULL, algorithm text NOT NULL,
      drawn_at timestamptz NOT NULL DEFAULT now(), drawn_by text NOT NULL)`);
    await runner.query(`CREATE INDEX sample_inspection_id_idx ON inspections.sample (inspection_id, drawn_at)`);
    await runner.query(`CREATE TABLE inspections.sample_stratum (
      sample_id uuid NOT NULL REFERENCES inspections.sample, key text NOT NULL, frame integer NOT NULL, drawn integer NOT NULL,
      reserve integer NOT NULL, digest text NOT NULL, PRIMARY KEY (sample_id, key))`);
    await runner.query(`CREATE TABLE inspections.sample_file (
      sample_id uuid NOT NULL REFERENCES inspections.sample, inspection_id uuid NOT NULL, case_id uuid NOT NULL, stratum text NOT NULL,
      place integer NOT NULL, drawn boolean NOT NULL, availability text, replaces uuid, replaced_because text,
      PRIMARY KEY (sample_id, case_id))`);
    await runner.query(
      `CREATE INDEX sample_file_inspection_id_idx ON inspections.sample_file (inspection_id, case_id) WHERE drawn`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX sample_file_place_idx ON inspections.sample_file (sample_id, stratum, place)`,
    );
    await runner.query(`CREATE TABLE inspections.conflict_of_interest (
      inspection_id uuid NOT NULL, case_id uuid NOT NULL, examiner text NOT NULL, reason text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(), recorded_by text NOT NULL, PRIMARY KEY (inspection_id, case_id, examiner))`);
    // What was drawn stays drawn: only what became of a file is written later.
    await runner.query(`REVOKE DELETE ON inspections.sample, inspections.sample_stratum, inspections.sample_file,
      inspections.conflict_of_interest FROM inspections_app`);
    await runner.query(`ALTER TABLE "inspections"."file_examination" ADD "examiner" text`);
    await runner.query(`ALTER TABLE "inspections"."file_examination" ADD "moderates" boolean NOT NULL DEFAULT false`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
