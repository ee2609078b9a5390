import fc from 'fast-check';
import { type Grant, MAX_GRANTS, type RowRule, beyond, grantProblems } from './grant';
import { type RowScope, matching, opens, rightsOf } from './rights';
import { scopes } from './scope';

const grant = (given: Partial<Grant> = {}): Grant => ({ scopes: ['case:read'], rows: { forces: ['06'] }, ...given });

test('grants that can be used have no problems', () => {
  expect(grantProblems([grant(), grant({ rows: { everyRow: true }, purposes: ['AUDIT'] })])).toEqual([]);
});

test('each problem names its field and the value', () => {
  const odd = { scopes: ['case:raed'], rows: { forces: ['6'], cases: ['x'] }, purposes: ['FUN'] } as unknown as Grant;
  expect(grantProblems([grant(), odd])).toEqual([
    { field: 'grants[1].scopes', reason: '"case:raed" is not a scope' },
    { field: 'grants[1].forces', reason: '"6" is not a two-digit force code' },
    { field: 'grants[1].cases', reason: '"x" is not the id of a case' },
    { field: 'grants[1].purposes', reason: '"FUN" is not a purpose' },
  ]);
  expect(grantProblems([])[0]!.field).toBe('grants');
  expect(grantProblems([grant({ scopes: [] })])[0]!.field).toBe('grants[0].scopes');
  expect(grantProblems(Array.from({ length: MAX_GRANTS + 1 }, () => grant()))[0]!.reason).toContain('at most');
});

test.each<[string, Grant, Grant[], boolean]>([
  ['the same', grant(), [grant()], true],
  ['another force', grant({ rows: { forces: ['20'] } }), [grant()], false],
  ['a force of every row', grant(), [grant({ rows: { everyRow: true } })], true],
  ['every row of a force', grant({ rows: { everyRow: true } }), [grant()], false],
  ['a case by name of every row', grant({ rows: { cases: ['c'] } }), [grant({ rows: { everyRow: true } })], false],
  ['a scope that is not held', grant({ scopes: ['order:read'] }), [grant()], false],
  [
    'scope and rows of two grants',
    grant({ scopes: ['order:read'] }),
    [grant(), grant({ scopes: ['order:read'], rows: { forces: ['20'] } })],
    false,
  ],
  ['any purpose of one for a purpose', grant(), [grant({ purposes: ['AUDIT'] })], false],
  ['the purpose it is held for', grant({ purposes: ['AUDIT'] }), [grant({ purposes: ['AUDIT'] })], true],
])('giving %s', (_name, given, held, allowed) => {
  expect(beyond([given], held).length === 0).toBe(allowed);
});

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const anyRule: fc.Arbitrary<RowRule> = fc.record({
  everyRow: fc.boolean(),
  forces: some(['06', '20']),
  areas: some(['WESSEX']),
  cases: some(['c1', 'c2']),
  suspects: some(['s1']),
});
const few = scopes.slice(0, 3);
const anyGrants = fc.array(fc.record({ scopes: fc.subarray([...few], { minLength: 1 }), rows: anyRule }), {
  minLength: 1,
  maxLength: 3,
});
const anyRow: fc.Arbitrary<RowScope> = fc.record({
  force: fc.constantFrom('06', '20', null),
  area: fc.constantFrom('WESSEX', null),
  restricted: fc.boolean(),
  caseId: fc.constantFrom('c1', 'c2', null),
  suspectIds: some(['s1', 's2']),
});

test('what may be given never opens what its giver does not see', () => {
  let given = 0;
  fc.assert(
    fc.property(anyGrants, anyGrants, fc.constantFrom(...few), anyRow, (grants, giver, scope, row) => {
      if (beyond(grants, giver).length > 0) return;
      given += 1;
      const opened = (held: Grant[]) => {
        const rights = rightsOf({ grants: held }, 'AUDIT');
        return opens(rights, scope, matching(rights, row));
      };
      if (opened(grants)) expect(opened(giver)).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(given).toBeGreaterThan(100);
});
