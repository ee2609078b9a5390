import type { SuspectFacts } from './facts';
import { type Known, knownAt, orderDay } from './known';
import { actsOf } from './occasions';
import { compare } from './reason';

/** Who and what a person's records join. */
export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

export interface NetworkNode {
  readonly id: string;
  readonly kind: 'SUSPECT' | 'VICTIM' | 'CASE' | 'ORDER';
  /** The URN of a case, the kind of an order; names of people are not for here. */
  readonly label: string;
}

export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Occasions, breaches or records that make it, and the days of the first and the last. */
  readonly count: number;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
}

export type EdgeKind = 'SAME_PERSON' | 'CONDUCT' | 'CASE' | 'VICTIM_OF' | 'BOUND_BY' | 'PROTECTS' | 'BREACHED';

interface Strand extends Pick<NetworkEdge, 'from' | 'to' | 'kind'> {
  /** Strands with one key count as one. */
  readonly key: string;
  readonly day: string | null;
}

/** Suspect records, victims, cases and orders as at a moment, and what joins them. */
export function network(facts: SuspectFacts, asAt: string): Network {
  const known = knownAt(facts, asAt);
  const edges = edgesOf([...people(known), ...conduct(known), ...orders(known)]);
  const mentioned = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = nodesOf(known).filter(({ id, kind }) => kind === 'SUSPECT' || mentioned.has(id));
  return { nodes, edges };
}

function nodesOf({ suspectIds, cases, orders, incidents, breaches }: Known): NetworkNode[] {
  const victimIds = new Set([
    ...incidents.map(({ victimId }) => victimId),
    ...[...orders, ...breaches.map(({ order }) => order)].flatMap(({ protectedPersonIds }) => protectedPersonIds),
    ...[...cases.values()].flatMap((one) => one.victimIds),
  ]);
  const nodes: NetworkNode[] = [
    ...suspectIds.map((id) => ({ id, kind: 'SUSPECT', label: 'Suspect' }) as const),
    ...[...victimIds].map((id) => ({ id, kind: 'VICTIM', label: 'Victim' }) as const),
    ...[...cases.values()].map(({ id, urn }) => ({ id, kind: 'CASE', label: urn }) as const),
    ...orders.map(({ id, kind }) => ({ id, kind: 'ORDER', label: kind }) as const),
  ];
  return nodes.sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id));
}

function people({ suspectIds: [first, ...others], cases }: Known): Strand[] {
  const same = others.map((to): Strand => ({ from: first!, to, kind: 'SAME_PERSON', key: to, day: null }));
  const victims = [...cases.values()].flatMap(({ id, victimIds }) =>
    victimIds.map((from): Strand => ({ from, to: id, kind: 'VICTIM_OF', key: id, day: null })),
  );
  return [...same, ...victims];
}

/** What was done: by occasions towards victims, by incidents towards cases. */
function conduct(known: Known): Strand[] {
  const suspectOf = new Map<string, string>([
    ...known.incidents.map(({ id, suspectId }) => [id, suspectId] as const),
    ...known.breaches.map(({ id, order }) => [id, order.suspectId] as const),
  ]);
  return actsOf(known).flatMap(({ victimId, caseId, day, source }) => {
    const from = suspectOf.get(source.id)!;
    const towards: Strand = { from, to: victimId, kind: 'CONDUCT', key: day, day };
    if (caseId === null || !known.cases.has(caseId)) return [towards];
    return [towards, { from, to: caseId, kind: 'CASE', key: source.id, day }];
  });
}

function orders({ orders: all, breaches }: Known): Strand[] {
  const ids = new Set(all.map(({ id }) => id));
  const terms = all.flatMap((order): Strand[] => {
    const day = orderDay(order);
    const protecting = order.protectedPersonIds.map((to): Strand => ({
      from: order.id,
      to,
      kind: 'PROTECTS',
      key: to,
      day,
    }));
    return [{ from: order.suspectId, to: order.id, kind: 'BOUND_BY', key: order.id, day }, ...protecting];
  });
  const broken = breaches
    .filter(({ orderId }) => ids.has(orderId))
    .map(({ id, day, order }): Strand => ({ from: order.suspectId, to: order.id, kind: 'BREACHED', key: id, day }));
  return [...terms, ...broken];
}

function edgesOf(strands: readonly Strand[]): NetworkEdge[] {
  const groups = new Map<string, Strand[]>();
  for (const strand of strands) {
    const key = `${strand.kind} ${strand.from} ${strand.to}`;
    const group = groups.get(key);
    if (group) group.push(strand);
    else groups.set(key, [strand]);
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([, group]) => {
      const { from, to, kind } = group[0]!;
      const days = group.flatMap(({ day }) => day ?? []).sort(compare);
      const count = new Set(group.map(({ key }) => key)).size;
      return { from, to, kind, count, firstOn: days[0] ?? null, lastOn: days.at(-1) ?? null };
    });
}
