import { rmSync } from 'node:fs';
import type { Database } from '@throughline/subgraph';
import { Client, type PoolClient } from 'pg';
import { startTestCluster } from '../cluster';
import { toldFacts } from '../facts';
import { type Graph, aGraph } from '../support';
import { bigId, fill } from '../../tools/bench/big-world';

/** A table that may be read from end to end: reading it costs no more than finding a row by an index. */
const SMALL = 10_000;

interface Operation {
  name: string;
  query: string;
  variables?: object;
}

const page = 'edges { node { id } } pageInfo { endCursor hasNextPage }';
/** A list by each of its filters alone and in each of its orders, the first page and a later one. */
function lists(field: string, filters: Record<string, unknown>, sorts: string[] = [], counted: string[] = []) {
  const type = {
    cases: 'Case',
    orders: 'Order',
    breaches: 'Breach',
    riskAssessments: 'RiskAssessment',
    referrals: 'Referral',
    suspects: 'Suspect',
  }[field]!;
  const query = (sort: string | undefined, fields = page) =>
    `query ($filter: ${type}Filter, $after: String) { ${field}(filter: $filter, after: $after${sort ? `, sort: ${sort}` : ''}) { ${fields} } }`;
  return [
    ...(sorts.length > 0 ? sorts : [undefined]).map((sort) => ({
      name: `${field} sorted ${sort ?? ''}`,
      query: query(sort),
    })),
    ...Object.entries(filters).map(([name, value]) => ({
      name: `${field} by ${name}`,
      query: query(undefined),
      variables: { filter: { [name]: value } },
    })),
    ...counted.map((name) => ({
      name: `${field} by ${name}, counted`,
      query: query(undefined, `totalCount ${page}`),
      variables: { filter: { [name]: filters[name] } },
    })),
  ];
}

const suspectId = bigId('suspect', 1);
const victimId = bigId('victim', 1);
const caseId = bigId('case', 1000);
const people = ['suspectId', 'victimId', 'caseId'];

