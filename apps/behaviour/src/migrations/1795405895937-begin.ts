import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema behaviour: begin. */
export class Begin1795405895937 implements MigrationInterface {
  name = 'Begin1795405895937';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "behaviour"."definition" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "key" text NOT NULL, "version" text NOT NULL, "title" text NOT NULL, "publisher" text NOT NULL, "in_force_from" date NOT NULL, "in_force_to" date, "combine" text NOT NULL, "criteria" jsonb NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_5eb37954eebae17387f4ebabb5c" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "definition_key_in_force_from_idx" ON "behaviour"."definition"  ("key", "in_force_from") `,
    );
    await runner.query(
      `CREATE TABLE "behaviour"."standing_force" ("id" uuid NOT NULL, "source" text NOT NULL, "ref" text NOT NULL, "code" text NOT NULL, "name" text NOT NULL, "content_hash" uuid, "record_version" integer NOT NULL DEFAULT '1', "import_run" uuid, "import_place" text, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_da062d7f0662ca43889aab61d4c" PRIMARY KEY ("id"))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
