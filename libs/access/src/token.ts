import { createHash } from 'node:crypto';
import { type JWTVerifyGetKey, SignJWT, jwtVerify } from 'jose';
import type { CryptoKey, KeyObject } from 'jose';
import type { Rights } from './rights';

const ISSUER = 'throughline-gateway';
/** Long enough for a slow fetch, too short to be of use to whoever finds one. */
const LIVES_SECONDS = 30;

/** On whose behalf the gateway calls a subgraph. */
export interface Bearer {
  actor: string;
  rights: Rights;
}

/** A key of the gateway's, and the name by which subgraphs find its public half. */
export interface SigningKey {
  id: string;
  key: CryptoKey | KeyObject;
}

/** A token (RFC 7519, EdDSA by RFC 8037) for one request to one subgraph: of no use with another body or elsewhere. */
export async function signToken(bearer: Bearer, subgraph: string, body: string, key: SigningKey): Promise<string> {
  return new SignJWT({ rights: bearer.rights, body: hashOf(body) })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.id })
    .setIssuer(ISSUER)
    .setSubject(bearer.actor)
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime(`${LIVES_SECONDS}s`)
    .sign(key.key);
}

/** Whom a token speaks for. Throws where it is not the gateway's, not for this subgraph and body, or too old. */
export async function readToken(token: string, subgraph: string, body: string, keys: JWTVerifyGetKey): Promise<Bearer> {
  const { payload } = await jwtVerify<{ rights: Rights; body: string }>(token, keys, {
    algorithms: ['EdDSA'],
    issuer: ISSUER,
    audience: subgraph,
    requiredClaims: ['sub', 'exp', 'rights', 'body'],
    clockTolerance: 5,
  });
  if (payload.body !== hashOf(body)) throw new Error('the token was given for another request');
  return { actor: payload.sub!, rights: payload.rights };
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}
