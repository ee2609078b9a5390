import { randomBytes } from 'node:crypto';
import { isWellFormedKey, keyParts, limitsOf, newKey } from '@throughline/access';
import type { Database } from '@throughline/subgraph';
import { type AccessDatabase, anAccessDatabase } from './access-database';
import { KeyStore, type NewKey } from '../../apps/gateway/src/access/key-store';

let access: AccessDatabase;
let db: Database;
let store: KeyStore;
const pepper = randomBytes(32);

beforeEach(async () => {
  access = await anAccessDatabase();
  db = access.connect();
  store = new KeyStore(db, pepper);
});

afterEach(() => access.drop());

const given = (more: Partial<NewKey> = {}): NewKey => ({
  environment: 'live',
  agency: 'police:06',
  name: 'Case system',
  grants: [{ scopes: ['case:read'], rows: { forces: ['06'] } }],
  purposes: ['INVESTIGATION'],
  ipAllowList: null,
  operations: null,
  onWithheld: 'WITHHOLD',
  limits: limitsOf(),
  expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  ...more,
});

test('an issued key is found by its secret and by nothing else', async () => {
  const { key, secret } = await store.issue(given(), 'admin', 'r1');
  expect(isWellFormedKey(secret!)).toBe(true);
  expect(keyParts(secret!)).toEqual({ environment: 'live', id: key.id });
  expect(await store.find(secret!)).toMatchObject({ id: key.id, agency: 'police:06', grants: given().grants });
  expect(await store.find(newKey('live', key.id))).toBeUndefined();
  expect(await store.find(newKey('live'))).toBeUndefined();
  expect(await new KeyStore(db, randomBytes(32)).find(secret!)).toBeUndefined();
});

test('the database holds no secret', async () => {
  const { secret } = await store.issue(given(), 'admin', 'r1');
  const [row] = await db.query<{ all: string }>(
    `SELECT (SELECT jsonb_agg(k) FROM access.key k)::text || (SELECT jsonb_agg(s) FROM access.secret s)::text AS all`,
  );
  expect(row!.all).not.toContain(secret!.split('_')[3]);
});

test('a request that is sent again gives the same key, and its secret to nobody', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => store.issue(given(), 'admin', 'r1')));
  const issued = [first!, ...others];
  expect(new Set(issued.map(({ key }) => key.id)).size).toBe(1);
  expect(issued.filter(({ secret }) => secret !== null)).toHaveLength(1);
  expect(await store.list()).toHaveLength(1);
});

test('rotation leaves the secret before it usable for a while, and any older one not', async () => {
  const { key, secret } = await store.issue(given(), 'admin', 'r1');
  const second = await store.rotate(key.id, 24, 'r2');
  expect(second.key.id).toBe(key.id);
  expect(Date.parse(second.key.previousUsableUntil!)).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  expect(await store.find(secret!)).toBeDefined();
  expect(await store.find(second.secret!)).toBeDefined();
  expect((await store.rotate(key.id, 24, 'r2')).secret).toBeNull();
  const third = await store.rotate(key.id, 0, 'r3');
  await Promise.all([secret, second.secret].map(async (old) => expect(await store.find(old!)).toBeUndefined()));
  expect(await store.find(third.secret!)).toBeDefined();
});

test('a revoked key is known as revoked at the next request on every replica', async () => {
  const other = new KeyStore(access.connect(), pepper);
  const { key, secret } = await store.issue(given(), 'admin', 'r1');
  expect((await other.find(secret!))!.revokedAt).toBeNull();
  await store.revoke(key.id, 'admin', 'lost');
  expect((await store.find(secret!))!.revokedAt).not.toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect((await other.find(secret!))!.revokedAt).not.toBeNull();
  await expect(store.rotate(key.id, 24, 'r2')).rejects.toMatchObject({ extensions: { code: 'RULE_REFUSED' } });
  await expect(store.revoke('000000000000', 'admin', 'x')).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
});

test('a key lives for a year at most', async () => {
  const late = new Date(Date.now() + 400 * 86_400_000).toISOString();
  await expect(store.issue(given({ expiresAt: late }), 'admin', 'r1')).rejects.toThrow('key_check');
});

test('the first key of a data directory is taken over once', async () => {
  const secret = newKey('live');
  await store.adopt(secret, given({ name: 'admin' }), 'start');
  await store.adopt(secret, given({ name: 'other' }), 'start');
  expect((await store.find(secret))!.name).toBe('admin');
});

test('the last use is noted', async () => {
  const { key, secret } = await store.issue(given(), 'admin', 'r1');
  await store.find(secret!);
  for (let tries = 0; tries < 100 && !(await store.get(key.id))!.lastUsedAt; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect((await store.get(key.id))!.lastUsedAt).not.toBeNull();
});
