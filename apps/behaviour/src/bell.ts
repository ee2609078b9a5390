/** Lets one loop wait until there is something to do. A ring while nobody waits is not lost. */
export class Bell {
  private isRung = false;
  private wake = () => {};

  ring = (): void => {
    this.isRung = true;
    this.wake();
  };

  /** Resolves at the first ring since it last did, or after the time without one. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.isRung) {
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(late);
          resolve();
        };
      });
    }
    this.isRung = false;
  }
}
