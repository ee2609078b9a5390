import type { Database, Leader, SubgraphPort } from '@throughline/subgraph';
import { Bell } from '../bell';
import { CALLER } from './facts.service';
import { Patience, type Tell } from './patience';
import { lastRebuild, markPage, rebuildIfMadeByOthers } from './rebuild.queries';
import { madeBy } from './entry';

const LOOK_EVERY_MS = 1_000;

const PAGE = `query ($after: String) { suspects(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { id: string } }[];
}

/**
 * Marks everybody whom `cases` holds where a rebuild was asked for, a page at a time, until the leader's signal. It goes on
 * where one that was cut short has come to. Whoever is marked stays in the index until they are looked at again.
 */
export async function followRebuilds(
  db: Database,
  leader: Leader,
  cases: SubgraphPort,
  marked: () => void,
  tell: Tell,
): Promise<void> {
  const bell = new Bell();
  leader.signal.addEventListener('abort', bell.ring);
  const patience = new Patience('the rebuild of the index of flags', tell, leader.signal);
  await rebuildIfMadeByOthers(leader, madeBy);
  while (!leader.signal.aborted) {
    const rebuild = await lastRebuild(db);
    if (rebuild?.listedAt !== null) {
      await bell.wait(LOOK_EVERY_MS);
      continue;
    }
    try {
      const { pageInfo, edges } = await pageOf(cases, rebuild.after);
      const suspects = edges.map(({ node }) => node.id);
      await markPage(leader, rebuild, suspects, pageInfo.hasNextPage ? pageInfo.endCursor : null);
      marked();
      patience.end();
    } catch (error) {
      patience.begin(error);
      await patience.wait();
    }
  }
}

async function pageOf(cases: SubgraphPort, after: string | null): Promise<Page> {
  const { data, errors } = await cases.execute({ query: PAGE, variables: { after } }, CALLER);
  if (errors?.[0]) throw new Error(`cases answered with an error: ${errors[0].message}`);
  return data!.suspects as Page;
}
