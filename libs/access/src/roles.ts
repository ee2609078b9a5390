import type { Grant, RowRule } from './grant';
import type { Purpose } from './purpose';
import type { Scope } from './scope';

/** Where somebody works, as their identity provider says: what of their role's rows are theirs. */
export interface Posting {
  forces: readonly string[];
  areas: readonly string[];
}

interface Role {
  /** What the role is for, in one sentence. */
  description: string;
  scopes: readonly Scope[];
  /** Its own force or area, or every row that is not of a restricted case. */
  rows: 'POSTING' | 'EVERY_ROW';
  purposes: readonly Purpose[];
}

const READ: readonly Scope[] = ['case:read', 'order:read', 'risk:read', 'behaviour:read'];
const WRITE: readonly Scope[] = ['case:write', 'order:write', 'risk:write'];
const PEOPLE: readonly Scope[] = ['suspect:identify', 'victim:identify', 'narrative:read'];

/** What each role of staff may do. Changed by review of this file and by nothing else. */
export const roles: Readonly<Record<string, Role>> = {
  investigator: {
    description: 'Investigates for a police force: its own casework, whole.',
    scopes: [...READ, ...WRITE, ...PEOPLE, 'behaviour:review'],
    rows: 'POSTING',
    purposes: ['INVESTIGATION', 'SAFEGUARDING', 'CHARGING'],
  },
  prosecutor: {
    description: 'Advises, charges and reviews for a CPS area: its own casework, whole.',
    scopes: [...READ, ...WRITE, ...PEOPLE, 'behaviour:review', 'inspection:read'],
    rows: 'POSTING',
    purposes: ['CHARGING'],
  },
  'offender-manager': {
    description: 'Manages offenders for probation in a force’s area: orders, risk and who it is about.',
    scopes: ['case:read', 'order:read', 'risk:read', 'risk:write', 'behaviour:read', 'suspect:identify'],
    rows: 'POSTING',
    purposes: ['OFFENDER_MANAGEMENT', 'SAFEGUARDING'],
  },
  'victim-supporter': {
    description: 'Supports victims in a force’s area: orders and risk, and who the victim is.',
    scopes: ['case:read', 'order:read', 'risk:read', 'victim:identify'],
    rows: 'POSTING',
    purposes: ['VICTIM_SUPPORT', 'SAFEGUARDING'],
  },
  inspector: {
    description: 'Examines files anywhere, without names unless unmasked with a justification.',
    scopes: [...READ, ...PEOPLE, 'inspection:read', 'inspection:write', 'export:create'],
    rows: 'EVERY_ROW',
    purposes: ['INSPECTION'],
  },
  analyst: {
    description: 'Counts, and sees no record.',
    scopes: ['statistics:read', 'export:create'],
    rows: 'EVERY_ROW',
    purposes: ['STATISTICS'],
  },
  auditor: {
    description: 'Reads who did what, and no casework.',
    scopes: ['audit:read'],
    rows: 'EVERY_ROW',
    purposes: ['AUDIT'],
  },
  administrator: {
    description: 'Issues and ends keys. Reads no casework, and gives nothing that the role itself lacks.',
    scopes: ['key:admin', 'audit:read'],
    rows: 'EVERY_ROW',
    purposes: ['ADMINISTRATION', 'AUDIT'],
  },
};

/** The grants of somebody's roles where they are posted. A role that is not known opens nothing. */
export function grantsOfRoles(names: readonly string[], posting: Posting): { grants: Grant[]; purposes: Purpose[] } {
  const held = names.filter((name) => Object.hasOwn(roles, name)).map((name) => roles[name]!);
  const rowsOf = (role: Role): RowRule =>
    role.rows === 'EVERY_ROW' ? { everyRow: true } : { forces: posting.forces, areas: posting.areas };
  return {
    grants: held.map((role) => ({ scopes: role.scopes, rows: rowsOf(role), purposes: role.purposes })),
    purposes: [...new Set(held.flatMap((role) => role.purposes))],
  };
}
