import type { Duplex } from 'node:stream';
import type { PoolClient } from 'pg';

/** So many statements at most go over one connection together: PostgreSQL works them off one after another. */
const TOGETHER = 8;

interface Asked {
  /** Prepared under its name, if it has one. */
  statement: { name?: string; text: string };
  params: unknown[];
  resolve: (rows: unknown[]) => void;
  reject: (error: Error) => void;
}

/**
 * Runs single statements. Those that are asked for in one turn of the event loop go out in one write, over one
 * connection that carries the same rights for all of them. It is lent for as long as they take: nothing of anybody else's
 * can come between.
 */
export class Reader {
  private asked: Asked[] = [];

  /** `lend` gives a connection that takes statements before those ahead of them have ended (`pipeline` of `pg`). */
  constructor(private readonly lend: (work: (client: PoolClient) => Promise<void>) => Promise<void>) {}

  /** The rows of one statement; fails alone. */
  ask(statement: Asked['statement'], params: unknown[]): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      if (this.asked.push({ statement, params, resolve, reject }) === 1) process.nextTick(() => this.send());
    });
  }

  private send(): void {
    const { asked } = this;
    this.asked = [];
    for (let first = 0; first < asked.length; first += TOGETHER) {
      const together = asked.slice(first, first + TOGETHER);
      this.lend((client) => run(client, together)).catch((error: unknown) => {
        // Those that have their answer already no longer mind.
        for (const { reject } of together) reject(error as Error);
      });
    }
  }
}

async function run(client: PoolClient, asked: readonly Asked[]): Promise<void> {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  const answers = asked.map(({ statement, params, resolve, reject }) =>
    client.query<object>({ ...statement, values: params }).then(({ rows }) => resolve(rows), reject),
  );
  stream.uncork();
  await Promise.all(answers);
}
