import 'reflect-metadata';
import { Directive, Extensions, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RowRuleOf } from './row-security';
import type { Scope } from './scope';
import { type Kind, list, must, mustBeGiven, reference } from './kinds';

/** A class: what decorators are put on and what TypeGraphQL and TypeORM name types by. */
export interface Class<T = object> {
  new (...args: never[]): T;
  readonly prototype: T;
}

/** One fact of a record or value: a field of the schema, usually a column, usually a field of the bundle. */
export interface FactOf {
  /** Name of the property, and of the column in camelCase. */
  name: string;
  /** Name of the field in the bundle and in the schema. */
  field: string;
  kind: Kind;
  scope: Scope;
  description: string;
  /** The type that a link leads to. */
  target?: () => Class;
  /** Whether a list of links leads to another subgraph. */
  elsewhere?: boolean;
}

export interface ModelOf {
  type: Class;
  /** Bundle record type, or undefined for a nested value. */
  record?: string;
  /** Schema-qualified, quoted table name. */
  table?: string;
  schema?: string;
  scope: Scope;
  facts: FactOf[];
  /** Name of the field that shows what was done to the record. */
  historyField: string;
  /** What decides who may see a row. */
  rows?: RowRuleOf;
}

const factsOf = new WeakMap<object, FactOf[]>();
const models = new WeakMap<object, ModelOf>();

function addFact(prototype: object, fact: FactOf): void {
  const type = prototype.constructor;
  factsOf.set(type, [...(factsOf.get(type) ?? []), fact]);
}

/**
 * A fact: the scope that opens it, its kind, and what it means. Puts column, schema field and bundle field in one
 * place; a field without a scope cannot be written, so nothing is open by oversight.
 */
export function Fact(scope: Scope, kind: Kind, description: string): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    addFact(prototype, { name, field: name, kind, scope, description });
  };
}

/**
 * A reference to one record: on the property that holds its id (`suspectId`), shown as the record itself (`suspect`).
 * Nullable in the schema whatever the bundle demands, because the record may not have arrived or be out of reach.
 */
export function Link(
  scope: Scope,
  record: string,
  target: () => Class,
  description: string,
  options: { required?: boolean } = {},
): PropertyDecorator {
  const kind = options.required ? must(reference(record)) : reference(record);
  return (prototype, property) => {
    const name = String(property);
    addFact(prototype, { name, field: name.replace(/Id$/, ''), kind, scope, description, target });
  };
}

/**
 * References to several records: on the property that holds their ids (`victimIds`), shown as `victims`. Of records
 * that live `elsewhere`, one that has not arrived is null in its place: only their own subgraph can tell.
 */
export function Links(
  scope: Scope,
  record: string,
  target: () => Class,
  description: string,
  options: { required?: boolean; mayBeEmpty?: boolean; field?: string; elsewhere?: boolean } = {},
): PropertyDecorator {
  const plain = list(reference(record));
  const kind = options.required ? must(plain) : options.mayBeEmpty ? mustBeGiven(plain) : plain;
  return (prototype, property) => {
    const name = String(property);
    addFact(prototype, {
      name,
      field: options.field ?? `${name.replace(/Ids$/, '')}s`,
      kind,
      scope,
      description,
      target,
      elsewhere: options.elsewhere,
    });
  };
}

export interface ModelOptions {
  /** Bundle record type; ids are made from it. */
  record: string;
  schema: string;
  table: string;
  /** The scope that opens the record as a whole; facts that need another are nullable. */
  scope: Scope;
  description: string;
  /** Other subgraphs may refer to it by id. */
  entity?: boolean;
  /** Name of the field that shows what was done to the record; `history` unless that means something else. */
  historyField?: string;
  /** What decides who may see a row; by default its own force, the suspects it is about and its case. */
  rows?: RowRuleOf;
  indexes?: (string[] | { columns: string[]; type: 'gin' })[];
}

/** A record type: one class that is the table's row, the schema's type and the bundle's record. */
export function Model(options: ModelOptions) {
  return (type: Class): void => {
    const facts = factsOf.get(type) ?? [];
    const table = `${options.schema}.${JSON.stringify(options.table)}`;
    models.set(type, {
      type,
      record: options.record,
      table,
      schema: options.schema,
      scope: options.scope,
      facts,
      historyField: options.historyField ?? 'history',
      rows: options.rows,
    });
    declareColumns(type, facts);
    const own = {
      id: ID_DESCRIPTION,
      recordVersion: 'How often the record was written; what `expectedVersion` of a mutation is compared with.',
      source: 'The organisation that supplied the record.',
      ref: 'The record’s id at its source.',
    };
    for (const [name, description] of Object.entries(own)) {
      Field(() => OWN_TYPES[name] ?? String, { description })(type.prototype, name);
      Opens(options.scope)(type.prototype, name);
    }
    declareFields(type, facts, options.scope);
    if (options.entity) Directive('@key(fields: "id")')(type);
    ObjectType({ description: options.description, simpleResolvers: true })(type);
    for (const index of options.indexes ?? []) {
      if (Array.isArray(index)) Index(indexName(options.table, index), index)(type);
      else Index(indexName(options.table, index.columns), index.columns, { type: index.type })(type);
    }
    Entity({ name: options.table, schema: options.schema })(type);
  };
}

