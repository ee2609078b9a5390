import type { Scope } from '@throughline/access';
import type { FactKind, Source, SourceType, SuspectFacts } from '@throughline/conduct';

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
  needs: Need[];
}

/**
 * What it takes to read one of the records: a scope, in a grant that reaches its case; where it has none, its force. A
 * need of `anywhere` is met by the scope on whatever rows.
 */
export interface Need {
  scope: Scope;
  case: string | null;
  force: string | null;
  anywhere: boolean;
}

/** The scope by which the facts of a kind are read. */
const scopeOfKind: Record<FactKind, Scope> = {
  CASES: 'case:read',
  ORDERS: 'order:read',
  RISK_ASSESSMENTS: 'risk:read',
  INSPECTIONS: 'inspection:read',
};

const kindOfType: Record<SourceType, FactKind> = {
  case: 'CASES',
  incident: 'CASES',
  recordedCrime: 'CASES',
  charge: 'CASES',
  chargingDecision: 'CASES',
  order: 'ORDERS',
  orderEvent: 'ORDERS',
  breach: 'ORDERS',
  riskAssessment: 'RISK_ASSESSMENTS',
  fileExamination: 'INSPECTIONS',
  guidance: 'INSPECTIONS',
};

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

  /** Of these records; `mustSee` are kinds of which it matters that none of them says something else. */
  of(sources: readonly Source[], mustSee: readonly FactKind[]): RowAttributes {
    const found = { forces: new Set<string>(), areas: new Set<string>(), caseIds: new Set<string>() };
    let restricted = false;
    for (const fact of sources.flatMap(({ id }) => this.reaching(id))) {
      if (fact.force) found.forces.add(fact.force);
      if (fact.area) found.areas.add(fact.area);
      if (fact.caseId) found.caseIds.add(fact.caseId);
      restricted ||= fact.restricted ?? false;
    }
    const { forces, areas, caseIds } = found;
    const needs = new Map<string, Need>();
    const add = (need: Need) => needs.set(JSON.stringify(need), need);
    for (const kind of mustSee) add({ scope: scopeOfKind[kind], case: null, force: null, anywhere: true });
    for (const source of sources) for (const need of this.needsOf(source)) add(need);
    return {
      forces: [...forces].sort(),
      areas: [...areas].sort(),
      restricted,
      caseIds: [...caseIds].sort(),
      needs: [...needs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, need]) => need),
    };
  }

  private needsOf({ type, id }: Source): Need[] {
    const scope = scopeOfKind[kindOfType[type]];
    // A register is open to whoever has the scope; a record that is not among the facts, to who has it on every row.
    if (type === 'guidance') return [{ scope, case: null, force: null, anywhere: true }];
    const own = this.wholeOf(id);
    if (own.length === 0) return [{ scope, case: null, force: null, anywhere: false }];
    return own.map(({ caseId = null, force = null }) => ({
      scope,
      case: caseId,
      force: caseId === null ? force : null,
      anywhere: false,
    }));
  }

  /** The record; what it is a part of, where it is one: that decides who may see both. */
  private wholeOf(id: string): Fact[] {
    const whole = this.wholes.get(id);
    return (whole === undefined ? [id] : [whole]).flatMap((one) => this.records.get(one) ?? []);
  }

  /** The record that decides, and its case. */
  private reaching(id: string): Fact[] {
    const own = this.wholeOf(id);
    return [...own, ...own.flatMap(({ caseId }) => this.records.get(caseId ?? '') ?? [])];
  }
}
