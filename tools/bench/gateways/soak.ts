import { setTimeout as delay } from 'node:timers/promises';
import type { Child } from './child';
import { type Request, type Target, load, round } from './load';

/** What a process held in one minute under load. */
export interface Minute {
  minute: number;
  requests: number;
  /** The least that was in use: what is left once rubbish is collected. */
  heapMiB: number;
  /** The most that was resident. */
  residentMiB: number;
}

const LOOK_EVERY_MS = 1000;
const AT_ONCE = 8;

/** Loads a target for some minutes, and looks what it holds. */
export async function soak(
  target: Target & { child: Child<unknown> },
  request: (n: number) => Request,
  minutes: number,
): Promise<Minute[]> {
  const held: Minute[] = [];
  let asked = 0;
  for (let minute = 1; minute <= minutes; minute += 1) {
    const seen = { heap: Infinity, resident: 0 };
    const over = new AbortController();
    const looking = (async () => {
      while (!over.signal.aborted) {
        const { heapMiB, residentMiB } = await target.child.usage();
        seen.heap = Math.min(seen.heap, heapMiB);
        seen.resident = Math.max(seen.resident, residentMiB);
        await delay(LOOK_EVERY_MS);
      }
    })();
    const from = asked;
    await load(target, () => request((asked += 1)), AT_ONCE, 60_000);
    over.abort();
    await looking;
    held.push({ minute, requests: asked - from, heapMiB: round(seen.heap), residentMiB: round(seen.resident) });
    process.stderr.write(`minute ${minute}: ${asked - from} requests, ${round(seen.heap)} MiB of heap\n`);
  }
  return held;
}
