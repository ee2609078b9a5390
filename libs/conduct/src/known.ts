import type {
  AssessmentFact,
  BreachFact,
  CaseFact,
  ChargeFact,
  DecisionFact,
  ExaminationFact,
  FactKind,
  IncidentFact,
  OrderFact,
  RecordedCrimeFact,
  SuspectFacts,
} from './facts';
import { inWords, londonDay, startOfLondonDay } from './london';
import { type Omission, type SourceType, compare } from './reason';

/** A moment as milliseconds since 1970, and the London day it lies in. */
interface Dated {
  readonly at: number;
  readonly day: string;
}

export type Incident = IncidentFact & Dated;

export interface Breach extends BreachFact, Dated {
  readonly order: OrderFact;
  /** The incident that it was, where that counts. */
  readonly incident: Incident | null;
  /** Whether it is an occasion of its own, because no incident stands for it. */
  readonly standsAlone: boolean;
}

export type Assessment = AssessmentFact & Dated;

/** An omission that matters to flags about any of these victims. */
export interface VictimOmission extends Omission {
  readonly victimIds: readonly string[];
}

/** The facts about one person that count as at a moment, each list in an order of its own that never varies. */
export interface Known {
  /** The moment, and its London day. */
  readonly now: number;
  readonly today: string;
  /** What identifies the person, whichever of their records was asked about. */
  readonly personId: string;
  readonly suspectIds: readonly string[];
  readonly cases: ReadonlyMap<string, CaseFact>;
  readonly incidents: readonly Incident[];
  readonly breaches: readonly Breach[];
  readonly recordedCrimes: readonly RecordedCrimeFact[];
  readonly charges: readonly ChargeFact[];
  readonly decisions: readonly DecisionFact[];
  readonly orders: readonly OrderFact[];
  readonly assessments: readonly Assessment[];
  readonly guidanceVersions: SuspectFacts['guidanceVersions'];
  readonly examinations: readonly ExaminationFact[];
  readonly unseen: ReadonlySet<FactKind>;
  readonly omissions: readonly VictimOmission[];
  /** The first instant at which something that was left out because it is later will count; Infinity if nothing was. */
  readonly nextInView: number;
}

const nouns: Partial<Record<SourceType, string>> = {
  recordedCrime: 'recorded crime',
  chargingDecision: 'charging decision',
  orderEvent: 'order event',
  riskAssessment: 'risk assessment',
  fileExamination: 'file examination',
};

type Omit = (type: SourceType, id: string, text: string, victimIds: readonly (string | null)[]) => void;

/** Keeps what is dated by the moment, and says what it leaves out. Records without a day are kept. */
class Moment {
  readonly now: number;
  readonly today: string;
  readonly omissions: VictimOmission[] = [];
  nextInView = Infinity;

  constructor(asAt: string) {
    this.now = Date.parse(asAt);
    this.today = londonDay(this.now);
  }

  omit: Omit = (type, id, text, victimIds) => {
    this.omissions.push({ text, source: { type, id }, victimIds: victimIds.filter((victimId) => victimId !== null) });
  };

  late(
    type: SourceType,
    id: string,
    { day, at = startOfLondonDay(day) }: { day: string; at?: number },
    victimIds: readonly (string | null)[],
    what = `The ${nouns[type] ?? type}`,
  ): void {
    this.omit(type, id, `${what} of ${inWords(day)} is after the moment asked about.`, victimIds);
    this.nextInView = Math.min(this.nextInView, at);
  }

  byDay<F extends { readonly id: string }>(
    type: SourceType,
    facts: readonly F[],
    dayOf: (fact: F) => string | null,
    victimsOf: (fact: F) => readonly (string | null)[] = () => [],
  ): F[] {
    const kept = facts.filter((fact) => {
      const day = dayOf(fact);
      if (day === null || day <= this.today) return true;
      this.late(type, fact.id, { day }, victimsOf(fact));
      return false;
    });
    return kept.sort((a, b) => compare(dayOf(a) ?? '', dayOf(b) ?? '') || compare(a.id, b.id));
  }

  byTime<F extends { readonly id: string }>(
    type: SourceType,
    facts: readonly F[],
    timeOf: (fact: F) => string,
    victimsOf: (fact: F) => readonly string[],
  ): (F & Dated)[] {
    const kept: (F & Dated)[] = [];
    for (const fact of facts) {
      const at = Date.parse(timeOf(fact));
      const day = londonDay(at);
      if (at <= this.now) {
        // V8 copies a record ten times as fast into a literal that ends with it. If it has an `at` or `day` of its own, that
        // is somebody else's.
        const dated = { at, day, ...fact };
        dated.at = at;
        dated.day = day;
        kept.push(dated);
      } else this.late(type, fact.id, { day, at }, victimsOf(fact));
    }
    return kept.sort((a, b) => a.at - b.at || compare(a.id, b.id));
  }
}

/** The day an order is dated by: when it was made, or else from when it runs. */
export const orderDay = ({ madeOn, effectiveFrom }: OrderFact): string | null => madeOn ?? effectiveFrom;

