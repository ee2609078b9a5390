import {
  type RowColumns,
  type Scope,
  matchingInCaseSql,
  matchingPersonSql,
  matchingSql,
  reachedSql,
  sealedSql,
} from '@throughline/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Class, type ModelOf, isRecord, modelOf } from './model';

/**
 * What decides who may see a row of a table:
 * - `case`: the case that the row is;
 * - `inCase`: its own force, the suspects it is about and its case, each where it has one (the default);
 * - `person`: the cases that somebody is in;
 * - `of`: the rows of another table of the service that its columns name, every one of them;
 * - `register`: nothing of the row: whoever has the scope on any row sees all of them.
 */
export type RowRuleOf =
  'case' | 'inCase' | 'register' | { person: 'suspect' | 'victim' } | { of: () => Class; by: readonly string[] };

interface Rule {
  /** SQL of the grants, as bits, that the row matches; of several, each must be opened. */
  matching: string[];
  /** SQL that is true where only the name of a case opens the row. */
  sealed?: string;
}

type RecordModel = ModelOf & { record: string; table: string; schema: string };

/** SQL over `alias` of the grants, as bits, that a row of a model matches: the fields that it may show. */
export function matchingOf(type: Class, alias: string): string {
  return `(${ruleOf(recordOf(type), alias).matching.join(' & ')})`;
}

/** SQL over `alias` that is true where what a scope opens of the row may be read: to search by it is to read it. */
export function mayRead(type: Class, alias: string, scope: Scope | 'open'): string {
  if (scope === 'open') return '(SELECT row_rules.somebody())';
  const { matching, sealed } = ruleOf(recordOf(type), alias);
  return `(${SERVICE} OR (${matching.map((grants) => `(${reachedSql(scope, grants, sealed && `(${sealed})`)})`).join(' AND ')}))`;
}

function recordOf(type: Class): RecordModel {
  const model = modelOf(type);
  if (!isRecord(model)) throw new Error(`${type.name} has no table`);
  return model;
}

function ruleOf(model: RecordModel, alias: string): Rule {
  const { rows = 'inCase' } = model;
  const columns = columnsOf(model, alias);
  if (rows === 'register') return { matching: [ANY_GRANT] };
  if (rows === 'case') {
    return { matching: [matchingSql({ ...columns, caseId: `${alias}.id` })], sealed: columns.restricted };
  }
  if (rows === 'inCase') {
    const sealed = columns.caseId && sealedSql(columns.caseId);
    return { matching: [matchingInCaseSql(columns)], sealed };
  }
  if ('person' in rows) {
    const sealed = `row_rules.is_sealed_person(${alias}.id, ${String(rows.person === 'suspect')})`;
    return { matching: [matchingPersonSql(rows.person, `${alias}.id`, `${alias}.source`)], sealed };
  }
  const parent = recordOf(rows.of());
  return {
    matching: rows.by.map((by) => rowOf(parent, `${alias}.${by}`)),
    // Whether a person is in a restricted case is asked of one person at a time.
    sealed:
      typeof parent.rows === 'object'
        ? 'true'
        : rows.by.map((by) => `NOT ${isOpenRow(parent, `${alias}.${by}`)}`).join(' OR '),
  };
}

const SERVICE = '(SELECT row_rules.is_service())';
const ANY_GRANT = '(SELECT CASE WHEN row_rules.somebody() THEN -1 ELSE 0 END)';

/** SQL that is true where there is a row with an id that is in no restricted case: who reads everywhere reads it. */
function isOpenRow(model: RecordModel, id: string): string {
  const { sealed = 'false' } = ruleOf(model, 'of_row');
  return `EXISTS (SELECT FROM ${model.table} of_row WHERE of_row.id = ${id} AND NOT (${sealed}))`;
}

/** SQL of the grants that match the row with an id; none where there is no such row. */
function rowOf(model: RecordModel, id: string): string {
  const matched = `(${ruleOf(model, 'of_row').matching.join(' & ')})`;
  return `coalesce((SELECT ${matched} FROM ${model.table} of_row WHERE of_row.id = ${id}), 0)`;
}

