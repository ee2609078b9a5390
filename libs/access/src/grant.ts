import { type Purpose, purposes } from './purpose';
import { type Scope, isScope } from './scope';

/**
 * Which rows a grant reaches. A row matches where any of these names it; a rule that names nothing reaches nothing.
 * `everyRow` reaches all rows but those of restricted cases, which only `cases` can name.
 */
export interface RowRule {
  everyRow?: boolean;
  /** Two-digit CJS codes of police forces. */
  forces?: readonly string[];
  /** Codes of CPS areas. */
  areas?: readonly string[];
  /** Ids of cases. */
  cases?: readonly string[];
  /** Ids of suspects. */
  suspects?: readonly string[];
  /**
   * Its holder may give grants that name any case, restricted ones too, and reaches none by it: somebody has to be able
   * to open them. Only the key of a data directory's first start has it.
   */
  namesCases?: boolean;
}

/** These fields on these rows, kept together: what one grant opens never adds to the rows of another. */
export interface Grant {
  scopes: readonly Scope[];
  rows: RowRule;
  /** What it may be used for; without it, whatever its holder may state. */
  purposes?: readonly Purpose[];
}

export type PrincipalKind = 'STAFF' | 'PARTNER' | 'SERVICE';

/** What a principal may not see is withheld, or refuses the request. */
export type WithheldMode = 'WITHHOLD' | 'REJECT';

/** What can be limited, and what that is. */
export const limits = {
  requestsPerSecond: 'Requests a second.',
  costPerMinute: 'Cost a minute.',
  maxCost: 'Cost of one operation.',
  maxDepth: 'Depth of one operation.',
  maxAliases: 'Aliases in one operation.',
  maxTokens: 'Tokens in the text of one operation.',
  maxPageSize: 'Records in one page, at most 100.',
  maxResponseBytes: 'Bytes of one answer.',
  maxConcurrent: 'Requests and streams at once.',
};
export type LimitName = keyof typeof limits;
export const limitNames = Object.keys(limits) as LimitName[];

/** Limits of one principal; null where there is none of its own. */
export type Limits = Record<LimitName, number | null>;

/** Limits where only these are given. */
export function limitsOf(given: Partial<Limits> = {}): Limits {
  return Object.fromEntries(limitNames.map((name) => [name, given[name] ?? null])) as Limits;
}

/** Who asks, and what they hold. */
export interface Principal {
  kind: PrincipalKind;
  /** Id of the key, the person or the service; what logs and histories name. */
  id: string;
  name: string;
  agency: string;
  /** For whom a partner's system acts, as it says itself. */
  onBehalfOf?: string;
  grants: readonly Grant[];
  purposes: readonly Purpose[];
  /** Names of the stored operations that it is confined to. */
  operations?: readonly string[];
  onWithheld: WithheldMode;
  limits: Limits;
}

/** So many grants fit the bit mask by which a row tells which of them it matches. */
export const MAX_GRANTS = 30;

/** What is wrong with a grant as somebody wrote it. */
export interface GrantProblem {
  field: string;
  reason: string;
}

const FORCE = /^\d{2}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CODE = /^[A-Z][A-Z_]*$/;

/** Everything that is wrong with grants, by field; empty where they can be used. */
export function grantProblems(grants: readonly Grant[]): GrantProblem[] {
  if (grants.length === 0)
    return [{ field: 'grants', reason: 'at least one is needed: without a grant nothing opens' }];
  if (grants.length > MAX_GRANTS) return [{ field: 'grants', reason: `at most ${MAX_GRANTS}, not ${grants.length}` }];
  return grants.flatMap((grant, index) => problemsOf(grant, `grants[${index}]`));
}

function problemsOf({ scopes, rows, purposes: allowed = [] }: Grant, at: string): GrantProblem[] {
  const problems: GrantProblem[] = [];
  if (scopes.length === 0) problems.push({ field: `${at}.scopes`, reason: 'at least one is needed' });
  const check = (
    field: string,
    values: readonly string[] | undefined,
    isRight: (value: string) => boolean,
    what: string,
  ) => {
    for (const value of values ?? []) {
      if (!isRight(value))
        problems.push({ field: `${at}.${field}`, reason: `${JSON.stringify(value)} is not ${what}` });
    }
  };
  check('scopes', scopes, isScope, 'a scope');
  check('forces', rows.forces, (force) => FORCE.test(force), 'a two-digit force code');
  check('areas', rows.areas, (area) => CODE.test(area), 'a code of a CPS area');
  check('cases', rows.cases, (id) => UUID.test(id), 'the id of a case');
  check('suspects', rows.suspects, (id) => UUID.test(id), 'the id of a suspect');
  check('purposes', allowed, (purpose) => (purposes as readonly string[]).includes(purpose), 'a purpose');
  return problems;
}

/**
 * What a new grant would open beyond those of its giver: nobody can give more than they hold. Each scope of it must
 * lie, with all its rows and purposes, within one grant of the giver that has that scope.
 */
export function beyond(grants: readonly Grant[], giver: readonly Grant[]): GrantProblem[] {
  return grants.flatMap((grant, index) =>
    grant.scopes
      .filter((scope) => !giver.some((held) => held.scopes.includes(scope) && within(grant, held)))
      .map((scope) => ({ field: `grants[${index}]`, reason: `${scope} on these rows is more than you hold yourself` })),
  );
}

function within(grant: Grant, held: Grant): boolean {
  const covers = (own: readonly string[] | undefined, given: readonly string[] | undefined) =>
    (given ?? []).every((value) => own?.includes(value));
  const { rows } = held;
  if (held.purposes && !(grant.purposes && covers(held.purposes, grant.purposes))) return false;
  if (grant.rows.everyRow && !rows.everyRow) return false;
  // Whoever reaches every row still reaches restricted cases only by name.
  if (grant.rows.namesCases && !rows.namesCases) return false;
  if (!rows.namesCases && !covers(rows.cases, grant.rows.cases)) return false;
  if (rows.everyRow) return true;
  return (
    covers(rows.forces, grant.rows.forces) &&
    covers(rows.areas, grant.rows.areas) &&
    covers(rows.suspects, grant.rows.suspects)
  );
}
