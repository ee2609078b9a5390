import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { newKey } from '@throughline/access';
import { Subgraph, type SubgraphPort, recordId } from '@throughline/subgraph';
import { Access, type AccessOptions } from '../apps/gateway/src/access/access';
import { type GatewayOptions, startGateway } from '../apps/gateway/src/gateway';
import { FlagIndex, type FlagIndexOptions } from '../apps/behaviour/src/flag-index/flag-index.service';
import { type Door, type Rejected, type Summary, importRecords } from '../tools/cli/import';
import { subgraphs } from '../tools/up/subgraphs';
import { TEMPLATE, run } from './cluster';
import { untilIndexed } from './indexed';

/** A record of a bundle. */
export type Bundle = { type: string; source: string; ref: string } & Record<string, unknown>;

export interface Answer<Data> {
  data: Data;
  extensions?: {
    withheld?: { path: string[]; scope: string; reason: string }[];
    cost?: { estimated: number; actual: number };
  };
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } & Record<string, unknown> }[];
}

export interface GraphOptions {
  /** Stands in for subgraphs: to break one, or to put one behind HTTP. */
  ports?: (running: Subgraph[]) => SubgraphPort[];
  /** Keeps the index of flags; see `indexed`. */
  index?: boolean | FlagIndexOptions;
  /** Which stored operations there are. */
  operations?: GatewayOptions['operations'];
  metrics?: GatewayOptions['metrics'];
  webhooks?: GatewayOptions['webhooks'];
  /** What the gateway holds callers to. */
  access?: Pick<AccessOptions, 'limits' | 'redisUrl'>;
}

/** One gateway of a graph. */
export interface Replica {
  url: string;
  access: Access;
  stop: () => Promise<void>;
}

/**
 * The whole graph on a database of its own, asked through real HTTP:
 *
 *     await using graph = await aGraph();
 *     await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1')]);
 *     const { data } = await graph.query(`{ case(urn: "C1") { stage } }`);
 */
export class Graph implements AsyncDisposable {
  /** Every SQL statement since the last `countStatements`, by subgraph. */
  private statements = new Map<string, string[]>();

  private constructor(
    readonly door: Door,
    readonly subgraphs: Subgraph[],
    readonly access: Access,
    /** Its database, as the superuser. */
    readonly superuserUrl: string,
    /** Starts another gateway over the same records and keys. */
    readonly replica: () => Promise<Replica>,
    private readonly stopAll: () => Promise<void>,
  ) {
    for (const subgraph of subgraphs) {
      subgraph.db.onStatement = (sql) => {
        const made = this.statements.get(subgraph.name);
        if (made) made.push(sql);
        else this.statements.set(subgraph.name, [sql]);
      };
    }
  }