/** The columns of a model that decide, by their names: they are the same in every table that has them. */
function columnsOf({ facts }: RecordModel, alias: string): RowColumns {
  const has = (name: string) => facts.some((fact) => fact.name === name);
  const supplier = `row_rules.supplier(${alias}.source)`;
  return {
    force: has('force') ? `coalesce(${alias}.force, ${supplier})` : supplier,
    area: has('area') ? `${alias}.area` : undefined,
    restricted: has('restricted') ? `${alias}.restricted` : undefined,
    caseId: has('caseId') ? `${alias}.case_id` : undefined,
    suspectIds: has('suspectIds')
      ? `${alias}.suspect_ids`
      : has('suspectId')
        ? `ARRAY[${alias}.suspect_id]`
        : undefined,
  };
}

/** The scope that opens a record as a whole, and the one that may change it. */
function scopesOf({ scope }: RecordModel): { read: Scope | 'open'; write: Scope } {
  if (scope === 'open') return { read: 'open', write: 'inspection:write' };
  return { read: scope, write: scope.replace(':read', ':write') as Scope };
}

/** The statements that put row-level security on a table: read by one scope, changed by another. */
export function rowSecurity(type: Class): string[] {
  const model = recordOf(type);
  const { read, write } = scopesOf(model);
  const seen = mayRead(type, model.table, read);
  const changed = mayRead(type, model.table, write);
  return [
    `ALTER TABLE ${model.table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY seen ON ${model.table} FOR SELECT USING (${seen})`,
    `CREATE POLICY added ON ${model.table} FOR INSERT WITH CHECK (${changed})`,
    `CREATE POLICY changed ON ${model.table} FOR UPDATE USING (${changed}) WITH CHECK (${changed})`,
  ];
}

/** Statements that open a table of a service's own making to those for whom `using` is true, and to its services. */
export function guarded(table: string, using: string): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY seen ON ${table} USING (${SERVICE} OR ${using})`,
  ];
}

/**
 * The migration that closes a service's tables to whoever carries no rights: those of its records, what was done to
 * them, what only services use, and by `others` whatever else it has.
 */
export function rowSecurityMigration(schema: string, records: Class[], others: string[]): new () => MigrationInterface {
  return class RowSecurity1799000000001 implements MigrationInterface {
    name = 'RowSecurity1799000000001';

    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        withoutPolicies(schema),
        ...records.flatMap(rowSecurity),
        ...guarded(`${schema}.import_seen`, 'false'),
        ...changes(schema, records),
        ...others,
      ];
      for (const statement of statements) await runner.query(statement);
    }

    async down(): Promise<void> {
      throw new Error('Migrations only go forwards: restore a backup instead.');
    }
  };
}

/** Drops the policies that an older version of this migration made. */
function withoutPolicies(schema: string): string {
  return `DO $$ DECLARE held record; BEGIN
    FOR held IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = '${schema}' LOOP
      EXECUTE format('DROP POLICY %I ON ${schema}.%I', held.policyname, held.tablename);
    END LOOP; END $$`;
}

/** What was done to a record is seen by whoever sees the record; anybody who may change one adds to it. */
function changes(schema: string, records: Class[]): string[] {
  const seen = records.map((type) => {
    const { record, table } = recordOf(type);
    return `WHEN '${record}' THEN EXISTS (SELECT FROM ${table} r WHERE r.id = record)`;
  });
  const own = seen.length > 0 ? `CASE type ${seen.join(' ')} ELSE false END` : 'false';
  return [
    `ALTER TABLE ${schema}.change ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY seen ON ${schema}.change FOR SELECT USING (CASE WHEN ${SERVICE} THEN true ELSE ${own} END)`,
    `CREATE POLICY added ON ${schema}.change FOR INSERT WITH CHECK ((SELECT row_rules.somebody()))`,
    // A request that is sent again is answered to whoever sent it.
    ...guarded(`${schema}.request`, `actor = ${ACTOR}`),
  ];
}

/** SQL of the id of whoever a connection works for. */
export const ACTOR = `(SELECT row_rules.rights() ->> 'actor')`;
