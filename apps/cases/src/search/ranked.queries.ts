import {
  type Class,
  type Database,
  type PageRequest,
  columns,
  invalidInput,
  isUuid,
  table,
} from '@throughline/subgraph';
import type { Match, RankedConnection } from './ranked.model';

/** A score as SQL computes it, in whole numbers so that equal scores are equal: this much is 1. */
export const WHOLE = 1_000_000;

/** A search: what it finds, and what the rows of a page need beside the record. */
export interface Search {
  /**
   * `WITH` queries, of which `found` has an `id`, a `score` in millionths of at most `WHOLE`, and whatever `shown` needs.
   * It may have records that the caller does not see: those are neither shown nor counted.
   */
  sql: string;
  /** Conditions over `t`, the record, and `f`, its row of `found`. */
  where: string[];
  /** More columns of a page's rows, over the same. */
  shown: string;
  params: unknown[];
}

type Found<Row> = Row & { _total: number | null; _score: number };

/** One page of what a search finds, best first, in one statement. Throws `INVALID_INPUT` for a cursor of another list. */
export async function rankedPage<Row extends { id: string }>(
  db: Database,
  type: Class<Row>,
  { sql, where, shown, params }: Search,
  { first, after, count }: PageRequest,
  matches: (row: Row) => Match[],
): Promise<RankedConnection<Row>> {
  const all = [...params, first + 1];
  const limit = `$${all.length}`;
  const beyond = after ? afterSql(after, all) : 'true';
  // Records are looked up in the order in which they were found, and no more of them than the page takes.
  const seen = `CROSS JOIN LATERAL (SELECT * FROM ${table(type)} t WHERE ${['t.id = f.id', 't.withdrawn_at IS NULL', ...where].join(' AND ')} OFFSET 0) t`;
  const rows = await db.query<Found<Row>>(
    `${sql}
    SELECT total.n AS "_total", page.* FROM (SELECT ${count ? `count(*) FROM found f ${seen}` : 'NULL::bigint'}) AS total(n)
    LEFT JOIN LATERAL (SELECT ${columns(type, 't')}, f.score AS "_score", ${shown}
      FROM (SELECT * FROM found f WHERE ${beyond} ORDER BY f.score DESC, f.id) f ${seen}
      ORDER BY f.score DESC, f.id LIMIT ${limit}) page ON true`,
    all,
  );
  const found = rows.filter((row) => row.id);
  const edges = found.slice(0, first).map((node) => ({
    cursor: encode(node),
    node,
    score: node._score / WHOLE,
    matched: matches(node),
  }));
  return {
    edges,
    totalCount: count ? rows[0]!._total : null,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function encode({ _score, id }: { _score: number; id: string }): string {
  return Buffer.from(`SCORE ${_score} ${id}`).toString('base64url');
}

function afterSql(cursor: string, params: unknown[]): string {
  const [, score, id] = /^SCORE (\d{1,7}) (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (score === undefined || !isUuid(id!))
    throw invalidInput([{ field: 'after', reason: 'is not a cursor of a search' }]);
  params.push(Number(score), id);
  const [at, tie] = [`$${params.length - 1}::integer`, `$${params.length}::uuid`];
  return `(f.score < ${at} OR f.score = ${at} AND f.id > ${tie})`;
}
