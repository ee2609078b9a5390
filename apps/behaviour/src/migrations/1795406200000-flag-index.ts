import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists here are short, and looked up for every batch: what an index has put off sorting would be read each time. */
const SORTED = 'WITH (fastupdate = off)';

/**
 * Schema behaviour: the index of flags, which is made from the facts of the other subgraphs and can be made again from
 * them at any time, and what cannot be made again: people's reviews of flags.
 */
export class FlagIndex1795406200000 implements MigrationInterface {
  name = 'FlagIndex1795406200000';

  async up(runner: QueryRunner): Promise<void> {
    await this.flags(runner);
    await this.people(runner);
    await this.work(runner);
    await this.activity(runner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }

  /** A flag that the facts no longer support is closed and stays, for its reviews hang on it. */
  private async flags(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE behaviour.flag (
      id uuid PRIMARY KEY, key text NOT NULL, person uuid NOT NULL, linked_ids uuid[] NOT NULL,
      rule text NOT NULL, rule_version integer NOT NULL, severity smallint NOT NULL, title text NOT NULL,
      victim_ids uuid[] NOT NULL, forces text[] NOT NULL, areas text[] NOT NULL, restricted boolean NOT NULL,
      case_ids uuid[] NOT NULL, needs jsonb NOT NULL, rests_on jsonb NOT NULL, flag jsonb NOT NULL, facts_hash text NOT NULL, content_hash text,
      raised_at timestamptz NOT NULL, changed_at timestamptz NOT NULL, closed_at timestamptz, returned_at timestamptz,
      review_status text NOT NULL DEFAULT 'OPEN' CHECK (review_status IN ('OPEN', 'ACCEPTED', 'DISMISSED', 'REFERRED')),
      review_reason text, reviewed_by text, reviewed_at timestamptz)`);
    await runner.query(
      `CREATE INDEX flag_queue_idx ON behaviour.flag (severity, raised_at, id) WHERE closed_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX flag_review_status_idx ON behaviour.flag (review_status, severity, raised_at, id) WHERE closed_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX flag_rule_idx ON behaviour.flag (rule, severity, raised_at, id) WHERE closed_at IS NULL`,
    );
    await runner.query(`CREATE INDEX flag_person_idx ON behaviour.flag (person) WHERE closed_at IS NULL`);
    for (const list of ['linked_ids', 'forces', 'areas']) {
      await runner.query(
        `CREATE INDEX flag_${list}_idx ON behaviour.flag USING gin (${list}) ${SORTED} WHERE closed_at IS NULL`,
      );
    }
    for (const list of ['linked_ids uuid', 'forces text', 'areas text']) {
      await this.byList(runner, 'flag', 'id', list, 'closed_at IS NULL');
    }
    await runner.query(`CREATE TABLE behaviour.flag_review (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, flag_id uuid NOT NULL REFERENCES behaviour.flag,
      status text NOT NULL, reason text NOT NULL, actor text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
      facts_hash text NOT NULL, request_id text NOT NULL)`);
    await runner.query(`CREATE INDEX flag_review_flag_id_idx ON behaviour.flag_review (flag_id, seq)`);
    await runner.query(`REVOKE DELETE ON behaviour.flag FROM behaviour_app`);
    await runner.query(`REVOKE UPDATE, DELETE ON behaviour.flag_review FROM behaviour_app`);
  }

  /**
   * Row-level security leaves an index on arrays unused, since whether two overlap could tell of rows that are not seen.
   * These functions read it for everybody and give ids alone: of the rows, each caller then sees their own.
   */
  private async byList(runner: QueryRunner, table: string, id: string, list: string, where = 'true'): Promise<void> {
    const [column, type] = list.split(' ') as [string, string];
    await runner.query(`CREATE FUNCTION behaviour.${table}_by_${column}(among ${type}[]) RETURNS SETOF uuid
      LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog AS $$
        SELECT ${id} FROM behaviour.${table} WHERE ${where} AND ${column} && ARRAY(SELECT unnest(among)) $$`);
  }

  /** Whom the index knows, by the smallest id of those who are one person, and who meets which definition. */
  private async people(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE behaviour.person (
      person uuid PRIMARY KEY, linked_ids uuid[] NOT NULL, case_ids uuid[] NOT NULL, guidance text[] NOT NULL,
      facts_hash text NOT NULL, indexed_at timestamptz NOT NULL DEFAULT now(), as_at timestamptz NOT NULL,
      due_at timestamptz)`);
    for (const list of ['linked_ids', 'case_ids', 'guidance']) {
      await runner.query(`CREATE INDEX person_${list}_idx ON behaviour.person USING gin (${list}) ${SORTED}`);
    }
    for (const list of ['linked_ids uuid', 'case_ids uuid', 'guidance text']) {
      await this.byList(runner, 'person', 'person', list);
    }
    await runner.query(`CREATE INDEX person_due_at_idx ON behaviour.person (due_at) WHERE due_at IS NOT NULL`);
    await runner.query(`CREATE TABLE behaviour.meeting (
      definition text NOT NULL, version text NOT NULL, person uuid NOT NULL, linked_ids uuid[] NOT NULL,
      forces text[] NOT NULL, areas text[] NOT NULL, restricted boolean NOT NULL, case_ids uuid[] NOT NULL,
      needs jsonb NOT NULL, figures jsonb NOT NULL,
      PRIMARY KEY (definition, version, person))`);
    await runner.query(`CREATE INDEX meeting_person_idx ON behaviour.meeting (person)`);
  }

