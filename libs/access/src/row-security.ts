import type { Scope } from './scope';

/** Setting of a connection that carries the rights of whoever it works for, as JSON of `Rights`. */
export const RIGHTS_SETTING = 'throughline.rights';

/**
 * The schema `row_rules` of a database, in which row-level security finds what it needs: the rights of the connection,
 * and of each case what decides who may see what hangs on it. Idempotent; to be run by a role that may create schemas.
 * A connection that carries no rights matches no row.
 */
export const rowRules: readonly string[] = [
  `CREATE SCHEMA IF NOT EXISTS row_rules`,
  `GRANT USAGE ON SCHEMA row_rules TO PUBLIC`,
  `CREATE OR REPLACE FUNCTION row_rules.rights() RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(nullif(current_setting('${RIGHTS_SETTING}', true), ''), '{}')::jsonb $$`,
  // The grants, as bits, that have a scope; all of them for a service of ours.
  `CREATE OR REPLACE FUNCTION row_rules.having(scope text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT CASE WHEN (row_rules.rights() ->> 'all')::boolean THEN -1 ELSE coalesce((row_rules.rights() -> 'scopes' ->> scope)::integer, 0) END $$`,
  // Whether a scope is open on every row that is not of a restricted case: most rows then need not be looked at.
  `CREATE OR REPLACE FUNCTION row_rules.everywhere(scope text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce((row_rules.having(scope) & coalesce((row_rules.rights() ->> 'every')::integer, 0)) <> 0 OR (row_rules.rights() ->> 'all')::boolean, false) $$`,
  // The grants that a row matches: see \`matching\` in rights.ts, which says the same.
  `CREATE OR REPLACE FUNCTION row_rules.matching(rights jsonb, force text, area text, restricted boolean, case_id uuid, suspects uuid[])
    RETURNS integer LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE mask integer; suspect uuid;
    BEGIN
      IF (rights ->> 'all')::boolean THEN RETURN -1; END IF;
      mask := coalesce((rights -> 'cases' ->> case_id::text)::integer, 0);
      IF restricted THEN RETURN mask; END IF;
      mask := mask | coalesce((rights ->> 'every')::integer, 0) | coalesce((rights -> 'forces' ->> force)::integer, 0)
        | coalesce((rights -> 'areas' ->> area)::integer, 0);
      IF rights -> 'suspects' <> '{}' THEN
        FOREACH suspect IN ARRAY coalesce(suspects, '{}') LOOP
          mask := mask | coalesce((rights -> 'suspects' ->> suspect::text)::integer, 0);
        END LOOP;
      END IF;
      RETURN mask;
    END $$`,
  // The force that supplied a record, for records that name none.
  `CREATE OR REPLACE FUNCTION row_rules.supplier(source text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT substring(source FROM '^police:([0-9]{2})$') $$`,
  `CREATE TABLE IF NOT EXISTS row_rules.case_scope (
    id uuid PRIMARY KEY, force text NOT NULL, area text NOT NULL, restricted boolean NOT NULL, suspect_ids uuid[] NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS case_scope_suspect_ids_idx ON row_rules.case_scope USING gin (suspect_ids)`,
  `ALTER TABLE row_rules.case_scope ENABLE ROW LEVEL SECURITY`,
  `DROP POLICY IF EXISTS reached ON row_rules.case_scope`,
  `CREATE POLICY reached ON row_rules.case_scope FOR SELECT
    USING (row_rules.matching((SELECT row_rules.rights()), force, area, restricted, id, suspect_ids) <> 0)`,
  `GRANT SELECT ON row_rules.case_scope TO PUBLIC`,
];

/** SQL expressions over a row that decide who may see it. `restricted` is never null. */
export interface RowColumns {
  force?: string;
  area?: string;
  restricted?: string;
  caseId?: string;
  /** Of type `uuid[]`. */
  suspectIds?: string;
}

/** SQL of the grants, as bits, that a row matches. */
export function matchingSql({ force, area, restricted, caseId, suspectIds }: RowColumns): string {
  const args = [force ?? 'NULL', area ?? 'NULL', restricted ?? 'false', caseId ?? 'NULL::uuid', suspectIds ?? `'{}'`];
  return `row_rules.matching((SELECT row_rules.rights()), ${args.join(', ')})`;
}

/** SQL that is true where a grant that has the scope matches the row. */
export function reachedSql(scope: Scope, row: RowColumns): string {
  const matched = `${matchingSql(row)} & (SELECT row_rules.having('${scope}')) <> 0`;
  return `CASE WHEN (SELECT row_rules.everywhere('${scope}')) AND NOT ${row.restricted ?? 'false'} THEN true ELSE ${matched} END`;
}
