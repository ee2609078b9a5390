import type { BreachFamily, ChargeFact, OffenceFamily, OrderKind } from './facts';
import type { Breach, Incident } from './known';
import type { Behaviour } from './rule';

/** What the breach of an order is as an offence; of bail it is none (Bail Act 1976 s.7). */
const breachFamilies: Record<OrderKind, BreachFamily | null> = {
  SPO: 'BREACH_SPO',
  INTERIM_SPO: 'BREACH_SPO',
  RO_CONVICTION: 'BREACH_RESTRAINING_ORDER',
  RO_ACQUITTAL: 'BREACH_RESTRAINING_ORDER',
  NMO: 'BREACH_NMO',
  DVPN: 'BREACH_DVPO',
  DVPO: 'BREACH_DVPO',
  DAPN: 'BREACH_DAPO',
  DAPO: 'BREACH_DAPO',
  CIVIL_INJUNCTION: 'BREACH_CIVIL_INJUNCTION',
  BAIL_CONDITIONS: null,
};

/**
 * Whether charges and conduct are of one of some families; with no families given, everything is. An incident is of a
 * family that its course of conduct could be charged as, that a charge in its case has which names its victim or
 * nobody, or that its case was recorded as. A breach is of the family of such breaches, of those of the charges that
 * name it, and of those that its course of conduct could be charged as.
 */
export class Families {
  private readonly wanted: ReadonlySet<OffenceFamily>;
  private readonly chargedBreaches: ReadonlySet<string>;
  /** Cases, and victims in cases, whose incidents are of the families by charge or record. */
  private readonly inCases = new Set<string>();
  /** Days of conduct towards a victim, in any case or in that of a group, that are of them by their course. */
  private readonly inCourses = new Set<string>();

  constructor(families: readonly OffenceFamily[], { charges, recordedCrimes, courses }: Behaviour) {
    this.wanted = new Set(families);
    const ofThem = this.isOpen ? [] : charges.filter(({ family }) => this.wanted.has(family));
    this.chargedBreaches = new Set(ofThem.flatMap(({ breachIds }) => breachIds));
    for (const { caseId, victimId } of ofThem) this.inCases.add(victimId === null ? caseId : `${caseId} ${victimId}`);
    for (const { caseId, principalFamily, includedFamilies } of recordedCrimes) {
      const recordedAs = [principalFamily, ...includedFamilies];
      if (caseId !== null && recordedAs.some((family) => family !== null && this.wanted.has(family)))
        this.inCases.add(caseId);
    }
    for (const { group, caseIds, candidates, occasions } of courses) {
      if (!candidates.some(({ family }) => this.wanted.has(family))) continue;
      for (const { victimId, day } of occasions) this.inCourses.add(`${victimId} ${day} ${group ? caseIds[0]! : ''}`);
    }
  }

  /** No families were given. */
  get isOpen(): boolean {
    return this.wanted.size === 0;
  }

  haveCharge({ family }: ChargeFact): boolean {
    return this.isOpen || this.wanted.has(family);
  }

  haveIncident({ victimId, day, caseId }: Incident): boolean {
    return (
      this.isOpen ||
      this.inCases.has(caseId) ||
      this.inCases.has(`${caseId} ${victimId}`) ||
      this.haveDay(victimId, day, caseId)
    );
  }

  /** Towards one of the people whom the order protects. */
  haveBreach({ id, day, order }: Breach, victimId: string): boolean {
    const family = breachFamilies[order.kind];
    return (
      this.isOpen ||
      this.chargedBreaches.has(id) ||
      (family !== null && this.wanted.has(family)) ||
      this.haveDay(victimId, day, order.caseId)
    );
  }

  private haveDay(victimId: string, day: string, caseId: string | null): boolean {
    return this.inCourses.has(`${victimId} ${day} `) || this.inCourses.has(`${victimId} ${day} ${caseId ?? ''}`);
  }
}
