import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema cases: begin. */
export class Begin1795399421986 implements MigrationInterface {
  name = 'Begin1795399421986';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "cases"."suspect" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "names" jsonb NOT NULL, "date_of_birth" date, "sex" text, "pnc_id" text, "identifiers" jsonb NOT NULL DEFAULT '[]', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_16005690ebcabb6ec78c1646b96" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "suspect_date_of_birth_idx" ON "cases"."suspect"  ("date_of_birth") `);
    await runner.query(`CREATE INDEX "suspect_pnc_id_idx" ON "cases"."suspect"  ("pnc_id") `);
    await runner.query(`CREATE INDEX "suspect_identifiers_idx" ON "cases"."suspect" USING gin ("identifiers") `);
    await runner.query(
      `CREATE TABLE "cases"."victim" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "names" jsonb NOT NULL, "date_of_birth" date, "sex" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_cbd7710a474d5b794f5711232da" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "cases"."case" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "urn" text NOT NULL, "crime_references" text array NOT NULL DEFAULT '{}', "force" text NOT NULL, "area" text NOT NULL, "opened_on" date NOT NULL, "stage" text NOT NULL, "suspect_ids" uuid array NOT NULL, "victim_ids" uuid array NOT NULL, "relationship" text NOT NULL, "domestic" boolean NOT NULL, "flags" text array NOT NULL DEFAULT '{}', "classification" text NOT NULL DEFAULT 'OFFICIAL_SENSITIVE', "restricted" boolean NOT NULL DEFAULT false, "file_availability" text, "victim_personal_statement_on" date, "police_information_notice_on" date, "reported_on" date, "referred_on" date, "closed_on" date, "closed_reason" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a1b20a2aef6fc438389d2c4aca0" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "case_urn_idx" ON "cases"."case"  ("urn") `);
    await runner.query(`CREATE INDEX "case_opened_on_id_idx" ON "cases"."case"  ("opened_on", "id") `);
    await runner.query(`CREATE INDEX "case_force_opened_on_id_idx" ON "cases"."case"  ("force", "opened_on", "id") `);
    await runner.query(`CREATE INDEX "case_area_opened_on_id_idx" ON "cases"."case"  ("area", "opened_on", "id") `);
    // Each look into such an index reads all that is still unsorted there: of that there is little, even after an import.
    await runner.query(
      `CREATE INDEX "case_suspect_ids_idx" ON "cases"."case" USING gin ("suspect_ids") WITH (gin_pending_list_limit = 512)`,
    );
    await runner.query(
      `CREATE INDEX "case_victim_ids_idx" ON "cases"."case" USING gin ("victim_ids") WITH (gin_pending_list_limit = 512)`,
    );
    // Row-level security leaves an index on arrays unused, since whether two overlap could tell of rows that are not seen.
    // These read it for everybody and give ids alone: of the records, each caller then sees their own.
    for (const people of ['suspect_ids', 'victim_ids']) {
      await runner.query(
        `CREATE FUNCTION cases.case_by_${people}(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER
          BEGIN ATOMIC SELECT id FROM cases."case" WHERE ${people} && ARRAY(SELECT unnest(ids)); END`,
      );
    }
    await runner.query(
      `CREATE TABLE "cases"."incident" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "case_id" uuid NOT NULL, "suspect_id" uuid NOT NULL, "victim_id" uuid NOT NULL, "occurred_from" TIMESTAMP WITH TIME ZONE NOT NULL, "time_known" boolean NOT NULL, "occurred_to" TIMESTAMP WITH TIME ZONE, "occurred_to_time_known" boolean, "reported_at" TIMESTAMP WITH TIME ZONE, "reported_time_known" boolean, "behaviours" text array NOT NULL, "channel" text, "cyber" boolean NOT NULL DEFAULT false, "narrative" text, "basis" text NOT NULL, "evidence" text NOT NULL, "fear_of_violence" boolean NOT NULL DEFAULT false, "serious_alarm_or_distress" boolean NOT NULL DEFAULT false, "day_to_day_effects" text array NOT NULL DEFAULT '{}', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_5f90b28b0b8238d89ee8edcf96e" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "incident_case_id_occurred_from_id_idx" ON "cases"."incident"  ("case_id", "occurred_from", "id") `,
    );
    await runner.query(`CREATE INDEX "incident_suspect_id_idx" ON "cases"."incident"  ("suspect_id") `);
    await runner.query(`CREATE INDEX "incident_victim_id_idx" ON "cases"."incident"  ("victim_id") `);
    await runner.query(
      `CREATE TABLE "cases"."charge" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "case_id" uuid NOT NULL, "suspect_id" uuid NOT NULL, "victim_id" uuid, "offence" text NOT NULL, "charged_on" date NOT NULL, "incident_ids" uuid array NOT NULL DEFAULT '{}', "breach_ids" uuid array NOT NULL DEFAULT '{}', "plea" text, "verdict" text, "disposed_on" date, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_ac0381acde3bdffe41ad57cd942" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "charge_case_id_idx" ON "cases"."charge"  ("case_id") `);
    await runner.query(`CREATE INDEX "charge_suspect_id_idx" ON "cases"."charge"  ("suspect_id") `);
    await runner.query(
      `CREATE TABLE "cases"."charging_decision" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "case_id" uuid NOT NULL, "suspect_id" uuid NOT NULL, "decided_on" date NOT NULL, "kind" text NOT NULL, "test" text, "evidential_stage_met" boolean, "public_interest_stage_met" boolean, "outcome" text NOT NULL, "considered" jsonb NOT NULL DEFAULT '[]', "guidance_cited" jsonb NOT NULL DEFAULT '[]', "rationale" text, "order_considered" text NOT NULL DEFAULT 'NOT_RECORDED', "decided_by" text NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_71ccca7276ad081f6ee744d86d0" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "charging_decision_case_id_decided_on_idx" ON "cases"."charging_decision"  ("case_id", "decided_on") `,
    );
    await runner.query(
      `CREATE INDEX "charging_decision_suspect_id_idx" ON "cases"."charging_decision"  ("suspect_id") `,
    );
    await runner.query(
      `CREATE INDEX "charging_decision_decided_on_id_idx" ON "cases"."charging_decision"  ("decided_on", "id") `,
    );
    await runner.query(
      `CREATE TABLE "cases"."action_plan" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "case_id" uuid NOT NULL, "issued_on" date NOT NULL, "due_on" date NOT NULL, "items" jsonb NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_73de59f4ddad48bad469c1afdbd" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "action_plan_case_id_idx" ON "cases"."action_plan"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "cases"."early_advice" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "case_id" uuid NOT NULL, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL, "requested_time_known" boolean NOT NULL, "requested_by" text NOT NULL, "responded_at" TIMESTAMP WITH TIME ZONE, "responded_time_known" boolean, "topics" text array NOT NULL DEFAULT '{}', "advice" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_2eeb793cbb4f15c97a66446006a" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "early_advice_case_id_idx" ON "cases"."early_advice"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "cases"."file_quality_check" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "case_id" uuid NOT NULL, "checked_on" date NOT NULL, "standard" text NOT NULL, "compliant" boolean NOT NULL, "gaps" text array NOT NULL DEFAULT '{}', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_81d680a626309a5238aa7fb120a" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "file_quality_check_case_id_idx" ON "cases"."file_quality_check"  ("case_id") `);
    await runner.query(
      `CREATE TABLE "cases"."recorded_crime" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "reference" text NOT NULL, "force" text NOT NULL, "recorded_on" date NOT NULL, "principal_offence" text, "crime_type" text, "included_classifications" text array NOT NULL DEFAULT '{}', "case_id" uuid, "outcome_code" text, "outcome" text, "outcome_on" date, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a872c5f53c4dfbfc7b24f8f489e" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "recorded_crime_case_id_idx" ON "cases"."recorded_crime"  ("case_id") `);
    await runner.query(
      `CREATE INDEX "recorded_crime_recorded_on_id_idx" ON "cases"."recorded_crime"  ("recorded_on", "id") `,
    );
    await runner.query(
      `CREATE TABLE "cases"."identity_link" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "a_id" uuid NOT NULL, "b_id" uuid NOT NULL, "decision" text NOT NULL, "decided_by" text NOT NULL, "reason" text NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a452f26a31dc6f61d13a5f4cbaa" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "identity_link_a_id_idx" ON "cases"."identity_link"  ("a_id") `);
    await runner.query(`CREATE INDEX "identity_link_b_id_idx" ON "cases"."identity_link"  ("b_id") `);
    await runner.query(
      `CREATE TABLE "cases"."standing_offence" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "cjs_code" text NOT NULL, "title" text, "category" text, "recordable_on_pnc" boolean, "maximum" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_84b4cea9e5ce2fd39726366eed0" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "cases"."standing_home_office_code" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "code" text NOT NULL, "category" text, "sub_category" text, "parent_group" text, "title" text, "category_title" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_450d6978e8a3120805b4f535ca8" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "cases"."standing_code" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "table" text NOT NULL, "code" text, "spi_code" text, "pnc_code" text, "title" text NOT NULL, "qualifiers" text array NOT NULL DEFAULT '{}', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_85f639c2474110f9ccd4695ad7c" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "cases"."standing_force" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "code" text NOT NULL, "name" text NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_da062d7f0662ca43889aab61d4c" PRIMARY KEY ("id"))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
