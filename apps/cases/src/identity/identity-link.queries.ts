import { type Batch, type Transaction, columns } from '@throughline/subgraph';
import { type IdentityDecision, IdentityLink } from './identity-link.model';

/** SQL of the ids that a decision ties to an id, from whichever side it was made. */
export const linkedTo = (id: string, decision: IdentityDecision) =>
  `SELECT b_id FROM cases.identity_link WHERE a_id = ${id} AND decision = '${decision}' AND withdrawn_at IS NULL
   UNION ALL SELECT a_id FROM cases.identity_link WHERE b_id = ${id} AND decision = '${decision}' AND withdrawn_at IS NULL`;

const decision = `${columns(IdentityLink, 't')}, t.withdrawn_at AS "withdrawnAt"`;

/** Decisions that name a suspect on either side, the latest first; those that were withdrawn too where that is asked. */
export const linksOfSuspects: Batch<string, IdentityLink[], { withdrawn: boolean }> = async (
  db,
  ids,
  { withdrawn },
) => {
  const rows = await db.query<IdentityLink>(
    `SELECT ${decision} FROM cases.identity_link t
     WHERE (t.a_id = ANY($1::uuid[]) OR t.b_id = ANY($1::uuid[])) AND (t.withdrawn_at IS NULL OR $2) ORDER BY t.changed_at DESC, t.id`,
    [ids, withdrawn],
  );
  return ids.map((id) => rows.filter(({ aId, bId }) => aId === id || bId === id));
};

/** Ids from which decisions of a kind lead on and on, as `WITH RECURSIVE` takes it: pairs of where it began and where it leads. */
const following = (name: string, begin: string, decision: IdentityDecision) =>
  `${name}("of", id) AS (${begin} UNION SELECT ${name}."of", link.id FROM ${name}, LATERAL (${linkedTo(`${name}.id`, decision)}) AS link(id))`;

const SAME = following('same', 'SELECT id, id FROM unnest($1::uuid[]) AS id', 'SAME');

/** Suspects about whom it is decided, directly or by way of others, that they are or are not the same as each one. */
export const decidedAbout: Batch<string, string[]> = async (db, ids) => {
  const different = `SELECT same."of", link.id FROM same, LATERAL (${linkedTo('same.id', 'DIFFERENT')}) AS link(id)`;
  const rows = await db.query<{ of: string; id: string }>(
    `WITH RECURSIVE ${SAME}, ${following('apart', different, 'SAME')}
     SELECT * FROM same WHERE id <> "of" UNION SELECT * FROM apart`,
    [ids],
  );
  return ids.map((id) => rows.filter((row) => row.of === id).map((row) => row.id));
};

/** Lets one decision be made at a time, until the transaction ends: two at once could contradict each other unseen. */
export async function decideInTurn(transaction: Transaction): Promise<void> {
  await transaction.query(`SELECT pg_advisory_xact_lock(hashtext('throughline identity'))`);
}

/** Every decision that stands about anybody who is joined to one of the suspects. */
export function linksAround(transaction: Transaction, ids: string[]): Promise<IdentityLink[]> {
  const sql = `WITH RECURSIVE ${SAME}
    SELECT ${decision} FROM cases.identity_link t
    WHERE (t.a_id = ANY(ARRAY(SELECT id FROM same)) OR t.b_id = ANY(ARRAY(SELECT id FROM same))) AND t.withdrawn_at IS NULL ORDER BY t.id`;
  return transaction.query(sql, [ids]);
}
