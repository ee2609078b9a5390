import { z } from 'zod';
import { isRange } from './address';
import { PEPPER } from '../admin-key';
import type { StaffOptions } from './staff-token';

/** Settings of access, for `readSettings`. */
export const accessSettings = {
  /** Under what secrets are hashed; of the data directory unless given. Replicas need the same one. */
  pepper: z.string().regex(PEPPER, 'must be at least 32 bytes in hex').optional(),
  /** What kind of data is served: keys of the other kind are refused. */
  environment: z.enum(['live', 'test']).default('live'),
  /** Networks of ours, beside the public ones, that webhooks may go to: CIDR ranges, separated by commas. */
  webhookNetworks: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((range) => range.trim() || []))
    .refine((ranges) => ranges.every(isRange), 'must be addresses or CIDR ranges, separated by commas'),
  /** Where staff sign in, and for whom their tokens must be. */
  oidcIssuer: z.url('must be a URL').optional(),
  oidcAudience: z.string().default('throughline'),
};

/** Where staff sign in, where that is set. */
export function staffOf({
  oidcIssuer,
  oidcAudience,
}: {
  oidcIssuer?: string;
  oidcAudience: string;
}): StaffOptions | undefined {
  return oidcIssuer === undefined ? undefined : { issuer: oidcIssuer, audience: oidcAudience };
}
