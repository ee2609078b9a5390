import { main } from '../../tools/cli/throughline';
import { type Graph, aCase, aGraph, aSuspect, aVictim } from '../support';

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
  await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1')]);
});
afterAll(() => graph[Symbol.asyncDispose]());

/** What a command prints, and its exit code. */
async function throughline(...args: string[]): Promise<{ out: string; error: string; code: number }> {
  const printed = { out: '', error: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name === 'stdout' ? 'out' : 'error'] += String(text);
      return true;
    }),
  );
  const before = { ...process.env };
  Object.assign(process.env, { THROUGHLINE_URL: graph.door.url, THROUGHLINE_KEY: graph.door.key });
  try {
    await main(args);
    return { ...printed, code: Number(process.exitCode ?? 0) };
  } finally {
    process.env = before;
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}

const issue = (...more: string[]) =>
  throughline('keys', 'issue', '--agency', 'police:06', '--name', 'Case system', '--force', '06', '--purpose', 'INVESTIGATION', '--expires', new Date(Date.now() + 86_400_000).toISOString().slice(0, 10), ...more); // prettier-ignore
const cases = async (secret: string) => {
  const { data, errors } = await graph.query('{ cases { totalCount } }', {}, { authorization: `Bearer ${secret}` });
  return data?.cases.totalCount ?? errors?.[0]!.extensions.code;
};

test('keys are issued, listed, explained, rotated and revoked', async () => {
  const issued = await issue('--scope', 'case:read', 'behaviour:read');
  expect(issued).toMatchObject({ code: 0, out: expect.stringMatching(/^tl_live_\w+\n$/) });
  const secret = issued.out.trim();
  const id = secret.split('_')[2]!;
  expect(await cases(secret)).toBe(1);
  expect((await throughline('keys', 'list')).out).toContain(`${id}\tpolice:06\tCase system\texpires`);

  const explained = await throughline('keys', 'explain', id, 'SuspectGraph', '--variables', '{"id":"x"}');
  expect(explained.out).toContain('case:read, behaviour:read on rows of the force 06');
  expect(explained.out).toContain('Suspect.displayName\tsuspect:identify');

  const rotated = await throughline('keys', 'rotate', id, '--overlap-hours', '1');
  expect(await cases(rotated.out.trim())).toBe(1);
  expect(await cases(secret)).toBe(1);
  expect((await throughline('keys', 'revoke', id, '--reason', 'lost')).out).toContain(`${id} was revoked at 20`);
  expect(await cases(rotated.out.trim())).toBe('KEY_REVOKED');
  expect((await throughline('keys', 'list')).out).toContain('revoked 20');
});

test.each([
  [['keys', 'issue', '--agency', 'a'], '--name is missing'],
  [['keys', 'rotate'], 'give the id of the key'],
  [['keys', 'rotate', 'nobody'], 'There is no such key'],
  [['keys', 'lend'], 'not lend'],
  [['audit', 'erase'], 'not erase'],
])('%s says what is wrong', async (args, reason) => {
  const { code, error } = await throughline(...args);
  expect([code, error]).toEqual([1, expect.stringContaining(reason)]);
});

test('what an input lacks is said by its field', async () => {
  expect((await issue('--scope', 'case:raed')).error).toContain('"case:raed" is not a scope');
});

test('the audit log is verified, and a record that was changed is named', async () => {
  const { out, code } = await throughline('audit', 'verify', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ holds: true, sequence: expect.any(Number), reason: null });
  const trail = (await throughline('audit', 'trail', '--agency', 'police:06')).out.trim().split('\n');
  expect(JSON.parse(trail[0]!)).toMatchObject({ principal: { agency: { code: 'police:06' } } });
  for (const sql of ['ALTER TABLE access.audit DISABLE TRIGGER audit_is_kept', `UPDATE access.audit SET entry = entry || '{"justification":"x"}' WHERE sequence = 2`]) await graph.asSuperuser(sql); // prettier-ignore
  const broken = await throughline('audit', 'verify');
  expect(broken.code).toBe(2);
  expect(broken.out).toContain('broken after 1 records: record 2 was changed');
});

test('webhooks are added, listed and ended', async () => {
  const id = (await issue('--scope', 'case:read')).out.trim().split('_')[2]!;
  const refused = await throughline('webhooks', 'add', '--key', id, '--url', 'https://10.0.0.1/');
  expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('url: is not at a public address') });
  const added = await throughline('webhooks', 'add', '--key', id, '--url', 'https://hooks.example.org/');
  expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^whsec_[\w+/]{43}=\n$/) });
  const listed = await throughline('webhooks', 'list');
  expect(listed.out).toMatch(new RegExp(`^wh_\\w+\t${id}\thttps://hooks.example.org/\topen\n$`));
  const webhook = listed.out.split('\t')[0]!;
  expect((await throughline('webhooks', 'end', webhook)).out).toContain('ended 20');
  expect(await throughline('webhooks', 'end')).toMatchObject({ code: 1, error: 'the id of the webhook is needed\n' });
  expect(await throughline('webhooks', 'resend', 'msg_x')).toMatchObject({
    code: 1,
    error: 'There is no such webhook.\n',
  });
});
