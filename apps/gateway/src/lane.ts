import type { ImportItem } from '@throughline/subgraph';

const BATCH_RECORDS = 4_000;
/** The first batch is small and each next one is twice as long: writing begins while the others are still read. */
const FIRST_BATCH_RECORDS = 250;
/** Characters of JSON. */
const BATCH_LENGTH = 2 * 1024 * 1024;

/**
 * The way of records to one subgraph, in their order: batches are being written while the next fills. When all are
 * full, `add` waits, so memory stays the same however long the file is.
 */
export class Lane {
  private items: ImportItem[] = [];
  private texts: string[] = [];
  private length = 0;
  private full = FIRST_BATCH_RECORDS;
  /** Batches under way, oldest first. */
  private flights: Promise<void>[] = [];

  /** `send` is given the records of a batch and the lines they came as; it may have `most` batches under way. */
  constructor(
    private readonly send: (items: ImportItem[], texts: string[]) => Promise<void>,
    private readonly most: number,
  ) {}

  /** Takes a record. A promise where the caller must wait; it throws what an earlier batch ran into. */
  add(item: ImportItem, text: string): Promise<void> | undefined {
    this.items.push(item);
    this.texts.push(text);
    this.length += text.length;
    return this.items.length >= this.full || this.length >= BATCH_LENGTH ? this.flush() : undefined;
  }

  /** Sends what is left and waits until it is written. */
  async drain(): Promise<void> {
    if (this.items.length > 0) await this.flush();
    await this.settle();
  }

  /** Waits for the batches under way; throws what they ran into. */
  async settle(): Promise<void> {
    await Promise.all(this.flights);
  }

  private async flush(): Promise<void> {
    const { items, texts } = this;
    this.items = [];
    this.texts = [];
    this.length = 0;
    this.full = Math.min(this.full * 2, BATCH_RECORDS);
    while (this.flights.length >= this.most) {
      await this.flights[0];
      void this.flights.shift();
    }
    const flight = this.send(items, texts);
    // Whoever waits next is told; until then it must not count as a rejection that nobody handles.
    flight.catch(() => undefined);
    this.flights.push(flight);
  }
}
