import type { ConversionSummary } from './table';

/** Enough to find the rows at fault without copying the file into the report. */
const MOST_EXAMPLES = 20;

interface Tally {
  count: number;
  examples: Set<string>;
}

/** Keeps the account of a conversion: rows read, what was left out and why, what was odd. */
export class Findings {
  private readonly rows = new Map<string, number>();
  private readonly left = new Map<string, Tally & { why: string }>();
  private readonly odd = new Map<string, Tally>();

  /** Adds `count` rows to those read from a file. */
  read(file: string, count: number): void {
    this.rows.set(file, (this.rows.get(file) ?? 0) + count);
  }

  /** Something without a home in the bundle; `example` is a distinct value of it. A count of 0 is not reported. */
  leave(what: string, why: string, count = 1, example?: string): void {
    if (count === 0) return;
    const tally = this.left.get(what) ?? { count: 0, examples: new Set(), why };
    this.left.set(what, tally);
    add(tally, count, example);
  }

  /** Something odd that was kept as it is, or passed over where `what` says so. */
  notice(what: string, example: string, count = 1): void {
    const tally = this.odd.get(what) ?? { count: 0, examples: new Set() };
    this.odd.set(what, tally);
    add(tally, count, example);
  }

  /** A row that was passed over; `where` names its file and its line or place there. */
  unreadable(where: string, reason: string): void {
    this.notice('unreadable row', `${where}: ${reason}`);
  }

  /** The account so far. */
  summary(): ConversionSummary {
    return {
      read: Object.fromEntries(this.rows),
      notImported: [...this.left].map(([what, { count, why, examples }]) => ({
        what,
        count,
        why,
        ...(examples.size > 0 && { examples: [...examples] }),
      })),
      noticed: [...this.odd].map(([what, { count, examples }]) => ({ what, count, examples: [...examples] })),
    };
  }
}

function add(tally: Tally, count: number, example: string | undefined): void {
  tally.count += count;
  if (example !== undefined && tally.examples.size < MOST_EXAMPLES) tally.examples.add(example);
}
