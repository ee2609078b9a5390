import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schema orders: order sorts. Lists of orders sort by these expressions (`order.queries.ts`), which no index over columns
 * serves. They stand without the id, so that the models, which know columns only, need not know them: PostgreSQL
 * sorts the orders of one day itself.
 */
export class OrderSorts1795401339488 implements MigrationInterface {
  name = 'OrderSorts1795401339488';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "order_made_on_sort_idx" ON "orders"."order" ((coalesce("made_on", 'infinity'::date)))`,
    );
    await runner.query(
      `CREATE INDEX "order_effective_to_sort_idx" ON "orders"."order" ((coalesce("effective_to", 'infinity'::date)))`,
    );
    // Those that bind somebody: few of the orders that ever were.
    await runner.query(
      `CREATE INDEX "order_in_force_idx" ON "orders"."order" ((coalesce("effective_to", 'infinity'::date)))
       WHERE "state" IN ('IN_FORCE', 'VARIED') AND "withdrawn_at" IS NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forwards: restore a backup instead.');
  }
}
