import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells the rules of rows of every case, in the transaction that writes it. */
export class CaseRules1795600000000 implements MigrationInterface {
  name = 'CaseRules1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TRIGGER row_rules_came AFTER INSERT ON cases."case"
      FOR EACH ROW EXECUTE FUNCTION row_rules.note_case()`);
    await runner.query(`CREATE TRIGGER row_rules_changed AFTER UPDATE ON cases."case" FOR EACH ROW
      WHEN ((OLD.force, OLD.area, OLD.restricted, OLD.suspect_ids, OLD.victim_ids)
        IS DISTINCT FROM (NEW.force, NEW.area, NEW.restricted, NEW.suspect_ids, NEW.victim_ids))
      EXECUTE FUNCTION row_rules.note_case()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
