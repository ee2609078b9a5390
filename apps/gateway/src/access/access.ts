import { hkdfSync } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import {
  type AuditEntry,
  type KeyEnvironment,
  type Principal,
  type Purpose,
  limitsOf,
  purposes,
  rightsOf,
  scopes,
} from '@throughline/access';
import { type Caller, CodedError, Subgraph } from '@throughline/subgraph';
import { access } from './access.subgraph';
import type { Services } from './access.services';
import { AuditLog } from './audit-log';
import { type AuthenticationOptions, Refused, authenticate } from './authenticate';
import { Limiter, SERVICE_LIMITS, type ServiceLimits } from './limits';
import { type NewKey, KeyStore } from './key-store';
import { WebhookStore } from '../webhooks/webhook-store';
import { statedPurpose } from './purpose';
import { type StaffOptions, StaffTokens } from './staff-token';
import { RedisUseStore } from './redis-use-store';
import { MemoryUseStore } from './use-store';

export interface AccessOptions {
  /** Of a role that may create roles and schemas. */
  databaseUrl: string;
  /** The key under which secrets are hashed. */
  pepper: Buffer;
  /** A key to be held with every right, such as that of the first start of a data directory. */
  adminKey?: string;
  /** Kind of data that is served; `live` unless told otherwise. */
  environment?: KeyEnvironment;
  /** Where staff sign in; without it only API keys pass. */
  staff?: StaffOptions;
  /** Limits of the service, where they are not `SERVICE_LIMITS`. */
  limits?: Partial<ServiceLimits>;
  /** Where replicas count together what callers use; without it each counts for itself. */
  redisUrl?: string;
}

/** Whoever is told something, what for, and what they may see: as the log has it. */
export interface Recipient extends Caller {
  requestId: string;
  principal: Principal;
  purpose: Purpose;
  justification: string | null;
  /** Where the answer goes. */
  ip: string;
  /** `performance.now()` when it came. */
  began: number;
}

/** A request that may be made. */
export interface Admitted extends Recipient {
  /** Ids of the records that it was shown or changed, as they come up. */
  seen: Set<string>;
  /** What its answer cost as far as it is written, until that is settled. */
  spent: number;
  /** Whether it is to be told what its operation cost. */
  asksForCost: boolean;
  /** To be called once, when it is over: it is one of those that its caller may have at once. */
  leave: () => void;
}

/** What of a request tells who makes it, and why. */
export interface Arrival {
  headers: IncomingHttpHeaders;
  ip: string;
  requestId: string;
}

/** Header by which a caller asks for `extensions.cost`. */
const COST_HEADER = 'throughline-cost';

const YEAR_MS = 365 * 86_400_000;

/** Decides who gets past the gateway and what for, and keeps what that rests on: keys, and the log. */
export class Access {
  private constructor(
    /** The gateway's own subgraph. */
    readonly subgraph: Subgraph,
    readonly services: Services,
    readonly limiter: Limiter,
    private readonly authentication: AuthenticationOptions,
    private readonly pepper: Buffer,
    private readonly stopListening: () => void,
  ) {}

  /** Opens the store. Throws where the admin key is held under another pepper. */
  static async start(options: AccessOptions): Promise<Access> {
    const { databaseUrl, pepper, adminKey, environment = 'live', staff, limits, redisUrl } = options;
    const subgraph = await Subgraph.start(access, databaseUrl);
    const keys = new KeyStore(subgraph.db, pepper);
    if (adminKey !== undefined) await adopt(keys, adminKey, environment);
    // What somebody changes on another replica is known here before it can be asked for.
    const stopListening = await subgraph.db.listener.listen('throughline_keys', (id) => keys.forget(id || undefined));
    const authentication = { keys, environment, staff: staff && new StaffTokens(staff) };
    const explain = () => {
      throw new Error('nothing is served yet');
    };
    const webhooks = new WebhookStore(subgraph.db);
    const services = { keys, log: new AuditLog(subgraph.db), webhooks, explain };
    const store = redisUrl === undefined ? new MemoryUseStore() : await RedisUseStore.start(redisUrl);
    const limiter = new Limiter(store, { ...SERVICE_LIMITS, ...limits });
    return new Access(subgraph, services, limiter, authentication, pepper, stopListening);
  }

