import { type Principal, type RowRule, scopes } from '@throughline/access';
import { findArea, findForce } from '@throughline/reference';
import { type Area, CodedError, type Context, type Force, Opens } from '@throughline/subgraph';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { AccessCaller, Services } from './access.services';
import { type Agency, Me } from './me.model';

/** Who a resolver works for. Throws `UNAUTHENTICATED` where a call did not come through the gateway. */
export function principalOf({ caller }: Context): Principal {
  if (caller.principal) return caller.principal;
  throw new CodedError('UNAUTHENTICATED', 'Nobody is known to have asked.');
}

/** What the gateway keeps for its own subgraph. Throws where a call did not come through the gateway. */
export function servicesOf({ caller }: Context): Services {
  const { services } = caller as Partial<AccessCaller>;
  if (services) return services;
  throw new CodedError('UNAUTHENTICATED', 'Nobody is known to have asked.');
}

/** How a key begins. */
export const prefixOf = (environment: string, id: string): string => `tl_${environment}_${id}`;

/** An agency's code and name: of a force, that of the force. */
export function agencyOf(code: string): Agency {
  const force = /^police:(\d\d)$/.exec(code)?.[1];
  return { code, name: (force && findForce(force)?.name) || code };
}

/** The forces with these codes, by code. */
export function forcesOf(codes: Iterable<string>): Force[] {
  return [...new Set(codes)].sort().map((code) => ({ code, name: findForce(code)?.name ?? code }));
}

@Resolver()
export class MeResolver {
  @Opens('open')
  @Query(() => Me, { description: 'Who asks, and what they may do.' })
  async me(@Ctx() context: Context): Promise<Me> {
    const principal = principalOf(context);
    const key = principal.kind === 'PARTNER' ? await servicesOf(context).keys.get(principal.id) : undefined;
    const rows: RowRule[] = principal.grants.map((grant) => grant.rows);
    const held = new Set(principal.grants.flatMap((grant) => grant.scopes));
    return {
      kind: principal.kind,
      name: principal.name,
      agency: agencyOf(principal.agency),
      key: key
        ? { id: key.id, prefix: prefixOf(key.environment, key.id), name: key.name, expiresAt: key.expiresAt }
        : null,
      scopes: scopes.filter((scope) => held.has(scope)),
      purposes: [...principal.purposes],
      forces: forcesOf(rows.flatMap(({ forces = [] }) => forces)),
      areas: areasOf(rows.flatMap(({ areas = [] }) => areas)),
      everyRow: rows.some(({ everyRow }) => everyRow === true),
      limits: principal.limits,
      withhold: principal.onWithheld,
    };
  }
}

function areasOf(codes: string[]): Area[] {
  return [...new Set(codes)].sort().map((code) => ({ code, name: findArea(code)?.name ?? code }));
}
