import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { NO_RIGHTS } from '@throughline/access';
import {
  type Graph,
  aBreach,
  aCase,
  aGraph,
  aSuspect,
  aVictim,
  anAssessment,
  anIncident,
  anOrder,
  idOf,
} from '../support';
import { headersOf, issueKey } from './keys';

/** Case A is force 06's, B force 20's, and C a restricted one of 06. S1 is in A and B. */
let graph: Graph;
let key: { id: string; secret: string };
beforeAll(async () => {
  graph = await aGraph({ index: true });
  const { rejects } = await graph.import([
    ...['S1', 'S2', 'S3'].map((ref) => aSuspect(ref, { dateOfBirth: '1980-03-07' })),
    aVictim('V1'),
    aCase('A'),
    aCase('B', { force: '20', area: 'WEST_MIDLANDS', suspects: ['S1', 'S2'] }),
    aCase('C', { suspects: ['S3'], restricted: true }),
    ...['A', 'B', 'C'].map((ref) =>
      anIncident(`I${ref}`, { case: ref, suspect: ref === 'C' ? 'S3' : 'S1', narrative: 'Words.' }),
    ),
    anOrder('O1', { case: 'A' }),
    aBreach('X1'),
    anAssessment('R1', { case: 'A' }),
  ]);
  expect(rejects).toEqual([]);
  await graph.indexed();
  key = await issue({ grants: [{ scopes: ['case:read', 'behaviour:read'], forces: ['06'] }] });
});
afterAll(() => graph[Symbol.asyncDispose]());

const issue = (more: object) => issueKey(graph, more);
const by = headersOf;
const ask = (query: string, variables: object = {}, secret = key.secret) => graph.query(query, variables, by(secret));
const code = async (answer: ReturnType<typeof ask>) => (await answer).errors?.[0]?.extensions.code;

const operations = path.resolve(__dirname, '../../apps/gateway/operations');
const stored = new Map(
  readdirSync(operations)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => [file.replace('.graphql', ''), readFileSync(path.join(operations, file), 'utf8')]),
);

