import { type Rights, opensWherever } from '@throughline/access';
import type { PoolClient } from 'pg';
import { Args, Ctx, Directive, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Batch, Context } from './context';
import { type Connection, PageArgs, connectionType, keysetPages, pageRequest, type PageRequest } from './lists';
import { type Class, type ModelOf, Opens } from './model';
import { GraphQLDateTime, GraphQLJSON } from './scalars';
import type { Entry, Row } from './write';

/** One field of a record, before and after a change. */
@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'A field that a change altered.', simpleResolvers: true })
export class FieldChange {
  @Field(() => String, { description: 'Name of the field.' })
  field!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: 'Its value before.' })
  before!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: 'Its value after.' })
  after!: unknown;
}

@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'Something that was done to a record.', simpleResolvers: true })
export class HistoryEntry {
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'Who did it, by the id of the key or person.' })
  actor!: string;

  @Field(() => String, { description: 'What was done: IMPORT, WITHDRAW, or the name of the mutation.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it.' })
  reason!: string | null;

  @Field(() => Int, { description: 'Version of the record that it led to.' })
  version!: number;

  @Field(() => [FieldChange], { description: 'What it altered, field by field; nothing for a record that was new.' })
  changes!: FieldChange[];
}

export const HistoryConnection = connectionType(HistoryEntry, 'HistoryEntry', { shared: true });

/** What was done to records, newest first. */
export const historyOfRecords: Batch<string, Connection<HistoryEntry>, PageRequest> = (db, ids, args) =>
  keysetPages<HistoryEntry>(db, ids, args, {
    select: `t.seq::text AS id, t.at, t.actor, t.action, t.reason, t.version, coalesce(t.changes, '[]') AS changes`,
    from: `${db.schema}.change`,
    where: ['t.record = parent.id'],
    name: 'SEQ_DESC',
    sort: { sql: 't.seq', type: 'bigint', direction: 'DESC' },
    tie: { sql: 't.seq', type: 'bigint' },
    isChildren: true,
  });

const resolvers = new WeakMap<Class, Class>();

/** The resolver that gives a record type its history, as `field`. */
export function historyResolver(model: ModelOf): Class {
  const { type, historyField, scope } = model;
  const known = resolvers.get(type);
  if (known) return known;
  @Resolver(() => type)
  class RecordHistory {
    @Opens(scope)
    @FieldResolver(() => HistoryConnection, {
      name: historyField,
      description: 'What was done to the record, newest first.',
    })
    async recordHistory(
      @Root() { id }: Row,
      @Args() page: PageArgs,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Connection<HistoryEntry>> {
      const history = await context.load(historyOfRecords, id, pageRequest(page, info));
      return readable(history, model, context.caller.rights);
    }
  }
  resolvers.set(type, RecordHistory);
  return RecordHistory;
}

/** A history without the values of facts that not all grants open by which the record is read. */
function readable(
  history: Connection<HistoryEntry>,
  { facts, scope }: ModelOf,
  rights: Rights,
): Connection<HistoryEntry> {
  const closed = new Set<string>();
  for (const { field, kind, scope: needed } of facts) {
    if (needed === scope || needed === 'open' || opensWherever(rights, needed, scope)) continue;
    closed.add(field);
    if (kind.timeKnown) closed.add(kind.timeKnown);
  }
  if (closed.size === 0) return history;
  const edges = history.edges.map(({ cursor, node }) => ({
    cursor,
    node: {
      ...node,
      changes: node.changes.map((change) =>
        closed.has(change.field) ? { field: change.field, before: null, after: null } : change,
      ),
    },
  }));
  return { ...history, edges };
}

/** The facts that differ between two states of a record. */
export function changesBetween(model: ModelOf, before: object, after: object): FieldChange[] {
  const value = (row: object, name: string) => (row as Record<string, unknown>)[name] ?? null;
  return model.facts
    .flatMap(({ name, field, kind }) => [
      { name, field },
      ...(kind.timeKnown ? [{ name: kind.timeKnown, field: kind.timeKnown }] : []),
    ])
    .map(({ name, field }) => ({ field, before: value(before, name), after: value(after, name) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

interface Done {
  request: string;
  operation: string;
  hash: string;
  result: object;
  reason: string | null;
}

/** Writes what a mutation did, and the answer it gives, and wakes those who follow the feed: one statement. */
export async function recordChanges(
  client: PoolClient,
  { db, caller }: Context,
  done: Done,
  entries: Entry[],
): Promise<void> {
  const sql = `WITH asked AS (
      INSERT INTO ${db.schema}.request (actor, id, operation, input_hash, result) VALUES ($1, $2, $3, $4, $5)
    ), told AS (
      INSERT INTO ${db.schema}.change (type, record, version, actor, action, reason, changes, request)
      SELECT e.type, e.record, e.version, $1, e.action, $6, e.changes, $2
      FROM jsonb_to_recordset($7::jsonb) AS e(type text, record uuid, version integer, action text, changes jsonb)
    ) SELECT pg_notify('throughline_${db.schema}', '')`;
  const { request, operation, hash, result, reason } = done;
  const params = [caller.actor, request, operation, hash, JSON.stringify(result), reason, JSON.stringify(entries)];
  db.onStatement?.(sql, params);
  await client.query(sql, params);
}
