import { type Grant, type GrantMask, type Rights, type RowScope, type Scope, matching } from '@throughline/access';
import fc from 'fast-check';
import { type Bundle, aCase, aSuspect, aVictim, anIncident, idOf } from '../support';

/** Casework of three forces, what of it any grants reach by the rules of rows, and random grants over it. */
const FORCES = { '06': 'NORTH_WEST', '20': 'WEST_MIDLANDS', '44': 'WESSEX' } as const;
interface CaseOf {
  ref: string;
  force: keyof typeof FORCES;
  restricted: boolean;
  suspects: string[];
  victims: string[];
}
export const CASES: CaseOf[] = [
  { ref: 'A', force: '06', restricted: false, suspects: ['S0'], victims: ['V0'] },
  { ref: 'B', force: '20', restricted: false, suspects: ['S0', 'S1'], victims: ['V1'] },
  { ref: 'C', force: '44', restricted: false, suspects: ['S2'], victims: ['V0', 'V2'] },
  { ref: 'D', force: '06', restricted: true, suspects: ['S3', 'S1'], victims: ['V2'] },
  { ref: 'E', force: '44', restricted: true, suspects: ['S2'], victims: ['V3'] },
  { ref: 'F', force: '20', restricted: false, suspects: ['S4'], victims: ['V3'] },
];
export const SUSPECTS = ['S0', 'S1', 'S2', 'S3', 'S4'];
export const VICTIMS = ['V0', 'V1', 'V2', 'V3'];

export const casework: Bundle[] = [
  ...SUSPECTS.map((ref) => aSuspect(ref, { dateOfBirth: '1980-03-07' })),
  ...VICTIMS.map((ref) => aVictim(ref)),
  ...CASES.map(({ ref, ...of }) => aCase(ref, { ...of, area: FORCES[of.force] })),
  ...CASES.map(({ ref, suspects, victims }) =>
    anIncident(`I${ref}`, { case: ref, suspect: suspects[0], victim: victims[0], narrative: `Told of ${ref}.` }),
  ),
];

/** A grant of some of these scopes. */
export const grantOf = (scopes: readonly Scope[]): fc.Arbitrary<Grant> =>
  fc.record({
    scopes: fc.subarray<Scope>([...scopes], { minLength: 1 }),
    rows: fc.record({
      everyRow: fc.integer({ min: 0, max: 5 }).map((n) => n === 1),
      forces: fc.subarray(Object.keys(FORCES)),
      areas: fc.subarray(['WESSEX'], { maxLength: 1 }),
      cases: fc.subarray(
        CASES.map(({ ref }) => idOf('case', ref)),
        { maxLength: 2 },
      ),
      suspects: fc.subarray(
        SUSPECTS.map((ref) => idOf('suspect', ref)),
        { maxLength: 1 },
      ),
    }),
  });

const scopeOf = ({ ref, force, restricted, suspects }: CaseOf): RowScope => ({
  force,
  area: FORCES[force],
  restricted,
  caseId: idOf('case', ref),
  suspectIds: suspects.map((suspect) => idOf('suspect', suspect)),
});

/** The grants that a row matches, as the rules of rows say. */
export const reach = {
  case: (rights: Rights, ref: string) => matching(rights, scopeOf(CASES.find((one) => one.ref === ref)!)),
  suspect: (rights: Rights, ref: string) =>
    CASES.filter(({ suspects }) => suspects.includes(ref)).reduce<GrantMask>(
      // Of a person's case the person alone is looked at, not who else is in it.
      (mask, one) => mask | matching(rights, { ...scopeOf(one), suspectIds: [idOf('suspect', ref)] }),
      0,
    ),
  victim: (rights: Rights, ref: string) =>
    CASES.filter(({ victims }) => victims.includes(ref)).reduce<GrantMask>(
      (mask, one) => mask | matching(rights, { ...scopeOf(one), suspectIds: [] }),
      0,
    ),
  incident: (rights: Rights, ref: string) => {
    const of = CASES.find((one) => one.ref === ref)!;
    if (of.restricted) return matching(rights, scopeOf(of));
    // Supplied by force 06.
    const own = {
      force: '06',
      area: null,
      restricted: false,
      caseId: idOf('case', ref),
      suspectIds: [idOf('suspect', of.suspects[0]!)],
    };
    return matching(rights, scopeOf(of)) | matching(rights, own);
  },
};
