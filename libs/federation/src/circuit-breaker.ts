/** Stops asking something that fails again and again, and tries it once in a while. */
export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;
  private trying = false;

  /** Opens after `after` failures in a row, 0 for never; each try after that is `pauseMs` later. */
  constructor(
    private readonly after: number,
    private readonly pauseMs: number,
  ) {}

  /** Does the work, or throws at once while open. A failure after `signal` aborted says nothing of the other side. */
  async run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const isOpen = this.after > 0 && this.failures >= this.after;
    if (isOpen && (this.trying || Date.now() < this.openUntil)) throw new Error('not asked: it failed too often');
    this.trying = isOpen;
    try {
      const result = await work();
      this.failures = 0;
      return result;
    } catch (error) {
      if (!signal?.aborted) {
        this.failures += 1;
        this.openUntil = Date.now() + this.pauseMs;
      }
      throw error;
    } finally {
      if (isOpen) this.trying = false;
    }
  }
}