/** Counts of everything (`caseStatistics`, `totalCount` of a list that nothing narrows) are not among them: they are about every row. */
const operations: Operation[] = [
  {
    name: 'everything about a suspect',
    query: `query ($id: ID!) { suspect(id: $id) { displayName forces { code } identityLinks { id }
      cases(first: 100) { totalCount edges { node { urn victims { displayName }
        incidents(first: 100) { totalCount edges { node { id victim { id } } } }
        recordedCrimes { id } charges { id incidents { id } breaches { id } } decisions { id }
        earlyAdvice { id } fileQualityChecks { id } actionPlans { id } examinations { id }
        riskAssessments { id } referrals { id } orders { id } } } }
      orders { id protectedPersons { id } history { kind } breaches { id } }
      riskAssessments { id grade } currentRisk { grade } referrals { id } } }`,
    variables: { id: suspectId },
  },
  ...['suspects', 'victims', 'cases'].map((field) => ({
    name: `${field} by text`,
    query: `query ($after: String) { ${field}(text: "hgjkmnplo Xyzzy 24/77 U1000 telephoned", after: $after) { totalCount ${page} } }`,
  })),
  {
    name: 'possible duplicates of a page of suspects',
    query: `{ suspects(first: 100) { edges { node { possibleDuplicates { score because suspect { id } } } } } }`,
  },
  {
    name: 'a victim',
    query: `query ($id: ID!) { victim(id: $id) { cases { totalCount edges { node { id } } } protectedBy { id } riskAssessments { id } } }`,
    variables: { id: victimId },
  },
  { name: 'a case by its URN', query: `{ case(urn: "U1000") { id } }` },
  {
    name: 'the history of a case',
    query: `query ($id: ID!) { case(id: $id) { history(first: 10) { totalCount edges { node { at action } } } } }`,
    variables: { id: caseId },
  },
  {
    name: 'the history of an order',
    query: `query ($id: ID!) { order(id: $id) { history { kind } recordHistory { totalCount edges { node { at action } } } } }`,
    variables: { id: bigId('order', 1) },
  },
  {
    name: 'an incident',
    query: `query ($id: ID!) { incident(id: $id) { id } }`,
    variables: { id: bigId('incident', 1) },
  },
  {
    name: 'a breach',
    query: `query ($id: ID!) { breach(id: $id) { conditions { ref } } }`,
    variables: { id: bigId('breach', 1) },
  },
  ...lists(
    'cases',
    {
      forces: ['06'],
      areas: ['WALES'],
      stages: ['INVESTIGATION'],
      families: ['STALKING'],
      relationships: ['NEIGHBOUR'],
      openedFrom: '2026-01-01',
      openedTo: '2016-03-01',
      decidedFrom: '2026-01-01',
      decidedTo: '2016-03-01',
      recordedFrom: '2026-01-01',
      recordedTo: '2016-03-01',
      domestic: true,
      suspectId,
      victimId,
    },
    ['OPENED_ON_DESC', 'OPENED_ON_ASC', 'URN_ASC'],
    ['openedFrom', 'suspectId', 'victimId'],
  ),
  {
    name: 'cases by a family that none has',
    query: `query { cases(filter: { families: [BREACH_DAPO] }) { totalCount ${page} } }`,
  },
  ...lists('suspects', {
    forces: ['40'],
    bornFrom: '2004-09-01',
    bornTo: '1950-02-01',
    identifier: { scheme: 'CRO', value: '77' },
    withOrderInForce: true,
    currentGrade: ['HIGH'],
  }),
  ...lists(
    'orders',
    {
      kinds: ['DVPO'],
      states: ['APPLIED'],
      forces: ['40'],
      suspectId,
      caseId,
      protectedPersonId: victimId,
      madeFrom: '2026-01-01',
      madeTo: '2016-03-01',
      endsFrom: '2030-06-01',
      endsTo: '2017-03-01',
    },
    ['MADE_ON_DESC', 'MADE_ON_ASC', 'EFFECTIVE_TO_ASC'],
    ['suspectId', 'caseId', 'protectedPersonId', 'madeFrom', 'endsTo'],
  ),
  ...lists(
    'breaches',
    {
      states: ['REPORTED'],
      orderId: bigId('order', 1),
      kinds: ['DVPO'],
      forces: ['40'],
      occurredFrom: '2026-01-01',
      occurredTo: '2016-03-01',
    },
    ['OCCURRED_AT_DESC', 'REPORTED_AT_DESC', 'REPORTED_AT_ASC'],
    ['orderId', 'occurredFrom'],
  ),
  ...lists(
    'riskAssessments',
    {
      suspectId,
      victimId,
      caseId,
      grades: ['HIGH'],
      triggers: ['BREACH'],
      instrumentKey: 'dash',
      instrumentVersion: '1',
      overridden: true,
      assessedFrom: '2026-01-01',
      assessedTo: '2016-03-01',
    },
    ['ASSESSED_AT_DESC', 'ASSESSED_AT_ASC'],
    [...people, 'assessedFrom'],
  ),
  ...lists(
    'referrals',
    {
      forums: ['MAPPA'],
      suspectId,
      victimId,
      caseId,
      heard: false,
      referredFrom: '2026-01-01',
      referredTo: '2016-03-01',
    },
    [],
    people,
  ),
  ...Object.entries({
    owner: 'CPS',
    status: ['ACCEPTED'],
    overdue: true,
    dueBefore: '2016-03-01',
    report: 'Report 1',
  }).map(([name, value]) => ({
    name: `recommendations by ${name}`,
    query: `query ($filter: RecommendationFilter) { recommendations(filter: $filter) { id } }`,
    variables: { filter: { [name]: value } },
  })),
];

async function directoryOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
  await client.end();
  return rows[0]!.data_directory;
}

