import type { SuspectFacts } from './facts';
import { knownAt } from './known';
import { addDays, daysBetween, inWords } from './london';
import { type Occasion, actsOf, occasionsOf } from './occasions';

/**
 * Recency × frequency × gravity, each 0 to 3. The bands and weights are this product's own, for demonstration: they are
 * neither the Cambridge Crime Harm Index nor the ONS Crime Severity Score, and no force has validated them.
 */
export interface Harm {
  readonly method: string;
  readonly version: number;
  /** The product of the values, 0 to 27. */
  readonly score: number;
  readonly components: readonly HarmComponent[];
}

export interface HarmComponent {
  readonly label: string;
  readonly value: number;
  readonly because: string;
}

export interface HarmWeights {
  /** The last occasion is at most so many days ago for 3, 2 and 1. */
  readonly recencyDays: readonly [number, number, number];
  /** At least so many occasions in the time looked at for 3, 2 and 1. */
  readonly frequencyOccasions: readonly [number, number, number];
  /** Days back in which occasions count. */
  readonly lookBackDays: number;
  /** Behaviours of gravity 3 and 2, by their code or its beginning; all others have 1. */
  readonly gravest: readonly string[];
  readonly grave: readonly string[];
}

export const demonstrationWeights: HarmWeights = {
  recencyDays: [28, 90, 365],
  frequencyOccasions: [10, 4, 1],
  lookBackDays: 365,
  gravest: ['THREAT_KILL', 'THREAT_SEXUAL', 'ASSAULT', 'STRANGULATION', 'ENTRY_HOME', 'WEAPON'],
  grave: ['THREAT_', 'BREACH_', 'S2A_A', 'S2A_D', 'S2A_G', 'CRIMINAL_DAMAGE', 'IMAGE_ABUSE', 'SUICIDE_THREAT'],
};

/** How recent, frequent and grave the conduct is as at a moment. */
export function harm(facts: SuspectFacts, asAt: string, weights: HarmWeights = demonstrationWeights): Harm {
  const known = knownAt(facts, asAt);
  const since = addDays(known.today, -weights.lookBackDays);
  const occasions = occasionsOf(actsOf(known)).filter(({ day }) => day >= since);
  const components = [
    recency(occasions, known.today, weights),
    frequency(occasions, weights),
    gravity(occasions, weights),
  ];
  const score = components.reduce((product, { value }) => product * value, 1);
  return { method: 'Recency × frequency × gravity (demonstration weights)', version: 1, score, components };
}

function recency(
  occasions: readonly Occasion[],
  today: string,
  { recencyDays, lookBackDays }: HarmWeights,
): HarmComponent {
  const label = 'Recency';
  const last = occasions.reduce((latest, { day }) => (day > latest ? day : latest), '');
  if (last === '') return { label, value: 0, because: `No occasion in the last ${lookBackDays} days.` };
  const days = daysBetween(last, today);
  const band = recencyDays.findIndex((most) => days <= most);
  return {
    label,
    value: band < 0 ? 0 : 3 - band,
    because: `The last occasion was on ${inWords(last)}, ${days} days before.`,
  };
}

function frequency(occasions: readonly Occasion[], { frequencyOccasions, lookBackDays }: HarmWeights): HarmComponent {
  const band = frequencyOccasions.findIndex((least) => occasions.length >= least);
  return {
    label: 'Frequency',
    value: band < 0 ? 0 : 3 - band,
    because: `Occasions in the last ${lookBackDays} days: ${occasions.length}.`,
  };
}

function gravity(occasions: readonly Occasion[], { gravest, grave, lookBackDays }: HarmWeights): HarmComponent {
  const behaviours = [...new Set(occasions.flatMap((occasion) => occasion.behaviours))].sort();
  const isOf = (codes: readonly string[]) => (behaviour: string) => codes.some((code) => behaviour.startsWith(code));
  const [value, deciding] = behaviours.some(isOf(gravest))
    ? [3, behaviours.filter(isOf(gravest))]
    : behaviours.some(isOf(grave))
      ? [2, behaviours.filter(isOf(grave))]
      : [Math.min(1, behaviours.length), behaviours];
  const because =
    value === 0 ? `No behaviour in the last ${lookBackDays} days.` : `The gravest were ${deciding.join(', ')}.`;
  return { label: 'Gravity', value, because };
}
