import { type Batch, type Conditions, columns, conditions, table } from '@throughline/subgraph';
import { StalkingLead } from './stalking-lead.model';
import type { StalkingLeadsArgs } from './stalking-lead.resolver';

const where: Conditions<StalkingLeadsArgs> = {
  force: 't.force = ?',
  area: 't.area = ?',
  on: 't."from" <= ?::date AND (t."to" IS NULL OR ?::date <= t."to")',
};

/** The directory, or the part of it that fits, for the one key `all`. */
export const stalkingLeadsBy: Batch<'all', StalkingLead[], StalkingLeadsArgs> = async (db, keys, args) => {
  const params: unknown[] = [];
  const filter = ['t.withdrawn_at IS NULL', ...conditions(where, args, params)];
  const rows = await db.query<StalkingLead>(
    `SELECT ${columns(StalkingLead, 't')} FROM ${table(StalkingLead)} t
      WHERE ${filter.join(' AND ')} ORDER BY t.force, t.area, t."from" DESC, t.id`,
    params,
  );
  return keys.map(() => rows);
};
