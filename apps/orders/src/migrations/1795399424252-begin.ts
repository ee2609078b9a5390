import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema orders: begin. */
export class Begin1795399424252 implements MigrationInterface {
  name = 'Begin1795399424252';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "orders"."order" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "suspect_id" uuid NOT NULL, "case_id" uuid, "force" text, "kind" text NOT NULL, "protected_person_ids" uuid array NOT NULL, "court" text, "applied_on" date, "made_on" date, "served_on" date, "effective_from" date, "effective_to" date, "until_further_order" boolean NOT NULL DEFAULT false, "state" text NOT NULL, "conditions" jsonb NOT NULL DEFAULT '[]', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_1031171c13130102495201e3e20" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "order_suspect_id_idx" ON "orders"."order"  ("suspect_id") `);
    await runner.query(`CREATE INDEX "order_case_id_idx" ON "orders"."order"  ("case_id") `);
    await runner.query(
      `CREATE INDEX "order_protected_person_ids_idx" ON "orders"."order" USING gin ("protected_person_ids") `,
    );
    // As for the people of a case: row-level security leaves this index unused.
    await runner.query(
      `CREATE FUNCTION orders.order_by_protected_person_ids(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER
        BEGIN ATOMIC SELECT id FROM orders."order" WHERE protected_person_ids && ARRAY(SELECT unnest(ids)); END`,
    );
    await runner.query(`CREATE INDEX "order_made_on_id_idx" ON "orders"."order"  ("made_on", "id") `);
    await runner.query(`CREATE INDEX "order_effective_to_id_idx" ON "orders"."order"  ("effective_to", "id") `);
    await runner.query(
      `CREATE TABLE "orders"."breach" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "order_id" uuid NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "time_known" boolean NOT NULL, "incident_id" uuid, "conditions" text array NOT NULL DEFAULT '{}', "reported_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reported_time_known" boolean NOT NULL, "state" text NOT NULL, "reason" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_66404ca014286013f1de82772ed" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "breach_order_id_idx" ON "orders"."breach"  ("order_id") `);
    await runner.query(`CREATE INDEX "breach_reported_at_id_idx" ON "orders"."breach"  ("reported_at", "id") `);
    await runner.query(`CREATE INDEX "breach_occurred_at_id_idx" ON "orders"."breach"  ("occurred_at", "id") `);
    await runner.query(`CREATE INDEX "breach_incident_id_idx" ON "orders"."breach"  ("incident_id") `);
    await runner.query(
      `CREATE TABLE "orders"."order_event" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "order_id" uuid NOT NULL, "on" date NOT NULL, "kind" text NOT NULL, "result_code" text, "note" text, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_394b0d7613180ebee9028e9aaa1" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "order_event_order_id_idx" ON "orders"."order_event"  ("order_id") `);
    await runner.query(
      `CREATE TABLE "orders"."standing_result_code" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "code" text NOT NULL, "title" text NOT NULL, "kind" text, "recordable_on_pnc" boolean, "qualifiers" text array NOT NULL DEFAULT '{}', "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_fd6ac375af42eea83f6c8f7ad7b" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "orders"."standing_force" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "code" text NOT NULL, "name" text NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_da062d7f0662ca43889aab61d4c" PRIMARY KEY ("id"))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
