import {
  type Grant,
  type KeyEnvironment,
  type Limits,
  type Purpose,
  type WithheldMode,
  isSameHash,
  keyHash,
  keyParts,
  newKey,
  newKeyId,
} from '@throughline/access';
import { CodedError, type Database } from '@throughline/subgraph';

/** A key without its secrets. */
export interface Key {
  id: string;
  environment: KeyEnvironment;
  agency: string;
  name: string;
  grants: Grant[];
  purposes: Purpose[];
  ipAllowList: string[] | null;
  operations: string[] | null;
  onWithheld: WithheldMode;
  limits: Limits;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
  /** Until when the secret before the last rotation can be used; null where there is none that still can. */
  previousUsableUntil: string | null;
}

export type NewKey = Pick<
  Key,
  | 'environment'
  | 'agency'
  | 'name'
  | 'grants'
  | 'purposes'
  | 'ipAllowList'
  | 'operations'
  | 'onWithheld'
  | 'limits'
  | 'expiresAt'
>;

/** A key as it was made or renewed; `secret` is null where the request was a repetition: it is shown once. */
export interface Issued {
  key: Key;
  secret: string | null;
}

interface Held {
  key: Key;
  secrets: { hash: Buffer; usableUntil: string | null }[];
}

/** However a notice of a change was missed, what is known of a key is no older than this. */
const KNOWN_FOR_MS = 500;
/** How often at most the last use of a key is noted. */
const NOTE_USE_EVERY_MS = 60_000;
const KNOWN_KEYS = 10_000;

const COLUMNS = `k.id, k.environment, k.agency, k.name, k.grants, k.purposes, k.ip_allow_list AS "ipAllowList",
  k.operations, k.on_withheld AS "onWithheld", k.limits, k.created_at AS "createdAt", k.created_by AS "createdBy",
  k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt",
  (SELECT max(s.usable_until) FROM access.secret s WHERE s.key = k.id AND s.usable_until > now()) AS "previousUsableUntil"`;

/** The keys of partner agencies, as they are stored: never a secret, only its hash under the server's pepper. */
export class KeyStore {
  private readonly known = new Map<string, { held: Held | undefined; until: number }>();
  private readonly used = new Map<string, number>();

  constructor(
    private readonly db: Database,
    private readonly pepper: Buffer,
  ) {}

  /**
   * The key that a text is, or undefined where it is none of ours. A key that has expired or was revoked is found: who
   * asks tells its holder so.
   */
  async find(text: string): Promise<Key | undefined> {
    const held = await this.held(keyParts(text).id);
    // Compared also where there is nothing to compare with: an unknown key takes as long as a wrong one.
    const hash = keyHash(text, this.pepper);
    const now = new Date().toISOString();
    const secrets = held?.secrets ?? [{ hash: Buffer.alloc(hash.length), usableUntil: null }];
    const fits = secrets.filter(({ usableUntil }) => usableUntil === null || usableUntil > now);
    const matches = fits.map((secret) => isSameHash(secret.hash, hash));
    if (!held || !matches.includes(true)) return undefined;
    this.noteUse(held.key.id);
    return held.key;
  }

  /** What was remembered of a key, or of all, is asked again: somebody changed it. */
  forget(id?: string): void {
    if (id === undefined) this.known.clear();
    else this.known.delete(id);
  }

  /** Makes a key; a request sent again gives the same key without its secret. */
  async issue(given: NewKey, by: string, requestId: string): Promise<Issued> {
    const secret = newKey(given.environment, newKeyId());
    await this.store(secret, given, by, requestId);
    const made = await this.get(keyParts(secret).id);
    if (made) return { key: made, secret };
    const [before] = await this.list(`k.created_by = $1 AND k.request_id = $2`, [by, requestId]);
    return { key: before!, secret: null };
  }

  /** Stores a key that was made elsewhere, such as the first one of a data directory; nothing where it is held already. */
  async adopt(secret: string, given: NewKey, by: string): Promise<void> {
    if (!(await this.get(keyParts(secret).id))) await this.store(secret, given, by, null);
  }

