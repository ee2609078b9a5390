import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type World, anEvent, anOrder, bundle, startWorld } from '../test/world';

let world: World;
beforeAll(async () => (world = await startWorld()));
afterAll(() => world.stop());
afterEach(() => jest.restoreAllMocks());

/** The rows of both tables without what tells one import from another. */
async function rows(): Promise<unknown[]> {
  return world.orders.db.query(
    `SELECT * FROM (
       SELECT id, source, ref, state, content_hash, withdrawn_at IS NULL AS live FROM orders."order"
       UNION ALL SELECT id, source, ref, kind, content_hash, withdrawn_at IS NULL FROM orders.order_event
     ) AS held ORDER BY id`,
  );
}

beforeEach(() => world.empty());

const three = () => [
  anOrder('O-1'),
  anOrder('O-2', { state: 'EXPIRED', suspect: { source: 'cps', ref: 'X' } }),
  anEvent('E-1', 'O-1'),
];

test('what is imported can be asked for', async () => {
  const { status, summary, rejects } = await world.import(bundle(...three()));
  expect({ status, rejects }).toEqual({ status: 200, rejects: [] });
  expect(summary).toEqual({
    accepted: 3,
    unchanged: 0,
    rejected: 0,
    byType: {
      order: { accepted: 2, unchanged: 0, rejected: 0 },
      orderEvent: { accepted: 1, unchanged: 0, rejected: 0 },
    },
    lines: 3,
    seconds: expect.any(Number),
  });
  const { body } = await world.graphql(
    `query Orders($states: [OrderState!]) {
       orders(filter: { states: $states }) {
         totalCount edges { node { ref force { code name } conditions { text } history { kind on } suspect { id } } }
       }
     }`,
    { states: ['IN_FORCE'] },
  );
  expect(body).toEqual({
    data: {
      orders: {
        totalCount: 1,
        edges: [
          {
            node: {
              ref: 'O-1',
              force: { code: '06', name: 'Greater Manchester' },
              conditions: [{ text: 'Not to contact the protected person.' }],
              history: [{ kind: 'MADE', on: '2024-03-01' }],
              suspect: { id: expect.any(String) },
            },
          },
        ],
      },
    },
  });
});

test('each bad line is refused alone, with its number, field and reason, and everything else is taken', async () => {
  const huge = JSON.stringify(anOrder('huge', { court: 'x'.repeat(10 * 1024 * 1024) }));
  const lines = [
    anOrder('A'),
    '{"type":"order","source":',
    anOrder('B', { kort: 'Leeds' }),
    anOrder('C'),
    { ...anOrder('D'), type: 'ordr' },
    anOrder('E', { kind: 'SPQ' }),
    huge,
    '[1]',
    anOrder('F', { court: 'nul\u0000' }),
    { ref: 'G' },
    anOrder('H'),
    '',
    anOrder('A'),
    `{"__proto__":{"rejected":1},${JSON.stringify(anOrder('I')).slice(1)}`,
    { ...anOrder('J'), type: '__proto__' },
    anOrder('K'),
  ];
  const { summary, rejects } = await world.import(bundle(...lines));
  const told = rejects.map(({ line, field, reason }) => ({ line, field, reason })).sort((a, b) => a.line - b.line);
  expect(told).toEqual([
    { line: 2, field: null, reason: expect.stringMatching(/^is not JSON: /) },
    { line: 3, field: 'kort', reason: 'unknown field; did you mean court?' },
    { line: 5, field: 'type', reason: 'unknown code "ordr"; the nearest known one is order' },
    { line: 6, field: 'kind', reason: 'unknown code "SPQ"; the nearest known one is SPO' },
    { line: 7, field: null, reason: `is too long: ${huge.length} bytes, where 1048576 are allowed` },
    { line: 8, field: null, reason: 'is not a JSON object' },
    { line: 9, field: 'court', reason: 'contains a NUL character' },
    { line: 10, field: 'type', reason: 'is required' },
    { line: 13, field: null, reason: expect.stringMatching(/^a duplicate: .* at line 1$/) },
    { line: 14, field: '__proto__', reason: expect.stringMatching(/^unknown field/) },
    { line: 15, field: 'type', reason: 'unknown code "__proto__"' },
  ]);
  expect(summary).toMatchObject({ accepted: 4, unchanged: 0, rejected: 11, lines: 16 });
  expect(summary!.byType).toEqual({
    order: { accepted: 4, unchanged: 0, rejected: 5 },
    unreadable: { accepted: 0, unchanged: 0, rejected: 3 },
    unknown: { accepted: 0, unchanged: 0, rejected: 3 },
  });
  expect(({} as Record<string, unknown>).rejected).toBeUndefined();
  expect(await rows()).toHaveLength(4);
});

