import { type SubgraphDefinition, guarded } from '@throughline/subgraph';
import { AuditResolver } from './audit.resolver';
import { AuditRecordConnection, AuditRecordEdge, AuditPrincipal, AuditTrailRecord } from './audit.model';
import { AccessExplanation, FieldAccess, RowRuleInWords } from './explain.model';
import { ExplainResolver } from './explain.resolver';
import { ApiKey, IssuedKeyPayload, KeyGrant, RevokedKeyPayload } from './key.model';
import { KeyResolver } from './key.resolver';
import { Agency, CallerLimits, Me, OwnKey } from './me.model';
import { MeResolver } from './me.resolver';
import { Begin1795500000000 } from './migrations/1795500000000-begin';
import { Webhooks1795600000000 } from './migrations/1795600000000-webhooks';
import { WebhookDelivery, WebhookPayload, WebhookShown } from '../webhooks/webhook.model';
import { WebhookResolver } from '../webhooks/webhook.resolver';

/** Keys and the audit log, as a subgraph that lives in the gateway's process. */
export const access: SubgraphDefinition = {
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
    AccessExplanation,
    FieldAccess,
    RowRuleInWords,
    WebhookShown,
    WebhookDelivery,
    WebhookPayload,
  ],
  resolvers: [MeResolver, KeyResolver, AuditResolver, ExplainResolver, WebhookResolver],
  migrations: [Begin1795500000000, Webhooks1795600000000],
  policies: ['access.key', 'access.secret', 'access.audit', 'access.webhook', 'access.delivery'].flatMap((table) =>
    guarded(table, 'false'),
  ),
};
