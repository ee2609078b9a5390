import fc from 'fast-check';
import { type AuditEntry, type AuditRecord, ChainCheck, GENESIS, chain } from './audit';

const entry = (given: Partial<AuditEntry> = {}): AuditEntry => ({
  at: '2026-11-23T09:00:00.000Z',
  requestId: 'r1',
  principal: { kind: 'PARTNER', id: 'k1', name: 'Case system', agency: 'police:06' },
  onBehalfOf: null,
  purpose: 'INVESTIGATION',
  justification: null,
  operation: 'SuspectGraph',
  operationHash: 'a'.repeat(64),
  kind: 'CONSULTATION',
  coordinates: ['Query.suspect', 'Suspect.id'],
  recordIds: ['i1'],
  withheld: [],
  outcome: 'ALLOWED',
  recipient: '127.0.0.1',
  duration: 3,
  ...given,
});

const kept = chain(
  Array.from({ length: 20 }, (_none, n) => entry({ requestId: `r${n}` })),
  { sequence: 0, hash: GENESIS },
);

function firstFault(records: readonly AuditRecord[]) {
  const check = new ChainCheck();
  for (const record of records) {
    const fault = check.next(record);
    if (fault) return fault;
  }
  return undefined;
}

test('a chain holds, also where it was written in parts', () => {
  expect(firstFault(kept)).toBeUndefined();
  const more = chain([entry()], kept.at(-1)!);
  expect(firstFault([...kept, ...more])).toBeUndefined();
  expect(more[0]!.sequence).toBe(21);
});

test('the order in which the fields of an entry are kept means nothing', () => {
  const turned = kept.map((record) => Object.fromEntries(Object.entries(record).reverse()) as unknown as AuditRecord);
  expect(firstFault(turned)).toBeUndefined();
});

test('every change of every field is found, at its record', () => {
  const fields = Object.keys(entry()) as (keyof AuditEntry)[];
  fc.assert(
    fc.property(fc.nat(kept.length - 1), fc.constantFrom(...fields), (at, field) => {
      const before = JSON.stringify(kept[at]![field]);
      const changed = before === '"changed"' ? 'other' : 'changed';
      const records = kept.map((record, index) => (index === at ? { ...record, [field]: changed } : record));
      expect(firstFault(records)).toMatchObject({ sequence: at + 1 });
    }),
  );
});

test('a record that was taken out, put in or moved is found', () => {
  expect(firstFault(kept.filter(({ sequence }) => sequence !== 7))).toMatchObject({ sequence: 7 });
  expect(firstFault([...kept.slice(0, 4), kept[3]!, ...kept.slice(4)])).toMatchObject({ sequence: 5 });
  const swapped = [...kept.slice(0, 2), kept[3]!, kept[2]!, ...kept.slice(4)];
  expect(firstFault(swapped)).toMatchObject({ sequence: 3 });
  const renumbered = kept.filter(({ sequence }) => sequence !== 7).map((record, n) => ({ ...record, sequence: n + 1 }));
  expect(firstFault(renumbered)).toMatchObject({ sequence: 7 });
});

test('that the end was cut off shows against the last hash that was noted', () => {
  const check = new ChainCheck();
  for (const record of kept.slice(0, -1)) check.next(record);
  expect(check.last).not.toEqual({ sequence: 20, hash: kept.at(-1)!.hash });
  expect(check.last).toEqual({ sequence: 19, hash: kept.at(-2)!.hash });
});
