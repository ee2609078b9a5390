import { randomUUID } from 'node:crypto';
import { ALL_RIGHTS } from '@throughline/access';
import { Database, migrate, provision, roleUrls } from '@throughline/subgraph';
import { Client } from 'pg';
import { run } from '../cluster';
import { access } from '../../apps/gateway/src/access/access.subgraph';

/** A database with nothing but keys and the audit log. */
export interface AccessDatabase {
  url: string;
  /** Another replica's connections, as the service's own role; stopped with the database. */
  connect(): Database;
  /** Runs statements as the superuser. */
  asOwner(...statements: string[]): Promise<void>;
  drop(): Promise<void>;
}

export async function anAccessDatabase(): Promise<AccessDatabase> {
  const admin = process.env.THROUGHLINE_TEST_DATABASE!;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await run(admin, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).toString();
  await provision(url, 'access');
  await migrate(roleUrls(url, 'access').owner, 'access', [], access.migrations, access.policies);
  const connected: Database[] = [];
  return {
    url,
    connect: () => {
      const db = Database.connect(roleUrls(url, 'access').app, 'access');
      connected.push(db);
      return db.as(ALL_RIGHTS);
    },
    asOwner: async (...statements) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        for (const statement of statements) await client.query(statement);
      } finally {
        await client.end();
      }
    },
    drop: async () => {
      await Promise.all(connected.map((db) => db.stop()));
      await run(admin, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
