/** SQL that adds so many cases, without what hangs on them. */
export const SCALE_CASE = (n: number) => `INSERT INTO cases."case"
  (id, source, ref, urn, force, area, opened_on, stage, suspect_ids, victim_ids, relationship, domestic)
  SELECT gen_random_uuid(), 'police:20', n::text, 'U' || n, '20', 'WEST_MIDLANDS', date '2020-01-01' + (n % 2000), 'NFA',
    ARRAY[gen_random_uuid()], ARRAY[gen_random_uuid()], 'STRANGER', false FROM generate_series(1, ${n}) AS n`;
