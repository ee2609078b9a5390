import { z } from 'zod';
import { isRange } from './address';
import { PEPPER } from '../admin-key';
import { SERVICE_LIMITS, type ServiceLimits } from './limits';
import type { StaffOptions } from './staff-token';

const count = z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be 1 or more');
const perWhile = z.coerce.number('must be a number').positive('must be more than 0').nullable().default(null);

/** Limits that hold for every caller, for `readSettings`. */
const limitSettings = {
  requestsPerSecond: perWhile,
  costPerMinute: perWhile,
  maxCost: count.default(SERVICE_LIMITS.maxCost),
  maxDepth: count.default(SERVICE_LIMITS.maxDepth),
  maxAliases: count.default(SERVICE_LIMITS.maxAliases),
  maxTokens: count.default(SERVICE_LIMITS.maxTokens),
  maxPageSize: count.max(100, 'must be at most 100').default(SERVICE_LIMITS.maxPageSize),
  maxResponseBytes: count.default(SERVICE_LIMITS.maxResponseBytes),
  maxConcurrent: count.default(SERVICE_LIMITS.maxConcurrent),
};

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
  /** Where replicas count together what callers use. */
  redisUrl: z
    .string()
    .regex(/^rediss?:\/\//, 'must be a URL such as redis://host:6379')
    .optional(),
  ...limitSettings,
};

/** The limits of the service among its settings. */
export function serviceLimitsOf(settings: ServiceLimits): ServiceLimits {
  const names = Object.keys(SERVICE_LIMITS) as (keyof ServiceLimits)[];
  return Object.fromEntries(names.map((name) => [name, settings[name]])) as ServiceLimits;
}

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
