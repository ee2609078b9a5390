import { CodedError, RuleRefused, type Transaction, isUuid } from '@throughline/subgraph';
import type { Flag } from './flag.model';
import type { ReviewFlagInput } from './flag.mutations';
import { type FlagRow, flagColumns, storedFlag } from './flag.queries';

/**
 * Adds a review to the history of a flag and makes it the one that stands. Reviews of one flag, and the index when it
 * looks at it, wait for each other. Throws `NOT_FOUND`, and `RULE_REFUSED` where the flag is closed.
 */
export async function recordReview(
  transaction: Transaction,
  { flagId, status, reason, requestId }: ReviewFlagInput,
  actor: string,
): Promise<Flag> {
  const [found] = isUuid(flagId)
    ? await transaction.query<{ closedAt: string | null }>(
        `SELECT closed_at AS "closedAt" FROM behaviour.flag WHERE id = $1 FOR UPDATE`,
        [flagId],
      )
    : [];
  if (!found) throw new CodedError('NOT_FOUND', 'The index has no flag with this id.', { field: 'flagId' });
  if (found.closedAt !== null) {
    throw new RuleRefused([`The facts have not supported this flag since ${found.closedAt}: it is closed.`], []);
  }
  const [row] = await transaction.query<FlagRow>(
    `WITH kept AS (
      INSERT INTO behaviour.flag_review (flag_id, status, reason, actor, facts_hash, request_id)
      SELECT id, $2, $3, $4, facts_hash, $5 FROM behaviour.flag WHERE id = $1
    ) UPDATE behaviour.flag t
      SET review_status = $2, review_reason = $3, reviewed_by = $4, reviewed_at = now(), returned_at = NULL
      WHERE t.id = $1 RETURNING ${flagColumns}`,
    [flagId, status, reason, actor, requestId],
  );
  return storedFlag(row!);
}
