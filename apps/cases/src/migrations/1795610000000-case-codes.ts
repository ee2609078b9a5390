import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the record types that name offences have them: a column, and as SQL over `t` what it names. */
const NAMING = {
  charge: { column: 'offence', codes: 'SELECT t.offence' },
  recorded_crime: { column: 'principal_offence', codes: 'SELECT t.principal_offence' },
  charging_decision: {
    column: 'considered',
    codes: 'SELECT DISTINCT considered.family FROM jsonb_to_recordset(t.considered) AS considered(family text)',
  },
};

/**
 * Schema cases: case codes. By which offences, and families considered, a case is found, whichever record names them:
 * where few cases have a code it leads to them, where many have it they are asked one by one. Triggers keep it, and
 * write as their owner. Each record has rows of its own, so that writers who meet need not know of each other.
 */
export class CaseCodes1795610000000 implements MigrationInterface {
  name = 'CaseCodes1795610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cases.case_code (code text NOT NULL, case_id uuid NOT NULL, record uuid NOT NULL,
      PRIMARY KEY (code, case_id, record))`);
    for (const [table, { column, codes }] of Object.entries(NAMING)) await this.keep(runner, table, column, codes);
  }

  private async keep(runner: QueryRunner, table: string, column: string, codes: string): Promise<void> {
    const held = (
      rows: string,
    ) => `SELECT named.code, t.case_id, t.id AS record FROM ${rows} t, LATERAL (${codes}) AS named(code)
      WHERE named.code IS NOT NULL AND t.case_id IS NOT NULL AND t.withdrawn_at IS NULL`;
    const differing = (rows: string) => `(SELECT ${rows}.* FROM before JOIN after USING (id)
      WHERE (before.${column}, before.case_id, before.withdrawn_at IS NULL) IS DISTINCT FROM (after.${column}, after.case_id, after.withdrawn_at IS NULL))`;
    const made = (name: string, body: string) =>
      runner.query(`CREATE FUNCTION cases.${table}_${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN
        ${body}; RETURN NULL; END $$`);
    await runner.query(`INSERT INTO cases.case_code ${held(`cases.${table}`)}`);
    await made('codes_came', `INSERT INTO cases.case_code ${held('came')}`);
    await runner.query(`CREATE TRIGGER codes_came AFTER INSERT ON cases.${table}
      REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION cases.${table}_codes_came()`);
    await made(
      'codes_changed',
      `DELETE FROM cases.case_code c USING (${held(differing('before'))}) gone
        WHERE c.code = gone.code AND c.case_id = gone.case_id AND c.record = gone.record;
      INSERT INTO cases.case_code ${held(differing('after'))}`,
    );
    await runner.query(`CREATE TRIGGER codes_changed AFTER UPDATE ON cases.${table}
      REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION cases.${table}_codes_changed()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