  /** What is to be done: whom to look at again, how far each feed is read, and how far a rebuild has come. */
  private async work(runner: QueryRunner): Promise<void> {
    // `stamp` tells a mark from one that was there before: the transaction that set it.
    await runner.query(`CREATE TABLE behaviour.pending (
      suspect uuid PRIMARY KEY, since timestamptz NOT NULL, stamp xid8 NOT NULL DEFAULT pg_current_xact_id(),
      rebuild boolean NOT NULL DEFAULT false, failures integer NOT NULL DEFAULT 0, retry_at timestamptz)
      WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`);
    await runner.query(`CREATE INDEX pending_order_idx ON behaviour.pending (rebuild, since, suspect)`);
    await runner.query(
      `CREATE TABLE behaviour.feed_cursor (subgraph text PRIMARY KEY, cursor text, at timestamptz NOT NULL)`,
    );
    await runner.query(`CREATE TABLE behaviour.rebuild (
      one boolean PRIMARY KEY DEFAULT true CHECK (one), rules text NOT NULL, began_at timestamptz NOT NULL,
      after text, suspects bigint NOT NULL DEFAULT 0, listed_at timestamptz, ended_at timestamptz)`);
    // Only services see what is to be done about whom; how far that has come is no secret.
    await runner.query(`CREATE FUNCTION behaviour.index_state(OUT as_of timestamptz, OUT pending bigint, OUT rebuilding boolean)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
        SELECT least((SELECT min(at) FROM behaviour.feed_cursor), min(since)), count(*),
          EXISTS (SELECT FROM behaviour.rebuild WHERE ended_at IS NULL) FROM behaviour.pending $$`);
  }

  /** What was done to the records of each suspect. A change has one number, whomever it concerns. */
  private async activity(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SEQUENCE behaviour.activity_seq`);
    await runner.query(`GRANT SELECT, USAGE ON SEQUENCE behaviour.activity_seq TO behaviour_app`);
    await runner.query(`CREATE TABLE behaviour.activity (
      suspect uuid NOT NULL, seq bigint NOT NULL, at timestamptz NOT NULL, kind text NOT NULL,
      subgraph text NOT NULL, record_type text NOT NULL, record uuid NOT NULL, version integer NOT NULL,
      PRIMARY KEY (suspect, seq))`);
    // What has happened stays told; only the owner may trim it.
    await runner.query(`REVOKE UPDATE, DELETE ON behaviour.activity FROM behaviour_app`);
  }
}
