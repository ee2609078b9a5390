import type { KeyEnvironment } from '@throughline/access';
import { adminKey, pepper } from '../admin-key';
import { Access } from './access';
import type { ServiceLimits } from './limits';
import { serviceLimitsOf, staffOf } from './settings';

/** What settings say of access. */
export interface AccessSettings extends ServiceLimits {
  databaseUrl: string;
  dataDir: string;
  environment: KeyEnvironment;
  pepper?: string;
  oidcIssuer?: string;
  oidcAudience: string;
  redisUrl?: string;
}

/** Opens the store of keys with the admin key of a data directory, which is made there on the first start. */
export async function openAccess(settings: AccessSettings): Promise<{ access: Access; key: string }> {
  const { databaseUrl, dataDir, environment } = settings;
  const key = adminKey(dataDir, environment);
  const secret = settings.pepper === undefined ? pepper(dataDir) : Buffer.from(settings.pepper, 'hex');
  const access = await Access.start({
    databaseUrl,
    pepper: secret,
    adminKey: key,
    environment,
    staff: staffOf(settings),
    limits: serviceLimitsOf(settings),
    redisUrl: settings.redisUrl,
  });
  return { access, key };
}
