import type { Grant, Principal, RowRule } from './grant';
import type { Purpose } from './purpose';
import type { Classification, Scope } from './scope';

/** Which grants, as a bit mask: bit n is the n-th grant. */
export type GrantMask = number;

/**
 * Grants in the form in which rows are compared with them, in PostgreSQL and here alike. Each name leads to the mask of
 * the grants that name it.
 */
export interface Rights {
  /** A service of ours that must reach every row, restricted ones too: imports and the index. */
  all: boolean;
  scopes: Readonly<Partial<Record<Scope, GrantMask>>>;
  every: GrantMask;
  forces: Readonly<Record<string, GrantMask>>;
  areas: Readonly<Record<string, GrantMask>>;
  cases: Readonly<Record<string, GrantMask>>;
  suspects: Readonly<Record<string, GrantMask>>;
}

/** What decides who may see a row. */
export interface RowScope {
  force: string | null;
  area: string | null;
  restricted: boolean;
  caseId: string | null;
  suspectIds: readonly string[];
}

/** Opens nothing. */
export const NO_RIGHTS: Rights = { all: false, scopes: {}, every: 0, forces: {}, areas: {}, cases: {}, suspects: {} };

/** What the services of the product reach when they work for nobody in particular. */
export const ALL_RIGHTS: Rights = { ...NO_RIGHTS, all: true };

/** The scopes that say who somebody is. */
const IDENTIFYING: readonly Scope[] = ['suspect:identify', 'victim:identify'];

/**
 * The rights of a principal in a request that is made for a purpose. Whoever inspects sees no names unless they say in
 * words why they need them.
 */
export function rightsOf({ grants }: Pick<Principal, 'grants'>, purpose: Purpose, isJustified = false): Rights {
  const isMasked = purpose === 'INSPECTION' && !isJustified;
  const scopes: Partial<Record<Scope, GrantMask>> = {};
  const named: Record<'forces' | 'areas' | 'cases' | 'suspects', Record<string, GrantMask>> = {
    forces: {},
    areas: {},
    cases: {},
    suspects: {},
  };
  let every = 0;
  for (const [index, grant] of grants.entries()) {
    if (!mayServe(grant, purpose)) continue;
    const bit = 1 << index;
    for (const scope of grant.scopes) {
      if (!isMasked || !IDENTIFYING.includes(scope)) scopes[scope] = (scopes[scope] ?? 0) | bit;
    }
    if (grant.rows.everyRow) every |= bit;
    for (const [kind, masks] of Object.entries(named)) {
      for (const name of grant.rows[kind as keyof RowRule & keyof typeof named] ?? []) {
        masks[name] = (masks[name] ?? 0) | bit;
      }
    }
  }
  return { all: false, scopes, every, ...named };
}

function mayServe({ purposes }: Grant, purpose: Purpose): boolean {
  return purposes?.includes(purpose) ?? true;
}

/** The rights of somebody for whom one scope opens what another does too: to count by, where both of them let one count. */
export function alsoBy(rights: Rights, scope: Scope, other: Scope): Rights {
  const mask = (rights.scopes[scope] ?? 0) | (rights.scopes[other] ?? 0);
  return { ...rights, scopes: { ...rights.scopes, [scope]: mask } };
}

/** True where any grant has the scope, on whatever rows. */
export function holds(rights: Rights, scope: Scope): boolean {
  return rights.all || (rights.scopes[scope] ?? 0) !== 0;
}

/** The grants that a row matches; those of all where the row is a service's to reach. */
export function matching(rights: Rights, row: RowScope): GrantMask {
  if (rights.all) return -1;
  const named = row.caseId === null ? 0 : (rights.cases[row.caseId] ?? 0);
  if (row.restricted) return named;
  const ofForce = row.force === null ? 0 : (rights.forces[row.force] ?? 0);
  const ofArea = row.area === null ? 0 : (rights.areas[row.area] ?? 0);
  const ofSuspects = row.suspectIds.reduce((mask, id) => mask | (rights.suspects[id] ?? 0), 0);
  return rights.every | named | ofForce | ofArea | ofSuspects;
}

/** True where one grant both has the scope and matches the row. */
export function opens(rights: Rights, scope: Scope, matched: GrantMask): boolean {
  return rights.all || ((rights.scopes[scope] ?? 0) & matched) !== 0;
}

/**
 * True where whoever matches a row by one grant matches it by all that have any of these scopes: a row's fields need
 * not be looked at one by one then.
 */
export function isUniform(rights: Rights, wanted: readonly Scope[]): boolean {
  const masks = new Set(wanted.map((scope) => rights.scopes[scope] ?? 0).filter((mask) => mask !== 0));
  return rights.all || masks.size <= 1;
}

/** True where every grant that reads by one scope has another beside: what that opens is open in all rows that are read. */
export function opensWherever(rights: Rights, scope: Scope, reading: Classification): boolean {
  const reads = reading === 'open' ? -1 : (rights.scopes[reading] ?? 0);
  return rights.all || (holds(rights, scope) && (reads & ~(rights.scopes[scope] ?? 0)) === 0);
}

const RECORDS: readonly Scope[] = ['case:read', 'order:read', 'risk:read', 'inspection:read'];

/** True where every grant that reads records has a scope beside: what that opens is open wherever records are read. */
export function opensWithRecords(rights: Rights, scope: Scope): boolean {
  return RECORDS.every((reading) => opensWherever(rights, scope, reading));
}

/** The scopes that any grant has, in one order: operations are planned anew for each such set. */
export function scopesOf(rights: Rights): Scope[] {
  return (Object.keys(rights.scopes) as Scope[]).sort();
}
