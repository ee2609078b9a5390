import { grantProblems } from './grant';
import { matching, opens, rightsOf } from './rights';
import { grantsOfRoles, roles } from './roles';

const posting = { forces: ['06'], areas: ['NORTH_WEST'] };
const row = { force: '06', area: 'NORTH_WEST', restricted: false, caseId: null, suspectIds: [] };

test('every role gives grants that can be used, for its own purposes only', () => {
  for (const [name, role] of Object.entries(roles)) {
    const { grants, purposes } = grantsOfRoles([name], posting);
    expect(grantProblems(grants)).toEqual([]);
    expect(purposes).toEqual(role.purposes);
  }
});

test('an investigator works in the own force, for a purpose of the role', () => {
  const held = grantsOfRoles(['investigator'], posting);
  const sees = (force: string, purpose: 'INVESTIGATION' | 'STATISTICS') => {
    const rights = rightsOf(held, purpose);
    return opens(rights, 'victim:identify', matching(rights, { ...row, force, area: null }));
  };
  expect(sees('06', 'INVESTIGATION')).toBe(true);
  expect(sees('20', 'INVESTIGATION')).toBe(false);
  expect(sees('06', 'STATISTICS')).toBe(false);
});

test.each(['inspector', 'analyst', 'auditor', 'administrator', 'prosecutor'])(
  'an %s does not see who a victim is anywhere else',
  (name) => {
    const rights = rightsOf(grantsOfRoles([name], { forces: [], areas: [] }), roles[name]!.purposes[0]!);
    expect(opens(rights, 'victim:identify', matching(rights, row))).toBe(false);
  },
);

test('a role that is not known opens nothing, whatever it is called', () => {
  expect(grantsOfRoles(['detective', 'constructor', '__proto__'], posting)).toEqual({ grants: [], purposes: [] });
});
