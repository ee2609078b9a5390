import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was done to records, and the requests that did it. One row a change serves both as the record's history and as
 * the feed that others follow: it is written in the transaction that makes the change, so neither can miss one.
 * `tx` orders the feed: a reader takes only changes of transactions older than any still running (see `readFeed`).
 * A transaction can have its number before it comes to a record, and change it after a later one has: the change then
 * counts as one of the later, so that those of one record stand in their order. That later one has ended, and so has
 * ours once a reader comes to it.
 */
export function changeTables(schema: string): new () => MigrationInterface {
  return class Changes1700000001000 implements MigrationInterface {
    name = 'Changes1700000001000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`CREATE TABLE ${schema}.change (
        seq bigint GENERATED ALWAYS AS IDENTITY,
        tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
        type text NOT NULL, record uuid NOT NULL, version integer NOT NULL,
        at timestamptz NOT NULL DEFAULT now(), actor text NOT NULL, action text NOT NULL,
        reason text, changes jsonb, request text, PRIMARY KEY (tx, seq))`);
      await runner.query(`CREATE INDEX change_record_idx ON ${schema}.change (record, seq)`);
      // As its owner: it is about every change of the record, whoever may see them, and policies would cost it dear.
      await runner.query(`CREATE FUNCTION ${schema}.change_in_order() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
        NEW.tx := greatest(NEW.tx, (SELECT c.tx FROM ${schema}.change c WHERE c.record = NEW.record ORDER BY c.seq DESC LIMIT 1));
        RETURN NEW;
      END $$`);
      await runner.query(`CREATE TRIGGER change_in_order BEFORE INSERT ON ${schema}.change
        FOR EACH ROW WHEN (NEW.version > 1) EXECUTE FUNCTION ${schema}.change_in_order()`);
      // What was done stays written: the role that serves requests can add to it and nothing else.
      await runner.query(`REVOKE UPDATE, DELETE ON ${schema}.change FROM ${schema}_app`);
      await runner.query(`CREATE TABLE ${schema}.request (
        actor text NOT NULL, id text NOT NULL, operation text NOT NULL, input_hash text NOT NULL,
        result jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (actor, id))`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${schema}.change, ${schema}.request`);
      await runner.query(`DROP FUNCTION ${schema}.change_in_order()`);
    }
  };
}
