import type { Caller } from '@throughline/subgraph';
import type { AuditLog } from './audit-log';
import type { AccessExplanation } from './explain.model';
import type { WebhookSender } from '../webhooks/webhook-sender';
import type { WebhookStore } from '../webhooks/webhook-store';
import type { Key, KeyStore } from './key-store';

/** What the resolvers of the gateway's own subgraph work with. */
export interface Services {
  keys: KeyStore;
  log: AuditLog;
  webhooks: WebhookStore;
  /** Once the gateway serves. */
  sender?: WebhookSender;
  /** What would become of an operation that came with a key; throws `INVALID_INPUT` where it is none. */
  explain: (key: Key, operation: string, variables: Record<string, unknown>) => AccessExplanation;
}

/** A caller as the gateway's own subgraph is told of them. */
export interface AccessCaller extends Caller {
  services: Services;
}
