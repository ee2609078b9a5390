import { type Scope as AccessScope, holds } from '@throughline/access';
import { CodedError, type Context, type Scope, londonToday } from '@throughline/subgraph';
import type { SuspectConditions } from './suspect.queries';
import type { SuspectFilter } from './suspect.resolver';

const ORDERS = 'query ($on: Date!) { found: suspectsWithOrderInForce(on: $on) }';
const GRADES = 'query ($grades: [RiskGrade!]!) { found: suspectsWithCurrentGrade(grades: $grades) }';

/**
 * A filter with what orders and risk assessments say of suspects looked up: one question to each, on behalf of the
 * caller, whatever the number of suspects. Throws `FORBIDDEN` where the caller may not read what is asked by.
 */
export async function suspectConditions(
  filter: SuspectFilter | null | undefined,
  context: Context,
): Promise<SuspectConditions> {
  const { withOrderInForce, currentGrade, ...own } = filter ?? {};
  for (const field of IDENTIFYING) if (given(own[field])) takes(context, field, 'suspect:identify');
  const [bound, graded] = await Promise.all([
    given(withOrderInForce) ? suspectsOf('orders', ORDERS, { on: londonToday() }, 'order:read') : undefined,
    given(currentGrade) ? suspectsOf('risk-assessments', GRADES, { grades: currentGrade }, 'risk:read') : undefined,
  ]);
  return { ...own, ...(withOrderInForce ? { among: bound } : { notAmong: bound }), graded };

  async function suspectsOf(subgraph: string, query: string, variables: object, scope: Scope): Promise<string[]> {
    const { found } = await context.ask<{ found: string[] | null }>(subgraph, query, { ...variables });
    if (found) return found;
    throw refused(scope === 'order:read' ? 'withOrderInForce' : 'currentGrade', scope);
  }
}

const IDENTIFYING = ['bornFrom', 'bornTo', 'identifier'] as const;

/** Throws `FORBIDDEN` where the caller may not read what is asked by. */
function takes({ caller }: Context, field: string, scope: AccessScope): void {
  if (!holds(caller.rights, scope)) throw refused(field, scope);
}

function refused(field: string, scope: Scope): CodedError {
  return new CodedError('FORBIDDEN', `To find suspects by ${field} takes ${scope}.`, { field, scope });
}

const given = (value: unknown) => value !== undefined && value !== null;
