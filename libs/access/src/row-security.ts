import type { Classification, Scope } from './scope';

/** Setting of a connection that carries the rights of whoever it works for, as JSON of `Rights`. */
export const RIGHTS_SETTING = 'throughline.rights';

/** Raised whenever the statements below change: a database that has them as they are is left alone. */
export const ROW_RULES_VERSION = 'row rules 3';

/**
 * The schema `row_rules` of a database, in which row-level security finds what it needs: the rights of the connection,
 * and of each case what decides who may see what hangs on it. To be run by a role that may create schemas. A connection
 * that carries no rights matches no row.
 */
export const rowRules: readonly string[] = [
  `CREATE SCHEMA IF NOT EXISTS row_rules`,
  `GRANT USAGE ON SCHEMA row_rules TO PUBLIC`,
  `CREATE OR REPLACE FUNCTION row_rules.rights() RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce(nullif(current_setting('${RIGHTS_SETTING}', true), ''), '{}')::jsonb $$`,
  `CREATE OR REPLACE FUNCTION row_rules.is_service() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT coalesce((row_rules.rights() ->> 'all')::boolean, false) $$`,
  // The grants, as bits, that have a scope; all of them for a service of ours.
  `CREATE OR REPLACE FUNCTION row_rules.having(scope text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT CASE WHEN row_rules.is_service() THEN -1 ELSE coalesce((row_rules.rights() -> 'scopes' ->> scope)::integer, 0) END $$`,
  // Whether anybody asks at all: what says nothing about anyone is open to all who do.
  `CREATE OR REPLACE FUNCTION row_rules.somebody() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT row_rules.is_service() OR coalesce(row_rules.rights() -> 'scopes', '{}') <> '{}' $$`,
  // Whether a scope is open on every row that is not of a restricted case: most rows then need not be looked at.
  `CREATE OR REPLACE FUNCTION row_rules.everywhere(scope text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT row_rules.is_service() OR (row_rules.having(scope) & coalesce((row_rules.rights() ->> 'every')::integer, 0)) <> 0 $$`,
  // Whether every grant by which a row is read also opens what another scope opens of it: its fields need not be looked at then.
  `CREATE OR REPLACE FUNCTION row_rules.alike(reading text, scope text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT row_rules.having(reading) & ~row_rules.having(scope) = 0 $$`,
  // The grants that a row matches: see `matching` in rights.ts, which says the same. Whoever reads everything never calls
  // it: at the default cost of a function PostgreSQL would go a long way round to spare calls that are not made.
  `CREATE OR REPLACE FUNCTION row_rules.matching(rights jsonb, force text, area text, restricted boolean, case_id uuid, suspects uuid[])
    RETURNS integer LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10 AS $$
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
    id uuid PRIMARY KEY, force text NOT NULL, area text NOT NULL, restricted boolean NOT NULL,
    suspect_ids uuid[] NOT NULL, victim_ids uuid[] NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS case_scope_suspect_ids_idx ON row_rules.case_scope USING gin (suspect_ids)`,
  `CREATE INDEX IF NOT EXISTS case_scope_victim_ids_idx ON row_rules.case_scope USING gin (victim_ids)`,
  `CREATE INDEX IF NOT EXISTS case_scope_restricted_idx ON row_rules.case_scope (id) WHERE restricted`,
  `CREATE INDEX IF NOT EXISTS case_scope_restricted_suspect_ids_idx ON row_rules.case_scope USING gin (suspect_ids) WHERE restricted`,
  `CREATE INDEX IF NOT EXISTS case_scope_restricted_victim_ids_idx ON row_rules.case_scope USING gin (victim_ids) WHERE restricted`,
  `REVOKE ALL ON row_rules.case_scope FROM PUBLIC`,
  // Kept by whoever owns the cases, in the transaction that changes one: nothing is ever seen by an older rule.
  `CREATE OR REPLACE FUNCTION row_rules.note_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
    BEGIN
      INSERT INTO row_rules.case_scope AS held (id, force, area, restricted, suspect_ids, victim_ids)
        VALUES (NEW.id, NEW.force, NEW.area, NEW.restricted, NEW.suspect_ids, NEW.victim_ids)
        ON CONFLICT (id) DO UPDATE SET force = excluded.force, area = excluded.area, restricted = excluded.restricted,
          suspect_ids = excluded.suspect_ids, victim_ids = excluded.victim_ids;
      RETURN NULL;
    END $$`,
  `REVOKE ALL ON FUNCTION row_rules.note_case() FROM PUBLIC`,
  // The cases that only their names open: their ids and nothing else of them. A view and not a function, so that a
  // statement over many rows looks at them once and not for each row; see `sealedSql`.
  `CREATE OR REPLACE VIEW row_rules.sealed_case AS SELECT s.id FROM row_rules.case_scope s WHERE s.restricted`,
  `GRANT SELECT ON row_rules.sealed_case TO PUBLIC`,
  // Whether somebody is in such a case. Asked as whoever owns the rules: nobody sees the others' cases.
  `CREATE OR REPLACE FUNCTION row_rules.is_sealed_person(person uuid, is_suspect boolean) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog AS
    $$ SELECT CASE WHEN is_suspect THEN EXISTS (SELECT FROM row_rules.case_scope s WHERE s.restricted AND s.suspect_ids @> ARRAY[person])
      ELSE EXISTS (SELECT FROM row_rules.case_scope s WHERE s.restricted AND s.victim_ids @> ARRAY[person]) END $$`,
  // The grants that a row in a case matches: by what it says itself and by what its case says. A case that has not
  // arrived says nothing; a row in a restricted case is reached by the name of the case alone.
  `CREATE OR REPLACE FUNCTION row_rules.matching_in_case(rights jsonb, own_force text, of_case uuid, suspects uuid[])
    RETURNS integer LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER COST 10 SET search_path = pg_catalog AS $$
    DECLARE held row_rules.case_scope;
    BEGIN
      IF (rights ->> 'all')::boolean THEN RETURN -1; END IF;
      SELECT * INTO held FROM row_rules.case_scope s WHERE s.id = of_case;
      IF held.restricted THEN RETURN row_rules.matching(rights, NULL, NULL, true, of_case, NULL); END IF;
      RETURN row_rules.matching(rights, own_force, NULL, false, of_case, suspects)
        | row_rules.matching(rights, held.force, held.area, false, of_case, held.suspect_ids);
    END $$`,
  // The grants that a person matches: those of their cases; of the force that supplied them where there is no case.
  // Somebody who is in restricted cases only is reached by the names of those.
  `CREATE OR REPLACE FUNCTION row_rules.matching_person(rights jsonb, person uuid, is_suspect boolean, supplier text)
    RETURNS integer LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog AS $$
    DECLARE held row_rules.case_scope; mask integer := 0; known boolean := false; own uuid[];
    BEGIN
      IF (rights ->> 'all')::boolean THEN RETURN -1; END IF;
      own := CASE WHEN is_suspect THEN ARRAY[person] END;
      FOR held IN SELECT * FROM row_rules.case_scope s WHERE is_suspect AND s.suspect_ids @> ARRAY[person]
        UNION ALL SELECT * FROM row_rules.case_scope s WHERE NOT is_suspect AND s.victim_ids @> ARRAY[person] LOOP
        known := true;
        mask := mask | row_rules.matching(rights, held.force, held.area, held.restricted, held.id, own);
      END LOOP;
      IF known THEN RETURN mask; END IF;
      RETURN row_rules.matching(rights, supplier, NULL, false, NULL, own);
    END $$`,
  // Whether every case of a person is within reach of grants: what is said of somebody without saying by which case.
  `CREATE OR REPLACE FUNCTION row_rules.reaches_whole(rights jsonb, person uuid, scoped integer)
    RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog AS $$
    DECLARE held row_rules.case_scope; known boolean := false;
    BEGIN
      IF (rights ->> 'all')::boolean THEN RETURN true; END IF;
      FOR held IN SELECT * FROM row_rules.case_scope s WHERE s.suspect_ids @> ARRAY[person] LOOP
        known := true;
        IF row_rules.matching(rights, held.force, held.area, held.restricted, held.id, ARRAY[person]) & scoped = 0 THEN RETURN false; END IF;
      END LOOP;
      RETURN known OR row_rules.matching(rights, NULL, NULL, false, NULL, ARRAY[person]) & scoped <> 0;
    END $$`,
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

const RIGHTS = '(SELECT row_rules.rights())';

/** SQL of the grants, as bits, that a row matches by what it says itself. */
export function matchingSql({ force, area, restricted, caseId, suspectIds }: RowColumns): string {
  const args = [force ?? 'NULL', area ?? 'NULL', restricted ?? 'false', caseId ?? 'NULL::uuid', suspectIds ?? `'{}'`];
  return `row_rules.matching(${RIGHTS}, ${args.join(', ')})`;
}

/** SQL of the grants, as bits, that a row matches by itself and by its case, where it has one. */
export function matchingInCaseSql({ force, caseId, suspectIds }: Omit<RowColumns, 'area' | 'restricted'>): string {
  return `row_rules.matching_in_case(${RIGHTS}, ${force ?? 'NULL'}, ${caseId ?? 'NULL::uuid'}, ${suspectIds ?? `'{}'`})`;
}

/** SQL of the grants, as bits, that a person matches. */
export function matchingPersonSql(kind: 'suspect' | 'victim', id: string, source: string): string {
  return `row_rules.matching_person(${RIGHTS}, ${id}, ${String(kind === 'suspect')}, row_rules.supplier(${source}))`;
}

/** SQL that is true where only its name opens a case. PostgreSQL hashes these cases where many rows are asked about. */
export function sealedSql(caseId: string): string {
  return `EXISTS (SELECT FROM row_rules.sealed_case sealed WHERE sealed.id = ${caseId})`;
}

/**
 * SQL that is true where a grant that has the scope is among those that a row matches. `sealed` is SQL that is true of
 * rows in restricted cases, where there can be such: of all others, who has the scope on every row sees them unlooked at.
 */
export function reachedSql(scope: Scope, matching: string, sealed = 'false'): string {
  const matched = `${matching} & (SELECT row_rules.having('${scope}')) <> 0`;
  return `CASE WHEN (SELECT row_rules.everywhere('${scope}')) AND NOT ${sealed} THEN true ELSE ${matched} END`;
}

/**
 * SQL of a column of a row that is read by one scope, where the column needs another: null unless one grant that the row
 * matches has it. Whose grants all have it never has a row looked at.
 */
export function maskedSql(column: string, reading: Classification, scope: Scope, matching: string): string {
  const isAlike = reading === 'open' ? `row_rules.everywhere('${scope}')` : `row_rules.alike('${reading}', '${scope}')`;
  return `CASE WHEN (SELECT ${isAlike}) THEN ${column} WHEN ${matching} & row_rules.having('${scope}') <> 0 THEN ${column} END`;
}
