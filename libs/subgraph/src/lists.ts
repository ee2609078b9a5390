import { ArgsType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import { maskedSql } from '@throughline/access';
import type { Batch } from './context';
import { type Database, type Statement, statement } from './database';
import { CodedError, invalidInput } from './errors';
import { type Class, Opens, isRecord, modelOf, snakeCase } from './model';
import { matchingOf } from './row-security';

/**
 * The select list that gives a model's rows under their schema names, each prefixed with `alias`. What another scope
 * opens than the record is null in rows where no grant that the row matches has it.
 */
export function columns(type: Class, alias: string): string {
  const model = modelOf(type);
  const own = ['id', 'source', 'ref', 'recordVersion'].map((name) => ({ name, scope: model.scope }));
  const facts = model.facts.flatMap(({ name, scope, kind }) =>
    (kind.timeKnown ? [name, kind.timeKnown] : [name]).map((column) => ({ name: column, scope })),
  );
  return [...own, ...facts]
    .map(({ name, scope }) => {
      const column = `${alias}."${snakeCase(name)}"`;
      const isOwn = scope === model.scope || scope === 'open';
      return `${isOwn ? column : maskedSql(column, model.scope, scope, matchingOf(type, alias))} AS "${name}"`;
    })
    .join(', ');
}

/** The quoted name of a model's table. */
export function table(type: Class): string {
  const model = modelOf(type);
  if (!isRecord(model)) throw new Error(`${type.name} has no table`);
  return model.table;
}

/**
 * The keys of a batch, `$1`, in such a way that the planner sees no more of them in one run than in another. Else it
 * counts them, finds a plan for two keys to be cheaper than one for any number, and plans anew each time: with masks and
 * row rules that takes longer than the reading.
 */
export const KEYS = 'ARRAY(SELECT unnest($1::uuid[]))';

/** Rows by id, `null` where there is none or it is withdrawn. */
export function byId<Row extends { id: string }>(type: Class<Row>): Batch<string, Row | null> {
  const known = batches.get(type);
  if (known) return known as unknown as Batch<string, Row | null>;
  const sql = statement(
    `SELECT ${columns(type, 't')} FROM ${table(type)} t WHERE t.id = ANY(${KEYS}) AND t.withdrawn_at IS NULL`,
  );
  const batch: Batch<string, Row | null> = async (db, ids) => {
    const rows = new Map((await db.prepared<Row>(sql, [ids.filter(isUuid)])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id.toLowerCase()) ?? null);
  };
  batches.set(type, batch);
  return batch;
}
const batches = new WeakMap<object, Batch<string, object | null>>();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** True for text that PostgreSQL takes as a uuid; anything else is the id of nothing. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** All rows whose `of` is the key (or, for an array column, contains it), in `order`. For lists that stay short. */
export function listOf<Row>(type: Class<Row & object>, of: string, order: string): Batch<string, Row[]> {
  const { found, from, tied } = childrenOf(type, of);
  const sql = statement(`${found} SELECT parent.id AS "_parent", ${columns(type, 't')}
    FROM unnest(${KEYS}) AS parent(id) JOIN ${from} t ON ${tied}
    WHERE t.withdrawn_at IS NULL ORDER BY ${order}`);
  return async (db, ids) => {
    const rows = await db.prepared<Row & { _parent: string }>(sql, [ids]);
    const grouped = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of rows) grouped.get(row._parent)!.push(row);
    return ids.map((id) => grouped.get(id)!);
  };
}

/**
 * How rows are found by their parents, `$1`, and tied to one, `parent.id`. Those that can have several are found for
 * all parents at once, by the function of the service's schema that reads the index on their ids.
 */
function childrenOf(type: Class, of: string): { found: string; from: string; tied: string } {
  const from = table(type);
  const fact = modelOf(type).facts.find(({ name }) => snakeCase(name) === of);
  if (!fact?.kind.array) return { found: '', from, tied: `t.${of} = parent.id` };
  const ids = `${from.replaceAll('"', '')}_by_${of}($1::uuid[])`;
  const found = `WITH found AS MATERIALIZED (SELECT * FROM ${from} WHERE id = ANY(ARRAY(SELECT ${ids})))`;
  return { found, from: 'found', tied: `t.${of} @> ARRAY[parent.id]` };
}

/** The parent of a list that is nobody's in particular. */
export const EVERYBODY = '00000000-0000-0000-0000-000000000000';

/** Relay page arguments, forwards. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, from 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor after which to begin: `endCursor` of the page before.' })
  after?: string | null;
}

export interface PageRequest {
  first: number;
  after?: string | null;
  /** Whether `totalCount` is asked for: counting is only paid for then. */
  count: boolean;
}

