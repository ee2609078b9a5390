import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { type Database, inTransaction } from './database';

/** How soon after a leader has gone another takes over. */
const ASK_EVERY_MS = 500;

/** Should the machine of a leader vanish without a word, PostgreSQL finds out in half a minute and not in two hours. */
const KEEP_ALIVE = `SELECT set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '4', false)`;

/**
 * What the leader writes by: the one connection that also holds the lock. Who has lost the lock has lost the connection,
 * so that what a former leader had begun to write is never written.
 */
export class Leader {
  private last: Promise<unknown> = Promise.resolve();
  private readonly ending = new AbortController();
  /** Aborted when it is to stop, and when it leads no longer. */
  readonly signal: AbortSignal;

  constructor(
    private readonly client: PoolClient,
    stop: AbortSignal,
  ) {
    this.signal = AbortSignal.any([stop, this.ending.signal]);
  }

  /** Ends what it does as leader. */
  end = (): void => this.ending.abort();

  /** Runs `work` in a transaction, one after another. */
  transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const result = this.last.then(() => inTransaction(this.client, () => work(this.client)));
    this.last = result.catch(() => undefined);
    return result;
  }
}

/**
 * Does `work` while this process leads in `name`, which one process on the database does at a time; the others wait and
 * one of them takes over when it ends, however it ends. Work that fails is told to `failed` and begun anew. Returns
 * once `signal` is aborted and the work has ended.
 */
export async function lead(
  db: Database,
  name: string,
  signal: AbortSignal,
  work: (leader: Leader) => Promise<void>,
  failed: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await db.connection((client) => leadOn(client, `throughline ${name}`, signal, work)).catch(failed);
    await delay(ASK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function leadOn(
  client: PoolClient,
  name: string,
  signal: AbortSignal,
  work: (leader: Leader) => Promise<void>,
): Promise<void> {
  const leader = new Leader(client, signal);
  client.once('error', leader.end);
  try {
    // Asking again and again, rather than waiting in PostgreSQL: a statement that waits for days holds vacuum up.
    const { rows } = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS leads', [
      name,
    ]);
    if (!rows[0]!.leads) return;
    try {
      await client.query(KEEP_ALIVE);
      await work(leader);
    } finally {
      // A connection that may still hold the lock is not lent again.
      await client
        .query('SELECT pg_advisory_unlock(hashtext($1))', [name])
        .catch((error: unknown) => client.emit('error', error as Error));
    }
  } finally {
    client.off('error', leader.end);
  }
}
