import type { Source, SuspectFacts } from '@throughline/conduct';

/** What row rules go by, where a record has it. */
interface Attributes {
  readonly force?: string | null;
  readonly area?: string | null;
  readonly restricted?: boolean | null;
}

/** What of it all records together have: who may see all of them may see what rests on them. */
export interface RowAttributes {
  forces: string[];
  areas: string[];
  restricted: boolean;
  caseIds: string[];
}

type Fact = Attributes & { readonly id: string; readonly caseId?: string | null };

/** Finds the row attributes of what flags about one person rest on: those of the records and of the cases they are of. */
export class AttributesOf {
  private readonly records = new Map<string, Fact>();
  /** Of a part of a record: the record. */
  private readonly wholes = new Map<string, string>();

  constructor(facts: SuspectFacts) {
    const { cases, incidents, recordedCrimes, charges, decisions, orders, breaches, assessments, examinations } = facts;
    const lists: (readonly Fact[])[] = [
      cases.map((fact) => ({ ...fact, caseId: fact.id })),
      incidents,
      recordedCrimes,
      charges,
      decisions,
      orders,
      breaches,
      assessments,
      examinations,
    ];
    for (const fact of lists.flat()) this.records.set(fact.id, fact);
    for (const { id, orderId } of breaches) this.wholes.set(id, orderId);
    for (const { id, events } of orders) for (const event of events) this.wholes.set(event.id, id);
  }

  of(sources: readonly Source[]): RowAttributes {
    const found = { forces: new Set<string>(), areas: new Set<string>(), caseIds: new Set<string>() };
    let restricted = false;
    for (const fact of sources.flatMap(({ id }) => this.reaching(id))) {
      if (fact.force) found.forces.add(fact.force);
      if (fact.area) found.areas.add(fact.area);
      if (fact.caseId) found.caseIds.add(fact.caseId);
      restricted ||= fact.restricted ?? false;
    }
    const { forces, areas, caseIds } = found;
    return { forces: [...forces].sort(), areas: [...areas].sort(), restricted, caseIds: [...caseIds].sort() };
  }

  /** The record, what it is a part of, and the cases of both. */
  private reaching(id: string): Fact[] {
    const own = [id, this.wholes.get(id)].flatMap((one) => this.records.get(one ?? '') ?? []);
    return [...own, ...own.flatMap(({ caseId }) => this.records.get(caseId ?? '') ?? [])];
  }
}
