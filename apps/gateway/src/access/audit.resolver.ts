import type { AuditRecord } from '@throughline/access';
import { type Context, Opens, PageArgs, invalidInput, pageRequest } from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { AuditFilter, AuditRecordConnection, type AuditTrailRecord } from './audit.model';
import { agencyOf, principalOf, servicesOf } from './me.resolver';

@Resolver()
export class AuditResolver {
  @Opens('open')
  @Query(() => AuditRecordConnection, {
    description:
      'Who did what with personal data, the newest first. Without `audit:read` a caller sees what its own agency did.',
  })
  async auditTrail(
    @Arg('filter', () => AuditFilter, { description: 'What is asked for.' }) filter: AuditFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AuditRecordConnection> {
    const { first, after, count } = pageRequest(page, info);
    const before = after ? sequenceOf(after) : null;
    const own = readsAll(context) ? filter : { ...filter, agency: principalOf(context).agency };
    if (own.agency !== filter.agency && filter.agency) return connection([], first, count ? 0 : null, after);
    const { records, total } = await servicesOf(context).log.find(own, { first: first + 1, before, count });
    return connection(records, first, total, after);
  }
}

function readsAll(context: Context): boolean {
  return principalOf(context).grants.some(({ scopes, rows }) => scopes.includes('audit:read') && rows.everyRow);
}

function connection(
  found: AuditRecord[],
  first: number,
  totalCount: number | null,
  after: string | null | undefined,
): AuditRecordConnection {
  const edges = found.slice(0, first).map((record) => ({ cursor: cursorOf(record.sequence), node: shown(record) }));
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function shown({ principal, coordinates, recordIds, withheld, ...record }: AuditRecord): AuditTrailRecord {
  return {
    ...record,
    principal: { ...principal, agency: agencyOf(principal.agency) },
    coordinates: [...coordinates],
    recordIds: [...recordIds],
    withheld: [...withheld],
  };
}

const cursorOf = (sequence: number): string => Buffer.from(`audit:${sequence}`).toString('base64url');

function sequenceOf(cursor: string): number {
  const [, sequence] = /^audit:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (sequence === undefined) throw invalidInput([{ field: 'after', reason: 'is not a cursor of this list' }]);
  return Number(sequence);
}