describe('with some hundred thousand cases', () => {
  let graph: Graph;
  let cluster: { url: string; stop(): Promise<void> };
  let admin: Client;
  const big = new Set<string>();
  let directory = '';
  const shared = process.env.THROUGHLINE_TEST_DATABASE;

  beforeAll(async () => {
    // A PostgreSQL of its own: filling it would hold up the tests beside it.
    cluster = await startTestCluster();
    process.env.THROUGHLINE_TEST_DATABASE = cluster.url;
    graph = await aGraph();
    const own = new URL(graph.subgraphs[0]!.db.pool.options.connectionString!);
    const url = Object.assign(new URL(cluster.url), { pathname: own.pathname }).toString();
    directory = await directoryOf(url);
    await fill(url);
    admin = new Client({ connectionString: url });
    await admin.connect();
    const { rows } = await admin.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c
       WHERE relkind = 'r' AND relnamespace = ANY($1::regnamespace[]) AND reltuples > $2`,
      [graph.subgraphs.map(({ db }) => db.schema), SMALL],
    );
    for (const table of rows) big.add(table.name.replaceAll('"', ''));
  }, 300_000);

  afterAll(async () => {
    await admin?.end();
    await graph?.[Symbol.asyncDispose]();
    await cluster?.stop();
    // Where we are root the cluster is kept outside the folder that was removed; it is a gigabyte.
    if (directory) rmSync(directory, { recursive: true, force: true });
    process.env.THROUGHLINE_TEST_DATABASE = shared;
  }, 60_000);

  /** How often a connection has read which table whole; functions that it called are counted in. */
  const wholeReads = async (client: PoolClient): Promise<Map<string, number>> => {
    const { rows } = await client.query<{ name: string; scans: number }>(
      `SELECT schemaname || '.' || relname AS name, seq_scan AS scans FROM pg_stat_xact_user_tables`,
    );
    return new Map(rows.map(({ name, scans }) => [name, scans]));
  };

  /** Does something, then does its statements again to see how PostgreSQL goes about them: large tables it reads whole. */
  const scansDuring = async (work: () => Promise<void>): Promise<string[]> => {
    const statements: { db: Database; sql: string; params: unknown[]; isPrepared?: boolean }[] = [];
    for (const { db } of graph.subgraphs)
      db.onStatement = (sql, params = [], isPrepared) => statements.push({ db, sql, params, isPrepared });
    await work();
    for (const { db } of graph.subgraphs) db.onStatement = undefined;
    expect(statements.length).toBeGreaterThan(0);
    const scans: string[] = [];
    for (const { db, sql, params, isPrepared } of statements) {
      await db.transaction(async (client) => {
        // What is prepared is soon run by one plan for all values.
        if (isPrepared) await client.query('SET LOCAL plan_cache_mode = force_generic_plan');
        const before = await wholeReads(client);
        await client.query(sql, params);
        for (const [name, count] of await wholeReads(client))
          if (big.has(name) && count > (before.get(name) ?? 0)) scans.push(name);
      });
    }
    return scans;
  };
  const scansOf = async (
    { query, variables }: Operation,
    more: object = {},
  ): Promise<{ scans: string[]; data: any }> => {
    let data: any;
    const scans = await scansDuring(async () => {
      const answer = await graph.query(query, { ...variables, ...more });
      expect(answer.errors).toBeUndefined();
      data = answer.data;
    });
    return { scans, data };
  };

  it('fills tables that are worth an index', () => {
    expect(big.size).toBeGreaterThanOrEqual(13);
    for (const name of ['suspect_name', 'name_word']) expect(big).toContain(`cases.${name}`);
  });

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s reads no large table whole',
    async (name, operation) => {
      const { scans, data } = await scansOf(operation);
      const list = Object.values(data)[0] as { pageInfo?: { hasNextPage: boolean; endCursor: string } } | null;
      expect(list).not.toBeNull();
      const next = list!.pageInfo?.hasNextPage
        ? await scansOf(operation, { after: list!.pageInfo.endCursor })
        : undefined;
      expect([...scans, ...(next?.scans ?? [])]).toEqual([]);
    },
  );

  it('the facts of a hundred suspects are found without reading a large table whole', async () => {
    const ids = Array.from({ length: 100 }, (_none, n) => bigId('suspect', n + 1));
    const scans = await scansDuring(async () => {
      const told = await toldFacts(graph, ids);
      expect(told.reduce((sum, one) => sum + one!.incidents.length + one!.orders.length, 0)).toBeGreaterThan(100);
    });
    expect(scans).toEqual([]);
  });

  it('whom a thousand changes concern is found without reading a large table whole', async () => {
    for (const name of ['cases', 'orders']) {
      const subgraph = graph.subgraphs.find((one) => one.name === name)!;
      const scans = await scansDuring(async () => {
        const notices = await subgraph.changes(null);
        expect(notices.length).toBe(1000);
        expect(notices.every(({ suspects }) => suspects.length > 0)).toBe(true);
      });
      expect(scans).toEqual([]);
    }
  });
});
