import type { SuspectPageQuery, SuspectTimelineQuery } from '@throughline/client';
import { personName } from '../names';
import { behaviourInWords, moment } from '../words';

export type SuspectData = NonNullable<SuspectPageQuery['suspect']>;
export type Profile = NonNullable<SuspectData['behaviour']>;
type Behaviour = NonNullable<NonNullable<SuspectTimelineQuery['suspect']>['behaviour']>;
export type Entry = Behaviour['timeline']['edges'][number]['node'];

export const LANES = ['INCIDENT', 'BREACH', 'ORDER_EVENT', 'RISK_ASSESSMENT', 'DECISION', 'CHARGE'] as const;
export type Lane = (typeof LANES)[number];

export const LANE_NAMES: Record<Lane, string> = {
  INCIDENT: 'Incidents',
  BREACH: 'Breaches',
  ORDER_EVENT: 'Orders',
  RISK_ASSESSMENT: 'Risk',
  DECISION: 'Decisions',
  CHARGE: 'Charges',
};

/** Milliseconds since 1970, from and to. */
export type Period = readonly [number, number];

/** What happened too close together to be told apart at this scale, drawn as one. */
export interface Mark {
  x: number;
  entries: Entry[];
}

const TOGETHER_PX = 9;
const MARGIN = 0.04;
const MS_A_DAY = 86_400_000;

/** The period that holds everything, with a margin. */
export function wholePeriod(moments: readonly string[], now: number): Period {
  const times = moments.map((at) => Date.parse(at));
  const from = Math.min(...times, now);
  const to = Math.max(...times, now);
  const margin = Math.max((to - from) * MARGIN, 7 * MS_A_DAY);
  return [from - margin, to + margin];
}

/** Entries of one lane within a period, from left to right, joined where they would overlap. Sorted by time before. */
export function marks(entries: readonly Entry[], scale: (at: Date) => number, width: number): Mark[] {
  const drawn: Mark[] = [];
  for (const entry of entries) {
    const x = scale(new Date(entry.occurredAt));
    if (x < 0 || x > width) continue;
    const last = drawn.at(-1);
    if (last && x - last.x < TOGETHER_PX) last.entries.push(entry);
    else drawn.push({ x, entries: [entry] });
  }
  return drawn;
}

/** A period grown or shrunk about one of its places, 0 at its left and 1 at its right; never below two days. */
export function zoomed([from, to]: Period, factor: number, about = 0.5): Period {
  const length = Math.max((to - from) * factor, 2 * MS_A_DAY);
  const fixed = from + (to - from) * about;
  return [fixed - length * about, fixed + length * (1 - about)];
}

/** Moved by a share of its length. */
export const moved = ([from, to]: Period, share: number): Period => [
  from + (to - from) * share,
  to + (to - from) * share,
];

/** When each order bound, as spans; what has no end goes on. */
export function spans(
  orders: SuspectData['orders'],
  end: number,
): { id: string; kind: string; state: string; at: Period }[] {
  return (orders ?? []).flatMap(({ id, kind, state, madeOn, effectiveFrom, effectiveTo }) => {
    const from = effectiveFrom ?? madeOn;
    if (!from) return [];
    const to = effectiveTo ? Date.parse(`${effectiveTo}T23:59:59Z`) : end;
    return [{ id, kind, state, at: [Date.parse(from), to] as const }];
  });
}

/** Rows for spans so that those at one time lie below each other. */
export function stacked<Span extends { at: Period }>(all: readonly Span[]): { span: Span; row: number }[] {
  const ends: number[] = [];
  return [...all]
    .sort((one, other) => one.at[0] - other.at[0])
    .map((span) => {
      const free = ends.findIndex((end) => end <= span.at[0]);
      const row = free < 0 ? ends.length : free;
      ends[row] = span.at[1];
      return { span, row };
    });
}

/** The time that each flag is about: from the first to the last of the records it rests on. */
export function flagSpans(
  flags: Profile['flags'],
  entries: readonly Entry[],
): (Pick<Profile['flags'][number], 'id' | 'rule' | 'severity'> & { at: Period })[] {
  const when = new Map(entries.map(({ source, occurredAt }) => [source.id, Date.parse(occurredAt)]));
  return flags.flatMap(({ id, rule, severity, restsOn }) => {
    const times = restsOn.flatMap((record) => when.get(record.id) ?? []);
    return times.length === 0 ? [] : [{ id, rule, severity, at: [Math.min(...times), Math.max(...times)] as const }];
  });
}

/** One entry in a sentence. */
export function aboutEntry({ occurredAt, timeKnown, title, behaviours, victim }: Entry): string {
  const what = behaviours.map(behaviourInWords).join(', ');
  const whom = victim ? `, ${personName(victim)}` : '';
  return `${moment(occurredAt, timeKnown)}: ${title}${what && ` (${what.toLowerCase()})`}${whom}`;
}
