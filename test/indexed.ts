import { setTimeout as delay } from 'node:timers/promises';
import type { Database, SubgraphPort } from '@throughline/subgraph';
import { demoWorld } from '../tools/demo/demo-world';

const WITHIN_MS = 60_000;

/** What is still to be done until everything that is recorded now is in the index: nothing once it is. */
async function outstanding(behaviour: Database, ends: Map<string, string>): Promise<string[]> {
  const cursors = await behaviour.query<{ subgraph: string; cursor: string | null }>(
    'SELECT subgraph, cursor FROM behaviour.feed_cursor',
  );
  const read = new Map(cursors.map(({ subgraph, cursor }) => [subgraph, cursor]));
  const unread = [...ends].filter(([subgraph, end]) => !isPast(read.get(subgraph) ?? null, end));
  const [{ pending, rebuilding } = { pending: 0, rebuilding: false }] = await behaviour.query<{
    pending: number;
    rebuilding: boolean;
  }>(
    `SELECT (SELECT count(*) FROM behaviour.pending) AS pending,
       EXISTS (SELECT FROM behaviour.rebuild WHERE ended_at IS NULL) AS rebuilding`,
  );
  return [
    ...unread.map(([subgraph, end]) => `${subgraph} is read to ${read.get(subgraph) ?? 'nowhere'} and not to ${end}`),
    ...(pending > 0 ? [`${pending} are pending`] : []),
    ...(rebuilding ? ['it is being rebuilt'] : []),
  ];
}

function isPast(cursor: string | null, end: string): boolean {
  const [tx = 0n, seq = 0n] = (cursor ?? '').split(':').filter(Boolean).map(BigInt);
  const [endTx, endSeq] = end.split(':').map(BigInt) as [bigint, bigint];
  return tx > endTx || (tx === endTx && seq >= endSeq);
}

/** Waits until whatever was recorded before is in the index. Throws, saying what is missing, after a minute. */
export async function untilIndexed(
  behaviour: Database,
  subgraphs: readonly Pick<SubgraphPort, 'name' | 'lastChange'>[],
): Promise<void> {
  const ends = new Map<string, string>();
  for (const subgraph of subgraphs) {
    const last = await subgraph.lastChange();
    if (last !== null) ends.set(subgraph.name, last);
  }
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const left = await outstanding(behaviour, ends);
    if (left.length === 0) return;
    if (Date.now() > deadline) throw new Error(`the index is behind: ${left.join('; ')}`);
    await delay(20);
  }
}

/** The demo world with every case open to whoever may see all: restricted ones are for those who are given them by name. */
export function openWorld(options?: Parameters<typeof demoWorld>[0]) {
  return [...demoWorld(options)].map((record) => ({ ...record, restricted: undefined }));
}
