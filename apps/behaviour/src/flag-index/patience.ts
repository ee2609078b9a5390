import { setTimeout as delay } from 'node:timers/promises';

/** Told of a trouble when it begins, and when it is over. */
export type Tell = (line: string) => void;

const FIRST_MS = 100;
const MOST_MS = 10_000;

/** Waits longer after each failure in a row, and tells of the first alone. */
export class Patience {
  private waits = 0;
  private isTold = false;

  constructor(
    private readonly what: string,
    private readonly tell: Tell,
    private readonly signal: AbortSignal,
  ) {}

  /** After a failure; what fails because it is being stopped is none. */
  begin(error: unknown): void {
    if (this.isTold || this.signal.aborted) return;
    this.isTold = true;
    this.tell(`${this.what}: ${error instanceof Error ? error.message : String(error)}`);
  }

  async wait(): Promise<void> {
    const milliseconds = Math.min(FIRST_MS * 2 ** this.waits, MOST_MS);
    this.waits += 1;
    await delay(milliseconds, undefined, { signal: this.signal }).catch(() => undefined);
  }

  /** After a success. */
  end(): void {
    if (this.isTold) this.tell(`${this.what}: goes on`);
    this.isTold = false;
    this.waits = 0;
  }
}
