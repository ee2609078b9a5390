import { invalidInput } from '@throughline/subgraph';

/** What a request can be for. */
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

/** Header that states the purpose. */
export const PURPOSE_HEADER = 'throughline-purpose';

/** Reads the purpose header; throws `INVALID_INPUT` where it says something that is not a purpose. */
export function readPurpose(header: string | string[] | undefined): Purpose | undefined {
  if (header === undefined) return undefined;
  const purpose = purposes.find((known) => known === header);
  if (purpose) return purpose;
  throw invalidInput([{ field: PURPOSE_HEADER, reason: `must be one of ${purposes.join(', ')}` }]);
}
