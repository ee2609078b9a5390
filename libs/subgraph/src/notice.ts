import type { Database } from './database';
import { type FeedEntry, cursorParts } from './feed';
import { type ModelOf, isRecord, snakeCase } from './model';

/** A change of a record and whom it concerns, as others follow it: never the content. */
export interface ChangeNotice extends FeedEntry {
  /** Ids of the suspects it concerns through the record itself, those before the change among them. */
  suspects: string[];
  /** Ids of the cases it concerns, where another subgraph knows whose they are. */
  cases: string[];
  /** Keys of the guidance of which it concerns a version. */
  guidance: string[];
}

/**
 * Where a record names whom its changes concern: a property of its model that holds one or more of them, or `id` for
 * the record itself. What the property was before a change is taken with what it is. With `via`, SQL that finds them
 * by each value of the property, `link.id`.
 */
export type Naming = string | { by: string; via: string };

/** Whom the changes of a record type concern. */
export type Concern = Partial<Record<Concerned, readonly Naming[]>>;
type Concerned = 'suspects' | 'cases' | 'guidance';

const types: Record<Concerned, 'uuid' | 'text'> = { suspects: 'uuid', cases: 'uuid', guidance: 'text' };

/** Tells whom the changes of a part of the feed concern: one statement at most for each record type among them. */
export type Announcer = (db: Database, entries: readonly FeedEntry[]) => Promise<ChangeNotice[]>;

/** The announcer of a subgraph. Throws where `concerns` names a record type or a property that is not there. */
export function announcerOf(models: readonly ModelOf[], concerns: Record<string, Concern>): Announcer {
  const statements = new Map(
    Object.entries(concerns).map(([record, concern]) => {
      const model = models.find((one) => one.record === record);
      if (!model) throw new Error(`${record} is no record type of this subgraph`);
      return [record, statement(model, concern)];
    }),
  );
  return async (db, entries) => {
    if (entries.length === 0) return [];
    const found = new Map<string, Pick<ChangeNotice, Concerned>>();
    // Nothing of a feed is left out, and nothing comes in between later: these changes are the next ones still.
    const part = [...cursorParts(entries[0]!.cursor), entries.length];
    for (const type of new Set(entries.map((entry) => entry.type))) {
      const sql = statements.get(type);
      const rows = sql ? await db.query<ChangeNotice>(sql, part) : [];
      for (const { cursor, suspects, cases, guidance } of rows) found.set(cursor, { suspects, cases, guidance });
    }
    return entries.map((entry) => ({ ...entry, ...(found.get(entry.cursor) ?? NOBODY) }));
  };
}

const NOBODY: Pick<ChangeNotice, Concerned> = { suspects: [], cases: [], guidance: [] };

/**
 * For so many changes from one on. The records are read whether or not they are withdrawn: a withdrawal concerns those
 * whom the record named. Both are read by their keys, however few PostgreSQL takes a table to have: it may be old news.
 */
function statement(model: ModelOf, concern: Concern): string {
  if (!isRecord(model)) throw new Error(`${model.type.name} has no table`);
  const lists = (Object.keys(types) as Concerned[]).map((concerned) => {
    const values = (concern[concerned] ?? []).flatMap((naming) => valuesOf(model, naming, types[concerned]));
    const list = `SELECT DISTINCT id FROM (${values.join(' UNION ALL ')}) AS named(id) WHERE id IS NOT NULL ORDER BY id`;
    return `${values.length > 0 ? `ARRAY(${list})` : `'{}'::${types[concerned]}[]`} AS ${concerned}`;
  });
  return `SELECT change.tx::text || ':' || change.seq AS cursor, ${lists.join(', ')}
    FROM (SELECT * FROM ${model.schema}.change WHERE (tx, seq) >= ($1::text::xid8, $2::bigint) ORDER BY tx, seq LIMIT $3) AS change
      LEFT JOIN LATERAL (SELECT * FROM ${model.table} WHERE id = change.record LIMIT 1) AS t ON true
    WHERE change.type = '${model.record}'`;
}

function valuesOf(model: ModelOf, naming: Naming, type: 'uuid' | 'text'): string[] {
  if (typeof naming === 'string') return statesOf(model, naming, type);
  const states = statesOf(model, naming.by, 'uuid').join(' UNION ALL ');
  return [`SELECT via.id FROM (${states}) AS link(id), LATERAL (${naming.via}) AS via(id)`];
}

/** What a property is, and what it was before the change, as rows of one column. */
function statesOf(model: ModelOf, property: string, type: 'uuid' | 'text'): string[] {
  if (property === 'id') return ['SELECT change.record'];
  const fact = model.facts.find(({ name }) => name === property);
  if (!fact) throw new Error(`${model.type.name} has no property ${property}`);
  const column = `t."${snakeCase(property)}"`;
  return [
    `SELECT ${fact.kind.array ? `unnest(${column})` : column}`,
    // One value counts as a list of one.
    `SELECT (before #>> '{}')::${type} FROM jsonb_path_query(change.changes, '$[*] ? (@.field == "${fact.field}").before[*]') AS before`,
  ];
}
