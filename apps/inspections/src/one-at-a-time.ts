import type { Transaction } from '@throughline/subgraph';

/**
 * Waits until nobody else writes what goes by this name, and keeps others waiting until the transaction ends: for what
 * must be the only one of its name, which no lock on a row can see to while there is no row.
 */
export async function oneAtATime(transaction: Transaction, ...name: string[]): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [JSON.stringify(name)]);
}
