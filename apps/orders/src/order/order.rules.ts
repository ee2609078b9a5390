import { OrderKind } from '@throughline/reference';
import type { Order, OrderCondition } from './order.model';

type Terms = Pick<Order, 'kind' | 'effectiveTo' | 'untilFurtherOrder'> & { conditions: Pick<OrderCondition, 'kind'>[] };

/** Where and when orders of a kind exist at all. */
export interface Commencement {
  kind: OrderKind;
  /** CJS codes of the forces in whose areas it is in force. */
  forces: readonly string[];
  from: string;
  /** Last day; null where no end is known. */
  to: string | null;
  source: string;
  verified: boolean;
}

/**
 * Domestic abuse protection orders began as a pilot in some places (Domestic Abuse Act 2021 Part 3). Which boroughs of a
 * force take part is not modelled, and the end of the pilot is left open, because extensions vary.
 */
export const commencements: readonly Commencement[] = [
  {
    kind: OrderKind.DAPO,
    forces: ['01', '02', '06', '17', '60', '93'],
    from: '2024-11-27',
    to: null,
    source: 'Domestic Abuse Act 2021 Part 3; S.I. 2024/1191',
    verified: false,
  },
];

/** Reasons against making an order on these terms, each with its law; none where there are none. */
export function againstMaking(terms: Terms, madeOn: string, force: string | null): string[] {
  return [...againstTerm(terms, madeOn), ...againstConditions(terms), ...againstKind(terms.kind, madeOn, force)];
}

/** A stalking protection order lasts at least two years, or until further order. */
export function againstTerm({ kind, effectiveTo, untilFurtherOrder }: Terms, madeOn: string): string[] {
  if (kind !== OrderKind.SPO || untilFurtherOrder) return [];
  const least = yearsAfter(madeOn, 2);
  if (effectiveTo !== null && effectiveTo >= least) return [];
  return [
    `A stalking protection order lasts at least two years from the day it is made, here to ${least}, or until further order (Stalking Protection Act 2019 s.3).`,
  ];
}

/** A restraining order can forbid but not demand. */
export function againstConditions({ kind, conditions }: Terms): string[] {
  const restraining = kind === OrderKind.RO_CONVICTION || kind === OrderKind.RO_ACQUITTAL;
  if (!restraining || conditions.every((term) => term.kind === 'PROHIBITION')) return [];
  return [
    'A restraining order has prohibitions only (Sentencing Act 2020 s.359; Protection from Harassment Act 1997 s.5A).',
  ];
}

function againstKind(kind: OrderKind, madeOn: string, force: string | null): string[] {
  const all = commencements.filter((commencement) => commencement.kind === kind);
  if (all.length === 0) return [];
  const here = all.some(
    ({ forces, from, to }) =>
      force !== null && forces.includes(force) && from <= madeOn && (to === null || madeOn <= to),
  );
  if (here) return [];
  const where = all
    .map(({ forces, from, source }) => `forces ${forces.join(', ')} from ${from} (${source})`)
    .join('; ');
  return [`An order of kind ${kind} exists only where and when it has been commenced: ${where}.`];
}

/** The same day some years later; 29 February becomes 28 February where the year has none. */
export function yearsAfter(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const later = new Date(Date.UTC(year + years, month - 1, date));
  if (later.getUTCMonth() !== month - 1) later.setUTCDate(0);
  return later.toISOString().slice(0, 10);
}
