/** How what was charged compares with what an inspector would have charged. */
export const fits = ['AGREE', 'UNDER_CHARGED', 'OVER_CHARGED', 'WRONG_FAMILY', 'NOT_CHARGED'] as const;
export type Fit = (typeof fits)[number];

/**
 * What a charge of each family takes in of the course-of-conduct offences of the Protection from Harassment Act 1997:
 * both limbs of s.4A each other and all the rest, s.2A and s.4 the offence of s.2. The behaviour rules read it alike.
 */
const TAKES_IN: Partial<Record<string, readonly string[]>> = {
  STALKING_SERIOUS_ALARM: ['STALKING_FEAR', 'STALKING', 'HARASSMENT_FEAR', 'HARASSMENT'],
  STALKING_FEAR: ['STALKING_SERIOUS_ALARM', 'STALKING', 'HARASSMENT_FEAR', 'HARASSMENT'],
  HARASSMENT_FEAR: ['HARASSMENT'],
  STALKING: ['HARASSMENT'],
};

/** Of several charges, the one that stands for the file where none fits: the gravest of these, else the first by name. */
const GRAVEST = ['STALKING_SERIOUS_ALARM', 'STALKING_FEAR', 'HARASSMENT_FEAR', 'STALKING', 'HARASSMENT'];

/** Key of files without a charge. */
export const NOT_CHARGED = 'NOT_CHARGED';

/** The charge that is compared, of all families charged, and how it fits. A charge that fits is taken before others. */
export function fitOf(charged: readonly string[], appropriate: string): { charged: string; fit: Fit } {
  if (charged.length === 0) return { charged: NOT_CHARGED, fit: 'NOT_CHARGED' };
  const byGravity = [...charged].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const first = (fitting: (family: string) => boolean) => byGravity.find(fitting);
  const agreeing =
    first((family) => family === appropriate) ??
    first((family) => takesIn(family, appropriate) && takesIn(appropriate, family));
  if (agreeing) return { charged: agreeing, fit: 'AGREE' };
  const over = first((family) => takesIn(family, appropriate));
  if (over) return { charged: over, fit: 'OVER_CHARGED' };
  const under = first((family) => takesIn(appropriate, family));
  if (under) return { charged: under, fit: 'UNDER_CHARGED' };
  return { charged: byGravity[0]!, fit: 'WRONG_FAMILY' };
}

function takesIn(family: string, other: string): boolean {
  return TAKES_IN[family]?.includes(other) ?? false;
}

function rank(family: string): number {
  const place = GRAVEST.indexOf(family);
  return place === -1 ? GRAVEST.length : place;
}
