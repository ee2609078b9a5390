import type { AuditEntry } from '@throughline/access';
import type { Database } from '@throughline/subgraph';
import { type AccessDatabase, anAccessDatabase } from './access-database';
import { AuditLog } from '../../apps/gateway/src/access/audit-log';

let access: AccessDatabase;
let db: Database;

beforeEach(async () => {
  access = await anAccessDatabase();
  db = access.connect();
});

afterEach(() => access.drop());

const entry = (given: Partial<AuditEntry> = {}): AuditEntry => ({
  at: '2026-11-23T09:00:00.000Z',
  requestId: 'r1',
  principal: { kind: 'PARTNER', id: 'k1', name: 'Case system “é”', agency: 'police:06' },
  onBehalfOf: null,
  purpose: 'INVESTIGATION',
  justification: null,
  operation: 'SuspectGraph',
  operationHash: 'a'.repeat(64),
  kind: 'CONSULTATION',
  coordinates: ['Query.suspect'],
  recordIds: ['i1'],
  withheld: [],
  outcome: 'ALLOWED',
  recipient: '127.0.0.1',
  duration: 3,
  ...given,
});

test('what many ask at once is written in one chain, also by two replicas', async () => {
  const other = access.connect();
  const logs = [new AuditLog(db), new AuditLog(other)];
  await Promise.all(
    Array.from({ length: 1200 }, (_none, n) =>
      logs[n % 2]!.append(entry({ requestId: `r${n}`, recordIds: [`i${n % 7}`] })),
    ),
  );
  const { fault, last } = await logs[0]!.verify();
  expect(fault).toBeUndefined();
  expect(last.sequence).toBe(1200);
});

test('who saw a record, what a principal did, and when: the newest first, by pages', async () => {
  const log = new AuditLog(db);
  for (let n = 0; n < 5; n++) await log.append(entry({ requestId: `r${n}`, recordIds: ['i1', `i${n + 2}`] }));
  await log.append(entry({ principal: { kind: 'STAFF', id: 's1', name: 'S', agency: 'cps' }, outcome: 'FORBIDDEN' }));
  const page = { first: 2, before: null, count: true };
  const seen = await log.find({ recordId: 'i1', principalId: 'k1' }, page);
  expect(seen.total).toBe(5);
  expect(seen.records.map(({ requestId }) => requestId)).toEqual(['r4', 'r3']);
  const next = await log.find({ recordId: 'i1', principalId: 'k1' }, { ...page, before: seen.records[1]!.sequence });
  expect(next.records.map(({ requestId }) => requestId)).toEqual(['r2', 'r1']);
  expect((await log.find({ recordId: 'i4' }, page)).total).toBe(1);
  expect((await log.find({ agency: 'cps', outcome: 'FORBIDDEN', kinds: ['CONSULTATION'] }, page)).total).toBe(1);
  expect((await log.find({ from: '2026-11-23T09:00:01Z' }, page)).total).toBe(0);
});

test('the service can neither change nor remove what is written', async () => {
  const log = new AuditLog(db);
  await log.append(entry());
  await expect(db.query(`UPDATE access.audit SET agency = 'x'`)).rejects.toThrow('permission denied');
  await expect(db.query(`DELETE FROM access.audit`)).rejects.toThrow('permission denied');
  await expect(db.query(`TRUNCATE access.audit`)).rejects.toThrow('permission denied');
  await expect(access.asOwner(`UPDATE access.audit SET agency = 'x'`)).rejects.toThrow('only added to');
});

test.each([
  ['changed', `UPDATE access.audit SET entry = jsonb_set(entry, '{justification}', '"none"') WHERE sequence = 3`, 3],
  ['removed', `DELETE FROM access.audit WHERE sequence = 3`, 3],
  [
    'moved',
    `UPDATE access.audit SET sequence = CASE sequence WHEN 3 THEN 104 ELSE 103 END WHERE sequence IN (3, 4)`,
    3,
  ],
])('a record that somebody with every right %s is found', async (_how, sql, at) => {
  const log = new AuditLog(db);
  for (let n = 0; n < 6; n++) await log.append(entry({ requestId: `r${n}` }));
  const back = sql.includes('104') ? [`UPDATE access.audit SET sequence = sequence - 100 WHERE sequence > 100`] : [];
  await access.asOwner(`ALTER TABLE access.audit DISABLE TRIGGER audit_is_kept`, sql, ...back);
  expect((await log.verify()).fault).toMatchObject({ sequence: at });
});

test('where the log cannot be written, whoever waits for it is told', async () => {
  const log = new AuditLog(db);
  await access.asOwner(`ALTER TABLE access.audit RENAME TO elsewhere`);
  await expect(log.append(entry())).rejects.toThrow('audit');
  await access.asOwner(`ALTER TABLE access.elsewhere RENAME TO audit`);
  await expect(log.append(entry())).resolves.toBeUndefined();
});
