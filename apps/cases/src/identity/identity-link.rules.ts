import type { IdentityDecision, IdentityLink } from './identity-link.model';

/** What the rules need of a decision. */
export type Decided = Pick<IdentityLink, 'id' | 'aId' | 'bId' | 'decision' | 'decidedBy'>;

/**
 * Why a decision about two records makes no sense beside those that stand. `links` is every decision that stands about
 * anybody who is joined to either. Nothing contradicts itself silently: what stands must be withdrawn first.
 */
export function againstDeciding(links: readonly Decided[], a: string, b: string, decision: IdentityDecision): string[] {
  if (a === b) return ['A record is always the same as itself: a decision needs two records.'];
  const direct = links.filter((link) => ties(link, a) && ties(link, b));
  const before = direct.map((link) =>
    link.decision === decision
      ? `That was decided already: ${told(link)}.`
      : `It contradicts a decision about the same two records: ${told(link)}. Withdraw that first.`,
  );
  if (before.length > 0) return before;
  return decision === 'SAME' ? againstJoining(links, a, b) : againstParting(links, a, b);
}

/** Everybody who would be one person must not hold two of whom it is decided that they differ. */
function againstJoining(links: readonly Decided[], a: string, b: string): string[] {
  const person = new Set([...pathsFrom(links, a).keys(), ...pathsFrom(links, b).keys()]);
  return links
    .filter(({ aId, bId, decision }) => decision === 'DIFFERENT' && person.has(aId) && person.has(bId))
    .map((link) => `It would join two records that are decided to be two people: ${told(link)}. Withdraw that first.`);
}

/** Two who are joined by way of others are one person, until one of those decisions is withdrawn. */
function againstParting(links: readonly Decided[], a: string, b: string): string[] {
  const path = pathsFrom(links, a).get(b);
  if (!path) return [];
  return [`They are joined by way of other records: ${path.map(told).join('; ')}. Withdraw one of these first.`];
}

/** Everybody who is joined to a record, itself included, and the fewest decisions that join them. */
function pathsFrom(links: readonly Decided[], start: string): Map<string, Decided[]> {
  const paths = new Map<string, Decided[]>([[start, []]]);
  for (const [id, path] of paths) {
    for (const link of links) {
      if (link.decision !== 'SAME' || !ties(link, id)) continue;
      const other = link.aId === id ? link.bId : link.aId;
      if (!paths.has(other)) paths.set(other, [...path, link]);
    }
  }
  return paths;
}

function ties({ aId, bId }: Decided, id: string): boolean {
  return aId === id || bId === id;
}

function told({ id, aId, bId, decision, decidedBy }: Decided): string {
  return `decision ${id} by ${decidedBy} says that suspects ${aId} and ${bId} are ${decision === 'SAME' ? 'the same' : 'different'}`;
}