/** Flags, timeline, network and harm of one person are asked for one after another, as at one moment. */
let last: { readonly facts: SuspectFacts; readonly asAt: string; readonly known: Known } | undefined;

/**
 * What counts as at a moment: this person's own records, dated by then, without incidents that were disproved. A charge
 * has its verdict from the day of the verdict on. States of orders and breaches are as stored, for they have no date.
 */
export function knownAt(facts: SuspectFacts, asAt: string): Known {
  if (last?.facts === facts && last.asAt === asAt) return last.known;
  const known = lookAt(facts, new Moment(asAt));
  last = { facts, asAt, known };
  return known;
}

function lookAt(facts: SuspectFacts, moment: Moment): Known {
  const own = <F extends { readonly suspectId: string }>(records: readonly F[]): F[] =>
    records.filter(({ suspectId }) => facts.suspectIds.includes(suspectId));
  const ownIncidents = own(facts.incidents);
  const incidents = incidentsOf(ownIncidents, moment);
  return {
    now: moment.now,
    today: moment.today,
    personId: [...facts.suspectIds].sort(compare)[0] ?? '',
    suspectIds: [...facts.suspectIds].sort(compare),
    cases: new Map(facts.cases.map((fact) => [fact.id, fact])),
    incidents,
    breaches: breachesOf(
      facts.breaches,
      own(facts.orders),
      new Set(ownIncidents.map(({ id }) => id)),
      incidents,
      moment,
    ),
    recordedCrimes: moment.byDay('recordedCrime', facts.recordedCrimes, (crime) => crime.recordedOn),
    charges: chargesOf(own(facts.charges), moment),
    decisions: moment.byDay('chargingDecision', own(facts.decisions), (decision) => decision.decidedOn),
    orders: moment
      .byDay('order', own(facts.orders), orderDay, (order) => order.protectedPersonIds)
      .map((order) => ({ ...order, events: moment.byDay('orderEvent', order.events, ({ on }) => on) })),
    assessments: moment.byTime(
      'riskAssessment',
      own(facts.assessments),
      ({ assessedAt }) => assessedAt,
      ({ victimId }) => [victimId],
    ),
    guidanceVersions: facts.guidanceVersions,
    examinations: moment.byDay('fileExamination', facts.examinations, (examination) => examination.examinedOn),
    unseen: new Set(facts.unseen),
    omissions: moment.omissions,
    // Last, for what is above finds it.
    nextInView: moment.nextInView,
  };
}

function incidentsOf(facts: readonly IncidentFact[], moment: Moment): Incident[] {
  const dated = moment.byTime(
    'incident',
    facts,
    ({ occurredFrom }) => occurredFrom,
    ({ victimId }) => [victimId],
  );
  return dated.filter(({ id, evidence, day, victimId }) => {
    if (evidence !== 'DISPROVED') return true;
    moment.omit('incident', id, `The incident of ${inWords(day)} is disproved.`, [victimId]);
    return false;
  });
}

/** Breaches of the person's orders. One whose incident is not among the facts stands for itself, as one without does. */
function breachesOf(
  facts: readonly BreachFact[],
  orders: readonly OrderFact[],
  given: ReadonlySet<string>,
  incidents: readonly Incident[],
  moment: Moment,
): Breach[] {
  if (facts.length === 0) return [];
  const order = new Map(orders.map((fact) => [fact.id, fact]));
  const counting = new Map(incidents.map((fact) => [fact.id, fact]));
  const ofKnownOrders = facts.filter(({ id, orderId }) => {
    if (!order.has(orderId)) moment.omit('breach', id, 'The order that was broken is not among the facts.', []);
    return order.has(orderId);
  });
  const breaches = moment.byTime(
    'breach',
    ofKnownOrders,
    ({ occurredAt }) => occurredAt,
    ({ orderId }) => order.get(orderId)!.protectedPersonIds,
  );
  return breaches.map(({ id, orderId, occurredAt, timeKnown, at, day, incidentId, reportedAt, state }) => ({
    id,
    orderId,
    occurredAt,
    timeKnown,
    at,
    day,
    incidentId,
    reportedAt,
    state,
    order: order.get(orderId)!,
    incident: counting.get(incidentId ?? '') ?? null,
    standsAlone: incidentId === null || !given.has(incidentId),
  }));
}

function chargesOf(facts: readonly ChargeFact[], moment: Moment): ChargeFact[] {
  const charges = moment.byDay(
    'charge',
    facts,
    ({ chargedOn }) => chargedOn,
    ({ victimId }) => [victimId],
  );
  return charges.map((charge) => withVerdict(charge, moment));
}

function withVerdict(charge: ChargeFact, moment: Moment): ChargeFact {
  const { id, victimId, verdict, disposedOn } = charge;
  if (verdict === null || (disposedOn !== null && disposedOn <= moment.today)) return charge;
  const what = 'The verdict on this charge';
  if (disposedOn === null) moment.omit('charge', id, `${what} has no date.`, [victimId]);
  else moment.late('charge', id, { day: disposedOn }, [victimId], what);
  return { ...charge, verdict: null };
}