function indexName(table: string, columns: string[]): string {
  return [table, ...columns.map(snakeCase), 'idx'].join('_');
}

/** A value nested in a record: stored with it as JSON, without an id of its own. */
export function Value(scope: Scope, description: string) {
  return (type: Class): void => {
    const facts = factsOf.get(type) ?? [];
    models.set(type, { type, scope, facts, historyField: 'history' });
    declareFields(type, facts, scope);
    ObjectType({ description, simpleResolvers: true })(type);
  };
}

/**
 * A record that another subgraph owns; here it is only its id, and what this subgraph adds to it. `only` marks one to
 * which it adds nothing, so that plans never come here for it.
 */
export function Elsewhere(description: string, { only }: { only?: 'reference' } = {}) {
  return (type: Class): void => {
    Directive(only ? '@key(fields: "id", resolvable: false)' : '@key(fields: "id")')(type);
    ObjectType({ description, simpleResolvers: true })(type);
    Field(() => ID, { description: ID_DESCRIPTION })(type.prototype, 'id');
    Opens('open')(type.prototype, 'id');
  };
}

/**
 * The scope that opens a field that is computed rather than stored; on a class, every field of it. What it is computed
 * from can need other scopes beside.
 */
export function Opens(scope: Scope, ...beside: Scope[]): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Extensions({ scope, beside });
}

/** The scopes of which each by itself opens a computed field: on fewer rows or less of them, which the field sees to. */
export function OpensByAny(scope: Scope, ...others: Scope[]): MethodDecorator & PropertyDecorator {
  return Extensions({ scope, others });
}

const OWN_TYPES: Record<string, unknown> = { id: ID, recordVersion: Int };
const ID_DESCRIPTION = 'UUIDv5 of the record’s type, source and reference.';

/** What was declared of a class; throws where it is neither model nor value. */
export function modelOf(type: Class): ModelOf {
  const model = models.get(type);
  if (!model) throw new Error(`${type.name} is neither a Model nor a Value`);
  return model;
}

/** True for a model or a value; other types are written in TypeGraphQL alone. */
export function isModel(type: Class): boolean {
  return models.has(type);
}

/** True for a record type, which has a table. */
export function isRecord(model: ModelOf): model is ModelOf & { record: string; table: string; schema: string } {
  return model.record !== undefined;
}

/** The name of a property's column. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function declareFields(type: Class, facts: FactOf[], scope: Scope): void {
  for (const fact of facts) {
    const { kind, description, target } = fact;
    if (kind.hidden) continue;
    const given = kind.required || kind.default !== undefined;
    const graphql = target ? () => (isListKind(kind) ? [target()] : target()) : kind.graphql;
    const isNull = fact.scope !== scope || !given || (target !== undefined && !isListKind(kind));
    const nullable = fact.elsewhere ? (isNull ? 'itemsAndList' : 'items') : isNull;
    Field(graphql as never, { description, nullable })(type.prototype, fact.field);
    Opens(fact.scope)(type.prototype, fact.field);
    if (kind.timeKnown) {
      Field(() => Boolean, {
        description: `Whether the time of day of ${fact.field} is known; if not, only its day is.`,
        nullable,
      })(type.prototype, kind.timeKnown);
      Opens(fact.scope)(type.prototype, kind.timeKnown);
    }
  }
}

function isListKind(kind: Kind): boolean {
  return Array.isArray(kind.graphql());
}

function declareColumns(type: Class, facts: FactOf[]): void {
  const proto = type.prototype;
  PrimaryColumn({ type: 'uuid' })(proto, 'id');
  Column({ type: 'text' })(proto, 'source');
  Column({ type: 'text' })(proto, 'ref');
  for (const { name, kind } of facts) {
    const nullable = !kind.required && kind.default === undefined;
    const fallback = kind.default === undefined ? {} : { default: defaultSql(kind) };
    Column({ type: kind.column, name: snakeCase(name), array: kind.array, nullable, ...fallback })(proto, name);
    if (kind.timeKnown) Column({ type: 'boolean', name: snakeCase(kind.timeKnown), nullable })(proto, kind.timeKnown);
  }
  // Hash of the content last imported: a record sent again unchanged writes nothing, and does not undo what people did since.
  Column({ type: 'uuid', name: 'content_hash', nullable: true })(proto, 'contentHash');
  Column({ type: 'integer', name: 'record_version', default: 1 })(proto, 'recordVersion');
  // The import that last changed the row, and the file and line it came from.
  Column({ type: 'uuid', name: 'import_run', nullable: true })(proto, 'importRun');
  Column({ type: 'text', name: 'import_place', nullable: true })(proto, 'importPlace');
  Column({ type: 'timestamptz', name: 'received_at', default: () => 'now()' })(proto, 'receivedAt');
  Column({ type: 'timestamptz', name: 'changed_at', default: () => 'now()' })(proto, 'changedAt');
  Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })(proto, 'withdrawnAt');
}

function defaultSql(kind: Kind): unknown {
  if (Array.isArray(kind.default)) return () => (kind.array ? `'{}'` : `'[]'`);
  return kind.default;
}
