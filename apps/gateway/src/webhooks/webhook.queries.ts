import { randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Position } from '../changes/change-feed';

/** A new id that begins so. */
export const newId = (prefix: string) => `${prefix}_${randomBytes(16).toString('hex')}`;

/** Ends a webhook for good; its deliveries go with it. */
export async function endWebhook(client: PoolClient, id: string, because: string): Promise<void> {
  await client.query(
    `UPDATE access.webhook SET ended_at = now(), ended_because = $2 WHERE id = $1 AND ended_at IS NULL`,
    [id, because],
  );
  await client.query(`DELETE FROM access.delivery WHERE webhook = $1`, [id]);
}

/** Notes how far the feed of a webhook was taken, and what of it is to be delivered. */
export async function advance(client: PoolClient, id: string, until: Position, after?: Position): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE access.webhook SET position = $2 WHERE id = $1 AND ended_at IS NULL`,
    [id, JSON.stringify(until)],
  );
  // It may have been ended meanwhile.
  if (!after || !rowCount) return;
  await client.query(`INSERT INTO access.delivery (id, webhook, after, until) VALUES ($1, $2, $3, $4)`, [
    newId('msg'),
    id,
    JSON.stringify(after),
    JSON.stringify(until),
  ]);
}

/** Forgets a delivery that was taken. */
export async function delivered(client: PoolClient, id: string): Promise<void> {
  await client.query(`DELETE FROM access.delivery WHERE id = $1`, [id]);
}

/** Notes that a delivery failed, and when it is tried again; never by itself where that is null. */
export async function failed(client: PoolClient, id: string, error: string, inMs: number | null): Promise<void> {
  await client.query(
    `UPDATE access.delivery SET attempts = attempts + 1, last_error = $2,
       state = CASE WHEN $3::double precision IS NULL THEN 'DEAD' ELSE state END,
       next_at = now() + make_interval(secs => coalesce($3::double precision, 0) / 1000) WHERE id = $1`,
    [id, error, inMs],
  );
}
