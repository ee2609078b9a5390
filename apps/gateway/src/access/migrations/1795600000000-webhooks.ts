import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses that hear of changes, and what they have not taken yet. A delivery is a part of the feed, from one position
 * to another, and not what was in it: that is asked for anew whenever it is sent.
 */
export class Webhooks1795600000000 implements MigrationInterface {
  name = 'Webhooks1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE access.webhook (
      id text PRIMARY KEY, key text NOT NULL REFERENCES access.key, url text NOT NULL,
      purpose text NOT NULL, justification text, position jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(), created_by text NOT NULL, request_id text NOT NULL,
      ended_at timestamptz, ended_because text, UNIQUE (created_by, request_id))`);
    await runner.query(`CREATE INDEX webhook_key_idx ON access.webhook (key)`);
    await runner.query(`CREATE TABLE access.delivery (
      id text PRIMARY KEY, webhook text NOT NULL REFERENCES access.webhook,
      number bigint GENERATED ALWAYS AS IDENTITY, after jsonb NOT NULL, until jsonb NOT NULL,
      state text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DEAD')),
      attempts integer NOT NULL DEFAULT 0, next_at timestamptz NOT NULL DEFAULT now(), last_error text,
      created_at timestamptz NOT NULL DEFAULT now())`);
    await runner.query(`CREATE INDEX delivery_webhook_idx ON access.delivery (webhook, state, number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE access.delivery, access.webhook`);
  }
}