describe('a key for one force, for cases and behaviour', () => {
  test('sees just that force, no names, and what was withheld', async () => {
    const { data, errors, extensions } = await ask(stored.get('suspect-graph')!, { id: idOf('suspect', 'S1') });
    expect(errors).toBeUndefined();
    const { suspect } = data;
    expect(suspect.displayName).toBeNull();
    expect(suspect.cases.edges.map(({ node }: { node: { urn: string } }) => node.urn)).toEqual(['A']);
    expect(extensions!.withheld).toEqual(
      expect.arrayContaining([
        { path: ['suspect', 'displayName'], scope: 'suspect:identify', reason: 'needs suspect:identify' },
        expect.objectContaining({ path: ['suspect', 'orders'], scope: 'order:read' }),
      ]),
    );
    expect(JSON.stringify(data)).not.toMatch(/Words|1980-03-07|"Test /);
  });

  test('what is out of reach and what is not there answer alike', async () => {
    const query = 'query ($id: ID!) { case(id: $id) { urn } }';
    for (const id of [idOf('case', 'B'), idOf('case', 'C'), idOf('case', 'none')]) {
      expect(await ask(query, { id })).toEqual({ data: { case: null } });
    }
    const { data } = await ask('{ cases { totalCount edges { node { urn } } } }');
    expect(data.cases).toEqual({ totalCount: 1, edges: [{ node: { urn: 'A' } }] });
  });

  test('derives behaviour from what it may see, and says what was not considered', async () => {
    const query = `query ($id: ID!) { suspect(id: $id) { behaviour { notConsidered { text } timeline(first: 50) { totalCount edges { node { kind } } } } } }`;
    const { data } = await ask(query, { id: idOf('suspect', 'S1') });
    const { notConsidered, timeline } = data.suspect.behaviour;
    expect(JSON.stringify(notConsidered)).toMatch(/orders/i);
    expect(timeline.edges.map(({ node }: { node: { kind: string } }) => node.kind)).not.toContain('BREACH');
    const whole = await graph.query(query, { id: idOf('suspect', 'S1') });
    expect(whole.data.suspect.behaviour.timeline.totalCount).toBeGreaterThan(timeline.totalCount);
  });

  test('runs every stored operation, which answers or says what it takes', async () => {
    const variables: Record<string, object> = {
      'behaviour-profile': { id: idOf('suspect', 'S1') },
      'suspect-graph': { id: idOf('suspect', 'S1') },
      'case-file': { id: idOf('case', 'A') },
    };
    for (const [name, text] of stored) {
      if (/^(mutation|subscription)/m.test(text)) continue;
      const { data, errors, extensions } = await ask(text, variables[name] ?? {});
      const codes = errors?.map((error) => error.extensions.code) ?? [];
      // Whoever leaves out a variable that is needed is told so; nothing fails for want of a scope.
      expect([name, codes.filter((each) => each !== 'INVALID_INPUT')]).toEqual([name, []]);
      if (codes.length === 0) expect(data).toBeDefined();
      expect(JSON.stringify({ data, extensions })).not.toMatch(/Words\.|"Test S/);
    }
  });

  test('may do nothing that it has no scope for', async () => {
    const input = { requestId: 'x', id: key.id, reason: 'I want to.' };
    expect(
      await code(ask('mutation ($input: RevokeKeyInput!) { revokeKey(input: $input) { key { id } } }', { input })),
    ).toBe('FORBIDDEN');
  });

  test('does not filter by what it may not read', async () => {
    for (const filter of [
      { bornFrom: '1980-01-01' },
      { bornTo: '1990-01-01' },
      { identifier: { scheme: 'PHONE', value: '1' } },
      { withOrderInForce: true },
      { currentGrade: ['HIGH'] },
    ]) {
      const query = 'query ($filter: SuspectFilter) { suspects(filter: $filter) { totalCount } }';
      expect([filter, await code(ask(query, { filter }))]).toEqual([filter, 'FORBIDDEN']);
    }
  });

  test('is told of a schema without what it cannot read, and of no name of the rest', async () => {
    const { data } = await ask(
      '{ suspect: __type(name: "Suspect") { fields { name } } order: __type(name: "Order") { name } }',
    );
    const fields = data.suspect.fields.map(({ name }: { name: string }) => name);
    expect(fields).toEqual(expect.arrayContaining(['id', 'cases', 'behaviour']));
    expect(fields).not.toEqual(expect.arrayContaining(['displayName']));
    expect(data.order).toBeNull();
    const { errors } = await ask('{ suspects { edges { node { displayNam } } } }');
    expect(errors![0]!.message).not.toContain('Did you mean');
    const own = await graph.query('{ suspects { edges { node { displayNam } } } }');
    expect(own.errors![0]!.message).toContain('Did you mean "displayName"');
  });

  test('that rejects gets nothing where anything is withheld', async () => {
    const { secret } = await issue({ grants: [{ scopes: ['case:read'], forces: ['06'] }], onWithheld: 'REJECT' });
    const { data, errors } = await ask('{ suspects { edges { node { id displayName } } } }', {}, secret);
    expect(data).toBeUndefined();
    expect(errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN', withheld: [{ scope: 'suspect:identify' }] });
    expect((await ask('{ suspects { totalCount } }', {}, secret)).data.suspects.totalCount).toBe(1);
  });
});

test('names are seen on the rows of the grant that opens them, and on no others', async () => {
  const { secret } = await issue({
    grants: [
      { scopes: ['case:read'], everyRow: true },
      { scopes: ['case:read', 'suspect:identify'], forces: ['20'] },
    ],
  });
  const { data, extensions } = await ask('{ suspects { edges { node { ref displayName dateOfBirth } } } }', {}, secret);
  const rows = data.suspects.edges.map(({ node }: { node: { ref: string; displayName: string | null } }) => node);
  expect(rows.sort((a: { ref: string }, b: { ref: string }) => (a.ref < b.ref ? -1 : 1))).toEqual([
    { ref: 'S1', displayName: 'Test S1', dateOfBirth: '1980-03-07' },
    { ref: 'S2', displayName: 'Test S2', dateOfBirth: '1980-03-07' },
  ]);
  expect(extensions!.withheld![0]).toMatchObject({ scope: 'suspect:identify' });
  const mixed = await issue({
    grants: [
      { scopes: ['case:read'], forces: ['06'] },
      { scopes: ['case:read', 'suspect:identify'], suspects: [idOf('suspect', 'S2')] },
    ],
  });
  const seen = await ask('{ suspects { edges { node { ref displayName } } } }', {}, mixed.secret);
  expect(
    Object.fromEntries(
      seen.data.suspects.edges.map(({ node }: { node: { ref: string; displayName: string } }) => [
        node.ref,
        node.displayName,
      ]),
    ),
  ).toEqual({ S1: null, S2: 'Test S2' });
  const born = 'query ($filter: SuspectFilter) { suspects(filter: $filter) { totalCount } }';
  expect((await ask(born, { filter: { bornFrom: '1980-01-01' } }, mixed.secret)).data.suspects.totalCount).toBe(1);
});

test('a restricted case is seen by who is given it by name', async () => {
  const admin = await graph.query('query ($id: ID!) { case(id: $id) { urn } }', { id: idOf('case', 'C') });
  expect(admin.data.case).toBeNull();
  const { secret } = await issue({ grants: [{ scopes: ['case:read'], cases: [idOf('case', 'C')] }] });
  const { data } = await ask('{ cases { edges { node { urn suspects { ref } } } } }', {}, secret);
  expect(data.cases.edges).toEqual([{ node: { urn: 'C', suspects: [{ ref: 'S3' }] } }]);
});

test('nobody gives more than they hold', async () => {
  const { secret } = await issue({
    grants: [{ scopes: ['key:admin', 'case:read'], forces: ['06'] }],
    purposes: ['ADMINISTRATION'],
  });
  const give = (grants: object[], purposes = ['ADMINISTRATION']) =>
    code(
      graph.query(
        'mutation ($input: IssueKeyInput!) { issueKey(input: $input) { key { id } } }',
        {
          input: {
            requestId: crypto.randomUUID(),
            agency: 'a',
            name: 'n',
            purposes,
            grants,
            expiresAt: new Date(Date.now() + 1e7).toISOString(),
          },
        },
        by(secret, { 'throughline-purpose': 'ADMINISTRATION' }),
      ),
    );
  expect(await give([{ scopes: ['case:read'], forces: ['06'] }])).toBeUndefined();
  expect(await give([{ scopes: ['case:read'], forces: ['20'] }])).toBe('FORBIDDEN');
  expect(await give([{ scopes: ['order:read'], forces: ['06'] }])).toBe('FORBIDDEN');
  expect(await give([{ scopes: ['case:read'], cases: [idOf('case', 'A')] }])).toBe('FORBIDDEN');
  expect(await give([{ scopes: ['case:read'], forces: ['06'] }], ['INVESTIGATION'])).toBe('FORBIDDEN');
});

test('a purpose is stated, and is one of the key’s; who has one need not say it', async () => {
  const query = '{ cases { totalCount } }';
  const two = await issue({
    grants: [{ scopes: ['case:read'], forces: ['06'] }],
    purposes: ['INVESTIGATION', 'SAFEGUARDING'],
  });
  const stating = (secret: string, purpose: string, more = {}) =>
    graph.query(query, {}, by(secret, { 'throughline-purpose': purpose, ...more }));
  expect(await code(stating(two.secret, ''))).toBe('PURPOSE_REQUIRED');
  expect(await code(stating(two.secret, 'CHARGING'))).toBe('FORBIDDEN');
  expect(await code(stating(two.secret, 'CURIOSITY'))).toBe('INVALID_INPUT');
  expect(await code(stating(two.secret, 'SAFEGUARDING'))).toBeUndefined();
  expect((await stating(key.secret, '')).data.cases.totalCount).toBe(1);
  const wide = await issue({ grants: [{ scopes: ['case:read'], everyRow: true }], purposes: ['SAFEGUARDING'] });
  expect(await code(stating(wide.secret, 'SAFEGUARDING'))).toBe('PURPOSE_REQUIRED');
  expect(await code(stating(wide.secret, 'SAFEGUARDING', { 'throughline-justification': 'too short' }))).toBe(
    'PURPOSE_REQUIRED',
  );
  expect(
    await code(stating(wide.secret, 'SAFEGUARDING', { 'throughline-justification': 'A threat to life.' })),
  ).toBeUndefined();
});

test('names are unmasked in an inspection by who says why', async () => {
  const { secret } = await issue({
    grants: [{ scopes: ['case:read', 'suspect:identify'], everyRow: true }],
    purposes: ['INSPECTION'],
  });
  const names = async (more: object) => {
    const { data } = await graph.query(
      '{ suspects { edges { node { displayName } } } }',
      {},
      by(secret, { 'throughline-purpose': 'INSPECTION', ...more }),
    );
    return data.suspects.edges.map(({ node }: { node: { displayName: string | null } }) => node.displayName).sort();
  };
  expect(await names({})).toEqual([null, null]);
  expect(await names({ 'throughline-justification': 'To match the paper file.' })).toEqual(['Test S1', 'Test S2']);
});

test('a key that was revoked, or rotated without an overlap, is refused on the next request', async () => {
  const made = await issue({ grants: [{ scopes: ['case:read'], forces: ['06'] }] });
  expect(await code(ask('{ cases { totalCount } }', {}, made.secret))).toBeUndefined();
  const administer = (query: string, input: object) =>
    graph.query(query, { input }, { 'throughline-purpose': 'ADMINISTRATION' });
  const { data } = await administer(
    'mutation ($input: RotateKeyInput!) { rotateKey(input: $input) { secret key { previousUsableUntil } } }',
    { requestId: 'rotate', id: made.id, overlapHours: 0 },
  );
  expect(await code(ask('{ cases { totalCount } }', {}, made.secret))).toBe('UNAUTHENTICATED');
  expect(await code(ask('{ cases { totalCount } }', {}, data.rotateKey.secret))).toBeUndefined();
  await administer('mutation ($input: RevokeKeyInput!) { revokeKey(input: $input) { key { id revokedAt } } }', {
    requestId: 'revoke',
    id: made.id,
    reason: 'lost',
  });
  expect(await code(ask('{ cases { totalCount } }', {}, data.rotateKey.secret))).toBe('KEY_REVOKED');
});

test('what a key would see is told before it is used', async () => {
  const query =
    'query ($keyId: ID!, $operation: String!, $variables: JSON) { explainAccess(keyId: $keyId, operation: $operation, variables: $variables) { allowed cost fields { coordinate allowed scope } rowRules { text } } }';
  const { data, errors } = await graph.query(query, {
    keyId: key.id,
    operation: 'SuspectGraph',
    variables: { id: idOf('suspect', 'S1') },
  });
  expect(errors).toBeUndefined();
  expect(data.explainAccess).toMatchObject({
    allowed: true,
    rowRules: [{ text: expect.stringContaining('of the force 06 (Greater Manchester') }],
  });
  expect(data.explainAccess.fields).toEqual(
    expect.arrayContaining([
      { coordinate: 'Query.suspect', allowed: true, scope: 'case:read' },
      { coordinate: 'Suspect.displayName', allowed: false, scope: 'suspect:identify' },
    ]),
  );
  expect((await ask(query, { keyId: key.id, operation: '{ me { name } }' })).data.explainAccess).toMatchObject({
    allowed: true,
    cost: 1,
  });
  expect(await code(ask(query, { keyId: 'another', operation: '{ me { name } }' }))).toBe('NOT_FOUND');
  expect(await code(graph.query(query, { keyId: key.id, operation: '{ nobody }' }))).toBe('INVALID_INPUT');
});

test('a key tells who it is', async () => {
  const { data } = await ask(stored.get('me')!);
  expect(data.me).toMatchObject({
    kind: 'PARTNER',
    agency: { code: 'police:06' },
    key: { id: key.id, name: 'Case system' },
    scopes: ['case:read', 'behaviour:read'],
    purposes: ['INVESTIGATION'],
    forces: [{ code: '06' }],
    withhold: 'WITHHOLD',
  });
});

test('limits of a key hold, and say when to come again', async () => {
  const grants = [{ scopes: ['case:read'], forces: ['06'] }];
  const small = await issue({ grants, limits: { maxCost: 10, maxDepth: 3 } });
  expect(await code(ask('{ cases { edges { node { urn } } } }', {}, small.secret))).toBe('LIMIT_EXCEEDED');
  expect(await code(ask('{ cases { totalCount } }', {}, small.secret))).toBeUndefined();
  const slow = await issue({ grants, limits: { requestsPerSecond: 1 } });
  const get = () =>
    fetch(`${graph.door.url}/graphql?query={cases{totalCount}}`, {
      headers: { ...by(slow.secret), 'apollo-require-preflight': '1' },
    });
  const answers = await Promise.all([get(), get(), get()]);
  const [late] = answers.filter(({ status }) => status === 429);
  expect(late!.headers.get('retry-after')).toBe('1');
  expect(late!.headers.get('ratelimit-limit')).toBe('1');
  expect(((await late!.json()) as { errors: { extensions: object }[] }).errors[0]!.extensions).toMatchObject({
    code: 'LIMIT_EXCEEDED',
  });
});

test('a key that is confined runs its stored operations and nothing else by their names', async () => {
  const { secret } = await issue({
    grants: [{ scopes: ['case:read', 'behaviour:read'], forces: ['06'] }],
    operations: ['SuspectGraph'],
  });
  expect(await code(ask(stored.get('suspect-graph')!, { id: idOf('suspect', 'S1') }, secret))).toBeUndefined();
  expect(await code(ask('query SuspectGraph { cases { totalCount } }', {}, secret))).toBe('OPERATION_NOT_ALLOWED');
  expect(await code(ask('{ cases { totalCount } }', {}, secret))).toBe('OPERATION_NOT_ALLOWED');
});

describe('the audit trail', () => {
  const TRAIL = stored.get('audit-trail')!;
  const trail = async (filter: object, secret?: string) => {
    const { data, errors } = await graph.query(
      TRAIL,
      { filter },
      secret ? by(secret) : { 'throughline-purpose': 'AUDIT' },
    );
    expect(errors).toBeUndefined();
    return data.auditTrail.edges.map(({ node }: { node: object }) => node);
  };

  test('tells who saw a record, what for, and what was withheld; refusals too', async () => {
    const made = await issue({ grants: [{ scopes: ['case:read'], forces: ['06'] }] });
    await ask('query Look { suspects { edges { node { ref displayName } } } }', {}, made.secret);
    await ask(
      'mutation Grab { revokeKey(input: { requestId: "r", id: "x", reason: "y" }) { key { id } } }',
      {},
      made.secret,
    );
    const [refused, looked] = await trail({ principalId: made.id });
    expect(looked).toMatchObject({
      principal: { kind: 'PARTNER', name: 'Case system', agency: { code: 'police:06' } },
      purpose: 'INVESTIGATION',
      operation: 'Look',
      kind: 'DISCLOSURE',
      recordIds: [idOf('suspect', 'S1')],
      coordinates: expect.arrayContaining(['Query.suspects', 'Suspect.ref']),
      withheld: ['suspect:identify'],
      outcome: 'ALLOWED',
    });
    expect(refused).toMatchObject({ operation: 'Grab', outcome: 'FORBIDDEN', recordIds: [] });
    expect(
      (await trail({ recordId: idOf('suspect', 'S1') })).some(
        ({ operation }: { operation?: string }) => operation === 'Look',
      ),
    ).toBe(true);
    // Without `audit:read` an agency sees what it did itself.
    expect((await trail({ principalId: made.id }, key.secret)).length).toBe(2);
    const { secret } = await issue({ agency: 'police:20', grants: [{ scopes: ['case:read'], forces: ['20'] }] });
    expect(await trail({ principalId: made.id }, secret)).toEqual([]);
  });

  test('holds, and a request that cannot be written down is not answered', async () => {
    const verified = await graph.access.services.log.verify();
    expect(verified.fault).toBeUndefined();
    expect(verified.last.sequence).toBeGreaterThan(10);
    await graph.asSuperuser('ALTER TABLE access.audit RENAME TO elsewhere');
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      const { data, errors } = await ask('{ cases { edges { node { urn } } } }');
      expect(data).toBeUndefined();
      expect(errors![0]!.extensions.code).toBe('INTERNAL');
    } finally {
      stderr.mockRestore();
      await graph.asSuperuser('ALTER TABLE access.elsewhere RENAME TO audit');
    }
    expect((await ask('{ cases { totalCount } }')).data.cases.totalCount).toBe(1);
  });
});

test('psql under an app role without a scope sees no row', async () => {
  for (const { db, name } of graph.subgraphs) {
    const tables = await db.query<{ table: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables WHERE schemaname = $1 AND tablename <> 'migrations'`,
      [db.schema],
    );
    expect(tables.length).toBeGreaterThan(0);
    for (const { table } of tables) {
      const [count] = await db.as(NO_RIGHTS).query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
      expect([name, table, count!.n]).toEqual([name, table, 0]);
    }
  }
});
