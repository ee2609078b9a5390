import { type Principal, grantsOfRoles, limitsOf } from '@throughline/access';
import { CodedError } from '@throughline/subgraph';
import { type JWTPayload, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';

/** Where staff sign in, and what their tokens must say. */
export interface StaffOptions {
  /** Issuer of the OpenID provider; its configuration is found below it (OpenID Connect Discovery 1.0). */
  issuer: string;
  /** Who the token must be for. */
  audience: string;
}

/** What is read of a token beyond RFC 7519: names of roles, and where its bearer is posted. */
const claims = z.object({
  sub: z.string().min(1),
  name: z.string().default(''),
  agency: z.string().min(1),
  roles: z.array(z.string()).default([]),
  forces: z.array(z.string().regex(/^\d{2}$/)).default([]),
  areas: z.array(z.string()).default([]),
});

const NO_LIMITS = limitsOf();
const TOLERANCE_SECONDS = 30;
/** A token by a key that is not held yet makes us ask for the keys again, but not more often than this. */
const ASK_AGAIN_AFTER_MS = 1000;

/** Tells staff from tokens of their OpenID provider. Keys are fetched when first needed, and again when they rotate. */
export class StaffTokens {
  private keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;

  constructor(private readonly options: StaffOptions) {}

  /** Who a bearer token speaks for. Throws `UNAUTHENTICATED`, saying no more than that. */
  async principal(token: string): Promise<Principal> {
    const { sub, name, agency, roles, forces, areas } = await this.read(token);
    return {
      kind: 'STAFF',
      id: `${agency}/${sub}`,
      name: name || sub,
      agency,
      ...grantsOfRoles(roles, { forces, areas }),
      onWithheld: 'WITHHOLD',
      limits: NO_LIMITS,
    };
  }

  private async read(token: string): Promise<z.infer<typeof claims>> {
    const payload = await this.verified(token);
    const read = claims.safeParse(payload);
    if (!read.success)
      throw refused('The token does not say what it must: sub and agency, and lists of roles and forces.');
    return read.data;
  }

  private async verified(token: string): Promise<JWTPayload> {
    const { issuer, audience } = this.options;
    this.keys ??= discover(issuer);
    try {
      const { payload } = await jwtVerify(token, await this.keys, {
        issuer,
        audience,
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        requiredClaims: ['sub', 'exp'],
        clockTolerance: TOLERANCE_SECONDS,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw refused('The token has expired: sign in again.');
      if (error instanceof errors.JOSEError)
        throw refused('The token is not one of the identity provider for this service.');
      // The provider could not be reached: what is remembered of it may be wrong.
      this.keys = undefined;
      throw error;
    }
  }
}

async function discover(issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const configuration = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(await response.json());
  return createRemoteJWKSet(new URL(configuration.jwks_uri), { cooldownDuration: ASK_AGAIN_AFTER_MS });
}

function refused(message: string): CodedError {
  return new CodedError('UNAUTHENTICATED', message);
}
