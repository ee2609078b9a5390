import type { Purpose } from '@throughline/access';
import { CodedError, type Database } from '@throughline/subgraph';
import type { Position } from '../changes/change-feed';
import { endWebhook, newId } from './webhook.queries';

/** An address that hears of changes, by the rights of a key. */
export interface Webhook {
  id: string;
  /** Public id of the key. */
  key: string;
  url: string;
  purpose: Purpose;
  justification: string | null;
  /** How far the feed was taken into deliveries. */
  position: Position;
  createdAt: string;
  endedAt: string | null;
  endedBecause: string | null;
}

/** A part of the feed that an address has not taken yet. */
export interface Delivery {
  id: string;
  webhook: string;
  after: Position;
  until: Position;
  /** `DEAD` once it is no longer tried by itself. */
  state: 'WAITING' | 'DEAD';
  attempts: number;
  nextAt: string;
  lastError: string | null;
  createdAt: string;
}

export type NewWebhook = Pick<Webhook, 'key' | 'url' | 'purpose' | 'justification' | 'position'>;

const WEBHOOK = `w.id, w.key, w.url, w.purpose, w.justification, w.position, w.created_at AS "createdAt",
  w.ended_at AS "endedAt", w.ended_because AS "endedBecause"`;
const DELIVERY = `d.id, d.webhook, d.after, d.until, d.state, d.attempts, d.next_at AS "nextAt",
  d.last_error AS "lastError", d.created_at AS "createdAt"`;

/** So many of what was not taken are shown. */
export const DELIVERIES_SHOWN = 100;

/** Webhooks and what they have not taken yet. Secrets are not among it: they follow from the id. */
export class WebhookStore {
  constructor(private readonly db: Database) {}

  /** Adds one. A request sent again gives the same one, and says that it is not new. */
  async add(given: NewWebhook, by: string, requestId: string): Promise<{ webhook: Webhook; isNew: boolean }> {
    const { key, url, purpose, justification, position } = given;
    const [made] = await this.db.query<Webhook>(
      `INSERT INTO access.webhook AS w (id, key, url, purpose, justification, position, created_by, request_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (created_by, request_id) DO NOTHING RETURNING ${WEBHOOK}`,
      [newId('wh'), key, url, purpose, justification, JSON.stringify(position), by, requestId],
    );
    if (made) return { webhook: made, isNew: true };
    const [before] = await this.db.query<Webhook>(
      `SELECT ${WEBHOOK} FROM access.webhook w WHERE w.created_by = $1 AND w.request_id = $2`,
      [by, requestId],
    );
    return { webhook: before!, isNew: false };
  }

  /** Those of a key, or all of them, the newest first. */
  list(key: string | null): Promise<Webhook[]> {
    return this.db.query<Webhook>(
      `SELECT ${WEBHOOK} FROM access.webhook w WHERE $1::text IS NULL OR w.key = $1 ORDER BY w.created_at DESC, w.id`,
      [key],
    );
  }

  async get(id: string): Promise<Webhook | undefined> {
    return (await this.db.query<Webhook>(`SELECT ${WEBHOOK} FROM access.webhook w WHERE w.id = $1`, [id]))[0];
  }

  /** Of the webhook that something is delivered to. */
  async ofDelivery(delivery: string): Promise<Webhook | undefined> {
    const [webhook] = await this.db.query<Webhook>(
      `SELECT ${WEBHOOK} FROM access.webhook w WHERE w.id = (SELECT webhook FROM access.delivery WHERE id = $1)`,
      [delivery],
    );
    return webhook;
  }

  /** What webhooks have not taken yet, the oldest first, of each so many at most: one statement for all. */
  async deliveries(webhooks: readonly string[]): Promise<Delivery[]> {
    return this.db.query<Delivery>(
      `SELECT d.* FROM unnest($1::text[]) AS w(id), LATERAL (
         SELECT ${DELIVERY} FROM access.delivery d WHERE d.webhook = w.id ORDER BY d.number LIMIT ${DELIVERIES_SHOWN}) d`,
      [webhooks],
    );
  }

  /** Has a delivery tried now, and again as often as a new one. */
  async resend(id: string): Promise<void> {
    await this.db.query(`UPDATE access.delivery SET state = 'WAITING', attempts = 0, next_at = now() WHERE id = $1`, [
      id,
    ]);
  }

  /** Ends one for good, with whatever it has not taken; one that has ended stays as it was. */
  async end(id: string, because: string): Promise<Webhook> {
    return this.db.transaction(async (client) => {
      await endWebhook(client, id, because);
      const { rows } = await client.query<Webhook>(`SELECT ${WEBHOOK} FROM access.webhook w WHERE w.id = $1`, [id]);
      if (rows[0]) return rows[0];
      throw new CodedError('NOT_FOUND', 'There is no such webhook.');
    });
  }

  /** Webhooks that may have something to do now, each with what it is to take next where that is known already. */
  async due(id: string | null = null): Promise<{ webhook: Webhook; delivery: Delivery | null }[]> {
    const rows = await this.db.query<Webhook & { delivery: Delivery | null }>(
      `SELECT ${WEBHOOK}, to_jsonb(d) AS delivery FROM access.webhook w
         LEFT JOIN LATERAL (SELECT ${DELIVERY} FROM access.delivery d
           WHERE d.webhook = w.id AND d.state = 'WAITING' ORDER BY d.number LIMIT 1) d ON true
       WHERE w.ended_at IS NULL AND ($1::text IS NULL OR w.id = $1) AND (d.id IS NULL OR d."nextAt" <= now())
       ORDER BY w.id`,
      [id],
    );
    return rows.map(({ delivery, ...webhook }) => ({ webhook, delivery }));
  }
}
