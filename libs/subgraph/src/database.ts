import { createHash, createHmac } from 'node:crypto';
import { NO_RIGHTS, RIGHTS_SETTING, ROW_RULES_VERSION, type Rights, rowRules } from '@throughline/access';
import { Client, Pool, type PoolClient, type PoolConfig, types } from 'pg';
import { DataSource } from 'typeorm';
import { changeTables } from './change.migration';
import { importSeen } from './import-seen.migration';
import { Listener } from './listener';
import type { Class } from './model';
import { Reader } from './reader';
import { rowSecurityMigration } from './row-security';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

/** Connections of a service for statements alone: each takes many at a time. */
const READING = 4;

/** For each hash or sort of a statement that counts: three hundred thousand files with their ids are some 30 MB. */
const COUNTING_MEMORY = '64MB';

/** Values as the schema's scalars write them: days as they are, moments as RFC 3339 in UTC, counts as numbers. */
function parser(oid: number, format?: 'text' | 'binary') {
  if (oid === DATE) return (text: string) => text;
  if (oid === TIMESTAMPTZ) return (text: string) => `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
  if (oid === INT8) return Number;
  return types.getTypeParser(oid, format) as (value: string) => unknown;
}

/** SQL that writes a moment into JSON in the same way. Rests on the time zone of our connections. */
export function jsonMoment(sql: string): string {
  return `replace(to_json(${sql}) #>> '{}', '+00:00', 'Z')`;
}

/** A statement with a name, which no other text may have. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Names a statement by its text. To be called once for each, at the start. */
export function statement(text: string): Statement {
  return { name: createHash('sha256').update(text).digest('base64url').slice(0, 32), text };
}

/** What the views of one database share: its connections, and who is told of statements. */
interface Shared {
  pool: Pool;
  /** For statements alone, several of which are under way on one connection; see `Reader`. */
  reading: Pool;
  listener: Listener;
  onStatement?: (sql: string, params?: unknown[], isPrepared?: boolean) => void;
  /** The rights that a connection carries, as they were last set. One that is not here carries none that we know of. */
  carried: WeakMap<PoolClient, string>;
}

/**
 * Reads and writes of one service, under its own role: it owns nothing and may only change rows, those that row-level
 * security lets it see. What it sees is a matter of the rights that it carries: none at first.
 */
export class Database {
  private readonly reader = new Reader((work) => this.lend(this.shared.reading, work));

  private constructor(
    private readonly shared: Shared,
    /** PostgreSQL schema of the service. */
    readonly schema: string,
    /** As JSON, the form in which a connection carries them. */
    private readonly rights: string,
    /** Ids of the records that were read, where somebody wants to know. */
    private readonly seen?: Set<string>,
  ) {}

  /** A service's database, with rights to no row. `url` is that of its app role. */
  static connect(url: string, schema: string, connections = 8): Database {
    return new Database(connected(url, connections), schema, JSON.stringify(NO_RIGHTS));
  }

  /** The same database, seen with somebody's rights. The ids of the records that they see are put into `seen`. */
  as(rights: Rights, actor?: string, seen?: Set<string>): Database {
    return new Database(this.shared, this.schema, JSON.stringify({ ...rights, actor }), seen);
  }

  get pool(): Pool {
    return this.shared.pool;
  }

  get listener(): Listener {
    return this.shared.listener;
  }

  /** Told of each statement: tests count them. */
  get onStatement(): Shared['onStatement'] {
    return this.shared.onStatement;
  }

  set onStatement(told: Shared['onStatement']) {
    this.shared.onStatement = told;
  }

  /** Runs one statement and gives its rows. */
  async query<Row = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return this.noted(await this.read<Row>(sql, params));
  }

  /**
   * As `query`, for a statement that counts over very many rows: with memory in which these are hashed and sorted, where
   * the server's default would put them on disk, and with a connection to itself, so that no short statement waits for it.
   */
  async count<Row = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<Row[]> {
    this.onStatement?.(sql, params);
    return this.transaction(async (client) => {
      await client.query(`SET LOCAL work_mem = '${COUNTING_MEMORY}'`);
      const { rows } = await client.query(sql, params);
      return this.noted(rows as Row[]);
    });
  }

  /**
   * As `query`, for a statement of which there is one, however often it is run: each connection keeps it parsed, and its
   * plan where PostgreSQL finds that one plan is good for all values.
   */
  async prepared<Row = Record<string, unknown>>(statement: Statement, params: unknown[]): Promise<Row[]> {
    return this.noted(await this.read<Row>(statement, params));
  }

  private noted<Row>(rows: Row[]): Row[] {
    this.noteSeen(rows);
    return rows;
  }

  /** As `query` or `prepared`, where not all rows are shown to whoever asks: those that are go to `noteSeen`. */
  async read<Row = Record<string, unknown>>(sql: string | Statement, params: unknown[] = []): Promise<Row[]> {
    const asked = typeof sql === 'string' ? { text: sql } : sql;
    this.onStatement?.(asked.text, params, 'name' in asked);
    return this.reader.ask(asked, params) as Promise<Row[]>;
  }

  /** Notes the records that rows are, and those that they hold as lists. */
  noteSeen(rows: readonly unknown[]): void {
    if (this.seen) for (const row of rows) note(row as Record<string, unknown>, this.seen);
  }

  /** Runs `work` in one transaction; what it throws rolls back. */
  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.connection((client) => inTransaction(client, () => work(client)));
  }

  /** Lends a connection that carries the rights to `work`. One that breaks meanwhile, or cannot roll back, is destroyed. */
  connection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.lend(this.pool, work);
  }

  private async lend<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    // The pool listens to idle connections only; what breaks under us fails our next statement, and not the process.
    const noted = (error: Error) => (broken = error);
    client.on('error', noted);
    try {
      if (this.shared.carried.get(client) !== this.rights) await this.carry(client, noted);
      return await work(client);
    } finally {
      client.off('error', noted);
      client.release(broken);
    }
  }

  /** Where this fails, nobody knows what the connection carries: it is not used again. */
  private async carry(client: PoolClient, broken: (error: Error) => void): Promise<void> {
    const { carried } = this.shared;
    carried.delete(client);
    try {
      await client.query('SELECT set_config($1, $2, false)', [RIGHTS_SETTING, this.rights]);
      carried.set(client, this.rights);
    } catch (error) {
      broken(error as Error);
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.listener.stop();
    await this.shared.reading.end();
    await this.pool.end();
  }
}