  static async start(options: GraphOptions): Promise<Graph> {
    const admin = process.env.THROUGHLINE_TEST_DATABASE!;
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await run(admin, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    const url = Object.assign(new URL(admin), { pathname: `/${name}` }).toString();
    const running = await Promise.all(subgraphs.map((definition) => Subgraph.start(definition, url)));
    const key = newKey('live');
    const pepper = randomBytes(32);
    const supergraphSdl = readFileSync(process.env.THROUGHLINE_TEST_SUPERGRAPH!, 'utf8');
    const ports = options.ports?.(running) ?? running;
    for (const subgraph of running) subgraph.meet(ports);
    const { operations, metrics, webhooks } = options;
    const replica = async (): Promise<Replica> => {
      const access = await Access.start({ databaseUrl: url, pepper, adminKey: key, ...options.access });
      const own = { operations, metrics, webhooks };
      const gateway = await startGateway({ supergraphSdl, subgraphs: ports, access, port: 0, ...own });
      const stop = async () => {
        await gateway.stop();
        await access.stop();
      };
      return { url: gateway.url, access, stop };
    };
    const first = await replica();
    const behaviour = running.find(({ name: own }) => own === 'behaviour')!;
    const index = options.index
      ? new FlagIndex(behaviour.db, ports, options.index === true ? {} : options.index)
      : undefined;
    return new Graph({ url: first.url, key }, running, first.access, url, replica, async () => {
      await index?.stop();
      await first.stop();
      await Promise.all(running.map((subgraph) => subgraph.stop()));
      await run(admin, `DROP DATABASE ${name} WITH (FORCE)`);
    });
  }

  /** Asks the gateway: as the administrator, for an investigation, unless `headers` say otherwise. */
  async query<Data = any>(
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.door.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>;
  }

  /** Headers of the administrator, in an investigation. */
  get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.door.key}`, 'throughline-purpose': 'INVESTIGATION' };
  }

  /** Imports records through the gateway. */
  import(records: Iterable<object>): Promise<Summary & { rejects: Rejected[] }> {
    return importRecords(this.door, records, 'test');
  }

  /** Resolves once whatever was recorded before is in the index. */
  async indexed(): Promise<void> {
    const { db } = this.subgraphs.find(({ name }) => name === 'behaviour')!;
    await untilIndexed(db, this.subgraphs);
  }

  /** Runs one statement as the superuser of the graph's database. */
  asSuperuser(sql: string): Promise<void> {
    return run(this.superuserUrl, sql);
  }

  /** Runs `work` and gives the SQL statements it made, by subgraph. */
  async countStatements(work: () => Promise<unknown>): Promise<Map<string, string[]>> {
    this.statements = new Map();
    await work();
    return this.statements;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stopAll();
  }
}

/** Starts the whole graph; see `Graph`. */
export function aGraph(options: GraphOptions = {}): Promise<Graph> {
  return Graph.start(options);
}

export const FORCE = 'police:06';
const record = (type: string, ref: string, fields: object): Bundle => ({ type, source: FORCE, ref, ...fields });

/** The id of a record that a builder made. */
export const idOf = (type: string, ref: string) => recordId(type, FORCE, ref);

export const aSuspect = (ref: string, fields: object = {}) =>
  record('suspect', ref, { names: [{ given: 'Test', family: ref, kind: 'LEGAL' }], ...fields });

export const aVictim = (ref: string, fields: object = {}) =>
  record('victim', ref, { names: [{ given: 'Test', family: ref, kind: 'LEGAL' }], ...fields });

export const aCase = (ref: string, fields: object = {}) =>
  record('case', ref, {
    urn: ref,
    force: '06',
    area: 'NORTH_WEST',
    openedOn: '2024-01-10',
    stage: 'INVESTIGATION',
    suspects: ['S1'],
    victims: ['V1'],
    relationship: 'FORMER_PARTNER',
    domestic: true,
    ...fields,
  });

export const anIncident = (ref: string, fields: object = {}) =>
  record('incident', ref, {
    case: 'C1',
    suspect: 'S1',
    victim: 'V1',
    occurredFrom: '2024-01-02T21:00:00Z',
    behaviours: ['S2A_B'],
    basis: 'ALLEGATION',
    evidence: 'ACCEPTED',
    ...fields,
  });

export const aRecordedCrime = (ref: string, fields: object = {}) =>
  record('recordedCrime', ref, {
    reference: ref,
    force: '06',
    recordedOn: '2024-01-03',
    principalOffence: '195/12',
    ...fields,
  });

export const aCharge = (ref: string, fields: object = {}) =>
  record('charge', ref, { case: 'C1', suspect: 'S1', offence: 'PH97010', chargedOn: '2024-02-01', ...fields });

export const aDecision = (ref: string, fields: object = {}) =>
  record('chargingDecision', ref, {
    case: 'C1',
    suspect: 'S1',
    decidedOn: '2024-02-01',
    kind: 'CHARGE',
    outcome: 'CHARGE',
    decidedBy: 'CPS',
    ...fields,
  });

export const anOrder = (ref: string, fields: object = {}) =>
  record('order', ref, {
    suspect: 'S1',
    kind: 'SPO',
    protectedPersons: ['V1'],
    state: 'IN_FORCE',
    madeOn: '2024-03-01',
    conditions: [{ ref: 'c1', kind: 'PROHIBITION', text: 'Not to contact the protected person.' }],
    ...fields,
  });

export const aBreach = (ref: string, fields: object = {}) =>
  record('breach', ref, {
    order: 'O1',
    occurredAt: '2024-04-01T10:00:00Z',
    reportedAt: '2024-04-01T12:00:00Z',
    state: 'REPORTED',
    conditions: ['c1'],
    ...fields,
  });

export const anAssessment = (ref: string, fields: object = {}) =>
  record('riskAssessment', ref, {
    suspect: 'S1',
    victim: 'V1',
    instrument: 'screen',
    instrumentVersion: '1',
    assessedAt: '2024-04-02T10:00:00Z',
    trigger: 'INITIAL',
    grade: 'MEDIUM',
    answers: [{ item: 'a', answer: 'YES' }],
    ...fields,
  });
