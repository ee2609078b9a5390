import { randomBytes } from 'node:crypto';
import { type Principal, isWellFormedKey, limitsOf, newKey } from '@throughline/access';
import fc from 'fast-check';
import { SignJWT, generateKeyPair } from 'jose';
import { isAllowed } from '../../apps/gateway/src/access/address';
import { type AuthenticationOptions, authenticate } from '../../apps/gateway/src/access/authenticate';
import { KeyStore, type NewKey } from '../../apps/gateway/src/access/key-store';
import { StaffTokens } from '../../apps/gateway/src/access/staff-token';
import { type AccessDatabase, anAccessDatabase } from './access-database';
import { type OidcProvider, anOidcProvider } from './oidc';

let access: AccessDatabase;
let provider: OidcProvider;
let options: AuthenticationOptions & { keys: KeyStore };

beforeAll(async () => {
  access = await anAccessDatabase();
  provider = await anOidcProvider();
  options = {
    keys: new KeyStore(access.connect(), randomBytes(32)),
    staff: new StaffTokens({ issuer: provider.issuer, audience: 'throughline' }),
    environment: 'live',
  };
});

afterAll(async () => {
  await provider[Symbol.asyncDispose]();
  await access.drop();
});

const who = (credential: string | undefined, ip = '127.0.0.1', headers = {}): Promise<Principal> =>
  authenticate(
    { headers: { ...headers, ...(credential !== undefined && { authorization: `Bearer ${credential}` }) }, ip },
    options,
  );
const refusal = (code: string) => ({ extensions: { code } });

let requests = 0;
const aKey = async (more: Partial<NewKey> = {}): Promise<string> => {
  const given: NewKey = {
    environment: 'live',
    agency: 'police:06',
    name: 'Case system',
    grants: [{ scopes: ['case:read'], rows: { forces: ['06'] } }],
    purposes: ['INVESTIGATION'],
    ipAllowList: null,
    operations: null,
    onWithheld: 'WITHHOLD',
    limits: limitsOf(),
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    ...more,
  };
  return (await options.keys.issue(given, 'admin', String(requests++))).secret!;
};

describe('an API key', () => {
  test('tells its agency and grants, by either header', async () => {
    const key = await aKey();
    const expected = {
      kind: 'PARTNER',
      agency: 'police:06',
      grants: [{ scopes: ['case:read'], rows: { forces: ['06'] } }],
    };
    expect(await who(key)).toMatchObject(expected);
    expect(await authenticate({ headers: { 'x-api-key': key }, ip: '127.0.0.1' }, options)).toMatchObject(expected);
  });

  test('may name for whom its holder acts', async () => {
    expect(await who(await aKey(), '127.0.0.1', { 'throughline-on-behalf-of': 'PC 1234' })).toMatchObject({
      onBehalfOf: 'PC 1234',
    });
  });

  test('is refused without one, with a typo, where it is not known, and where it is of the other kind', async () => {
    await expect(who(undefined)).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
    await expect(who('tl_live_x')).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
    await expect(who(newKey('live'))).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
    await expect(who(await aKey({ environment: 'test' }))).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
  });

  test('is refused once it has expired or was revoked, saying which', async () => {
    const short = await aKey({ expiresAt: new Date(Date.now() + 50).toISOString() });
    await new Promise((resolve) => setTimeout(resolve, 80));
    await expect(who(short)).rejects.toMatchObject(refusal('KEY_EXPIRED'));
    const key = await aKey();
    await options.keys.revoke(key.split('_')[2]!, 'admin', 'lost');
    await expect(who(key)).rejects.toMatchObject(refusal('KEY_REVOKED'));
  });

  test('is bound to its addresses', async () => {
    const key = await aKey({ ipAllowList: ['10.1.0.0/16', '2001:db8::/32'] });
    expect(await who(key, '10.1.2.3')).toMatchObject({ kind: 'PARTNER' });
    expect(await who(key, '2001:db8::7')).toMatchObject({ kind: 'PARTNER' });
    await expect(who(key, '10.2.0.1')).rejects.toMatchObject(refusal('FORBIDDEN'));
    expect(isAllowed('::ffff:10.1.2.3', ['10.1.0.0/16'])).toBe(true);
    expect(isAllowed('10.1.2.3', [])).toBe(false);
  });

  test('that was altered anywhere never passes, even with a right checksum', async () => {
    const key = await aKey();
    const [, , id] = key.split('_');
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), fc.boolean(), async (noise, forged) => {
        const attempt = forged ? newKey('live', id) : noise;
        expect(attempt === key || !isWellFormedKey(attempt) || forged).toBe(true);
        await expect(who(attempt.replace(/\s/g, '') || 'x')).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a token of staff', () => {
  test('tells who they are, and the grants of their roles where they are posted', async () => {
    const ada = await who(await provider.token('ada'));
    expect(ada).toMatchObject({ kind: 'STAFF', id: 'police:06/ada', name: 'Ada Example', agency: 'police:06' });
    expect(ada.grants[0]).toMatchObject({
      rows: { forces: ['06'] },
      purposes: ['INVESTIGATION', 'SAFEGUARDING', 'CHARGING'],
    });
    expect((await who(await provider.token('ben'))).grants[0]).toMatchObject({ rows: { everyRow: true } });
  });

  test('of a role that is not known opens nothing by it', async () => {
    const cat = await who(await provider.token('cat'));
    expect(cat.grants).toHaveLength(1);
    expect(cat.purposes).toEqual(['CHARGING']);
  });

  test('passes after the provider has changed its keys', async () => {
    await who(await provider.token('ada'));
    await provider.rotate();
    // The keys are asked for again at most once a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await who(await provider.token('ada'))).toMatchObject({ id: 'police:06/ada' });
  });

  test('is refused where it is somebody else’s, for somebody else, or does not say enough', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = (claims: object, audience = 'throughline') =>
      new SignJWT({ agency: 'police:06', roles: ['investigator'], ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
        .setIssuer(provider.issuer)
        .setSubject('eve')
        .setAudience(audience)
        .setExpirationTime('5m')
        .sign(privateKey);
    await expect(who(await forged({}))).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
    await expect(who(await provider.token('dan'))).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
    const elsewhere = { ...options, staff: new StaffTokens({ issuer: provider.issuer, audience: 'another' }) };
    const ada = { headers: { authorization: `Bearer ${await provider.token('ada')}` }, ip: '127.0.0.1' };
    await expect(authenticate(ada, elsewhere)).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
    await expect(authenticate(ada, { ...options, staff: undefined })).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
  });
});