const UUID_LENGTH = 36;

function note(row: Record<string, unknown>, seen: Set<string>): void {
  if (typeof row.id === 'string' && row.id.length === UUID_LENGTH) seen.add(row.id);
  for (const value of Object.values(row)) {
    if (!Array.isArray(value) || typeof value[0] !== 'object') continue;
    for (const item of value) if (item !== null) note(item as Record<string, unknown>, seen);
  }
}

function connected(url: string, connections: number): Shared {
  return {
    pool: poolOf(url, { max: connections }),
    reading: poolOf(url, { max: READING, pipeline: true }),
    listener: new Listener(url),
    carried: new WeakMap(),
  };
}

function poolOf(url: string, options: PoolConfig & { pipeline?: boolean }): Pool {
  const pool = new Pool({
    connectionString: url,
    options: '-c timezone=UTC -c datestyle=ISO',
    types: { getTypeParser: parser as never },
    ...options,
  });
  // An idle connection that breaks is replaced at the next use; without a listener Node would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** Runs `work` in one transaction of a connection that was lent; what it throws rolls back. */
export async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    await client.query('BEGIN');
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: unknown) => client.emit('error', failure as Error));
    throw error;
  }
}

/** Name of the PostgreSQL schema of a service: `risk-assessments` → `risk_assessments`. */
export function schemaName(service: string): string {
  return service.replace(/-/g, '_');
}

/** The two roles of a service: one owns its tables and migrates them, the other only reads and writes rows. */
export function roleUrls(databaseUrl: string, service: string): { owner: string; app: string } {
  const as = (role: 'owner' | 'app') => {
    const url = new URL(databaseUrl);
    url.username = `${schemaName(service)}_${role}`;
    url.password = rolePassword(databaseUrl, url.username);
    return url.toString();
  };
  return { owner: as('owner'), app: as('app') };
}

