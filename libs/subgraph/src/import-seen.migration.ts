import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where an import named the records that it left unchanged, so that it says one thing about a record; a record that
 * it changed carries that itself. In the database and not in memory, because a bundle has no size limit; unlogged,
 * because an import that a crash cut short begins again.
 */
export function importSeen(schema: string): new () => MigrationInterface {
  return class ImportSeen1700000000000 implements MigrationInterface {
    name = 'ImportSeen1700000000000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`CREATE UNLOGGED TABLE ${schema}.import_seen (
        run uuid NOT NULL, id uuid NOT NULL, place text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (run, id))`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${schema}.import_seen`);
    }
  };
}
