import { randomUUID } from 'node:crypto';
import type { Graph } from '../support';

/** Has the administrator of a graph make a key: for a day, for police:06 and to investigate, unless `more` says otherwise. */
export async function issueKey(graph: Graph, more: object): Promise<{ id: string; secret: string }> {
  const input = {
    requestId: randomUUID(),
    agency: 'police:06',
    name: 'Case system',
    purposes: ['INVESTIGATION'],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    ...more,
  };
  const { data, errors } = await graph.query(
    'mutation ($input: IssueKeyInput!) { issueKey(input: $input) { secret key { id } } }',
    { input },
    { 'throughline-purpose': 'ADMINISTRATION' },
  );
  expect(errors).toBeUndefined();
  return { id: data.issueKey.key.id, secret: data.issueKey.secret };
}

/** Headers of whoever holds a key, in an investigation. */
export const headersOf = (secret: string, more: Record<string, string> = {}): Record<string, string> => ({
  authorization: `Bearer ${secret}`,
  'throughline-purpose': 'INVESTIGATION',
  ...more,
});
