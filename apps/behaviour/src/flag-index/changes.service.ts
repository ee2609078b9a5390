import type { Leader, SubgraphPort } from '@throughline/subgraph';
import { cursorOf, takeIn, upToDate } from './changes.queries';
import { Patience, type Tell } from './patience';

/** Reads the changes of one subgraph as they come, and marks whom they concern. */
export class Changes {
  private cursor: string | null = null;

  constructor(
    private readonly leader: Leader,
    private readonly port: SubgraphPort,
    /** Told of the cases and guidance that a batch names, when nothing else is being written any more. */
    private readonly concerned: (keys: readonly string[]) => void,
    /** Told when somebody is marked. */
    private readonly marked: () => void,
    private readonly tell: Tell,
  ) {}

  /** Follows until the leader's signal. Throws where the index itself cannot be written. */
  async follow(): Promise<void> {
    const { leader, port } = this;
    const patience = new Patience(`the changes of ${port.name}`, this.tell, leader.signal);
    this.cursor = await cursorOf(leader, port.name);
    while (!leader.signal.aborted) {
      try {
        for await (const notices of port.followChanges(this.cursor, leader.signal)) {
          if (notices.length === 0) continue;
          const keys = notices.flatMap(({ cases, guidance }) => [...cases, ...guidance]);
          const marked = await takeIn(leader, { subgraph: port.name, notices }, () => this.concerned(keys));
          this.cursor = notices.at(-1)!.cursor;
          if (marked > 0) this.marked();
          patience.end();
        }
      } catch (error) {
        patience.begin(error);
        await patience.wait();
      }
    }
  }

  /** Notes that all is read where it is, so that it can be told how fresh the index is. */
  async noteUpToDate(): Promise<void> {
    const { leader, port, cursor } = this;
    const at = new Date();
    const last = await port.lastChange().catch(() => undefined);
    if (last === cursor) await upToDate(leader, port.name, cursor, at);
  }
}
