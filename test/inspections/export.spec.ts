import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { ALL_RIGHTS, rightsOf } from '@throughline/access';
import { exportRecords } from '@throughline/subgraph';
import { SCALE_CASE } from './exported';
import { Case } from '../../apps/cases/src/case/case.model';
import { ChargingDecision } from '../../apps/cases/src/decision/charging-decision.model';
import { type Graph, aCase, aDecision, aGraph, anIncident } from '../support';
import { take } from '../records';
import { aKey, caseId } from './inspecting';

interface Export {
  status: number;
  type: string;
  body: string;
  digest: string | undefined;
}

/** What is exported, as HTTP gives it, with its trailer. */
const exported = (graph: Graph, address: string, key = graph.door.key): Promise<Export> =>
  new Promise((resolve, reject) => {
    get(
      `${graph.door.url}/v1/export${address}`,
      { headers: { authorization: `Bearer ${key}`, 'throughline-purpose': 'INSPECTION' } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            type: response.headers['content-type'] ?? '',
            body: Buffer.concat(parts).toString('utf8'),
            digest: response.trailers['repr-digest'],
          }),
        );
      },
    ).on('error', reject);
  });

const lines = ({ body }: Export) => body.trim().split('\n');

describe('an export', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await take(graph, [
      aCase('C1', { flags: ['A "flag"', 'B,C'], crimeReferences: [] }),
      aCase('=1+1', { urn: '=1+1', force: '44', area: 'WESSEX' }),
      aCase('C3', { urn: 'Ünïcode\nand lines' }),
      anIncident('I1', { narrative: '-2+3' }),
      aDecision('D1', {
        considered: [{ family: 'STALKING', accepted: false, rationale: 'Private words.' }],
        rationale: 'More private words.',
      }),
    ]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('as NDJSON gives each record as it is, in the order of ids, with a checksum', async () => {
    const answer = await exported(graph, '/case?format=ndjson');
    expect(answer).toMatchObject({ status: 200, type: 'application/x-ndjson' });
    const records = lines(answer).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map(({ id }) => id)).toEqual([caseId('C1'), caseId('=1+1'), caseId('C3')].sort());
    expect(records.find(({ ref }) => ref === 'C1')).toMatchObject({
      urn: 'C1',
      flags: ['A "flag"', 'B,C'],
      openedOn: '2024-01-10',
      domestic: true,
      closedOn: null,
    });
    expect(records.map(({ urn }) => urn).sort()).toEqual(['=1+1', 'C1', 'Ünïcode\nand lines']);
    expect(answer.digest).toBe(`sha-256=:${createHash('sha256').update(answer.body).digest('base64')}:`);
  });

  it('as CSV has its columns in the order of the dictionary, and no formula', async () => {
    const answer = await exported(graph, '/case');
    expect(answer.type).toContain('text/csv');
    const dictionary = JSON.parse((await exported(graph, '/case/dictionary')).body);
    expect(lines(answer)[0]).toBe(dictionary.columns.map(({ name }: { name: string }) => name).join(','));
    expect(dictionary.columns.find(({ name }: { name: string }) => name === 'urn')).toEqual({
      name: 'urn',
      type: 'text',
      list: false,
      description: 'Unique reference number of the case file.',
      scope: 'case:read',
      nested: [],
    });
    expect(answer.body).toContain(`,'=1+1,`);
    expect(answer.body).toContain(`"[""A \\""flag\\"""",""B,C""]"`);
    const incidents = await exported(graph, '/incident');
    expect(incidents.body).toContain(`,'-2+3,`);
    expect(incidents.body).toContain('2024-01-02T21:00:00Z');
  });

  it('goes on behind the record that was seen last', async () => {
    const whole = lines(await exported(graph, '/case?format=ndjson'));
    const rest = await exported(graph, `/case?format=ndjson&after=${JSON.parse(whole[0]!).id}`);
    expect(lines(rest)).toEqual(whole.slice(1));
    const csv = await exported(graph, `/case?after=${JSON.parse(whole[2]!).id}`);
    expect(csv.body).toBe('');
  });

  it.each([
    ['/nothing', 404, 'NOT_FOUND'],
    ['/case?format=xlsx', 400, 'INVALID_INPUT'],
    ['/case?after=x', 400, 'INVALID_INPUT'],
  ])('%s is refused with %i %s', async (address, status, code) => {
    const answer = await exported(graph, address);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).errors[0].extensions.code).toBe(code);
  });

  it('is not for who has no key; the address says what there is to who has', async () => {
    expect((await exported(graph, '/case', 'tl_test_x')).status).toBe(401);
    expect(JSON.parse((await exported(graph, '')).body).records).toEqual(
      expect.arrayContaining(['case', 'order', 'riskAssessment', 'fileExamination', 'definition']),
    );
  });

  it('is of what a key may export, refused to one that may not, and stands in the log of disclosures', async () => {
    const key = await aKey(graph, [{ scopes: ['case:read', 'export:create'], forces: ['44'] }]);
    const answer = await exported(graph, '/chargingDecision?format=ndjson', key);
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(lines(await exported(graph, '/case?format=ndjson', key)).map((line) => JSON.parse(line).ref)).toEqual([
      '=1+1',
    ]);
    const without = await aKey(graph, [{ scopes: ['case:read'], forces: ['44'] }]);
    const refused = await exported(graph, '/case', without);
    expect([refused.status, JSON.parse(refused.body).errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
    const { data } = await graph.query(
      `{ auditTrail(filter: { kinds: ["DISCLOSURE"], agency: "hmcpsi" }, first: 10) { edges { node { operation outcome coordinates purpose } } } }`,
    );
    const told = data.auditTrail.edges.map(({ node }: any) => [node.operation, node.outcome]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['GET /v1/export/chargingDecision', 'ALLOWED'],
        ['GET /v1/export/case', 'ALLOWED'],
        ['GET /v1/export/case', 'FORBIDDEN'],
      ]),
    );
    expect(data.auditTrail.edges[0].node.purpose).toBe('INSPECTION');
  });

  it('has the rows and fields that rights reach, and those alone, within nested values too', async () => {
    const cases = graph.subgraphs.find(({ name }) => name === 'cases')!.db;
    const read = async (type: typeof Case | typeof ChargingDecision, scopes: string[]) => {
      const rights = rightsOf({ grants: [{ scopes: scopes as never, rows: { forces: ['06'] } }] }, 'STATISTICS');
      let text = '';
      const all = exportRecords(cases.as(rights), type, 'NDJSON', null, AbortSignal.timeout(60_000));
      for await (const part of all) text += part;
      return text
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    };
    expect((await read(Case, ['case:read', 'export:create'])).map(({ ref }) => ref).sort()).toEqual(['C1', 'C3']);
    expect(await read(Case, ['order:read', 'export:create'])).toEqual([]);
    expect(await read(Case, ['case:read'])).toEqual([]);
    const [closed] = await read(ChargingDecision, ['case:read', 'export:create']);
    expect(closed).toMatchObject({ rationale: null, considered: [{ family: 'STALKING', accepted: false }] });
    expect(JSON.stringify(closed)).not.toContain('rivate words');
    const [open] = await read(ChargingDecision, ['case:read', 'narrative:read', 'export:create']);
    expect(open).toMatchObject({ rationale: 'More private words.', considered: [{ rationale: 'Private words.' }] });
  });

  it('holds little however many rows there are, and stops where nobody reads on', async () => {
    const { db } = graph.subgraphs.find(({ name }) => name === 'cases')!;
    await graph.asSuperuser(SCALE_CASE(200_000));
    const before = process.memoryUsage().rss;
    let [rows, most] = [0, 0];
    const began = performance.now();
    for await (const part of exportRecords(db.as(ALL_RIGHTS), Case, 'CSV', null, AbortSignal.timeout(250_000))) {
      rows += part.split('\n').length - 1;
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    process.stdout.write(
      `200,000 cases as CSV: ${Math.round((rows / (performance.now() - began)) * 1000)} rows a second, ${Math.round(most / 2 ** 20)} MiB more\n`,
    );
    expect(rows).toBeGreaterThanOrEqual(200_000);
    expect(most).toBeLessThan(300 * 2 ** 20);
    for await (const part of exportRecords(db.as(ALL_RIGHTS), Case, 'CSV', null, AbortSignal.timeout(60_000))) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    // The connection that was still sending is not used again.
    expect(await db.as(ALL_RIGHTS).query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