/** Reads page arguments; throws `INVALID_INPUT`. */
export function pageRequest({ first, after }: PageArgs, info: GraphQLResolveInfo): PageRequest {
  if (first < 1 || first > 100) throw invalidInput([{ field: 'first', reason: `must be from 1 to 100, not ${first}` }]);
  return { first, after, count: info.fieldNodes.some((node) => selects(node.selectionSet, 'totalCount', info)) };
}

function selects(set: SelectionSetNode | undefined, field: string, info: GraphQLResolveInfo): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === field;
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    return selects(fragment?.selectionSet, field, info);
  });
}

@Opens('open')
@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list (Relay).', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether any come before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge.' })
  endCursor!: string | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** The Relay connection and edge types of a type. `shared` for a type that several subgraphs have. */
export function connectionType<Node extends object>(
  node: Class<Node>,
  name: string,
  { shared = false } = {},
): Class<Connection<Node>> {
  @Opens('open')
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its cursor.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Opaque; pass it as `after`.' })
    cursor!: string;

    @Field(() => node, { description: 'The record.' })
    node!: Node;
  }

  @Opens('open')
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} (Relay).`, simpleResolvers: true })
  class Page implements Connection<Node> {
    @Field(() => [Edge], { description: 'The records of the page, in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: 'How many the whole list has.' })
    totalCount!: number | null;
  }
  if (shared) for (const type of [Edge, Page]) Directive('@shareable')(type);
  return Page;
}

/** One way to sort a list: an SQL expression over `t` that is never null, its type, and the direction. */
export interface SortKey {
  sql: string;
  type: 'date' | 'timestamptz' | 'text' | 'uuid' | 'integer' | 'bigint';
  direction: 'ASC' | 'DESC';
}

/** What narrows a list: SQL conditions over `t` in which `?` stands for the value. */
export type Conditions<Filter> = { [Name in keyof Required<Filter>]: string };

export interface ConnectionOf<Filter> {
  /** Column that holds the id of the parent, or of several; without it the list is everybody’s. */
  of?: string;
  where?: Conditions<Filter>;
  sorts: Record<string, SortKey>;
}

export interface ListArgs<Filter> extends PageRequest {
  filter?: Filter | null;
  sort?: string;
}

/**
 * Pages of a list by keyset, for many parents in one statement: the page after a cursor costs the same wherever it
 * is. Unknown cursors are `INVALID_INPUT`.
 */
export function connection<Row extends { id: string }, Filter extends object = object>(
  type: Class<Row>,
  options: ConnectionOf<Filter>,
): Batch<string, Connection<Row>, ListArgs<Filter>> {
  const select = columns(type, 't');
  const { of, where: narrowing } = options;
  const { found, from, tied } = of ? childrenOf(type, of) : { found: '', from: table(type), tied: 'true' };
  return (db, parents, args) => {
    const name = args.sort ?? Object.keys(options.sorts)[0]!;
    const sort = options.sorts[name]!;
    const where = [tied, 't.withdrawn_at IS NULL'];
    const filter = (params: unknown[]) => conditions(narrowing, args.filter, params);
    return keysetPages<Row>(db, parents, args, {
      found,
      select,
      from,
      where,
      filter,
      name,
      sort,
      tie: { sql: 't.id', type: 'uuid' },
      isChildren: of !== undefined,
    });
  };
}

/** A list to be read by pages: what of which rows, in which order, and what tells rows apart that sort alike. */
export interface Keyset {
  /** A `WITH` clause that `from` can name, where one is needed. */
  found?: string;
  select: string;
  from: string;
  where: string[];
  filter?: (params: unknown[]) => string[];
  /** Name of the order, which a cursor carries: it fits no other. */
  name: string;
  sort: SortKey;
  tie: { sql: string; type: 'uuid' | 'bigint' };
  /** Whether rows are found by their parent: one plan is good for all parents then, as long as nothing is filtered. */
  isChildren?: boolean;
}

/** One page for each parent, in one statement. Throws `INVALID_INPUT` where the cursor is not of this list. */
export async function keysetPages<Row extends { id: string }>(
  db: Database,
  parents: readonly string[],
  args: PageRequest,
  { found = '', select, from, where, filter, name, sort, tie, isChildren = false }: Keyset,
): Promise<Connection<Row>[]> {
  const params: unknown[] = [parents, args.first + 1];
  const narrowed = filter?.(params) ?? [];
  const within = [...where, ...narrowed].join(' AND ');
  const after = args.after ? keyset(args.after, name, sort, tie, params) : 'true';
  const total = args.count ? `SELECT count(*) AS n FROM ${from} t WHERE ${within}` : 'SELECT NULL::bigint AS n';
  const sql = `${found} SELECT parent.n AS "_parent", total.n AS "_total", page.*
    FROM unnest(${KEYS}) WITH ORDINALITY AS parent(id, n)
    LEFT JOIN LATERAL (${total}) total ON true
    LEFT JOIN LATERAL (SELECT ${select}, (${sort.sql})::text AS "_key" FROM ${from} t WHERE ${within} AND ${after}
      ORDER BY ${sort.sql} ${sort.direction}, ${tie.sql} ${sort.direction} LIMIT $2) page ON true`;
  const isOneText = isChildren && narrowed.length === 0;
  const rows = await db.read<PageRow<Row>>(isOneText ? pageStatement(sql) : sql, params);
  const page = pages(rows, parents.length, args, name);
  for (const { edges } of page) db.noteSeen(edges.map(({ node }) => node));
  return page;
}

/** Named once: there are as many as lists of children have orders, four times over for a cursor and a count. */
function pageStatement(sql: string): Statement {
  let named = pageStatements.get(sql);
  if (!named) pageStatements.set(sql, (named = statement(sql)));
  return named;
}
const pageStatements = new Map<string, Statement>();

type PageRow<Row> = Row & { _parent: number; _total: number | null; _key: string };

/** The conditions of a filter, their values appended to `params`. Shared with counts and statistics over the same rows. */
export function conditions<Filter extends object>(
  where: Conditions<Filter> | undefined,
  filter: Filter | null | undefined,
  params: unknown[],
): string[] {
  return Object.entries(filter ?? {}).flatMap(([name, value]) => {
    const sql = where?.[name as keyof Filter];
    if (value === null || value === undefined || sql === undefined) return [];
    // The id of nothing finds nothing, as an id that is not held does.
    if (/\?::uuid(?!\[)/.test(sql) && !isUuid(value as string)) return ['false'];
    params.push(value);
    return [`(${sql.replaceAll('?', `$${params.length}`)})`];
  });
}

function keyset(cursor: string, name: string, sort: SortKey, tie: Keyset['tie'], params: unknown[]): string {
  const parts = decodeCursor(cursor, tie.type);
  if (parts?.[0] !== name) {
    throw invalidInput([{ field: 'after', reason: 'is not a cursor of this list in this order' }]);
  }
  params.push(parts[1], parts[2]);
  const beyond = sort.direction === 'ASC' ? '>' : '<';
  return `(${sort.sql}, ${tie.sql}) ${beyond} ($${params.length - 1}::${sort.type}, $${params.length}::${tie.type})`;
}

function encodeCursor(name: string, key: string, id: string): string {
  return Buffer.from(JSON.stringify([name, key, id])).toString('base64url');
}

function decodeCursor(cursor: string, tie: Keyset['tie']['type']): [string, string, string] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'string'))
      return undefined;
    const isTie = tie === 'uuid' ? isUuid(parts[2]!) : /^\d{1,18}$/.test(parts[2]!);
    return isTie ? (parts as [string, string, string]) : undefined;
  } catch {
    return undefined;
  }
}

function pages<Row extends { id: string }>(
  rows: PageRow<Row>[],
  parents: number,
  args: PageRequest,
  sort: string,
): Connection<Row>[] {
  const grouped = Array.from({ length: parents }, () => [] as PageRow<Row>[]);
  for (const row of rows) grouped[row._parent - 1]!.push(row);
  return grouped.map((page) => {
    const found = page.filter((row) => row.id);
    const edges = found.slice(0, args.first).map((node) => ({ cursor: encodeCursor(sort, node._key, node.id), node }));
    return {
      edges,
      totalCount: args.count ? Number(page[0]!._total) : null,
      pageInfo: {
        hasNextPage: found.length > args.first,
        hasPreviousPage: Boolean(args.after),
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  });
}

/** `{ id }` argument of look-ups. */
@ArgsType()
export class IdArgs {
  @Field(() => ID, { description: 'Id of the record.' })
  id!: string;
}

/** For a look-up that needs one of several arguments. */
export function exactlyOne(args: Record<string, unknown>): void {
  const given = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  if (given.length === 1) return;
  throw new CodedError('INVALID_INPUT', `Give exactly one of ${Object.keys(args).join(', ')}.`, {
    fields: Object.keys(args).map((field) => ({ field, reason: 'exactly one of these must be given' })),
  });
}