test('a refused line comes back as it was sent, unless it is too long or no text', async () => {
  const typo = JSON.stringify(anOrder('A', { kort: 'Leeds' }));
  const long = JSON.stringify(anOrder('B', { court: 'x'.repeat(70_000), kort: 1 }));
  const { rejects } = await world.import(
    Buffer.concat([Buffer.from(bundle(typo, long)), Buffer.from([0x22, 0xff, 0x22, 0x0a])]),
  );
  expect(rejects.find(({ line }) => line === 1)).toEqual({
    file: '',
    line: 1,
    type: 'order',
    source: 'police:06',
    ref: 'A',
    field: 'kort',
    reason: expect.any(String),
    problems: [{ field: 'kort', reason: expect.any(String) }],
    record: typo,
  });
  expect(rejects.find(({ line }) => line === 2)).toMatchObject({ note: expect.stringMatching(/longer than 65536/) });
  expect(rejects.find(({ line }) => line === 3)).toMatchObject({
    reason: 'is not valid UTF-8',
    note: expect.any(String),
  });
});

test('one import says one thing about a record, in however many files it comes', async () => {
  const run = randomUUID();
  const first = await world.import(bundle(...three()), { run, file: 'one.ndjson', last: 'false' });
  const second = await world.import(bundle(anEvent('E-2', 'O-1'), anOrder('O-1', { state: 'VARIED' })), {
    run,
    file: 'two.ndjson',
  });
  expect(first.summary).toMatchObject({ accepted: 3, rejected: 0 });
  expect(second.summary).toMatchObject({ accepted: 1, rejected: 1 });
  expect(second.rejects).toMatchObject([
    { file: 'two.ndjson', line: 2, ref: 'O-1', reason: expect.stringMatching(/line 1 of one\.ndjson$/) },
  ]);
  expect(await world.orders.db.query('SELECT FROM orders.import_seen')).toHaveLength(0);
});

test('the same bundle again changes nothing, in whatever order', async () => {
  await world.import(bundle(...three()));
  const before = await rows();
  expect((await world.import(bundle(...three()))).summary).toMatchObject({ accepted: 0, unchanged: 3, rejected: 0 });
  expect((await world.import(bundle(...three().reverse()))).summary).toMatchObject({ accepted: 0, unchanged: 3 });
  expect(await rows()).toEqual(before);
});

test('a bundle read backwards gives the same rows', async () => {
  const many = Array.from({ length: 50 }, (_none, n) => [anOrder(`O-${n}`), anEvent(`E-${n}`, `O-${n}`)]).flat();
  await world.import(bundle(...many));
  const forwards = await rows();
  await world.orders.db.query('DELETE FROM orders."order"');
  await world.orders.db.query('DELETE FROM orders.order_event');
  await world.import(bundle(...many.reverse()));
  expect(await rows()).toEqual(forwards);
});

test('a withdrawn record is not answered any more', async () => {
  await world.import(bundle(...three()));
  const withdrawal = { type: 'order', source: 'police:06', op: 'withdraw' };
  const { summary, rejects } = await world.import(
    bundle({ ...withdrawal, ref: 'O-1' }, { ...withdrawal, ref: 'never' }),
  );
  expect(summary).toMatchObject({ accepted: 1, rejected: 1 });
  expect(rejects).toMatchObject([{ line: 2, reason: expect.stringMatching(/^nothing to withdraw/) }]);
  const { body } = await world.graphql('{ orders { edges { node { ref } } } }');
  expect(body.data.orders.edges).toEqual([{ node: { ref: 'O-2' } }]);
});

test('gzip is known by its first bytes, whatever the headers say', async () => {
  const packed = gzipSync(bundle(...three()));
  const accepted = async (headers: Record<string, string>) => (await world.import(packed, {}, headers)).summary;
  expect(await accepted({})).toMatchObject({ accepted: 3, rejected: 0 });
  expect(await accepted({ 'content-encoding': 'gzip' })).toMatchObject({ unchanged: 3, rejected: 0 });
  expect(await accepted({ 'content-type': 'application/gzip' })).toMatchObject({ unchanged: 3, rejected: 0 });
  const plain = await world.import(
    bundle(...three()),
    {},
    { 'content-encoding': 'gzip', 'content-type': 'text/plain' },
  );
  expect(plain.summary).toMatchObject({ unchanged: 3, rejected: 0 });
});

test('of a gzip stream that is cut off, what was whole is taken', async () => {
  const many = Array.from({ length: 2000 }, (_none, n) => anOrder(`O-${n}`, { court: `Court ${Math.sin(n)}` }));
  const { summary, rejects } = await world.import(gzipSync(bundle(...many)).subarray(0, -5000));
  const taken = summary!.accepted;
  expect(taken).toBeGreaterThan(1000);
  expect(rejects).toMatchObject([
    { line: taken + 1, field: null, reason: expect.stringMatching(/cut off/) },
    {
      line: taken + 2,
      field: null,
      reason: expect.stringMatching(/^the gzip stream ends before its end \(truncated\)/),
    },
  ]);
  expect(summary!.byType.unreadable).toEqual({ accepted: 0, unchanged: 0, rejected: 2 });
  expect(await rows()).toHaveLength(taken);
});

