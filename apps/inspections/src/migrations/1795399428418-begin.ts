import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema inspections: begin. */
export class Begin1795399428418 implements MigrationInterface {
  name = 'Begin1795399428418';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "inspections"."inspection" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "title" text NOT NULL, "body" text NOT NULL, "opened_on" date NOT NULL, "themes" jsonb NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_1e895c2ae7b7d9d1ec464950013" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "inspection_opened_on_id_idx" ON "inspections"."inspection"  ("opened_on", "id") `,
    );
    await runner.query(
      `CREATE TABLE "inspections"."file_examination" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "inspection_id" uuid NOT NULL, "case_id" uuid NOT NULL, "examined_on" date NOT NULL, "answers" jsonb NOT NULL, "code_compliant" text, "appropriate_family" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_502f8b0b4e5f21fd699fcd26334" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "file_examination_inspection_id_examined_on_id_idx" ON "inspections"."file_examination"  ("inspection_id", "examined_on", "id") `,
    );
    await runner.query(
      `CREATE INDEX "file_examination_case_id_examined_on_id_idx" ON "inspections"."file_examination"  ("case_id", "examined_on", "id") `,
    );
    await runner.query(
      `CREATE TABLE "inspections"."guidance" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "key" text NOT NULL, "version" text NOT NULL, "title" text NOT NULL, "publisher" text NOT NULL, "in_force_from" date NOT NULL, "in_force_to" date, "date_precision" text NOT NULL DEFAULT 'DAY', "topics" text array NOT NULL DEFAULT '{}', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_ec3d596ea4116e47ff0cea38e1d" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "guidance_key_in_force_from_idx" ON "inspections"."guidance"  ("key", "in_force_from") `,
    );
    await runner.query(
      `CREATE TABLE "inspections"."protocol" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "key" text NOT NULL, "version" text NOT NULL, "title" text NOT NULL, "publisher" text NOT NULL, "in_force_from" date NOT NULL, "in_force_to" date, "checks" jsonb NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_bae34901abddccbddda15ea000c" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "protocol_key_in_force_from_idx" ON "inspections"."protocol"  ("key", "in_force_from") `,
    );
    await runner.query(
      `CREATE TABLE "inspections"."recommendation" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "report" text NOT NULL, "number" text NOT NULL, "text" text NOT NULL, "owner" text NOT NULL, "due_on" date, "history" jsonb NOT NULL, "topics" text array NOT NULL DEFAULT '{}', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_17cb51984a6627ef2ce7370e23c" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "recommendation_report_idx" ON "inspections"."recommendation"  ("report") `);
    await runner.query(`CREATE INDEX "recommendation_owner_idx" ON "inspections"."recommendation"  ("owner") `);
    await runner.query(`CREATE INDEX "recommendation_due_on_idx" ON "inspections"."recommendation"  ("due_on") `);
    await runner.query(
      `CREATE TABLE "inspections"."stalking_lead" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "force" text, "area" text, "organisation" text NOT NULL, "role" text NOT NULL, "contact" text, "from" date NOT NULL, "to" date, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_01f6d7c8a4a9bb94690e4ad46ea" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "stalking_lead_force_idx" ON "inspections"."stalking_lead"  ("force") `);
    await runner.query(`CREATE INDEX "stalking_lead_area_idx" ON "inspections"."stalking_lead"  ("area") `);
    await runner.query(
      `CREATE TABLE "inspections"."standing_force" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "code" text NOT NULL, "name" text NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_da062d7f0662ca43889aab61d4c" PRIMARY KEY ("id"))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
