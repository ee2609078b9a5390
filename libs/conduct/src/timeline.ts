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

type Draft = Pick<TimelineEntry, 'kind' | 'title' | 'source'> &
  Partial<Pick<TimelineEntry, 'behaviours' | 'victimId'>> & {
    /** A moment in milliseconds, or a day. */
    readonly when: number | string;
    readonly timeKnown?: boolean;
  };

/** Everything that counts as at a moment, newest first. */
export function timeline(facts: SuspectFacts, asAt: string): TimelineEntry[] {
  const entries = drafts(knownAt(facts, asAt)).map(entryOf);
  return entries.sort((a, b) => compare(b.occurredAt, a.occurredAt) || compare(a.id, b.id));
}

function entryOf({
  when,
  timeKnown = false,
  kind,
  title,
  behaviours = [],
  victimId = null,
  source,
}: Draft): TimelineEntry {
  const at = typeof when === 'string' ? startOfLondonDay(when) : when;
  const occurredAt = new Date(at).toISOString();
  return { id: `${source.type}:${source.id}`, occurredAt, timeKnown, kind, title, behaviours, victimId, source };
}

const draft = (kind: TimelineKind, type: Source['type'], id: string, when: Draft['when'], title: string): Draft => ({
  kind,
  title,
  when,
  source: { type, id },
});

function drafts(known: Known): Draft[] {
  return [
    ...known.incidents.map(({ id, at, timeKnown, behaviours, victimId }) => ({
      ...draft('INCIDENT', 'incident', id, at, behaviours.join(', ')),
      timeKnown,
      behaviours,
      victimId,
    })),
    ...known.breaches.map(({ id, at, timeKnown, order, state }) => ({
      ...draft('BREACH', 'breach', id, at, `Breach of an order (${order.kind}), ${state}`),
      timeKnown,
      behaviours: [order.breachBehaviour],
      victimId: theOnly(order.protectedPersonIds),
    })),
    ...known.orders.flatMap(({ kind, protectedPersonIds, events }) =>
      events.map((event) => ({
        ...draft('ORDER_EVENT', 'orderEvent', event.id, event.on, `Order (${kind}): ${event.kind}`),
        victimId: theOnly(protectedPersonIds),
      })),
    ),
    ...known.assessments.map(({ id, at, timeKnown, grade, victimId }) => ({
      ...draft('RISK_ASSESSMENT', 'riskAssessment', id, at, `Risk assessed: ${grade}`),
      timeKnown,
      victimId,
    })),
    ...known.decisions.map(({ id, decidedOn, kind }) =>
      draft('DECISION', 'chargingDecision', id, decidedOn, `Decision: ${kind}`),
    ),
    ...known.charges.map(({ id, chargedOn, family, victimId }) => ({
      ...draft('CHARGE', 'charge', id, chargedOn, `Charge: ${family}`),
      victimId,
    })),
  ];
}

const theOnly = (ids: readonly string[]): string | null => (ids.length === 1 ? ids[0]! : null);
