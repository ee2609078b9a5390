import { setImmediate as turn } from 'node:timers/promises';
import type { Database, Leader } from '@throughline/subgraph';
import { Bell } from '../bell';
import { definitionsBy } from '../definition/definition.queries';
import { type Entry, entryOf } from './entry';
import { type People, type Ports, peopleOf } from './facts.service';
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

/** Suspects whose facts are being read. */
interface Reading {
  marks: readonly Mark[];
  asAt: string;
  people: Promise<People>;
  /** Cases and guidance that changes named since it was begun. */
  named: Set<string>;
}

/**
 * Looks again at everybody who is marked, batch after batch, and writes what it finds. While one batch is worked out and
 * written the facts of the next are read: each is read after the one before and written after it, so that nothing is
 * ever overwritten by what was read earlier.
 */
export class Looking {
  private readonly bell = new Bell();
  /** Of each reading, what was named since it was begun. */
  private readonly named = new Set<Set<string>>();
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
    for (const named of this.named) for (const key of keys) named.add(key);
  };

  /** Goes on until the leader's signal; finishes the batch under way. */
  async goOn(): Promise<void> {
    const { leader, around } = this;
    let dueNext = 0;
    let next: Reading | undefined;
    while (!leader.signal.aborted) {
      if (performance.now() >= dueNext) {
        await markDue(leader, around.clock());
        dueNext = performance.now() + around.dueEveryMs;
      }
      const reading = next ?? (await this.read([]));
      if (reading) next = await this.look(reading);
      else {
        await endRebuild(leader);
        await this.bell.wait(Math.min(IDLE_MS, around.dueEveryMs));
      }
    }
    await next?.people.catch(() => undefined);
  }

  /** Begins to read the facts of the next who are marked, other than those who are being looked at. */
  private async read(others: readonly Mark[]): Promise<Reading | undefined> {
    const { ports, clock } = this.around;
    const marks = await nextMarks(this.db, this.atOnce, others);
    if (marks.length === 0) return undefined;
    const suspects = marks.map(({ suspect }) => suspect);
    // Before anything is asked: what becomes known from now on may not be among the answers.
    const named = new Set<string>();
    this.named.add(named);
    const people = peopleOf(ports, suspects, (ids) => knownWith(this.db, ids));
    people.catch(() => undefined);
    return { marks, asAt: clock().toISOString(), named, people };
  }

  /** Looks at those whose facts are read, and gives the next, whose facts are being read meanwhile. */
  private async look(reading: Reading): Promise<Reading | undefined> {
    const { marks } = reading;
    let next: Promise<Reading | undefined> | undefined;
    try {
      const people = await reading.people;
      next = this.read(marks);
      next.catch(() => undefined);
      await this.write(reading, people);
      this.patience.end();
      this.atOnce = Math.min(AT_ONCE, this.atOnce * 2);
    } catch (error) {
      this.patience.begin(error);
      // Fewer at a time, until whoever it lies with is alone; then the others go on without them.
      this.atOnce = Math.max(1, marks.length >> 1);
      if (marks.length === 1) await this.putOff(marks[0]!);
    } finally {
      this.named.delete(reading.named);
    }
    return next;
  }

  private async write({ marks, asAt, named }: Reading, { persons, covered }: People): Promise<void> {
    const [published] = await definitionsBy(this.db, ['all'], {});
    // Of one version that was published twice, the later, as wherever it is asked about.
    const definitions = [...new Map(published!.map((one) => [`${one.key}@${one.version}`, one])).values()];
    const entries: Entry[] = [];
    for (const [n, person] of persons.entries()) {
      entries.push(entryOf(person, definitions, asAt));
      // Others in the process wait meanwhile: let them through every so often.
      if (n % TURN_EVERY === TURN_EVERY - 1) await turn();
    }
    const isNamed = ({ caseIds, guidance }: Entry) => [...caseIds, ...guidance].some((key) => named.has(key));
    await write(this.leader, { marks, covered, entries, asAt }, isNamed);
  }

  private async putOff(mark: Mark): Promise<void> {
    if (this.leader.signal.aborted) return;
    await putOff(this.leader, mark, Math.min(1_000 * 2 ** mark.failures, PUT_OFF_AT_MOST_MS));
    await this.patience.wait();
  }
}