  /**
   * Lets a request in, until its `leave` is called, or throws a `CodedError` that says why not. Whoever is known and
   * refused stands in the log. What goes on with a request that was let in before counts as none.
   */
  async admit(arrival: Arrival, { again = false } = {}): Promise<Admitted> {
    const began = performance.now();
    let principal: Principal | undefined;
    try {
      principal = await authenticate(arrival, this.authentication);
      if (!again) await this.limiter.request(principal);
      const { purpose, justification } = statedPurpose(arrival.headers, principal);
      const rights = rightsOf(principal, purpose, justification !== null);
      const { requestId, ip, headers } = arrival;
      const asksForCost = headers[COST_HEADER] === 'true';
      const leave = again ? () => undefined : await this.limiter.enter(principal);
      return {
        actor: principal.id,
        rights,
        requestId,
        principal,
        purpose,
        justification,
        ip,
        began,
        seen: new Set(),
        spent: 0,
        asksForCost,
        leave,
      };
    } catch (error) {
      const who = principal ?? (error instanceof Refused ? error.principal : undefined);
      if (who && error instanceof CodedError) await this.recordRefusal(arrival, who, error);
      throw error;
    }
  }

  /** Writes down what a request did; rejects where that cannot be done, and the request must then fail. */
  record(
    { requestId, principal, purpose, justification, ip, began }: Recipient,
    done: Pick<
      AuditEntry,
      'operation' | 'operationHash' | 'kind' | 'coordinates' | 'recordIds' | 'withheld' | 'outcome'
    >,
  ): Promise<void> {
    return this.services.log.append({
      at: new Date().toISOString(),
      requestId,
      principal: named(principal),
      onBehalfOf: principal.onBehalfOf ?? null,
      purpose,
      justification,
      ...done,
      recipient: ip,
      duration: Math.round(performance.now() - began),
    });
  }

  /** Kind of data that is served. */
  get environment(): KeyEnvironment {
    return this.authentication.environment;
  }

  /** 32 bytes for one use, the same on every replica: they follow from the pepper. */
  derivedKey(use: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.pepper, '', `throughline ${use}`, 32));
  }

  async stop(): Promise<void> {
    this.stopListening();
    await this.limiter.stop();
    await this.services.log.flush();
    await this.subgraph.stop();
  }

  private recordRefusal({ requestId, ip }: Arrival, principal: Principal, error: CodedError): Promise<void> {
    return this.services.log.append({
      at: new Date().toISOString(),
      requestId,
      principal: named(principal),
      onBehalfOf: principal.onBehalfOf ?? null,
      purpose: null,
      justification: null,
      operation: '',
      operationHash: '',
      kind: 'CONSULTATION',
      coordinates: [],
      recordIds: [],
      withheld: [],
      outcome: String(error.extensions.code),
      recipient: ip,
      duration: 0,
    });
  }
}

const named = ({ kind, id, name, agency }: Principal) => ({ kind, id, name, agency });

/** Takes the key of a data directory as one that is held, with every right there is. */
async function adopt(keys: KeyStore, key: string, environment: KeyEnvironment): Promise<void> {
  const given: NewKey = {
    environment,
    agency: 'throughline',
    name: 'admin.key',
    grants: [{ scopes, rows: { everyRow: true, namesCases: true } }],
    purposes: [...purposes],
    ipAllowList: null,
    operations: null,
    onWithheld: 'WITHHOLD',
    limits: limitsOf(),
    expiresAt: new Date(Date.now() + YEAR_MS).toISOString(),
  };
  await keys.adopt(key, given, 'admin.key');
  if (await keys.find(key)) return;
  throw new Error(
    'the database holds admin.key under another pepper: put back the pepper that it was made with, or remove admin.key to have a new one made',
  );
}
