import { createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { rightsOf } from './rights';
import { type SigningKey, readToken, signToken } from './token';

const bearer = {
  actor: 'key1',
  rights: rightsOf({ grants: [{ scopes: ['case:read'], rows: { forces: ['06'] } }] }, 'INVESTIGATION'),
};

async function aKey(id: string) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const key: SigningKey = { id, key: privateKey };
  return { key, jwk: { ...(await exportJWK(publicKey)), kid: id, alg: 'EdDSA' } };
}

test('a token carries its bearer and their rights to one subgraph and request', async () => {
  const { key, jwk } = await aKey('k1');
  const keys = createLocalJWKSet({ keys: [jwk] });
  const token = await signToken(bearer, 'orders', '{"query":"{a}"}', key);
  await expect(readToken(token, 'orders', '{"query":"{a}"}', keys)).resolves.toEqual(bearer);
  await expect(readToken(token, 'orders', '{"query":"{b}"}', keys)).rejects.toThrow('another request');
  await expect(readToken(token, 'cases', '{"query":"{a}"}', keys)).rejects.toThrow('aud');
});

test('a token by another key is refused, also under the name of ours', async () => {
  const [ours, theirs] = await Promise.all([aKey('k1'), aKey('k1')]);
  const keys = createLocalJWKSet({ keys: [ours.jwk] });
  const token = await signToken(bearer, 'orders', '', theirs.key);
  await expect(readToken(token, 'orders', '', keys)).rejects.toThrow('signature');
});

test('a token is of no use after its time', async () => {
  jest.useFakeTimers({ now: Date.parse('2026-11-23T09:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
  try {
    const { key, jwk } = await aKey('k1');
    const token = await signToken(bearer, 'orders', '', key);
    jest.setSystemTime(Date.parse('2026-11-23T09:00:40Z'));
    await expect(readToken(token, 'orders', '', createLocalJWKSet({ keys: [jwk] }))).rejects.toThrow('exp');
  } finally {
    jest.useRealTimers();
  }
});
