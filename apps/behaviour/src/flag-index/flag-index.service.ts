import { setTimeout as delay } from 'node:timers/promises';
import { type Database, type Leader, type SubgraphPort, lead } from '@throughline/subgraph';
import { Changes } from './changes.service';
import { type FactSource, type Ports, factSources } from './facts.service';
import { Looking, type Surroundings } from './looking.service';
import type { Tell } from './patience';
import { followRebuilds } from './rebuild.service';

const NOTE_EVERY_MS = 5_000;

export type FlagIndexOptions = Partial<Omit<Surroundings, 'ports'>>;

/**
 * Keeps the index of flags: follows the changes of every subgraph that has facts, looks again at whom they concern and
 * stores what the rules find. Of all processes that run it on one database one does the work at a time. It may be
 * killed at any moment: what is to be done stands in the database.
 */
export class FlagIndex {
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;

  /** `ports` are those of every subgraph, `behaviour` itself among them for the definitions that it keeps. */
  constructor(
    private readonly db: Database,
    private readonly ports: readonly SubgraphPort[],
    { clock = () => new Date(), dueEveryMs = 30_000, tell = toStandardError }: FlagIndexOptions = {},
  ) {
    const around = { ports: this.sources(), clock, dueEveryMs, tell };
    const failed = seldom((error: unknown) => tell(`the index of flags begins anew: ${String(error)}`));
    this.ended = lead(db, 'flag index', this.stopping.signal, (leader) => this.work(leader, around), failed);
  }

  /** Finishes the batch under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private sources(): Ports {
    const sources = new Map(this.ports.map((port) => [port.name, port]));
    const missing = factSources.filter((name) => !sources.has(name));
    if (missing.length > 0) throw new Error(`the index of flags needs the subgraphs ${missing.join(', ')}`);
    return Object.fromEntries(factSources.map((name) => [name, sources.get(name)!])) as Record<
      FactSource,
      SubgraphPort
    >;
  }

  /** Until the leader's signal. Should one part fail, the others end too. */
  private async work(leader: Leader, around: Surroundings): Promise<void> {
    const looking = new Looking(this.db, leader, around);
    const feeds = this.ports.map((port) => new Changes(leader, port, looking.concerned, looking.wake, around.tell));
    const parts = [
      ...feeds.map((feed) => feed.follow()),
      looking.goOn(),
      followRebuilds(this.db, leader, around.ports.cases, looking.wake, around.tell),
      noteUpToDate(leader, feeds),
    ];
    try {
      await Promise.all(parts);
    } finally {
      leader.end();
      // The connection is given back after this: nobody may be using it any more.
      await Promise.allSettled(parts);
    }
  }
}

async function noteUpToDate(leader: Leader, feeds: readonly Changes[]): Promise<void> {
  while (!leader.signal.aborted) {
    for (const feed of feeds) await feed.noteUpToDate();
    await delay(NOTE_EVERY_MS, undefined, { signal: leader.signal }).catch(() => undefined);
  }
}

const SELDOM_MS = 60_000;

/** Passes on no more than one call a minute. */
function seldom(tell: (error: unknown) => void): (error: unknown) => void {
  let last = -Infinity;
  return (error) => {
    if (performance.now() - last < SELDOM_MS) return;
    last = performance.now();
    tell(error);
  };
}

const toStandardError: Tell = (line) => process.stderr.write(`${line}\n`);
