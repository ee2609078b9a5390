import { type AuditEntry, type AuditRecord, type ChainFault, ChainCheck, GENESIS, chain } from '@throughline/access';
import type { Database } from '@throughline/subgraph';

/** Entries written in one transaction at most. */
const BATCH = 500;
/** Records read at once while the chain is followed. */
const PAGE = 2000;

interface Waiting {
  entry: AuditEntry;
  written: () => void;
  failed: (error: unknown) => void;
}

/** What is asked of the log; every condition given must hold. */
export interface AuditFilter {
  recordId?: string | null;
  principalId?: string | null;
  agency?: string | null;
  from?: string | null;
  to?: string | null;
  kinds?: string[] | null;
  outcome?: string | null;
}

/**
 * The log of who did what with personal data. Entries that wait are written together: while one batch is committed the
 * next gathers, so the cost of a commit is shared by whoever asks at the same time. Replicas take turns by a lock, so
 * there is one chain.
 */
export class AuditLog {
  private readonly waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;

  constructor(private readonly db: Database) {}

  /** Resolves once the entry is stored for good; rejects where it cannot be: the request must then fail. */
  append(entry: AuditEntry): Promise<void> {
    return new Promise((written, failed) => {
      this.waiting.push({ entry, written, failed });
      this.writing ??= this.drain();
    });
  }

  /** Resolves once everything that was given is stored. */
  async flush(): Promise<void> {
    while (this.writing) await this.writing;
  }

  private async drain(): Promise<void> {
    // What is asked for in this turn of the event loop goes together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.write(batch.map(({ entry }) => entry));
        for (const { written } of batch) written();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    // At once, and not when somebody hears of the end: what is asked for in between would wait for ever.
    this.writing = undefined;
  }

  private async write(entries: AuditEntry[]): Promise<void> {
    await this.db.transaction(async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('throughline audit'))`);
      const { rows } = await client.query<{ sequence: number; hash: string }>(
        `SELECT sequence, hash FROM access.audit ORDER BY sequence DESC LIMIT 1`,
      );
      const records = chain(entries, rows[0] ?? { sequence: 0, hash: GENESIS });
      await client.query(
        `INSERT INTO access.audit (sequence, at, principal, agency, kind, outcome, records, entry, hash)
         SELECT (r ->> 'sequence')::bigint, (r ->> 'at')::timestamptz, r -> 'principal' ->> 'id', r -> 'principal' ->> 'agency',
           r ->> 'kind', r ->> 'outcome', ARRAY(SELECT jsonb_array_elements_text(r -> 'recordIds')), r - '{sequence,hash}'::text[], r ->> 'hash'
         FROM jsonb_array_elements($1::jsonb) AS r`,
        [JSON.stringify(records)],
      );
    });
  }

  /**
   * Follows the whole chain, or what was added after a place that was noted before. Gives the first fault, and where
   * the chain ends: kept elsewhere, that also shows whether its end was cut off.
   */
  async verify(
    progress: (sequence: number) => void = () => undefined,
  ): Promise<{ fault: ChainFault | undefined; last: { sequence: number; hash: string } }> {
    const check = new ChainCheck();
    for (;;) {
      const page = await this.db.query<{ sequence: number; entry: AuditEntry; hash: string }>(
        `SELECT sequence, entry, hash FROM access.audit WHERE sequence > $1 ORDER BY sequence LIMIT ${PAGE}`,
        [check.last.sequence],
      );
      for (const { sequence, entry, hash } of page) {
        const fault = check.next({ ...entry, sequence, hash });
        if (fault) return { fault, last: check.last };
      }
      progress(check.last.sequence);
      if (page.length < PAGE) return { fault: undefined, last: check.last };
    }
  }

  /** A page of the log, the newest first, before a place; and how many there are in all where `count` asks. */
  async find(
    filter: AuditFilter,
    { first, before, count }: { first: number; before: number | null; count: boolean },
  ): Promise<{ records: AuditRecord[]; total: number | null }> {
    const params: unknown[] = [];
    const where = Object.entries(CONDITIONS)
      .filter(([name]) => (filter[name as keyof AuditFilter] ?? null) !== null)
      .map(([name, sql]) => sql.replace('?', `$${params.push(filter[name as keyof AuditFilter])}`));
    const matching = where.length > 0 ? where.join(' AND ') : 'true';
    const total = count
      ? (await this.db.query<{ n: number }>(`SELECT count(*) AS n FROM access.audit WHERE ${matching}`, params))[0]!.n
      : null;
    const page = before === null ? 'true' : `sequence < $${params.push(before)}`;
    const found = await this.db.query<{ sequence: number; entry: AuditEntry; hash: string }>(
      `SELECT sequence, entry, hash FROM access.audit WHERE ${matching} AND ${page} ORDER BY sequence DESC LIMIT $${params.push(first)}`,
      params,
    );
    return { records: found.map(({ sequence, entry, hash }) => ({ ...entry, sequence, hash })), total };
  }
}

const CONDITIONS: Record<keyof AuditFilter, string> = {
  recordId: 'records @> ARRAY[?::text]',
  principalId: 'principal = ?',
  agency: 'agency = ?',
  from: 'at >= ?',
  to: 'at < ?',
  kinds: 'kind = ANY(?)',
  outcome: 'outcome = ?',
};
