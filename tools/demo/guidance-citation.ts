import { guidanceRegistry } from '@throughline/reference';
import type { GuidanceCitation } from './bundle-record';
import { dayOf, type Day } from './calendar';
import { charging } from './proportions';
import type { Random } from './random';

/** A version with its days in force, both included. */
interface Term extends GuidanceCitation {
  from: Day;
  to: Day;
}

/**
 * The versions that a bundle can carry: a minor revision does not end the version before it, which the format cannot
 * say, so minor ones stay out.
 */
export const carriedGuidance = guidanceRegistry.filter(({ minor }) => !minor);

const terms: readonly Term[] = carriedGuidance.map((version) => {
  const later = carriedGuidance
    .filter(({ key, inForceFrom }) => key === version.key && inForceFrom > version.inForceFrom)
    .map(({ inForceFrom }) => dayOf(inForceFrom) - 1);
  const { key, inForceFrom, inForceTo } = version;
  const end = inForceTo === null ? Math.min(...later, Number.MAX_SAFE_INTEGER) : dayOf(inForceTo);
  return { key, version: version.version, from: dayOf(inForceFrom), to: end };
});

export interface Citing {
  day: Day;
  /** Later versions than this day are unknown to everybody. */
  lastDay: Day;
  domestic: boolean;
  ordersMatter: boolean;
}

/** What a decision cites: mostly guidance in force on its day, now and then an outdated or a later version. */
export function citeGuidance(random: Random, citing: Citing): GuidanceCitation[] {
  if (!random.percent(charging.citesGuidance)) return [];
  const relevant = terms.filter(({ key }) => keysFor(citing).includes(key));
  const current = relevant.filter((term) => inForce(term, citing.day));
  const cited = random.sample(current, random.between(1, 2));
  if (random.percent(charging.citesWrongGuidance)) {
    const wrong = relevant.filter((term) => !inForce(term, citing.day) && term.from <= citing.lastDay);
    if (wrong.length > 0) cited.push(random.pick(wrong));
  }
  return cited.map(({ key, version }) => ({ key, version }));
}

/** A version that came after the day, for an examiner who judges by what was not there yet; undefined if none did. */
export function laterGuidance(day: Day, lastDay: Day): GuidanceCitation | undefined {
  const later = terms.find(({ from }) => from > day && from <= lastDay);
  return later && { key: later.key, version: later.version };
}

/** The prosecution guidance on stalking or harassment that was in force on the day, if any was. */
export function stalkingGuidance(day: Day): GuidanceCitation | undefined {
  const term = terms.find((candidate) => candidate.key === 'cps-stalking-or-harassment' && inForce(candidate, day));
  return term && { key: term.key, version: term.version };
}

function inForce(term: Term, day: Day): boolean {
  return term.from <= day && day <= term.to;
}

function keysFor({ domestic, ordersMatter }: Citing): string[] {
  return [
    'cps-stalking-or-harassment',
    'directors-guidance-on-charging',
    'police-cps-protocol',
    ...(ordersMatter ? ['cps-restraining-orders'] : []),
    ...(domestic ? ['domestic-abuse-joint-justice-plan'] : []),
  ];
}
