import { setTimeout as delay } from 'node:timers/promises';

/** Told of a trouble when it begins, once. */
export type Tell = (line: string) => void;

const FIRST_MS = 100;

/** Waits longer after each failure in a row, and tells of the first. */
export class Patience {
  private failures = 0;

  constructor(
    private readonly what: string,
    private readonly tell: Tell,
    private readonly signal: AbortSignal,
    private readonly mostMs = 10_000,
  ) {}

  /** After a success. */
  end(): void {
    if (this.failures > 0) this.tell(`${this.what}: goes on`);
    this.failures = 0;
  }

  /** After a failure. */
  async wait(error: unknown): Promise<void> {
    if (this.failures === 0) this.tell(`${this.what}: ${error instanceof Error ? error.message : String(error)}`);
    const milliseconds = Math.min(FIRST_MS * 2 ** this.failures, this.mostMs);
    this.failures += 1;
    await delay(milliseconds, undefined, { signal: this.signal }).catch(() => undefined);
  }
}
