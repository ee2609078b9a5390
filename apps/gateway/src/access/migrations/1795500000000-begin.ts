import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys and what they may do, and the log of what was done with them. */
export class Begin1795500000000 implements MigrationInterface {
  name = 'Begin1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE access.key (
      id text PRIMARY KEY CHECK (id ~ '^[0-9A-Za-z]{12}$'),
      environment text NOT NULL CHECK (environment IN ('live', 'test')),
      agency text NOT NULL, name text NOT NULL,
      grants jsonb NOT NULL, purposes text[] NOT NULL, ip_allow_list text[], operations text[],
      on_withheld text NOT NULL, limits jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(), created_by text NOT NULL, request_id text,
      expires_at timestamptz NOT NULL CHECK (expires_at <= created_at + interval '366 days'),
      revoked_at timestamptz, revoked_by text, revoked_because text, last_used_at timestamptz,
      UNIQUE (created_by, request_id))`);
    await runner.query(`CREATE TABLE access.secret (
      hash bytea PRIMARY KEY, key text NOT NULL REFERENCES access.key, request_id text,
      created_at timestamptz NOT NULL DEFAULT now(), usable_until timestamptz)`);
    await runner.query(`CREATE INDEX secret_key_idx ON access.secret (key)`);
    await this.createAudit(runner);
  }

  private async createAudit(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE access.audit (
      sequence bigint PRIMARY KEY, at timestamptz NOT NULL, principal text NOT NULL, agency text NOT NULL,
      kind text NOT NULL, outcome text NOT NULL, records text[] NOT NULL, entry jsonb NOT NULL, hash text NOT NULL)`);
    await runner.query(`CREATE INDEX audit_records_idx ON access.audit USING gin (records)`);
    for (const column of ['at', 'principal', 'agency']) {
      await runner.query(`CREATE INDEX audit_${column}_idx ON access.audit (${column}, sequence)`);
    }
    // What was done stays written: the role that serves requests can add to it and nothing else, and its owner
    // has to take this trigger away first, which shows.
    await runner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON access.audit FROM access_app`);
    await runner.query(`CREATE FUNCTION access.audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$`);
    await runner.query(`CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit
      FOR EACH STATEMENT EXECUTE FUNCTION access.audit_is_kept()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE access.audit, access.secret, access.key`);
    await runner.query(`DROP FUNCTION access.audit_is_kept()`);
  }
}
