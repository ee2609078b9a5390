import { setImmediate as turn } from 'node:timers/promises';
import type { Database, Leader } from '@throughline/subgraph';
import { Bell } from '../bell';
import { definitionsBy } from '../definition/definition.queries';
import { type Entry, entryOf } from './entry';
import { type Ports, peopleOf } from './facts.service';
import { type Mark, knownWith, markDue, nextMarks, putOff, write } from './flag-index.queries';
import { Patience, type Tell } from './patience';
import { endRebuild } from './rebuild.queries';

/** Suspects looked at together: each subgraph is asked once for all of them. */
const AT_ONCE = 200;
const TURN_EVERY = 10;
const IDLE_MS = 1_000;
const PUT_OFF_AT_MOST_MS = 30_000;

/** What the index needs besides its database. */
export interface Surroundings {
  ports: Ports;
  clock: () => Date;
  /** How often those are looked for whose flags may be others by time alone. */
  dueEveryMs: number;
  tell: Tell;
}

/** Looks again at everybody who is marked, batch after batch, and writes what it finds. */
export class Looking {
  private readonly bell = new Bell();
  /** Cases and guidance that changes named since the batch under way was begun. */
  private readonly named = new Set<string>();
  private atOnce = AT_ONCE;
  private readonly patience: Patience;

  constructor(
    private readonly db: Database,
    private readonly leader: Leader,
    private readonly around: Surroundings,
  ) {
    this.patience = new Patience('the index of flags', around.tell, leader.signal);
    leader.signal.addEventListener('abort', this.bell.ring);
  }

  wake = this.bell.ring;

  /**
   * Notes what changes concern only through a case or a guidance document. Those being looked at may have come to it
   * just now: they are not yet found by it, and the change may have come after their facts were read.
   */
  concerned = (keys: readonly string[]): void => {
    for (const key of keys) this.named.add(key);
  };

  /** Goes on until the leader's signal; finishes the batch under way. */
  async goOn(): Promise<void> {
    const { leader, around } = this;
    let dueNext = 0;
    while (!leader.signal.aborted) {
      if (performance.now() >= dueNext) {
        await markDue(leader, around.clock());
        dueNext = performance.now() + around.dueEveryMs;
      }
      const marks = await nextMarks(this.db, this.atOnce);
      if (marks.length > 0) await this.look(marks);
      else {
        await endRebuild(leader);
        await this.bell.wait(Math.min(IDLE_MS, around.dueEveryMs));
      }
    }
  }

  private async look(marks: readonly Mark[]): Promise<void> {
    try {
      await this.lookAt(marks);
      this.patience.end();
      this.atOnce = Math.min(AT_ONCE, this.atOnce * 2);
    } catch (error) {
      this.patience.begin(error);
      // Fewer at a time, until whoever it lies with is alone; then the others go on without them.
      this.atOnce = Math.max(1, marks.length >> 1);
      if (marks.length === 1) await this.putOff(marks[0]!);
    }
  }

  private async lookAt(marks: readonly Mark[]): Promise<void> {
    const { ports, clock } = this.around;
    this.named.clear();
    const asAt = clock().toISOString();
    const suspects = marks.map(({ suspect }) => suspect);
    const { persons, covered } = await peopleOf(ports, suspects, (ids) => knownWith(this.db, ids));
    const [published] = await definitionsBy(this.db, ['all'], {});
    // Of one version that was published twice, the later, as wherever it is asked about.
    const definitions = [...new Map(published!.map((one) => [`${one.key}@${one.version}`, one])).values()];
    const entries: Entry[] = [];
    for (const [n, person] of persons.entries()) {
      entries.push(entryOf(person, definitions, asAt));
      // Others in the process wait meanwhile: let them through every so often.
      if (n % TURN_EVERY === TURN_EVERY - 1) await turn();
    }
    const isNamed = ({ caseIds, guidance }: Entry) => [...caseIds, ...guidance].some((key) => this.named.has(key));
    await write(this.leader, { marks, covered, entries, asAt }, isNamed);
  }

  private async putOff(mark: Mark): Promise<void> {
    if (this.leader.signal.aborted) return;
    await putOff(this.leader, mark, Math.min(1_000 * 2 ** mark.failures, PUT_OFF_AT_MOST_MS));
    await this.patience.wait();
  }
}
