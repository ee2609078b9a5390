import { createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { type Bearer, type SigningKey, readToken, signToken } from '@throughline/access';
import type { Caller } from './context';
import { CodedError } from './errors';
import type { GraphQLRequest } from './subgraph';

/** A request between services: its text, and a token that says on whose behalf and fits that text alone. */
export interface SpokenRequest {
  request: string;
  caller: string;
}

const SEED_BYTES = 32;
/** What stands before the seed in the private key of Ed25519 as PKCS #8 (RFC 8410 §7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key pair of those who know a secret: one setting is enough for all of them. */
function pairOf(secret: string): { signing: SigningKey; publicKey: ReturnType<typeof createPublicKey> } {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'throughline caller tokens', SEED_BYTES));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key);
  const id = createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);
  return { signing: { id, key }, publicKey };
}

/** Says to a subgraph on whose behalf it is asked. */
export function speaker(
  secret: string,
  subgraph: string,
): (request: GraphQLRequest, caller: Caller) => Promise<SpokenRequest> {
  const { signing } = pairOf(secret);
  return async (request, { actor, rights }) => {
    const text = JSON.stringify(request);
    return { request: text, caller: await signToken({ actor, rights }, subgraph, text, signing) };
  };
}

/** Reads what a subgraph is told; throws `UNAUTHENTICATED` where the token is not for this request, or too old. */
export function listenerOf(
  secret: string,
  subgraph: string,
): (spoken: SpokenRequest) => Promise<{ request: GraphQLRequest; caller: Bearer }> {
  const { publicKey } = pairOf(secret);
  return async ({ request, caller }) => {
    try {
      const bearer = await readToken(caller, subgraph, request, async () => publicKey);
      return { request: JSON.parse(request) as GraphQLRequest, caller: bearer };
    } catch {
      throw new CodedError('UNAUTHENTICATED', 'Nobody is known to have asked.');
    }
  };
}
