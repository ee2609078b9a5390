/** What a request can be for (Data Protection Act 2018 s.62 asks that each consultation can be justified). */
export const purposes = [
  'INVESTIGATION',
  'CHARGING',
  'SAFEGUARDING',
  'OFFENDER_MANAGEMENT',
  'VICTIM_SUPPORT',
  'INSPECTION',
  'STATISTICS',
  'AUDIT',
  'ADMINISTRATION',
] as const;
export type Purpose = (typeof purposes)[number];

/** Header that states the purpose of a request. */
export const PURPOSE_HEADER = 'throughline-purpose';
/** Header that says in words why. */
export const JUSTIFICATION_HEADER = 'throughline-justification';
/** Shortest justification that is taken, in characters. */
export const JUSTIFICATION_LENGTH = 10;
