import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { newKey } from '@throughline/access';
import { Subgraph, type SubgraphPort, federatedSchema } from '@throughline/subgraph';
import { parse } from 'graphql';
import { Client } from 'pg';
import { type BodyInit, fetch } from 'undici';
import { startCluster } from '../../../tools/up/cluster';
import { orders } from '../../orders/src/orders.subgraph';
import { Access } from '../src/access/access';
import { type Gateway, startGateway } from '../src/gateway';
import type { Progress, RefusedLine, Summary } from '../src/import-run';

/** A gateway over the orders subgraph on a real PostgreSQL, and the two ways to speak to it. */
export interface World extends Gateway {
  key: string;
  access: Access;
  orders: Subgraph;
  /** Removes every record, which the service itself has no right to. */
  empty(): Promise<void>;
  graphql(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  import(body: BodyInit, query?: Record<string, string>, headers?: Record<string, string>): Promise<Imported>;
}

export interface Answer {
  status: number;
  headers: Map<string, string>;
  text: string;
  // A test says what it expects to find.
  body: any;
}

export interface Imported {
  status: number;
  summary?: Summary;
  failed?: { code: string; message: string; requestId: string };
  rejects: RefusedLine[];
  progress: Progress[];
}

/** A subgraph that is not ours to start: its SDL and how it answers. */
export interface Stand {
  port: SubgraphPort;
  sdl: string;
}

const absent = () => {
  throw new Error('is not there');
};

/** Stands for the subgraph of cases, of which orders needs a field, where a test asks it nothing. */
const noCases: Stand = {
  port: {
    name: 'cases',
    records: [],
    importsAtOnce: 1,
    execute: absent,
    subscribe: absent,
    import: absent,
    finishImport: absent,
    changes: absent,
    lastChange: absent,
    followChanges: absent,
  },
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@inaccessible"])
    type Suspect @key(fields: "id") { id: ID! linkedIds: [ID!]! @inaccessible }
    type Query { nothing: String }`,
};

/** Starts PostgreSQL, the orders subgraph and the gateway; `stop` takes all of it down. */
export async function startWorld(...given: Stand[]): Promise<World> {
  const stands = given.some(({ port }) => port.name === 'cases') ? given : [...given, noCases];
  const dataDir = mkdtempSync(path.join(tmpdir(), 'throughline-gateway-'));
  // Closed, it would be out of reach of the account PostgreSQL runs as under root, and the cluster put elsewhere.
  chmodSync(dataDir, 0o755);
  const cluster = await startCluster({ dataDir, durable: false });
  const subgraph = await Subgraph.start(orders, cluster.url('postgres'));
  const key = newKey('live');
  const access = await Access.start({ databaseUrl: cluster.url('postgres'), pepper: randomBytes(32), adminKey: key });
  const gateway = await startGateway({
    supergraphSdl: await supergraph(stands),
    subgraphs: [subgraph, ...stands.map(({ port }) => port)],
    access,
    port: 0,
  });
  return {
    ...gateway,
    key,
    access,
    orders: subgraph,
    empty: () => empty(cluster.url('postgres')),
    graphql: (query, variables, headers) => graphql(gateway.url, key, { query, variables }, headers),
    import: (body, query, headers) => importBody(gateway.url, key, body, query, headers),
    stop: async () => {
      await gateway.stop();
      await access.stop();
      await subgraph.stop();
      await cluster.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function empty(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('TRUNCATE orders."order", orders.order_event');
  await client.end();
}

/** The supergraph of the orders subgraph and others. */
export async function supergraph(stands: Stand[]): Promise<string> {
  const { sdl } = await federatedSchema(orders);
  const { errors, supergraphSdl } = composeServices([
    { name: 'orders', typeDefs: parse(sdl), url: 'http://orders.internal:4002' },
    ...stands.map(({ port, sdl: text }) => ({
      name: port.name,
      typeDefs: parse(text),
      url: `http://${port.name}.internal:4001`,
    })),
  ]);
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

/** Asks over HTTP. */
export async function graphql(
  url: string,
  key: string,
  request: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'throughline-purpose': 'INVESTIGATION',
      ...headers,
    },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  return { status: response.status, headers: new Map(response.headers), text, body: JSON.parse(text) };
}

async function importBody(
  url: string,
  key: string,
  body: BodyInit,
  query: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Imported> {
  const response = await fetch(`${url}/v1/import?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: {
      'x-api-key': key,
      'content-type': 'application/x-ndjson',
      'throughline-purpose': 'ADMINISTRATION',
      ...headers,
    },
    body,
    duplex: 'half',
  });
  const imported: Imported = { status: response.status, rejects: [], progress: [] };
  for (const line of (await response.text()).trim().split('\n')) {
    const { rejected, progress, ...last } = JSON.parse(line);
    if (rejected) imported.rejects.push(rejected);
    else if (progress) imported.progress.push(progress);
    else Object.assign(imported, last);
  }
  return imported;
}

/** An order as a bundle carries it; `changes` lay over it. */
export function anOrder(ref: string, changes: object = {}): Record<string, unknown> {
  return {
    type: 'order',
    source: 'police:06',
    ref,
    suspect: 'S-1',
    force: '06',
    kind: 'SPO',
    protectedPersons: ['V-1'],
    court: 'Manchester Magistrates’ Court',
    madeOn: '2024-03-01',
    effectiveFrom: '2024-03-01',
    effectiveTo: '2026-02-28',
    state: 'IN_FORCE',
    conditions: [{ ref: '1', kind: 'PROHIBITION', text: 'Not to contact the protected person.' }],
    ...changes,
  };
}

/** Something that happened to an order. */
export function anEvent(ref: string, order: string, changes: object = {}): Record<string, unknown> {
  return { type: 'orderEvent', source: 'police:06', ref, order, on: '2024-03-01', kind: 'MADE', ...changes };
}

/** Records as the body of an import; text and bytes stand as they are. */
export function bundle(...lines: (object | string)[]): string {
  return lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
}
