import fc from 'fast-check';
import type { Grant, RowRule } from './grant';
import { type RowScope, ALL_RIGHTS, NO_RIGHTS, holds, matching, opens, rightsOf } from './rights';
import { type Scope, scopes } from './scope';

const row = (given: Partial<RowScope> = {}): RowScope => ({
  force: '06',
  area: 'NORTH_WEST',
  restricted: false,
  caseId: 'c1',
  suspectIds: ['s1'],
  ...given,
});
const rights = (...grants: Grant[]) => rightsOf({ grants }, 'INVESTIGATION');
const sees = (grants: Grant[], scope: Scope, given: RowScope) => {
  const held = rights(...grants);
  return opens(held, scope, matching(held, given));
};

test('no grant, no row; no row rule, no row', () => {
  expect(sees([], 'case:read', row())).toBe(false);
  expect(sees([{ scopes: ['case:read'], rows: {} }], 'case:read', row())).toBe(false);
  expect(opens(NO_RIGHTS, 'case:read', matching(NO_RIGHTS, row()))).toBe(false);
});

test.each<[string, RowRule, boolean]>([
  ['its force', { forces: ['06'] }, true],
  ['another force', { forces: ['20'] }, false],
  ['its area', { areas: ['NORTH_WEST'] }, true],
  ['its case', { cases: ['c1'] }, true],
  ['its suspect', { suspects: ['s1'] }, true],
  ['another suspect', { suspects: ['s2'] }, false],
  ['every row', { everyRow: true }, true],
])('a row is reached by %s: %#', (_name, rows, reached) => {
  expect(sees([{ scopes: ['case:read'], rows }], 'case:read', row())).toBe(reached);
});

test.each<[string, RowRule, boolean]>([
  ['force', { forces: ['06'] }, false],
  ['area', { areas: ['NORTH_WEST'] }, false],
  ['suspect', { suspects: ['s1'] }, false],
  ['every row', { everyRow: true }, false],
  ['its name', { cases: ['c1'] }, true],
])('a restricted case is reached by %s: %#', (_name, rows, reached) => {
  expect(sees([{ scopes: ['case:read'], rows }], 'case:read', row({ restricted: true }))).toBe(reached);
});

test('scopes of one grant never add to the rows of another', () => {
  const grants: Grant[] = [
    { scopes: ['case:read'], rows: { forces: ['06'] } },
    { scopes: ['case:read', 'suspect:identify'], rows: { forces: ['20'] } },
  ];
  expect(sees(grants, 'suspect:identify', row())).toBe(false);
  expect(sees(grants, 'suspect:identify', row({ force: '20' }))).toBe(true);
  expect(sees(grants, 'case:read', row())).toBe(true);
});

test('a grant serves its purposes only', () => {
  const grant: Grant = { scopes: ['case:read'], rows: { everyRow: true }, purposes: ['INSPECTION'] };
  expect(holds(rightsOf({ grants: [grant] }, 'INSPECTION'), 'case:read')).toBe(true);
  expect(holds(rightsOf({ grants: [grant] }, 'INVESTIGATION'), 'case:read')).toBe(false);
});

test('a service reaches restricted rows', () => {
  expect(opens(ALL_RIGHTS, 'case:read', matching(ALL_RIGHTS, row({ restricted: true })))).toBe(true);
});

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const anyRule: fc.Arbitrary<RowRule> = fc.record({
  everyRow: fc.boolean(),
  forces: some(['06', '20']),
  areas: some(['NORTH_WEST', 'WESSEX']),
  cases: some(['c1', 'c2']),
  suspects: some(['s1', 's2']),
});
const anyGrants = fc.array(fc.record({ scopes: some(scopes), rows: anyRule }), { maxLength: 6 });
const anyRow: fc.Arbitrary<RowScope> = fc.record({
  force: fc.constantFrom('06', '20', null),
  area: fc.constantFrom('NORTH_WEST', 'WESSEX', null),
  restricted: fc.boolean(),
  caseId: fc.constantFrom('c1', 'c2', null),
  suspectIds: some(['s1', 's2']),
});

/** The words of the contract, one grant at a time. */
function plainly(grant: Grant, scope: Scope, given: RowScope): boolean {
  const { everyRow, forces = [], areas = [], cases = [], suspects = [] } = grant.rows;
  if (!grant.scopes.includes(scope)) return false;
  if (given.caseId !== null && cases.includes(given.caseId)) return true;
  if (given.restricted) return false;
  return (
    everyRow === true ||
    (given.force !== null && forces.includes(given.force)) ||
    (given.area !== null && areas.includes(given.area)) ||
    given.suspectIds.some((id) => suspects.includes(id))
  );
}

test('a field opens exactly where one grant that its row matches has the scope', () => {
  fc.assert(
    fc.property(anyGrants, fc.constantFrom(...scopes), anyRow, (grants, scope, given) => {
      expect(sees(grants, scope, given)).toBe(grants.some((grant) => plainly(grant, scope, given)));
    }),
    { numRuns: 2000 },
  );
});

test('one more grant never takes anything away', () => {
  fc.assert(
    fc.property(anyGrants, anyGrants, fc.constantFrom(...scopes), anyRow, (grants, more, scope, given) => {
      if (sees(grants, scope, given)) expect(sees([...grants, ...more], scope, given)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
