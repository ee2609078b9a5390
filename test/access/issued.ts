import { type Grant, limitsOf } from '@throughline/access';
import type { NewKey } from '../../apps/gateway/src/access/key-store';
import type { Graph } from '../support';

let keys = 0;

/** A key with these grants, for investigations unless told otherwise: its id, secret, and the headers that present it. */
export async function issued(graph: Graph, grants: Grant[], more: Partial<NewKey> = {}) {
  const { key, secret } = await graph.access.services.keys.issue(
    {
      environment: 'live',
      agency: 'police:06',
      name: 'test',
      grants,
      purposes: ['INVESTIGATION'],
      ipAllowList: null,
      operations: null,
      onWithheld: 'WITHHOLD',
      limits: limitsOf(),
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      ...more,
    },
    'test',
    String(keys++),
  );
  return { id: key.id, secret: secret!, headers: { authorization: `Bearer ${secret!}` } };
}

/** A change as it is told. */
export interface Told {
  id: string;
  type: string;
  kind: string;
  at: string;
  version: number;
}

export interface Page {
  changes: Told[];
  cursor: string;
  more: boolean;
}

/** A page of changes, as the holder of a key is told it; throws with the code of a refusal. */
export async function pageOf(
  graph: Graph,
  headers: Record<string, string>,
  since?: string,
  limit = 100,
): Promise<Page> {
  const query = new URLSearchParams({ limit: String(limit), ...(since !== undefined && { since }) });
  const response = await fetch(`${graph.door.url}/v1/changes?${query.toString()}`, { headers });
  const body = (await response.json()) as Page & { errors?: { extensions: { code: string } }[] };
  if (body.errors) throw new Error(`${response.status} ${body.errors[0]!.extensions.code}`);
  return body;
}

/** All pages from a cursor on, and the cursor behind them. */
export async function pagesOf(graph: Graph, headers: Record<string, string>, since?: string, limit = 100) {
  const changes: Told[] = [];
  let cursor = since;
  for (;;) {
    const page = await pageOf(graph, headers, cursor, limit);
    expect(page.changes.length).toBeLessThanOrEqual(limit);
    changes.push(...page.changes);
    cursor = page.cursor;
    if (!page.more) return { changes, cursor };
  }
}
