import { Refusal } from '@throughline/subgraph';

/** A lead is a force’s or an area’s. */
export function checkPlace({ force, area }: Record<string, unknown>): void {
  if (force === null && area === null) throw new Refusal('is required unless area is given', 'force');
  if (force !== null && area !== null) throw new Refusal('must not be given beside force', 'area');
}
