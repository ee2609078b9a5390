import { CodedError, type RecordChange, invalidInput } from '@throughline/subgraph';
import type { FastifyInstance } from 'fastify';
import type { Access, Admitted } from '../access/access';
import type { ChangeFeed } from './change-feed';
import { SealedPositions } from './sealed-position';

const MOST = 100;
const OPERATION = 'GET /v1/changes';

/**
 * `GET /v1/changes?since=<cursor>&limit=<1…100>`: what became of the records that the caller may read, never what they
 * say: `{ changes: [{ id, type, kind, at, version }], cursor, more }`. Without `since` from the beginning; `since=now`
 * gives the cursor behind which all is yet to come. A page can be empty and there be more, and a cursor that has come
 * from a page never gives what was on it again.
 */
export function changesRoute(server: FastifyInstance, { feed, access }: { feed: ChangeFeed; access: Access }): void {
  const positions = new SealedPositions(access.derivedKey('cursors of changes'));
  server.get<{ Querystring: Record<string, unknown> }>('/v1/changes', async ({ query, caller }) => {
    await mayFollow(access, caller);
    const { since, limit } = readQuery(query);
    if (since === 'now') return { changes: [], cursor: await positions.seal(await feed.end(caller)), more: false };
    const from = since === undefined ? {} : await positions.open(since);
    const { changes, position, more } = await feed.next(caller, from, limit);
    if (changes.length > 0) await access.record(caller, { ...disclosed(changes), operation: OPERATION });
    return { changes, cursor: await positions.seal(position), more };
  });
}

/** What the log says of changes that are told. */
export function disclosed(changes: readonly RecordChange[]) {
  return {
    operationHash: '',
    kind: 'DISCLOSURE',
    coordinates: [...new Set(changes.map(({ type }) => `${type}.id`))].sort(),
    recordIds: [...new Set(changes.map(({ id }) => id))].sort(),
    withheld: [],
    outcome: 'ALLOWED',
  } as const;
}

/** Throws `OPERATION_NOT_ALLOWED` where the caller is confined to stored operations, and writes that down. */
async function mayFollow(access: Access, caller: Admitted): Promise<void> {
  if (!caller.principal.operations) return;
  await access.record(caller, { ...disclosed([]), operation: OPERATION, outcome: 'OPERATION_NOT_ALLOWED' });
  throw new CodedError('OPERATION_NOT_ALLOWED', 'This key may run the stored operations only that it names.');
}

function readQuery({ since, limit = String(MOST), ...others }: Record<string, unknown>) {
  const [other] = Object.keys(others);
  if (other !== undefined) throw invalidInput([{ field: other, reason: 'is not known; since and limit are' }]);
  if (since !== undefined && typeof since !== 'string') {
    throw invalidInput([{ field: 'since', reason: 'must be one cursor' }]);
  }
  const number = typeof limit === 'string' && /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  if (number < 1 || number > MOST) throw invalidInput([{ field: 'limit', reason: `must be from 1 to ${MOST}` }]);
  return { since, limit: number };
}
