import { type Batch, type Conditions, columns, conditions, table } from '@throughline/subgraph';
import { Recommendation } from './recommendation.model';
import type { RecommendationFilter } from './recommendation.resolver';
import { settled } from './recommendation.service';

export interface RecommendationsArgs {
  filter?: RecommendationFilter | null;
  /** The day by which overdue is judged, `YYYY-MM-DD`. */
  today: string;
}

const where: Conditions<RecommendationFilter> = {
  owner: 't.owner = ?',
  status: 'latest.status = ANY(?::text[])',
  overdue: 'late.overdue = ?::boolean',
  dueBefore: 't.due_on < ?::date',
  report: 't.report = ?',
};

/** Recommendations for the one key `all`; status and lateness as `recommendation.service.ts` has them. */
export const recommendationsBy: Batch<'all', Recommendation[], RecommendationsArgs> = async (db, keys, args) => {
  const params: unknown[] = [args.today, settled];
  const filter = ['t.withdrawn_at IS NULL', ...conditions(where, args.filter, params)];
  const rows = await db.query<Recommendation>(
    `SELECT ${columns(Recommendation, 't')} FROM ${table(Recommendation)} t
      LEFT JOIN LATERAL (
        SELECT step->>'status' AS status FROM jsonb_array_elements(t.history) WITH ORDINALITY AS history(step, n)
        ORDER BY step->>'on' DESC, n DESC LIMIT 1
      ) latest ON true
      CROSS JOIN LATERAL (
        SELECT coalesce(t.due_on < $1::date, false) AND coalesce(latest.status <> ALL($2::text[]), true) AS overdue
      ) late
      WHERE ${filter.join(' AND ')}
      ORDER BY t.report, ARRAY(SELECT part[1]::numeric FROM regexp_matches(t.number, '[0-9]+', 'g') AS part), t.number, t.id
      LIMIT 1000`,
    params,
  );
  return keys.map(() => rows);
};