  private async store(secret: string, given: NewKey, by: string, requestId: string | null): Promise<void> {
    const { id } = keyParts(secret);
    await this.db.query(
      `WITH made AS (INSERT INTO access.key (id, environment, agency, name, grants, purposes, ip_allow_list, operations,
          on_withheld, limits, expires_at, created_by, request_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id)
      INSERT INTO access.secret (hash, key) SELECT $14, id FROM made`,
      [
        id,
        given.environment,
        given.agency,
        given.name,
        JSON.stringify(given.grants),
        given.purposes,
        given.ipAllowList,
        given.operations,
        given.onWithheld,
        JSON.stringify(given.limits),
        given.expiresAt,
        by,
        requestId,
        keyHash(secret, this.pepper),
      ],
    );
    this.forget(id);
  }

  /** Gives a key a new secret; the one before stays usable for so many hours, any older one no longer. */
  async rotate(id: string, overlapHours: number, requestId: string): Promise<Issued> {
    const secret = await this.db.transaction(async (client) => {
      const { rows } = await client.query<{ environment: KeyEnvironment; revoked_at: Date | null }>(
        `SELECT environment, revoked_at FROM access.key WHERE id = $1 FOR UPDATE`,
        [id],
      );
      const [key] = rows;
      if (!key) throw new CodedError('NOT_FOUND', 'There is no such key.');
      if (key.revoked_at)
        throw new CodedError('RULE_REFUSED', 'The key was revoked.', { because: ['a revoked key stays so'] });
      const repeated = await client.query(`SELECT 1 FROM access.secret WHERE key = $1 AND request_id = $2`, [
        id,
        requestId,
      ]);
      if (repeated.rowCount) return null;
      await client.query(
        `UPDATE access.secret SET usable_until = CASE WHEN usable_until IS NULL THEN now() + make_interval(hours => $2) ELSE least(usable_until, now()) END
         WHERE key = $1`,
        [id, overlapHours],
      );
      const made = newKey(key.environment, id);
      await client.query(`INSERT INTO access.secret (hash, key, request_id) VALUES ($1, $2, $3)`, [
        keyHash(made, this.pepper),
        id,
        requestId,
      ]);
      await client.query(`SELECT pg_notify('throughline_keys', $1)`, [id]);
      return made;
    });
    this.forget(id);
    return { key: (await this.get(id))!, secret };
  }

  /** Ends a key at once; one that was revoked stays as it was. */
  async revoke(id: string, by: string, because: string): Promise<Key> {
    await this.db.query(
      `WITH revoked AS (UPDATE access.key SET revoked_at = coalesce(revoked_at, now()), revoked_by = coalesce(revoked_by, $2),
        revoked_because = coalesce(revoked_because, $3) WHERE id = $1 RETURNING id)
       SELECT pg_notify('throughline_keys', id) FROM revoked`,
      [id, by, because],
    );
    this.forget(id);
    const key = await this.get(id);
    if (!key) throw new CodedError('NOT_FOUND', 'There is no such key.');
    return key;
  }

  async get(id: string): Promise<Key | undefined> {
    return (await this.list('k.id = $1', [id]))[0];
  }

  /** Keys under a condition over `k`, the newest first. */
  async list(where = 'true', params: unknown[] = []): Promise<Key[]> {
    return this.db.query<Key>(
      `SELECT ${COLUMNS} FROM access.key k WHERE ${where} ORDER BY k.created_at DESC, k.id`,
      params,
    );
  }

  private async held(id: string): Promise<Held | undefined> {
    const known = this.known.get(id);
    if (known && known.until > Date.now()) return known.held;
    const until = Date.now() + KNOWN_FOR_MS;
    const [key] = await this.db.query<Key & { secrets: { hash: string; until: string | null }[] }>(
      `SELECT ${COLUMNS}, (SELECT jsonb_agg(jsonb_build_object('hash', encode(s.hash, 'hex'), 'until', s.usable_until))
         FROM access.secret s WHERE s.key = k.id) AS secrets
       FROM access.key k WHERE k.id = $1`,
      [id],
    );
    const held = key && {
      key,
      secrets: key.secrets.map(({ hash, until: usable }) => ({
        hash: Buffer.from(hash, 'hex'),
        usableUntil: usable && new Date(usable).toISOString(),
      })),
    };
    if (this.known.size >= KNOWN_KEYS) this.known.clear();
    this.known.set(id, { held, until });
    return held;
  }

  /** Not waited for: that a use is noted must not slow or fail a request. */
  private noteUse(id: string): void {
    const now = Date.now();
    if ((this.used.get(id) ?? 0) > now - NOTE_USE_EVERY_MS) return;
    this.used.set(id, now);
    void this.db.query(`UPDATE access.key SET last_used_at = now() WHERE id = $1`, [id]).catch(() => undefined);
  }
}
