import { type Batch, columns } from '@throughline/subgraph';
import { IdentityLink } from './identity-link.model';

/** Links that name a suspect on either side. */
export const linksOfSuspects: Batch<string, IdentityLink[]> = async (db, ids) => {
  const rows = await db.query<IdentityLink>(
    `SELECT ${columns(IdentityLink, 't')} FROM cases.identity_link t
     WHERE (t.a_id = ANY($1::uuid[]) OR t.b_id = ANY($1::uuid[])) AND t.withdrawn_at IS NULL ORDER BY t.id`,
    [ids],
  );
  return ids.map((id) => rows.filter(({ aId, bId }) => aId === id || bId === id));
};
