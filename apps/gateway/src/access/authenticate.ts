import type { IncomingHttpHeaders } from 'node:http';
import { type KeyEnvironment, type Principal, isWellFormedKey, keyParts } from '@throughline/access';
import { CodedError, type ErrorCode } from '@throughline/subgraph';
import { isAllowed } from './address';
import type { Key, KeyStore } from './key-store';
import type { StaffTokens } from './staff-token';

export interface AuthenticationOptions {
  keys: KeyStore;
  /** Without it, only API keys pass. */
  staff?: StaffTokens;
  /** Kind of data that is served: keys of the other kind are refused. */
  environment: KeyEnvironment;
}

/** The parts of a request that tell who makes it. */
export interface Presented {
  headers: IncomingHttpHeaders;
  /** Address of the caller. */
  ip: string;
}

/** A refusal of somebody who is known: it goes into the log under their name. */
export class Refused extends CodedError {
  constructor(
    readonly principal: Principal,
    code: ErrorCode,
    message: string,
  ) {
    super(code, message);
  }
}

/** Header by which a partner's system says for whom it acts. */
export const ON_BEHALF_OF_HEADER = 'throughline-on-behalf-of';

/**
 * Who makes a request. Throws `UNAUTHENTICATED`, `KEY_EXPIRED`, `KEY_REVOKED`, or `FORBIDDEN` where the address is not
 * one that the key may be used from.
 */
export async function authenticate(presented: Presented, options: AuthenticationOptions): Promise<Principal> {
  const { headers } = presented;
  const credential = credentialOf(headers);
  if (credential === undefined) {
    throw unauthenticated('An API key is needed: send it as "Authorization: Bearer <key>" or as "X-API-Key: <key>".');
  }
  const isToken = options.staff !== undefined && credential.split('.').length === 3;
  const principal = isToken
    ? await options.staff!.principal(credential)
    : principalOf(await usableKey(credential, presented, options));
  const behalf = headers[ON_BEHALF_OF_HEADER];
  return typeof behalf === 'string' && behalf !== '' ? { ...principal, onBehalfOf: behalf.slice(0, 200) } : principal;
}

function credentialOf({ authorization, 'x-api-key': apiKey }: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  return bearer ?? (typeof apiKey === 'string' && apiKey !== '' ? apiKey : undefined);
}

async function usableKey(text: string, { ip }: Presented, { keys, environment }: AuthenticationOptions): Promise<Key> {
  if (!isWellFormedKey(text)) throw unauthenticated('This is not an API key, or it has a typo: its checksum is wrong.');
  // Before any look-up: what is held of the other kind is none of this service's business.
  if (keyParts(text).environment !== environment) {
    throw unauthenticated(`This is a ${keyParts(text).environment} key, and this service has ${environment} data.`);
  }
  const key = await keys.find(text);
  if (!key) throw unauthenticated('This API key is not known.');
  const refuse = (code: ErrorCode, message: string) => new Refused(principalOf(key), code, message);
  if (key.revokedAt) throw refuse('KEY_REVOKED', 'This API key was revoked.');
  if (Date.parse(key.expiresAt) <= Date.now()) {
    throw refuse('KEY_EXPIRED', `This API key expired on ${key.expiresAt}.`);
  }
  if (key.ipAllowList && !isAllowed(ip, key.ipAllowList)) {
    throw refuse('FORBIDDEN', 'This API key may not be used from this address.');
  }
  return key;
}

/** The principal that a key stands for. */
export function principalOf({ id, name, agency, grants, purposes, operations, onWithheld, limits }: Key): Principal {
  return {
    kind: 'PARTNER',
    id,
    name,
    agency,
    grants,
    purposes,
    operations: operations ?? undefined,
    onWithheld,
    limits,
  };
}

function unauthenticated(message: string): CodedError {
  return new CodedError('UNAUTHENTICATED', message);
}
