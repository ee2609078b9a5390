import type { SubgraphDefinition } from '@throughline/subgraph';
import { auditResolver } from './audit.resolver';
import type { AuditLog } from './audit-log';
import { AuditRecordConnection, AuditRecordEdge, AuditPrincipal, AuditTrailRecord } from './audit.model';
import { ApiKey, IssuedKeyPayload, KeyGrant, RevokedKeyPayload } from './key.model';
import { keyResolver } from './key.resolver';
import type { KeyStore } from './key-store';
import { Agency, CallerLimits, Me, OwnKey } from './me.model';
import { meResolver } from './me.resolver';
import { Begin1795500000000 } from './migrations/1795500000000-begin';

/** Keys and the audit log, as a subgraph that lives in the gateway's process. */
export function accessSubgraph({ keys, log }: { keys: KeyStore; log: AuditLog }): SubgraphDefinition {
  return {
    name: 'access',
    port: 4000,
    records: [],
    types: [
      Me,
      Agency,
      OwnKey,
      CallerLimits,
      ApiKey,
      KeyGrant,
      IssuedKeyPayload,
      RevokedKeyPayload,
      AuditTrailRecord,
      AuditPrincipal,
      AuditRecordEdge,
      AuditRecordConnection,
    ],
    resolvers: [meResolver(keys), keyResolver(keys), auditResolver(log)],
    migrations: [Begin1795500000000],
  };
}
