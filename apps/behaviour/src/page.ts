import { type Connection, type PageRequest, invalidInput } from '@throughline/subgraph';

/** An opaque place in a list: its name, and the values by which it is sorted. */
export function cursorOf(list: string, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');
}

/** The values in a cursor. Throws `INVALID_INPUT` where it is of another list, or they are not of these forms. */
export function keysOf(list: string, cursor: string, forms: readonly RegExp[]): string[] {
  const [name, ...keys] = parsed(cursor);
  const fits = name === list && keys.length === forms.length && forms.every((form, n) => form.test(String(keys[n])));
  if (!fits) throw invalidInput([{ field: 'after', reason: 'is not a cursor of this list' }]);
  return keys as string[];
}

function parsed(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** A page of its rows in order, of which one more than was asked for tells that others follow. */
export function pageOf<Row, Edge extends { cursor: string; node: object }>(
  rows: readonly Row[],
  { first, after }: PageRequest,
  totalCount: number | null,
  edgeOf: (row: Row) => Edge,
): Omit<Connection<Edge['node']>, 'edges'> & { edges: Edge[] } {
  const edges = rows.slice(0, first).map(edgeOf);
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
