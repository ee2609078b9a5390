import { opensWithRecords } from '@throughline/access';
import { type Batch, type Context, statement } from '@throughline/subgraph';

const MATCHED = statement(
  `SELECT id FROM unnest($1::uuid[]) AS id
   WHERE row_rules.matching_person((SELECT row_rules.rights()), id, true, NULL) & (SELECT row_rules.having('behaviour:read')) <> 0`,
);

const derivable: Batch<string, boolean> = async (db, ids) => {
  const found = new Set((await db.prepared<{ id: string }>(MATCHED, [ids])).map(({ id }) => id));
  return ids.map((id) => found.has(id));
};

/**
 * Whether somebody may be told what follows from a suspect's records: a grant that reaches the suspect has to open that.
 * Where each grant that reads records does, nobody needs to be looked at.
 */
export function mayDerive(context: Context, suspect: string): boolean | Promise<boolean> {
  return opensWithRecords(context.caller.rights, 'behaviour:read') || context.load(derivable, suspect);
}
