import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema risk_assessments: begin. */
export class Begin1795399426238 implements MigrationInterface {
  name = 'Begin1795399426238';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "risk_assessments"."risk_assessment" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "suspect_id" uuid NOT NULL, "victim_id" uuid NOT NULL, "case_id" uuid, "instrument" text NOT NULL, "instrument_version" text NOT NULL, "assessed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "time_known" boolean NOT NULL, "trigger" text NOT NULL, "answers" jsonb NOT NULL DEFAULT '[]', "grade" text NOT NULL, "computed_grade" text, "override_reason" text, "assessor_role" text, "responds_to" jsonb NOT NULL DEFAULT '[]', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_864a35a16fcb683df546ac6134e" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "risk_assessment_suspect_id_assessed_at_id_idx" ON "risk_assessments"."risk_assessment"  ("suspect_id", "assessed_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "risk_assessment_victim_id_assessed_at_id_idx" ON "risk_assessments"."risk_assessment"  ("victim_id", "assessed_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "risk_assessment_case_id_assessed_at_id_idx" ON "risk_assessments"."risk_assessment"  ("case_id", "assessed_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "risk_assessment_assessed_at_id_idx" ON "risk_assessments"."risk_assessment"  ("assessed_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "risk_assessment_grade_suspect_id_assessed_at_id_idx" ON "risk_assessments"."risk_assessment"  ("grade", "suspect_id", "assessed_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "risk_assessment_instrument_instrument_version_idx" ON "risk_assessments"."risk_assessment"  ("instrument", "instrument_version") `,
    );
    await runner.query(
      `CREATE TABLE "risk_assessments"."risk_instrument" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "key" text NOT NULL, "version" text NOT NULL, "title" text NOT NULL, "rights_holder" text, "licence" text, "items" jsonb NOT NULL, "answers" text array NOT NULL, "grades" text array NOT NULL, "grading" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_4e07bfb87e15be3b5a258d79686" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "risk_instrument_key_version_idx" ON "risk_assessments"."risk_instrument"  ("key", "version") `,
    );
    await runner.query(
      `CREATE TABLE "risk_assessments"."referral" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "forum" text NOT NULL, "suspect_id" uuid, "victim_id" uuid, "case_id" uuid, "referred_on" date NOT NULL, "reason" text, "heard_on" date, "outcome" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a2d3e935a6591168066defec5ad" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "referral_suspect_id_idx" ON "risk_assessments"."referral"  ("suspect_id") `);
    await runner.query(`CREATE INDEX "referral_victim_id_idx" ON "risk_assessments"."referral"  ("victim_id") `);
    await runner.query(`CREATE INDEX "referral_case_id_idx" ON "risk_assessments"."referral"  ("case_id") `);
    await runner.query(
      `CREATE INDEX "referral_referred_on_id_idx" ON "risk_assessments"."referral"  ("referred_on", "id") `,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