test('an empty body is an empty import', async () => {
  expect((await world.import('')).summary).toMatchObject({ accepted: 0, rejected: 0, byType: {}, lines: 0 });
});

test('the answer comes while the body is still being sent', async () => {
  const told: string[] = [];
  const call = request(`${world.url}/v1/import`, {
    method: 'POST',
    headers: { 'x-api-key': world.key, 'throughline-purpose': 'ADMINISTRATION' },
  });
  call.write(bundle('not json'));
  await new Promise<void>((resolve) =>
    call.on('response', (response) =>
      response.setEncoding('utf8').on('data', (text: string) => {
        told.push(text);
        if (text.includes('is not JSON')) resolve();
      }),
    ),
  );
  expect(told.join('')).not.toContain('summary');
  const ended = new Promise((resolve) => call.on('close', resolve));
  call.end(bundle(anOrder('late')));
  await ended;
  expect(told.join('')).toContain('"summary":{"accepted":1');
});

test('progress is told about every half second', async () => {
  async function* slowly() {
    for (let n = 0; n < 8; n++) {
      yield Buffer.from(bundle(anOrder(`O-${n}`)));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const { progress, summary } = await world.import(slowly() as never);
  expect(progress.length).toBeGreaterThanOrEqual(4);
  expect(progress[0]).toEqual({ lines: 0, bytes: 0, accepted: 0, unchanged: 0, rejected: 0 });
  expect(progress.at(-1)).toMatchObject({ lines: 8, accepted: 8 });
  expect(summary).toMatchObject({ accepted: 8 });
});

test('records of many batches are all taken, in order', async () => {
  const many = Array.from({ length: 9500 }, (_none, n) => anEvent(`E-${n}`, 'O-1'));
  expect((await world.import(bundle(...many))).summary).toMatchObject({ accepted: 9500, rejected: 0, lines: 9500 });
});

test('a caller who goes away stops the import, and what was taken stays', async () => {
  const took = jest.spyOn(world.orders, 'import');
  const call = request(`${world.url}/v1/import`, {
    method: 'POST',
    headers: { 'x-api-key': world.key, 'throughline-purpose': 'ADMINISTRATION' },
  });
  call.on('error', () => undefined);
  call.write(bundle(...Array.from({ length: 800 }, (_none, n) => anEvent(`E-${n}`, 'O-1'))));
  // 800 records are batches of 250 and 500, and 50 that wait for more.
  while (took.mock.results.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all(took.mock.results.map(({ value }) => value as Promise<unknown>));
  call.destroy();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(took).toHaveBeenCalledTimes(2);
  expect(await rows()).toHaveLength(750);
});

test('a subgraph that fails ends the import with a code and an id, and nothing of why', async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  jest.spyOn(world.orders, 'import').mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.7:5432'));
  const { status, failed, summary, progress } = await world.import(
    bundle(...three()),
    {},
    { 'x-request-id': 'import-1' },
  );
  expect({ status, summary }).toEqual({ status: 200 });
  expect(failed).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', message: expect.any(String), requestId: 'import-1' });
  expect(JSON.stringify(failed)).not.toContain('10.0.0.7');
  expect(progress.at(-1)).toMatchObject({ lines: 3, accepted: 0 });
});

test('a body that goes on after the failure is taken to its end and thrown away', async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  jest.spyOn(world.orders, 'import').mockRejectedValue(new Error('gone'));
  const many = bundle(...Array.from({ length: 60_000 }, (_none, n) => anOrder(`O-${n}`)));
  const { failed } = await world.import(many);
  expect(failed).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
});

test('a caller who reads nothing before all is sent gets every reject', async () => {
  const lines = 30_000;
  const call = request(`${world.url}/v1/import`, {
    method: 'POST',
    headers: { 'x-api-key': world.key, 'throughline-purpose': 'ADMINISTRATION' },
  });
  const sent = once(call, 'finish');
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  call.end(bundle(...Array<string>(lines).fill('{"type":"nothing"}')));
  await sent;
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [response] = await answered;
  const told = await text(response);
  expect(told.match(/"rejected":{"file"/g)).toHaveLength(lines);
  expect(told).toContain(`"summary":{"accepted":0,"unchanged":0,"rejected":${lines}`);
});

test('the query is checked, and everything wrong with it is named', async () => {
  const refused = await world.import('', { run: 'one', file: 'a\u0000b', last: 'yes' });
  expect(refused).toMatchObject({
    status: 400,
    errors: [
      { extensions: { code: 'INVALID_INPUT', fields: [{ field: 'run' }, { field: 'file' }, { field: 'last' }] } },
    ],
  });
});

test('an encoding that is not read is refused rather than read as broken lines', async () => {
  const refused = await world.import('x', {}, { 'content-encoding': 'br' });
  expect(refused).toMatchObject({ status: 400, errors: [{ message: expect.stringMatching(/not as br/) }] });
});

test('no key, no import', async () => {
  const refused = await world.import(bundle(...three()), {}, { 'x-api-key': '' });
  expect(refused).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(await rows()).toHaveLength(0);
});
