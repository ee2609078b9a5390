import type { Caller } from '@throughline/subgraph';
import type { AuditLog } from './audit-log';
import type { AccessExplanation } from './explain.model';
import type { Key, KeyStore } from './key-store';

/** What the resolvers of the gateway's own subgraph work with. */
export interface Services {
  keys: KeyStore;
  log: AuditLog;
  /** What would become of an operation that came with a key; throws `INVALID_INPUT` where it is none. */
  explain: (key: Key, operation: string, variables: Record<string, unknown>) => AccessExplanation;
}

/** A caller as the gateway's own subgraph is told of them. */
export interface AccessCaller extends Caller {
  services: Services;
}
