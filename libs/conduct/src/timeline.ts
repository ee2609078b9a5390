import type { SuspectFacts } from './facts';
import { type Known, knownAt } from './known';
import { startOfLondonDay } from './london';
import { type Source, compare } from './reason';

export type TimelineKind = 'INCIDENT' | 'BREACH' | 'ORDER_EVENT' | 'RISK_ASSESSMENT' | 'DECISION' | 'CHARGE';

/** Something that was done by the person or about them. */
export interface TimelineEntry {
  readonly id: string;
  /** ISO 8601 in UTC; the start of the London day where only that is known. */
  readonly occurredAt: string;
  readonly timeKnown: boolean;
  readonly kind: TimelineKind;
  readonly title: string;
  readonly behaviours: readonly string[];
  /** The one victim it concerns; null where there is none or more than one. */
  readonly victimId: string | null;
  readonly source: Source;
}

/** Everything that counts as at a moment, newest first. */
export function timeline(facts: SuspectFacts, asAt: string): TimelineEntry[] {
  return entriesOf(knownAt(facts, asAt)).sort((a, b) => compare(b.occurredAt, a.occurredAt) || compare(a.id, b.id));
}

/** What tells apart the entries of one kind of record. */
interface Event {
  readonly id: string;
  /** Milliseconds since 1970, or a day. */
  readonly when: number | string;
  readonly timeKnown: boolean;
  readonly title: string;
  readonly behaviours: readonly string[];
  readonly victimId: string | null;
}

function entry(kind: TimelineKind, type: Source['type'], event: Event): TimelineEntry {
  const { id, when, timeKnown, title, behaviours, victimId } = event;
  const occurredAt = new Date(typeof when === 'string' ? startOfLondonDay(when) : when).toISOString();
  return { id: `${type}:${id}`, occurredAt, timeKnown, kind, title, behaviours, victimId, source: { type, id } };
}

const none: readonly string[] = [];

function entriesOf(known: Known): TimelineEntry[] {
  const entries = known.incidents.map(({ id, at, timeKnown, behaviours, victimId }) =>
    entry('INCIDENT', 'incident', { id, when: at, timeKnown, title: behaviours.join(', '), behaviours, victimId }),
  );
  for (const { id, at, timeKnown, order, state } of known.breaches) {
    const title = `Breach of an order (${order.kind}), ${state}`;
    const [behaviours, victimId] = [[order.breachBehaviour], theOnly(order.protectedPersonIds)];
    entries.push(entry('BREACH', 'breach', { id, when: at, timeKnown, title, behaviours, victimId }));
  }
  for (const { kind, protectedPersonIds, events } of known.orders) {
    for (const { id, on: when, kind: what } of events) {
      const [title, victimId] = [`Order (${kind}): ${what}`, theOnly(protectedPersonIds)];
      entries.push(
        entry('ORDER_EVENT', 'orderEvent', { id, when, timeKnown: false, title, behaviours: none, victimId }),
      );
    }
  }
  for (const { id, at: when, timeKnown, grade, victimId } of known.assessments) {
    const title = `Risk assessed: ${grade}`;
    entries.push(
      entry('RISK_ASSESSMENT', 'riskAssessment', { id, when, timeKnown, title, behaviours: none, victimId }),
    );
  }
  for (const { id, decidedOn: when, kind } of known.decisions) {
    const title = `Decision: ${kind}`;
    const event = { id, when, timeKnown: false, title, behaviours: none, victimId: null };
    entries.push(entry('DECISION', 'chargingDecision', event));
  }
  for (const { id, chargedOn: when, family, victimId } of known.charges) {
    const title = `Charge: ${family}`;
    entries.push(entry('CHARGE', 'charge', { id, when, timeKnown: false, title, behaviours: none, victimId }));
  }
  return entries;
}

const theOnly = (ids: readonly string[]): string | null => (ids.length === 1 ? ids[0]! : null);