/**
 * Passwords of the two roles follow from the password in the URL, so that every replica that knows the one setting
 * knows them, and none has to be stored.
 */
function rolePassword(databaseUrl: string, role: string): string {
  const { password } = new URL(databaseUrl);
  if (!password) throw new Error('the database URL needs a password: those of the services’ roles are derived from it');
  return createHmac('sha256', decodeURIComponent(password)).update(`throughline role ${role}`).digest('base64url');
}

/**
 * Makes what a service needs in a database: its schema, its two roles and the app role's rights. Idempotent, and safe
 * when replicas start at once. `databaseUrl` must be of a role that may create roles and schemas.
 */
export async function provision(databaseUrl: string, service: string): Promise<void> {
  for (;;) {
    try {
      await provisionOnce(databaseUrl, service);
      return;
    } catch (error) {
      // Roles are the whole cluster's, and locks one database's: what provisions another database was quicker.
      if ((error as Error).message !== 'tuple concurrently updated') throw error;
    }
  }
}

async function provisionOnce(databaseUrl: string, service: string): Promise<void> {
  const schema = schemaName(service);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('throughline provision'))`);
    for (const role of [`${schema}_owner`, `${schema}_app`]) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const password = client.escapeLiteral(rolePassword(databaseUrl, role));
      const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS';
      await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} ${rights} PASSWORD ${password}`);
    }
    // A creator that is no superuser must be a member to hand the schema over.
    await client.query(`GRANT ${schema}_owner TO CURRENT_USER`);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${schema}_owner`);
    await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${schema}_app`);
    await client.query(
      `ALTER DEFAULT PRIVILEGES FOR ROLE ${schema}_owner IN SCHEMA ${schema}
       GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${schema}_app`,
    );
    // What searching needs; the services' own roles could not create it.
    for (const extension of ['pg_trgm', 'unaccent', 'fuzzystrmatch']) {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} SCHEMA public`);
    }
    await ruleRows(client, schema);
    // Imports stage their rows in temporary tables.
    const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
    await client.query(`GRANT TEMPORARY ON DATABASE ${rows[0]!.name} TO ${schema}_app`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** What row-level security asks, made once in a database and again when a new version has other rules. */
async function ruleRows(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ version: string | null }>(
    `SELECT obj_description(oid, 'pg_namespace') AS version FROM pg_namespace WHERE nspname = 'row_rules'`,
  );
  if (rows[0]?.version !== ROW_RULES_VERSION) {
    for (const statement of rowRules) await client.query(statement);
    await client.query(`COMMENT ON SCHEMA row_rules IS '${ROW_RULES_VERSION}'`);
  }
  // Who keeps the cases tells the rules of them: a trigger of theirs calls this.
  if (schema === CASE_KEEPER) await client.query(`GRANT EXECUTE ON FUNCTION row_rules.note_case() TO ${schema}_owner`);
}

/** The service whose cases decide who may see what hangs on them. */
const CASE_KEEPER = 'cases';

/** The TypeORM view of a service's schema, as its owner: migrations, and the check that they match the models. */
export function dataSource(
  ownerUrl: string,
  service: string,
  entities: Class[],
  migrations: Class[],
  policies: string[] = [],
): DataSource {
  const schema = schemaName(service);
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema,
    entities: entities as never,
    migrations: [
      importSeen(schema),
      changeTables(schema),
      ...migrations,
      rowSecurityMigration(schema, entities, policies),
    ] as never,
    migrationsTableName: 'migrations',
    installExtensions: false,
    poolSize: 1,
  });
}

/** Brings a service's schema up to date. Safe when replicas start at once: one migrates, the others wait and find it done. */
export async function migrate(
  ownerUrl: string,
  service: string,
  entities: Class[],
  migrations: Class[],
  policies: string[] = [],
): Promise<void> {
  const source = await dataSource(ownerUrl, service, entities, migrations, policies).initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query(`SELECT pg_advisory_lock(hashtext('throughline migrate ' || $1))`, [service]);
    await lock.release();
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
